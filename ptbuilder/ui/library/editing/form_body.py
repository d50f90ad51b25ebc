"""What scrolls in the form, with the list of its parts beside it (above it where there is little width)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.library.editing.advising import Said, state_of
from ptbuilder.ui.library.editing.jump_list import JumpField, JumpList
from ptbuilder.ui.library.editing.picture_row import PictureRow
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.sections import Part, fact_parts
from ptbuilder.ui.library.editing.words_part import WordsPart
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel

LIST_FROM, BOTH_FROM = 640, 520
"""Widths at 100 % text: of the form from which the list stands beside it, of the words from which both languages do."""
LIST = 190
MOST = 980
"""Widths at 100 % text of the list, and of the fields at most: longer lines are hard to read."""


class FormBody(QWidget):
    """``rows`` by path, all of them; ``next_asked`` is the button beside what cannot be kept."""

    next_asked = Signal()

    def __init__(self, theme: Theme, library: Library, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = WordsPart(theme)
        self.picture = PictureRow(theme, pictures)
        facts = (Part("picture", self.tr("Picture"), (self.picture,)), *fact_parts(theme, library))
        self._paths = {"words": tuple(self.words.rows)} | {each.code: tuple(row.path for row in each.rows) for each in facts}
        self.rows: dict[str, FormRow] = {**self.words.rows, **{row.path: row for each in facts for row in each.rows}}
        titles = (("words", self.tr("Words")), *((each.code, each.title) for each in facts))
        self.jumps, self.jump_field = JumpList(theme, titles), JumpField(theme, titles)
        self._titles = {code: TextLabel(theme, title, "name") for code, title in titles}
        self._name = ElidedLabel(theme, "", "heading")
        self.faults = NoticeLine(theme, "warn")
        self.faults.setObjectName("form_faults")
        self._next = Button(theme, self.tr("Go there"), key="F8", small=True)
        self._inside = self._laid_parts(facts)
        self.area = scrollable(self._inside)
        self._is_jumping = False
        self._revealed: FormRow | None = None
        self._lay_out()
        self._connect()

    # ---- what it shows ----------------------------------------------------------------------------------------------

    def show_title(self, name: str) -> None:
        """Name the exercise."""
        self._name.set_text(name)

    def show_faults(self, says: str, *, has_places: bool = False) -> None:
        """Say why it was not saved; nothing for an empty text. With places there is a button that goes there."""
        self.faults.show_line("warn", says, self.tr("Not saved."))
        self._next.setVisible(has_places)
        self.faults.setVisible(bool(says))

    def show_said(self, said: Mapping[str, Said]) -> None:
        """Sign the parts with their states."""
        states = {code: state_of(paths, said) for code, paths in self._paths.items()}
        self.jumps.show_states(states)
        self.jump_field.show_states(states)
        if "error" not in states.values():
            self.show_faults("")

    def show_top(self) -> None:
        """Show what stands first."""
        self.area.verticalScrollBar().setValue(0)
        self._mark("words")

    def go_to(self, code: str, *, takes_focus: bool = False) -> None:
        """Scroll a part to the top; with the focus into its first field where that is wanted."""
        if takes_focus:
            self._first_row(code).focus_part()
        self._revealed = None
        self._is_jumping = True
        top = 0 if code == "words" else self._titles[code].y() - BETWEEN
        self.area.verticalScrollBar().setValue(top)
        self._is_jumping = False
        self._mark(code)

    def go_by(self, step: int) -> None:
        """Go to the next part (1) or the one before (-1), seen from the focus."""
        order = list(self._paths)
        here = next(
            (code for code, paths in self._paths.items() if any(self.rows[each].has_focus for each in paths)), self._current
        )
        self.go_to(order[max(0, min(len(order) - 1, order.index(here) + step))], takes_focus=True)

    def reveal(self, row: FormRow) -> None:
        """Put the focus into a row and show all of it."""
        if row.language and not row.isVisibleTo(self):
            self.words.show_language(row.language)
        row.focus_part()
        self._revealed = row
        self._show_revealed()

    def settle(self) -> None:
        """Stay where it is from now on, also where the fields change their heights."""
        self._revealed = None

    def go_to_next(self, said: Mapping[str, Said]) -> bool:
        """Go to the next field that cannot be kept, else to the next that waits to be filled in; False where none is left."""
        for state in ("error", "open"):
            rows = [row for row in self.rows.values() if row.path in said and said[row.path].state == state]
            if rows:
                order = list(self.rows.values())
                here = next((place for place, row in enumerate(order) if row.has_focus), -1)
                self.reveal(next((row for row in rows if order.index(row) > here), rows[0]))
                return True
        return False

    def go_to_first_fault(self, said: Mapping[str, Said]) -> None:
        """Go to the first field that cannot be kept."""
        first = next((row for row in self.rows.values() if row.path in said and said[row.path].fault), None)
        if first is not None:
            self.reveal(first)

    def go_on_from(self, row: FormRow) -> None:
        """Go to the field behind this one, of words in the same language."""
        order = [each for each in self.rows.values() if each.language in (row.language, "") and not each.isHidden()]
        place = order.index(row) + 1
        if place < len(order):
            self.reveal(order[place])

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list beside the fields or above them, both languages or one."""
        super().resizeEvent(event)
        self._fit()

    # ---- inside -----------------------------------------------------------------------------------------------------

    @property
    def _current(self) -> str:
        return str(self.jump_field.currentData())

    def _first_row(self, code: str) -> FormRow:
        rows = [self.rows[path] for path in self._paths[code]]
        return next((row for row in rows if row.isVisibleTo(self)), rows[0])

    def _mark(self, code: str) -> None:
        self.jumps.set_current(code)
        self.jump_field.set_current(code)

    def _show_revealed(self) -> None:
        """Show the field that was gone to; where the rows are laid out anew it is gone to again."""
        row = self._revealed
        if row is not None and row.has_focus:
            self._is_jumping = True
            self.area.ensureWidgetVisible(row, 0, ROW)
            self.area.ensureWidgetVisible(self.window().focusWidget(), 0, 3 * ROW)
            self._is_jumping = False
            self._mark(next(code for code, paths in self._paths.items() if row.path in paths))

    def _on_scrolled(self) -> None:
        """The part that begins last above the upper third of what is in sight; at the very end the last one."""
        if self._is_jumping:
            return
        self._revealed = None
        bar = self.area.verticalScrollBar()
        line = bar.value() + self.area.viewport().height() / 3
        if bar.maximum() > 0 and bar.value() == bar.maximum():
            line = float(self._inside.height())
        self._mark([code for code, title in self._titles.items() if title.y() <= line or code == "words"][-1])

    def _fit(self) -> None:
        has_list = self.width() >= self.theme.wide(LIST_FROM)
        self._list_place.setVisible(has_list)
        self._list_place.setFixedWidth(self.theme.wide(LIST))
        self.jump_field.setVisible(not has_list)
        room = self.width() - (self.theme.wide(LIST) if has_list else 0) - 2 * EDGE
        self.words.set_wide(room >= self.theme.wide(BOTH_FROM))
        self._inside.setMaximumWidth(self.theme.wide(MOST))

    def _laid_parts(self, facts: Sequence[Part]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, EDGE)
        column.setSpacing(ROW)
        self._titles["words"].hide()
        column.addWidget(self._titles["words"])
        column.addWidget(self.words)
        for part in facts:
            column.addSpacing(GROUP - ROW)
            column.addWidget(self._titles[part.code])
            for row in part.rows:
                column.addWidget(row)
        column.addStretch(1)
        return inside

    def _lay_out(self) -> None:
        self._list_place = QWidget()
        beside = QVBoxLayout(self._list_place)
        beside.setContentsMargins(BETWEEN, BETWEEN, 0, BETWEEN)
        beside.addWidget(self.jumps)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, ROW, EDGE, BETWEEN)
        head.setSpacing(BETWEEN)
        head.addWidget(self._name, 1)
        head.addWidget(self.jump_field, 1)
        self.faults.row.addWidget(self._next)
        self.faults.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.faults, 1, 0, 1, 2)
        grid.addWidget(self._list_place, 2, 0)
        grid.addWidget(self.area, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)

    def _connect(self) -> None:
        self._next.clicked.connect(self.next_asked)
        self.jumps.asked.connect(self.go_to)
        self.jumps.entered.connect(lambda code: self.go_to(code, takes_focus=True))
        self.jump_field.asked.connect(lambda code: self.go_to(code, takes_focus=True))
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.area.verticalScrollBar().rangeChanged.connect(self._show_revealed)
