"""What the patient wants to do again, in the patient's words: one line of the assessment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.build.program.finishing import FinishGuard
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.fields import Field

MOST_LETTERS = 200
"""One or two lines of the clinician copy."""


class PatientGoals(Field):
    """``written`` carries the words when Enter is pressed or the field is left; Esc puts back what was there."""

    written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="goal", height=28, parent=parent)
        self.setAccessibleName(self.tr("Goals in the patient's words"))
        self.setPlaceholderText(self.tr("The patient wants to…"))
        self.setObjectName("patient_goals")
        self.setMaxLength(MOST_LETTERS)
        self._kept = ""
        self.returnPressed.connect(self._take)
        self._guard = FinishGuard(self, self._take)

    def show_words(self, words: str) -> None:
        """Show what is kept; what is being typed stays."""
        if words != self._kept or not self.hasFocus():
            self._kept = words
            self.setText(words)
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what was typed."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what was there; Enter stays in the line."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def _take(self) -> None:
        words = self.text().strip()
        if words != self._kept:
            self._kept = words
            self.written.emit(words)
