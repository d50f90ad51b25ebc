"""Where a reason to go against a rule is given: free text, and three ready reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.flow import FlowLayout


class ReasonField(Field):
    """Free text; while it is empty, ``1`` ``2`` ``3`` choose a ready reason. Esc and leaving it call off."""

    ready_chosen = Signal(int)
    called_off = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ready reasons on the digits, Esc back."""
        digit = event.text()
        if digit in ("1", "2", "3") and not self.text():
            self.ready_chosen.emit(int(digit) - 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.called_off.emit()
        else:
            super().keyPressEvent(event)
            if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the old reason, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()


class ReasonEntry(QWidget):
    """A field for the reason with three ready ones; ``given`` carries the words."""

    given = Signal(str)
    called_off = Signal()

    def __init__(self, theme: Theme, exercise: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ready = (
            self.tr("Tested in the clinic today"),
            self.tr("Done before without pain"),
            self.tr("Agreed with the doctor"),
        )
        name = self.tr("Reason to keep {exercise}").format(exercise=exercise)
        self.field = ReasonField(theme, name, self.tr("Because… (1, 2, 3 or your own words, then Enter)"), height=30)
        self.field.setObjectName("reason_field")
        self.field.setMaxLength(200)
        self.buttons = tuple(
            Button(theme, self.tr("{n}  {reason}").format(n=n, reason=reason), small=True)
            for n, reason in enumerate(self.ready, start=1)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        holder = QWidget()
        self._flow = FlowLayout(holder, 6, 6)
        for number, button in enumerate(self.buttons):
            button.setObjectName(f"ready_reason_{number + 1}")
            button.clicked.connect(lambda _=False, n=number: self.given.emit(self.ready[n]))
            self._flow.addWidget(button)
        column.addWidget(holder)
        self.setFocusProxy(self.field)
        self.field.ready_chosen.connect(lambda n: self.given.emit(self.ready[n]))
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.called_off.connect(self.called_off)

    def hasHeightForWidth(self) -> bool:
        """Ready reasons break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Field and buttons."""
        return self.field.height() + 6 + self._flow.heightForWidth(width)

    def start(self, reason: str = "") -> None:
        """Show the reason that was given before, and take the focus."""
        self.field.setText(reason)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_return_pressed(self) -> None:
        text = self.field.text().strip()
        if text:
            self.given.emit(text)
