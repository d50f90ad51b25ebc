"""The next visit: a chip that becomes a field for day and time when it is pressed."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptbuilder.services.desk.visit_entry import read_visit
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.program.finishing import FinishGuard
from ptbuilder.ui.theme import BETWEEN, SMALL_BUTTON, Theme
from ptbuilder.ui.widgets.chips import RemovableChip
from ptbuilder.ui.widgets.inline_field import InlineField
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import set_tip

FIELD_WIDTH = 150
WORDS_WIDTH = 190


def visit_words(at: datetime, today: date) -> str:
    """Such as "Thu 26 March, 10:30"; without the time where none was given, with the year where it is not this one."""
    day = QLocale().toString(QDate(at.year, at.month, at.day), "ddd d MMMM" if at.year == today.year else "ddd d MMMM yyyy")
    return day if at.time() == time() else f"{day}, {QLocale().toString(QTime(at.hour, at.minute), 'HH:mm')}"


class NextVisit(QWidget):
    """``visit_set`` carries day and time, or None where the visit was taken out; ``opened`` is sent when the field shows.

    What is typed is read back beside the field.
    """

    visit_set = Signal(object)
    opened = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("next_visit")
        self._visit: datetime | None = None
        self._today = date.today()
        self.chip = RemovableChip(theme, self.tr("Next visit"), "open", icon="plus")
        self.chip.setObjectName("next_visit_chip")
        self.field = InlineField(theme, self.tr("Next visit"), self.tr("26 mar 10:30 or +14"), icon="calendar", height=SMALL_BUTTON)
        self.field.setObjectName("next_visit_field")
        self.words = TextLabel(theme, "", "caption", "ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        for part in (self.chip, self.field, self.words):
            row.addWidget(part)
        self.chip.clicked.connect(self.edit)
        self.chip.remove_asked.connect(lambda: self.visit_set.emit(None))
        self.field.textEdited.connect(self._on_text_edited)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.left_field.connect(self._leave)
        self.field.called_off.connect(self._call_off)
        self._guard = FinishGuard(self, self._leave)
        self._show_field(False)

    @property
    def is_editing(self) -> bool:
        """Whether a visit is being typed."""
        return not self.field.isHidden()

    def sizeHint(self) -> QSize:
        """The chip, or the field with the words beside it."""
        if not self.is_editing:
            return self.chip.sizeHint()
        return QSize(self.theme.wide(FIELD_WIDTH + WORDS_WIDTH) + BETWEEN, self.field.height())

    def show_visit(self, visit: datetime | None, today: date) -> None:
        """Show the visit of the program, or the offer to set one."""
        self._visit, self._today = visit, today
        before = self.chip.sizeHint()
        if visit is None:
            self.chip.show_state("open", self.tr("Next visit"), "plus")
            self.chip.setAccessibleName(self.tr("Set the next visit"))
            set_tip(self.chip, self.tr("Printed on the handout"))
        else:
            self.chip.show_state("plain", self.tr("Next visit: {day}").format(day=visit_words(visit, today)), "calendar")
            set_tip(self.chip, self.tr("Press to change it, Del to take it out"))
        if self.chip.sizeHint() != before:
            self.updateGeometry()
            self.resized.emit()

    def edit(self) -> None:
        """Open the field with what is set, all of it selected."""
        typed = (
            ""
            if self._visit is None
            else f"{self._visit:%Y-%m-%d}" + (f" {self._visit:%H:%M}" if self._visit.time() != time() else "")
        )
        self.field.setText(typed)
        self._on_text_edited(typed)
        self._show_field(True)
        self.opened.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _on_text_edited(self, text: str) -> None:
        visit = read_visit(text, self._today)
        self.field.set_unusual(bool(text.strip()) and visit is None)
        unread = self.tr("Type 26 mar 10:30, thu 9 or +14") if text.strip() else ""
        self.words.set_text(visit_words(visit, self._today) if visit is not None else unread)

    def _on_return_pressed(self) -> None:
        text = self.field.text().strip()
        visit = read_visit(text, self._today)
        if text and visit is None:
            announce(self, self.tr("This is no coming day. Type 26 mar 10:30, thu 9 or +14."))
            return
        self._close(visit, keep_focus=True)

    def _leave(self) -> None:
        """Take what can be read; what cannot, or is empty, changes nothing."""
        if self.is_editing:
            self._close(read_visit(self.field.text(), self._today) or self._visit)

    def _call_off(self) -> None:
        self._close(self._visit, keep_focus=True)

    def _close(self, visit: datetime | None, *, keep_focus: bool = False) -> None:
        self._show_field(False)
        if keep_focus:
            self.chip.setFocus(Qt.FocusReason.OtherFocusReason)
        if visit != self._visit:
            self.visit_set.emit(visit)

    def _show_field(self, shown: bool) -> None:
        self.field.setFixedWidth(self.theme.wide(FIELD_WIDTH))
        self.chip.setVisible(not shown)
        self.field.setVisible(shown)
        self.words.setVisible(shown)
        self.updateGeometry()
        self.resized.emit()
