"""The library page: what there is, found by words and filters, looked at in full, added to the patient at the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name, patient_name
from ptbuilder.ui.library.details import ExerciseDetails
from ptbuilder.ui.library.exercise_grid import ExerciseGrid
from ptbuilder.ui.library.filter_tree import FilterTree
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

THREE_PARTS = 800
"""Below this width (at 100 % text) filters and details take turns."""
FILTERS, DETAILS = 232, 370
"""Widths at 100 % text in a window of 1440; narrower ones shrink them."""


class LibraryPage(QWidget):
    """``told`` carries a sentence when an exercise was added."""

    told = Signal(str)

    def __init__(
        self,
        desk_signals: DeskSignals,
        browser: LibraryBrowser,
        theme: Theme,
        pictures: DrawingCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("library_page")
        self.theme = theme
        self._desk_signals = desk_signals
        self._browser = browser
        library = desk_signals.desk.library
        self.tree = FilterTree(theme, library)
        self._clear = Button(theme, self.tr("Clear"), "quiet", small=True)
        words = self.tr("Search {n} exercises").format(n=len(browser.exercises))
        self.search = Field(theme, words, words, icon="search", keys=("/",))
        self.search.setObjectName("library_search")
        self._left = Ground(theme, "window", ("right",))
        self._wants_filters = False
        self._filter_button = Button(theme, self.tr("Filters"), icon="filter", small=True)
        self._filter_button.setObjectName("show_filters")
        self._filter_button.clicked.connect(self._on_filter_button_clicked)
        self._count = TextLabel(theme, "", "strong")
        self._count.setObjectName("library_count")
        self._chip_place = QWidget()
        self._chips = FlowLayout(self._chip_place)
        self.grid = ExerciseGrid(theme, library, pictures)
        self._empty = QWidget()
        self._empty_text = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self._clear_last = Button(theme, self.tr("Clear the last filter"), small=True)
        self.details = ExerciseDetails(theme, library, pictures)
        self.footer_end = KeyHints(theme, self._hints())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.refresh()

    # ---- what the page does -----------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_first(self) -> None:
        """Put the focus into the grid."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_exercise(self, code: str) -> None:
        """Mark an exercise; filters that hide it are cleared."""
        if self.grid.exercises.place_of(code) < 0:
            self.search.clear()
            self.tree.filters.clear()
        self.grid.mark(code)

    def refresh(self) -> None:
        """Find anew with the words and filters as they are."""
        desk = self._desk_signals.desk
        present = frozenset(row.exercise.code for row in desk.rows)
        filters = self.tree.filters
        found = self._browser.find(self.search.text(), filters.chosen, allowed=desk.stage_outcome.candidates, in_program=present)
        filters.show_counts(found.counts)
        self.grid.exercises.set_present(present)
        self.grid.show_codes(found.codes)
        count = len(found.codes)
        self._count.set_text(self.tr("1 exercise") if count == 1 else self.tr("{n} exercises").format(n=count))
        self._show_chips()
        self._say_empty(count)
        self._show_details()

    def add(self, code: str) -> None:
        """Add an exercise to the patient at the desk."""
        desk = self._desk_signals.desk
        try:
            desk.add_exercise(code)
        except PTBuilderError as error:
            self._desk_signals.refused.emit(str(error))
            return
        text = self.tr("{exercise} added to {name}.")
        said = text.format(exercise=exercise_name(desk.library, code), name=self._patient_words())
        announce(self, said)
        self.told.emit(said)

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search, Down goes to the grid and Enter adds the first; Esc clears the search."""
        in_search = self.search.hasFocus()
        if event.key() == Qt.Key.Key_Down and in_search:
            self.grid.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Filters and details shrink in narrow windows; the grid takes the rest."""
        super().resizeEvent(event)
        width = self.width()
        left = min(self.theme.wide(FILTERS), round(width * 0.21))
        if width < self.theme.wide(THREE_PARTS):
            left = min(self.theme.wide(FILTERS), round(width * 0.4))
        right = min(self.theme.wide(DETAILS), round(width * 0.32))
        self._show_parts()
        self._splitter.setSizes([left, max(width - left - right, 1), right])

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show_parts(self) -> None:
        """Filters and details take turns where three parts do not fit."""
        fits = self.width() >= self.theme.wide(THREE_PARTS)
        self._filter_button.setVisible(not fits)
        self._left.setVisible(fits or self._wants_filters)
        self._show_details()

    def _on_filter_button_clicked(self) -> None:
        self._wants_filters = not self._wants_filters
        self._show_parts()

    def _hints(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("arrow-left", "arrow-right", "arrow-up", "arrow-down"), self.tr("choose")),
            (("Enter",), self.tr("add")),
            (("/",), self.tr("search")),
        )

    def _lay_out(self) -> None:
        left = self._left
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, BETWEEN, EDGE, 0)
        head.addWidget(TextLabel(self.theme, self.tr("Filters"), "name"))
        head.addStretch(1)
        head.addWidget(self._clear)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (left, self._middle(), self.details):
            self._splitter.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _middle(self) -> QWidget:
        middle = Ground(self.theme, "surface")
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        top.setSpacing(BETWEEN)
        top.addWidget(self.search)
        line = QHBoxLayout()
        line.setSpacing(BETWEEN)
        line.addWidget(self._filter_button)
        line.addWidget(self._count)
        line.addWidget(self._chip_place, 1)
        top.addLayout(line)
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        empty.addWidget(self._empty_text)
        empty.addWidget(self._clear_last)
        empty.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self._empty, 1)
        return middle

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.returnPressed.connect(self._on_return_pressed)
        self.tree.filters.chosen_changed.connect(self.refresh)
        self._clear.clicked.connect(self.tree.filters.clear)
        self._clear_last.clicked.connect(self._on_clear_last)
        self.grid.add_asked.connect(self.add)
        self.grid.marked.connect(lambda _code: self._show_details())
        self.details.add_asked.connect(self.add)
        self.details.neighbour_asked.connect(self.show_exercise)

    def _show_chips(self) -> None:
        self._chips.take_all()
        filters = self.tree.filters
        for each in filters.chosen_values():
            chip = Chip(self.theme, each.name, "served", icon="close")
            chip.setAccessibleName(self.tr("Clear the filter {name}").format(name=each.name))
            chip.clicked.connect(lambda _=False, each=each: filters.set_chosen(each, False))
            self._chips.addWidget(chip)
        self._chip_place.updateGeometry()
        self._clear.setVisible(bool(filters.chosen_values()))

    def _say_empty(self, count: int) -> None:
        self.grid.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        last, typed = self.tree.filters.last, self.search.text().strip()
        if last is not None:
            text = self.tr("No exercise has all of these. Clear the last filter: {name}.").format(name=last.name)
        else:
            text = self.tr('Nothing matches "{text}". Try fewer letters.').format(text=typed)
        self._empty_text.set_text(text)
        self._clear_last.setVisible(last is not None)

    def _show_details(self) -> None:
        exercise, desk = self.grid.current, self._desk_signals.desk
        fits = self.width() >= self.theme.wide(THREE_PARTS)
        self.details.setVisible(exercise is not None and (fits or not self._wants_filters))
        if exercise is None:
            return
        asked = not desk.work.assessment.is_empty
        self.details.show_exercise(exercise, desk.why_not(exercise.code) if asked else None)
        present = self.grid.exercises.is_present(exercise.code)
        self.details.show_patient(self._patient_words(), is_present=present, can_add=desk.outcome.stop is None)

    def _patient_words(self) -> str:
        patient = self._desk_signals.desk.work.patient
        return patient_name(patient) if patient.full_name else self.tr("the program")

    def _on_desk_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Catch up with the desk."""
        super().showEvent(event)
        self.refresh()

    def _on_return_pressed(self) -> None:
        exercise = self.grid.current
        if exercise is not None:
            self.add(exercise.code)

    def _on_clear_last(self) -> None:
        last = self.tree.filters.last
        if last is not None:
            self.tree.filters.set_chosen(last, False)
