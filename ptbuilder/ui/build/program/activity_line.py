"""One row of the table of activities in the window: what, from when, what goes with it, and the ways back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QObject, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.domain.activity import OWN, ActivityChange, ActivityRow
from ptbuilder.ui.build.program.activity_value import VALUE_LEFT, ActivityValue
from ptbuilder.ui.labels import language
from ptbuilder.ui.theme import SMALL_BUTTON, TARGET, Theme
from ptbuilder.ui.widgets.buttons import IconButton
from ptbuilder.ui.widgets.text import ElidedLabel
from ptbuilder.wording import activities
from ptbuilder.wording.numbers import NO_BREAK

PAPER = "a4"
"""Dates in the window are not printed on any paper."""
LEAST_FOR_ONE = 440
"""Width at 100 % text from which a row stands on one line; in less, as beside the preview, its name has a line of its own."""


def line_height(theme: Theme) -> int:
    """The height of each line of a row."""
    return max(theme.tall(SMALL_BUTTON, "caption"), TARGET, theme.wide(TARGET))


def when_words(row: ActivityRow) -> str:
    """When, shorter than on paper, and with "you" where paper names the therapist, who is the one reading here."""
    if row.state == "ask" or row.day is None:
        return _tr("When you say so")
    if row.state == "later" and row.on is not None:
        day = QLocale().toString(QDate(row.on.year, row.on.month, row.on.day), "ddd d MMM")
        return (_tr("Not before {day}") if row.asks else _tr("From {day}")).format(day=day)
    return activities.when(row, language(), PAPER).replace(NO_BREAK, " ")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActivityLine", text)


class ActivityLine(QWidget):
    """``day_typed`` and ``words_typed`` carry what was typed, ``hide_asked`` whether to leave the row out.

    ``step_asked`` carries the column (0 when, 1 what to mind) and -1 or 1 for the row above or below.
    """

    day_typed = Signal(str)
    words_typed = Signal(str)
    hide_asked = Signal(bool)
    back_asked = Signal()
    step_asked = Signal(int, int)

    def __init__(self, theme: Theme, code: str, reader: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.code = code
        self.setObjectName(f"activity_{code}")
        self._is_hidden = False
        self._is_low = True
        self.name = ElidedLabel(theme, "", "caption-strong")
        self.name.setContentsMargins(VALUE_LEFT, 0, 0, 0)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.when = ActivityValue(theme, self.tr("8, 25 mar or now"), reader=reader)
        self.how = ActivityValue(theme, self.tr("What to mind"), is_note=True)
        self.said = ElidedLabel(theme, "", "caption", "ink_2")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.said.hide()
        self.back_button = IconButton(theme, "undo", "")
        self.hide_button = IconButton(theme, "close", "")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._places = self._made_places()
        self._arrange()
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)
        self.when.typed.connect(self.day_typed)
        self.how.typed.connect(self.words_typed)
        self.when.read_back.connect(self._on_read_back)
        self.back_button.clicked.connect(self.back_asked)
        self.hide_button.clicked.connect(self._on_hide_asked)
        for column, value in enumerate(self.values):
            value.button.remove_asked.connect(self._on_hide_asked)
            value.button.step_asked.connect(partial(self.step_asked.emit, column))
            value.button.installEventFilter(self)
        for button in (self.back_button, self.hide_button):
            button.installEventFilter(self)

    @property
    def values(self) -> tuple[ActivityValue, ActivityValue]:
        """The two columns that can be typed in."""
        return self.when, self.how

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in the order of the row."""
        return (self.when.button, self.when.field, self.how.button, self.how.field, self.back_button, self.hide_button)

    def set_low(self, low: bool) -> None:
        """Everything on one line, or the name above the rest."""
        if low != self._is_low:
            self._is_low = low
            self._arrange()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer to add words under the pointer."""
        super().enterEvent(event)
        self._show_offer()

    def leaveEvent(self, event: QEvent) -> None:
        """Offer nothing any more."""
        super().leaveEvent(event)
        self._show_offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer to add words while the focus is in the row."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_offer()
        return super().eventFilter(watched, event)

    def show_row(self, row: ActivityRow, change: ActivityChange, usual: ActivityRow | None) -> None:
        """Show the row; ``usual`` is what the library says, for the way back."""
        self._is_hidden = row.is_hidden
        what = activities.name(row, language()).replace(NO_BREAK, " ")
        self.name.set_text(what)
        self.name.set_color("ink_3" if row.is_hidden else "ink")
        when = when_words(row)
        typed = "" if row.day is None else str(row.day)
        name = self.tr("{activity}, when").format(activity=what)
        self.when.show_value(when, typed, name, is_changed=change.day is not None, is_faint=row.is_hidden)
        self._show_how(row, change, what)
        self._show_ways(row, usual, what)

    def _show_how(self, row: ActivityRow, change: ActivityChange, what: str) -> None:
        name = self.tr("{activity}, what to mind").format(activity=what)
        if row.is_hidden:
            self.how.show_value(self.tr("Not printed"), "", name, is_faint=True)
            self.how.button.set_quiet_offer(False)
            return
        told = activities.how(replace(row, is_new=False), language(), PAPER).replace(NO_BREAK, " ")
        typed = told if change.words is None else change.words
        is_changed = change.words is not None and not change.is_own
        self.how.show_value(told or self.tr("Add words"), typed, name, is_changed=is_changed, is_faint=not told)
        self.how.button.set_quiet_offer(not told)

    def _show_ways(self, row: ActivityRow, usual: ActivityRow | None, what: str) -> None:
        is_own = self.code.startswith(OWN)
        self.back_button.setVisible(row.is_changed and not is_own)
        before = when_words(usual) if usual is not None else ""
        self.back_button.set_name(self.tr("{activity}: back to the usual ({usual})").format(activity=what, usual=before))
        self.hide_button.set_icon("eye" if row.is_hidden else "close")
        if is_own:
            self.hide_button.set_name(self.tr("Remove {activity}").format(activity=what))
        elif row.is_hidden:
            self.hide_button.set_name(self.tr("Print {activity} again").format(activity=what))
        else:
            self.hide_button.set_name(self.tr("Do not print {activity}").format(activity=what))

    def _on_read_back(self, words: str) -> None:
        """What is typed is read back beside the field, in the place of what to mind."""
        self.said.set_text(words)
        self.said.setVisible(self.when.is_editing)
        self.how.setVisible(not self.when.is_editing)

    def _show_offer(self) -> None:
        parts = (self.when.button, self.how.button, self.back_button, self.hide_button)
        self.how.button.set_awake(self.underMouse() or any(part.hasFocus() for part in parts))

    def _made_places(self) -> QWidget:
        """The two buttons keep their places, so that columns of all rows stand under each other."""
        made = QWidget()
        places = QHBoxLayout(made)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(0)
        places.addStretch(1)
        places.addWidget(self.back_button)
        places.addWidget(self.hide_button)
        return made

    def _arrange(self) -> None:
        grid, low = self._grid, self._is_low
        for part in (self.name, self.when, self.how, self.said, self._places):
            grid.removeWidget(part)
        grid.addWidget(self.name, 0, 0, 1, 1 if low else 2)
        grid.addWidget(self.when, *((0, 1) if low else (1, 0)))
        for part in (self.how, self.said):
            grid.addWidget(part, *((0, 2) if low else (1, 1, 1, 3)))
        grid.addWidget(self._places, 0, 3)
        for column, share in enumerate((1, 1, 1) if low else (5, 4, 0)):
            grid.setColumnStretch(column, share)
        self._on_theme_changed()

    def _on_hide_asked(self) -> None:
        self.hide_asked.emit(not self._is_hidden)

    def _on_theme_changed(self) -> None:
        self._places.setFixedWidth(2 * max(TARGET, self.theme.wide(TARGET)))
        high = line_height(self.theme)
        self._grid.setRowMinimumHeight(0, high)
        self._grid.setRowMinimumHeight(1, 0 if self._is_low else high)
