"""The day of the assessment: words that become a field when they are pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptbuilder.ui.build.assessment.date_doubt import DateDoubt
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import long_date
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.fields import Field


class _DateField(Field):
    """Esc puts back, and so does leaving."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DateLine(QWidget):
    """``refused`` carries a sentence where what was typed is no date, or one that can hardly be meant; the field stays then."""

    refused = Signal(str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._desk_signals = desk_signals
        self._doubt = DateDoubt()
        self.button = Button(theme, "", "plain", small=True)
        self.button.setObjectName("assessment_date")
        hint = self.tr("2 mar or 10d")
        self.field = _DateField(theme, self.tr("Date of the assessment"), hint, height=28)
        self.field.setObjectName("assessment_date_field")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.field)
        self.field.hide()
        self.button.clicked.connect(self.edit)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.left.connect(self._show_words)

    def refresh(self) -> None:
        """Show the day of the desk."""
        desk = self._desk_signals.desk
        text = long_date(desk.work.assessment.on or desk.today)
        self.button.set_label(text)
        self.button.setAccessibleName(self.tr("Date of the assessment, {date}").format(date=text))

    def edit(self) -> None:
        """Open the field."""
        if self._desk_signals.is_open:
            self.field.clear()
            self.field.setFixedWidth(self.theme.wide(120))
            self.button.hide()
            self.field.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self) -> None:
        self.field.hide()
        self.button.show()

    def _on_return_pressed(self) -> None:
        from ptbuilder.services.desk.typed_day import read_day

        desk = self._desk_signals.desk
        text = self.field.text().strip()
        on = read_day(text.lower().split(), desk.today, "past")
        doubt = self._doubt.sentence(on, desk.today)
        if doubt:
            self.refused.emit(doubt)
            self.field.selectAll()
            return
        if on is not None:
            desk.set_assessed_on(on)
        elif text:
            self.refused.emit(self.tr('"{text}" is no date. Type 2 mar, 2026-03-02 or 10d.').format(text=text))
        self._show_words()
