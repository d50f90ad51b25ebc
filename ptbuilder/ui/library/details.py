"""One exercise in full: pictures, words, goals, dose, what keeps it out, and its easier and harder neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import WhyNot
from ptbuilder.domain.text import say, say_all
from ptbuilder.domain.vocabulary import Side
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.program.dose_words import short_dose
from ptbuilder.ui.build.reason_words import position_words
from ptbuilder.ui.labels import exercise_name, goal_label, language, level_word, phase_name
from ptbuilder.ui.library.details_foot import DetailsFoot
from ptbuilder.ui.library.own_lines import EditsLine, OpenLines
from ptbuilder.ui.library.picture_pair import PicturePair
from ptbuilder.ui.library.words import kind_line
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import BETWEEN, EDGE, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.chips import StatusChip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground
from ptbuilder.wording.steps import fill

LOW = 320
"""Height at 100 % text below which there is little room for the exercise."""


class ExerciseDetails(Ground):
    """Filled by ``show_exercise``. ``neighbour_asked`` carries a code, the others that of the shown exercise."""

    neighbour_asked = Signal(str)
    add_asked = Signal(str)
    edit_asked = Signal(str)
    copy_asked = Signal(str)
    pose_asked = Signal(str)
    hide_asked = Signal(str, bool)

    def __init__(
        self, theme: Theme, library: Library, pictures: DrawingCache, editing: ExerciseEditing, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "window", ("left",), parent)
        self.setObjectName("exercise_details")
        self.setAccessibleName(self.tr("Exercise"))
        self._library = library
        self._editing = editing
        self._exercise: Exercise | None = None
        self._wanted_place = 0
        self.pictures = pictures
        self._pictures = PicturePair(theme, pictures)
        self.open_lines = OpenLines(theme, editing, library)
        self.edits_line = EditsLine(theme, editing)
        self._origin = StatusChip(theme, "plain")
        self._hidden = StatusChip(theme, "open", self.tr("Hidden"))
        self._untranslated = StatusChip(theme, "open", self.tr("Not translated: prints the same on every sheet"))
        self._name = TextLabel(theme, "", "heading", wraps=True)
        self._kind = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self._review = StatusChip(theme, "warn", self.tr("Tags not reviewed"))
        self._purpose = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self._steps = TextLabel(theme, "", "body", wraps=True)
        self._feel = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self._facts = CardBox(theme, self.tr("Facts"))
        self._grid = QGridLayout()
        self._neighbours = QWidget()
        self._flow = FlowLayout(self._neighbours)
        self._reviewed = TextLabel(theme, "", "caption", "ink_3", wraps=True)
        self._sources = TextLabel(theme, "", "caption", "ink_3", wraps=True)
        self.foot = DetailsFoot(theme)
        self.add_button = self.foot.add_button
        self._lay_out()
        self._connect()

    # ---- what it shows ----------------------------------------------------------------------------------------------

    def show_exercise(self, exercise: Exercise, why_not: WhyNot | None, *, is_unfinished: bool = False) -> None:
        """Show everything of one exercise; ``why_not`` says what keeps it out for the patient at the desk.

        ``is_unfinished`` says that a form of it was begun and not saved.
        """
        if self._exercise is None or exercise.code != self._exercise.code:
            self.show_top()
        self._exercise = exercise
        self.open_lines.show_exercise(exercise.code, is_unfinished=is_unfinished)
        self.edits_line.show_exercise(exercise.code)
        self._show_chips(exercise)
        self.foot.show_hidden(exercise.retired)
        words = language()
        side: Side | None = "right" if exercise.unilateral else None
        self._pictures.show_exercise(exercise)
        self._name.set_text(exercise_name(self._library, exercise.code))
        self._kind.set_text(kind_line(self._library, exercise))
        self._purpose.set_text(say(exercise.purpose, words))
        self._purpose.setVisible(bool(self._purpose.text()))
        steps = (fill(each, side, words) for each in say_all(exercise.steps, words))
        self._steps.set_text("\u2028".join(f"{number}. {step}" for number, step in enumerate(steps, start=1)))
        self._show_feel(exercise, side)
        self._show_facts(self._facts_of(exercise, why_not))
        self._show_neighbours(exercise)
        self._show_origin(exercise)

    def show_patient(self, name: str, *, is_present: bool, can_add: bool) -> None:
        """Name who the exercise would be added to, or say that it is there already."""
        label = self.tr("In the program already") if is_present else self.tr("Add to {name}").format(name=name)
        self.add_button.set_label(label, "" if is_present else "Enter")
        self.add_button.setEnabled(can_add and not is_present)

    def show_top(self) -> None:
        """Show what stands first."""
        self.scroll_to(0)

    @property
    def scrolled(self) -> int:
        """How far down it is scrolled, in pixels."""
        return self._area.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        """Scroll there, as soon as there is so much to scroll."""
        self._wanted_place = place
        self._area.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the foot takes less."""
        super().resizeEvent(event)
        self.foot.set_low(self.height() < self.theme.wide(LOW))

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show_chips(self, exercise: Exercise) -> None:
        origin = self._editing.origin(exercise.code)
        self._origin.show_state("plain", self.tr("Own") if origin == "own" else self.tr("Edited by the clinic"))
        self._origin.setVisible(origin != "shipped")
        self._hidden.setVisible(exercise.retired)
        self._untranslated.setVisible(self._editing.is_in_one_language(exercise))
        self._review.setVisible(not exercise.tags_reviewed)

    def _show_origin(self, exercise: Exercise) -> None:
        self._reviewed.set_text(self.tr("Tags reviewed: {who}").format(who=exercise.reviewed or ""))
        self._reviewed.setVisible(bool(exercise.reviewed))
        self._sources.set_text(self.tr("Sources: {sources}").format(sources="; ".join(exercise.sources)))
        self._sources.setVisible(bool(exercise.sources))

    def _show_feel(self, exercise: Exercise, side: Side | None) -> None:
        runs: list[Run] = []
        for head, text in ((self.tr("Feel: "), exercise.feel), (self.tr("Stop if: "), exercise.stop_if)):
            said = fill(say(text, language()), side, language())
            if said:
                runs += [Run("\u2028" if runs else "", "body"), Run(head, "strong", "ink_2"), Run(said, "body", "ink_2")]
        self._feel.set_runs(runs or [Run("")])
        self._feel.setVisible(bool(runs))

    def _facts_of(self, exercise: Exercise, why_not: WhyNot | None) -> list[tuple[str, str]]:
        library = self._library
        goals = "; ".join(goal_label(library, goal) for goal in exercise.goals)
        purpose = library.purposes.get(exercise.dosage)
        things = [say(library.equipment[code].name, language()) for code in exercise.equipment if code in library.equipment]
        place = ", ".join([position_words(library, exercise.position), *things])
        facts = [
            (self.tr("Goals"), goals[:1].upper() + goals[1:]),
            (self.tr("Usual dose"), short_dose(purpose.default, None) if purpose else ""),
            (self.tr("Position"), place[:1].upper() + place[1:]),
            (self.tr("Earliest"), phase_name(library, exercise.earliest_phase)),
            (self.tr("Irritability"), self.tr("Up to {level}").format(level=level_word(exercise.max_irritability).lower())),
        ]
        if why_not is not None and why_not.obstacles:
            rules = [self._rule_title(each.rule, each.value) for each in why_not.obstacles]
            facts.append((self.tr("Kept out by"), "; ".join(dict.fromkeys(rules))))
        return [(name, text) for name, text in facts if text]

    def _rule_title(self, rule: str | None, value: str) -> str:
        record = self._library.rules.get(rule or "")
        return say(record.title, language()) if record else value.replace("-", " ").capitalize()

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, text) in enumerate(facts):
            caption = TextLabel(self.theme, name, "caption", "ink_2")
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(TextLabel(self.theme, text, "body", wraps=True), row, 1)

    def _show_neighbours(self, exercise: Exercise) -> None:
        self._flow.take_all()
        for code, icon, name in (
            (exercise.easier, "arrow-down", self.tr("Easier: {name}")),
            (exercise.harder, "arrow-up", self.tr("Harder: {name}")),
        ):
            if code is None or code not in self._library.exercises:
                continue
            label = exercise_name(self._library, code)
            button = Button(self.theme, label, icon=icon, small=True)
            button.setAccessibleName(name.format(name=label))
            button.clicked.connect(lambda _=False, code=code: self.neighbour_asked.emit(code))
            self._flow.addWidget(button)
        self._neighbours.setVisible(self._flow.count() > 0)
        self._neighbours.updateGeometry()

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(ROW)
        self._grid.setVerticalSpacing(BETWEEN - 2)
        self._grid.setColumnStretch(1, 1)
        self._facts.column.addLayout(self._grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        self._area = scrollable(self._laid_parts())
        whole.addWidget(self._area, 1)
        whole.addWidget(self.foot)

    def _laid_parts(self) -> QWidget:
        """All that scrolls, as it is read."""
        inside, chips = QWidget(), QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, ROW, EDGE, EDGE)
        column.setSpacing(BETWEEN)
        flow = FlowLayout(chips)
        for chip in (self._origin, self._hidden, self._review, self._untranslated):
            flow.addWidget(chip)
        words = (self._purpose, self._steps, self._feel, self._facts, self._neighbours)
        above, below = (
            (self.open_lines, self._pictures, self._name, self._kind, chips),
            (self.edits_line, self._reviewed, self._sources),
        )
        for part in (*above, *words, *below):
            column.addWidget(part)
        column.addStretch(1)
        return inside

    def _connect(self) -> None:
        foot = self.foot
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        for button, asked in (
            (foot.add_button, self.add_asked),
            (foot.edit_button, self.edit_asked),
            (foot.copy_button, self.copy_asked),
            (foot.pose_button, self.pose_asked),
        ):
            button.clicked.connect(lambda _=False, asked=asked: self._ask(asked))
        foot.hide_asked.connect(lambda hidden: self._ask(self.hide_asked, hidden))

    def _on_range(self, _low: int, high: int) -> None:
        """Laid out anew, the area has less to scroll for a moment, and would forget its place."""
        if 0 < self._wanted_place <= high:
            self._area.verticalScrollBar().setValue(self._wanted_place)
            self._wanted_place = 0

    def _ask(self, asked: SignalInstance, *more: object) -> None:
        if self._exercise is not None:
            asked.emit(self._exercise.code, *more)
