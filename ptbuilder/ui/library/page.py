"""The library page: what there is, found by words and filters, looked at in full, changed, added to the patient at the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ptbuilder.ui.adding import add_exercise
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name, patient_name
from ptbuilder.ui.library.details import ExerciseDetails
from ptbuilder.ui.library.filter_tree import FilterTree
from ptbuilder.ui.library.filters_pane import FiltersPane
from ptbuilder.ui.library.footer_end import LibraryFooter
from ptbuilder.ui.library.keeping import LibraryKeeping
from ptbuilder.ui.library.middle import LibraryMiddle
from ptbuilder.ui.library.posing_place import PosingPlace
from ptbuilder.ui.library.tools import LibraryTools
from ptbuilder.ui.library.transfer import Transfer
from ptbuilder.ui.preferences import LETTERS, Preferences
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme

THREE_PARTS = 800
"""Below this width (at 100 % text) filters and details take turns."""
FORM_AND_GRID = 1200
"""Below this width (at 100 % text) the form has the page for itself; filters make room for it in any width."""
FILTERS, DETAILS, FORM = 232, 370, 880
"""Widths at 100 % text in a window of 1440; narrower ones shrink them."""


class LibraryPage(QWidget):
    """``told`` carries a sentence when an exercise was added or changed."""

    told = Signal(str)

    def __init__(
        self,
        desk_signals: DeskSignals,
        tools: LibraryTools,
        theme: Theme,
        pictures: DrawingCache,
        tasks: TaskRunner,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("library_page")
        self.theme = theme
        self._desk_signals = desk_signals
        self._browser = tools.browser
        self._preferences = preferences
        library = desk_signals.desk.library
        self.tree = FilterTree(theme, library)
        self._left = FiltersPane(theme, self.tree)
        self._wants_filters = False
        self._scrolled = 0
        self.middle = LibraryMiddle(theme, library, pictures)
        self.search, self.grid = self.middle.search, self.middle.grid
        self.grid.exercises.origin = tools.editing.origin
        self.details = ExerciseDetails(theme, library, pictures, tools.editing)
        self.keeping = LibraryKeeping(theme, desk_signals, tools.editing, tools.unfinished, self.details, tasks)
        self.posing = PosingPlace(desk_signals, tools.editing, tools.posing, self.middle)
        self.footer_end = LibraryFooter(theme)
        self.transfer = Transfer(tools.transfer, library, self.middle, self.footer_end, preferences)
        self._edit_key = QShortcut(QKeySequence("E"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
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
        """Put the focus into the grid, or back into an unfinished form."""
        if self.posing.is_open:
            self.posing.focus_first()
        elif self.keeping.is_editing and self.keeping.form is not None:
            self.keeping.form.focus_again()
        else:
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
        self.middle.show_size(self._browser.count)
        self.middle.show_found(len(found.codes), filters)
        self.middle.show_questions(len(self.keeping.editing.asking))
        self._left.clear.setVisible(bool(filters.chosen_values()))
        self._show_details()

    def add(self, code: str) -> None:
        """Add an exercise to the patient at the desk."""
        if not add_exercise(self._desk_signals, code):
            return
        desk, text = self._desk_signals.desk, self.tr("{exercise} added to {name}.")
        said = text.format(exercise=exercise_name(desk.library, code), name=self._patient_words())
        announce(self, said)
        self.told.emit(said)

    def edit(self) -> None:
        """Open the form of the marked exercise."""
        exercise = self.grid.current
        if exercise is not None and not self.keeping.is_editing and not self.posing.is_open:
            self.keeping.edit(exercise.code)

    def show_question(self) -> None:
        """Mark the next exercise that waits for an answer, after the marked one."""
        asking, current = self.keeping.editing.asking, self.grid.current
        here = asking.index(current.code) + 1 if current is not None and current.code in asking else 0
        if asking:
            self.show_exercise(asking[here % len(asking)])
            self.details.show_top()

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
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the desk."""
        super().showEvent(event)
        self._edit_key.setEnabled(self._preferences.get(LETTERS, "on") == "on")
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is unfinished: another page is opened, or the window goes."""
        super().hideEvent(event)
        self.keeping.keep_unfinished()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _share_width(self) -> None:
        width, is_editing = self.width(), self.keeping.is_editing
        left = min(self.theme.wide(FILTERS), round(width * 0.21))
        if width < self.theme.wide(THREE_PARTS):
            left = min(self.theme.wide(FILTERS), round(width * 0.4))
        right = min(self.theme.wide(DETAILS), round(width * 0.32))
        if is_editing:
            right = min(self.theme.wide(FORM), width)
        self._show_parts()
        left = 0 if self._left.isHidden() else left
        self._splitter.setSizes([left, max(width - left - right, 1), right])

    def _show_parts(self) -> None:
        """Filters and details take turns where three parts do not fit; the form comes before the filters."""
        is_editing = self.keeping.is_editing
        fits = self.width() >= self.theme.wide(THREE_PARTS) and not is_editing
        self.middle.filter_button.setVisible(not fits and not is_editing)
        self.middle.setVisible(not is_editing or self.width() >= self.theme.wide(FORM_AND_GRID))
        self._left.setVisible((fits or self._wants_filters) and not is_editing and not self.posing.is_open)
        self._show_details()

    def _on_filter_button_clicked(self) -> None:
        self._wants_filters = not self._wants_filters
        self._show_parts()

    def _lay_out(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (self._left, self.middle, self.keeping):
            self._splitter.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        middle, filters, keeping = self.middle, self.tree.filters, self.keeping
        self._desk_signals.changed.connect(self._on_desk_changed)
        self._desk_signals.library_changed.connect(self.grid.exercises.show_changed)
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.returnPressed.connect(self._on_return_pressed)
        filters.chosen_changed.connect(self.refresh)
        middle.clear_last.clicked.connect(self._on_clear_last)
        middle.questions_asked.connect(self.show_question)
        middle.filter_dropped.connect(lambda each: filters.set_chosen(each, False))
        middle.filter_button.clicked.connect(self._on_filter_button_clicked)
        middle.new_button.clicked.connect(self.write_new)
        self.grid.add_asked.connect(self.add)
        self.grid.marked.connect(self._on_marked)
        self.details.add_asked.connect(self.add)
        self.details.neighbour_asked.connect(self.show_exercise)
        self._edit_key.activated.connect(self.edit)
        self.details.pose_asked.connect(self.posing.open)
        self.posing.told.connect(self.told)
        self.posing.turned.connect(self._on_posing)
        keeping.told.connect(self.told)
        keeping.pose_asked.connect(self.posing.open)
        self.transfer.told.connect(self.told)
        self.transfer.refused.connect(self._desk_signals.refused)
        keeping.turned.connect(self._on_turned)
        keeping.kept.connect(self.show_exercise)

    def _show_details(self) -> None:
        exercise, desk = self.grid.current, self._desk_signals.desk
        fits = self.width() >= self.theme.wide(THREE_PARTS)
        is_editing = self.keeping.is_editing
        wanted = is_editing or (exercise is not None and (fits or not self._wants_filters))
        self.keeping.setVisible(wanted and not self.posing.is_open)  # a figure needs the whole width
        if exercise is None or is_editing:
            return
        asked = not desk.work.assessment.is_empty
        why_not = desk.why_not(exercise.code) if asked else None
        self.details.show_exercise(exercise, why_not, is_unfinished=exercise.code in self.keeping.drafts)
        present = self.grid.exercises.is_present(exercise.code)
        self.details.show_patient(self._patient_words(), is_present=present, can_add=desk.outcome.stop is None)

    def _patient_words(self) -> str:
        patient = self._desk_signals.desk.work.patient
        return patient_name(patient) if patient.full_name else self.tr("the program")

    def _on_desk_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_marked(self, code: str) -> None:
        self.keeping.on_marked(code)
        self._show_details()

    def _on_turned(self) -> None:
        """The form opened or closed: it takes more room than the details, and gives the focus back to the grid."""
        draft = self.keeping.new_draft
        self.middle.new_button.set_label(self.tr("Go on with the new exercise") if draft else self.tr("New exercise"))
        self._share_width()
        self.footer_end.show_keys(is_form=self.keeping.is_editing)
        if not self.keeping.is_editing:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.details.show_top()

    def _on_posing(self) -> None:
        """A figure is posed in the middle, or was: all else makes room for it and comes back as it was."""
        if self.posing.is_open:
            self._scrolled = self.details.scrolled
        self._share_width()
        self.footer_end.show_keys(is_form=self.keeping.is_editing, is_posing=self.posing.is_open)
        if not self.posing.is_open:
            self.details.scroll_to(self._scrolled)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_new(self) -> None:
        """Open the form of a new exercise, of the region of the marked one; a figure that is posed is left and kept."""
        self.posing.leave()
        exercise = self.grid.current
        self.keeping.write_new(exercise.region if exercise is not None else "")

    def _on_return_pressed(self) -> None:
        exercise = self.grid.current
        if exercise is not None:
            self.add(exercise.code)

    def _on_clear_last(self) -> None:
        last = self.tree.filters.last
        if last is not None:
            self.tree.filters.set_chosen(last, False)
