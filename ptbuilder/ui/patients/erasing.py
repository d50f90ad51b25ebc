"""Erasing a patient for good: closed at first, then the name must be typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.patient import Patient
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.text import TextLabel


class ErasePanel(QWidget):
    """A quiet button; pressed, it opens a field for the name, and only the right name lets the stop button go."""

    erase_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("erase_panel")
        self._patient: Patient | None = None
        self.open_button = Button(theme, self.tr("Erase for good"), "quiet", small=True)
        self.open_button.setObjectName("open_erase")
        self._words = TextLabel(theme, "", "body", wraps=True)
        self.name_field = Field(theme, self.tr("Name of the patient"))
        self.name_field.setObjectName("erase_name")
        self.erase_button = Button(theme, self.tr("Erase for good"), "stop")
        self.erase_button.setObjectName("erase")
        self._cancel = Button(theme, self.tr("Cancel"), "quiet")
        self._panel = QWidget()
        self._lay_out()
        self._connect()
        self.close_panel()

    def show_patient(self, patient: Patient) -> None:
        """Be about this patient, closed."""
        self._patient = patient
        self.close_panel()

    def close_panel(self) -> None:
        """Show the quiet button alone; it takes the focus if that was inside."""
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self.name_field.clear()
        self._panel.hide()
        self.open_button.show()
        if had_focus:
            self.open_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self._panel.isVisible():
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        row.addWidget(self.erase_button)
        row.addWidget(self._cancel)
        row.addStretch(1)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._words)
        inside.addWidget(self.name_field)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.open_button)
        column.addWidget(self._panel)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._on_open_clicked)
        self.name_field.textChanged.connect(self._on_name_changed)
        self.name_field.returnPressed.connect(self._on_erase_clicked)
        self.erase_button.clicked.connect(self._on_erase_clicked)
        self._cancel.clicked.connect(self.close_panel)

    def _on_open_clicked(self) -> None:
        if self._patient is None:
            return
        name = patient_name(self._patient)
        text = self.tr("This removes {name} with all programs from the data and from every backup. To erase, type the whole name.")
        self._words.set_text(text.format(name=name))
        self.open_button.hide()
        self._panel.show()
        self._on_name_changed()
        self.name_field.setFocus()

    def _on_name_changed(self) -> None:
        self.erase_button.setEnabled(self._is_right())

    def _is_right(self) -> bool:
        typed = " ".join(self.name_field.text().split()).casefold()
        return self._patient is not None and typed == patient_name(self._patient).casefold()

    def _on_erase_clicked(self) -> None:
        if self._is_right():
            self.erase_asked.emit()
        elif self._patient is not None:
            self._words.set_text(self.tr("That is not the whole name. Type: {name}").format(name=patient_name(self._patient)))
            announce(self, self._words.text())
