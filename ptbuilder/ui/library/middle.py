"""The middle of the library page: the search, what is filtered by, and the exercises found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.library.exercise_grid import ExerciseGrid
from ptbuilder.ui.library.filter_tree import FilterModel, FilterValue
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground


class LibraryMiddle(Ground):
    """Search, chips of the filters, grid. ``filter_dropped`` carries the FilterValue whose chip was pressed.

    ``show_over`` puts something else in the place of all this, such as a figure that is posed. ``questions_asked`` follows the
    button beside what a newer library asks.
    """

    filter_dropped = Signal(object)
    questions_asked = Signal()

    def __init__(self, theme: Theme, library: Library, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self.search = Field(theme, "", "", icon="search", keys=("/",))
        self.search.setObjectName("library_search")
        self.new_button = Button(theme, self.tr("New exercise"), icon="plus")
        self.new_button.setObjectName("new_exercise")
        self.filter_button = Button(theme, self.tr("Filters"), icon="filter", small=True)
        self.filter_button.setObjectName("show_filters")
        self.count = TextLabel(theme, "", "strong")
        self.count.setObjectName("library_count")
        self.questions = NoticeLine(theme, "warn")
        self.questions.setObjectName("library_questions")
        self.see_questions = Button(theme, self.tr("Show"), small=True)
        self.see_questions.setObjectName("show_questions")
        self.chip_place = QWidget()
        self._chips = FlowLayout(self.chip_place)
        self.grid = ExerciseGrid(theme, library, pictures)
        self.empty_text = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.clear_last = Button(theme, self.tr("Clear the last filter"), small=True)
        self._empty = QWidget()
        self.top = QVBoxLayout()
        self._over = QStackedWidget()
        self._lay_out()

    def show_size(self, count: int) -> None:
        """Say in the empty search how many exercises there are."""
        words = self.tr("Search {n} exercises").format(n=count)
        self.search.setAccessibleName(words)
        self.search.setPlaceholderText(words)

    def show_found(self, count: int, filters: FilterModel) -> None:
        """Say how many were found and by which filters, and what to do where none was."""
        self.count.set_text(self.tr("1 exercise") if count == 1 else self.tr("{n} exercises").format(n=count))
        self._show_chips(filters.chosen_values())
        self._say_empty(count, filters.last)

    def show_questions(self, count: int) -> None:
        """Say how many exercises wait for an answer, since a newer library and the clinic differ; nothing where none does."""
        one = self.tr("The library has changed 1 exercise that you changed or checked.")
        many = self.tr("The library has changed {n} exercises that you changed or checked.")
        self.questions.show_line("warn", one if count == 1 else many.format(n=count))
        self.see_questions.setAccessibleName(self.tr("Show the next exercise that waits for an answer"))
        self.questions.setVisible(count > 0)

    def show_over(self, widget: QWidget | None) -> None:
        """Show ``widget`` in the place of search and grid; None brings them back, and the other one is deleted."""
        while self._over.count() > 1:
            old = self._over.widget(1)
            if old is not None:
                self._over.removeWidget(old)
                old.deleteLater()
        if widget is not None:
            self._over.addWidget(widget)
            self._over.setCurrentWidget(widget)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show_chips(self, chosen: tuple[FilterValue, ...]) -> None:
        self._chips.take_all()
        for each in chosen:
            chip = Chip(self.theme, each.name, "served", icon="close")
            chip.setAccessibleName(self.tr("Clear the filter {name}").format(name=each.name))
            chip.clicked.connect(lambda _=False, each=each: self.filter_dropped.emit(each))
            self._chips.addWidget(chip)
        self.chip_place.updateGeometry()

    def _say_empty(self, count: int, last: FilterValue | None) -> None:
        self.grid.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        if last is not None:
            text = self.tr("No exercise has all of these. Clear the last filter: {name}.").format(name=last.name)
        else:
            text = self.tr('Nothing matches "{text}". Try fewer letters.').format(text=self.search.text().strip())
        self.empty_text.set_text(text)
        self.clear_last.setVisible(last is not None)

    def _lay_out(self) -> None:
        self._lay_out_top()
        self.questions.row.addWidget(self.see_questions)
        self.questions.hide()
        self.see_questions.clicked.connect(self.questions_asked)
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        empty.addWidget(self.empty_text)
        empty.addWidget(self.clear_last)
        empty.addStretch(1)
        inside = QWidget()
        column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        for each in (column, whole):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        column.addLayout(self.top)
        column.addWidget(self.questions)
        column.addWidget(self.grid, 1)
        column.addWidget(self._empty, 1)
        self._over.addWidget(inside)
        whole.addWidget(self._over)

    def _lay_out_top(self) -> None:
        self.top.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        self.top.setSpacing(BETWEEN)
        for parts in ((self.search, self.new_button), (self.filter_button, self.count, self.chip_place)):
            line = QHBoxLayout()
            line.setSpacing(BETWEEN)
            for part in parts:
                line.addWidget(part, 1 if part in (self.search, self.chip_place) else 0)
            self.top.addLayout(line)
