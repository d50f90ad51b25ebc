"""The middle column: stages, the phase, the exercises with their doses, what else is printed, and how large it all is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.note_reading import NoteReader, reader_of
from ptbuilder.services.patients.last_sheet import LastSheet
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.nothing_words import nothing_words
from ptbuilder.ui.build.pane import Pane, StripState
from ptbuilder.ui.build.program.also_on_paper import AlsoOnPaper
from ptbuilder.ui.build.program.line_widgets import LineWidgets
from ptbuilder.ui.build.program.message_line import MessageLine
from ptbuilder.ui.build.program.mind_lines import MindLines
from ptbuilder.ui.build.program.phase_note import PhaseNote
from ptbuilder.ui.build.program.precaution_line import PrecautionLine
from ptbuilder.ui.build.program.program_foot import ProgramFoot
from ptbuilder.ui.build.program.program_head import ProgramHead
from ptbuilder.ui.build.program.program_list import ProgramList
from ptbuilder.ui.build.program.program_model import lines_of
from ptbuilder.ui.build.program.program_offers import ProgramOffers
from ptbuilder.ui.build.program.program_row import ONE_PICTURE_BELOW
from ptbuilder.ui.build.program.program_saying import ProgramSaying
from ptbuilder.ui.build.program.row_deeds import RowDeeds
from ptbuilder.ui.build.program.stage_tabs import StageTabs, stage_words
from ptbuilder.ui.build.quiet_place import QuietPlace
from ptbuilder.ui.build.reason_words import spoken_row
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import Hairline


class ProgramPane(Pane):
    """Shows the draft or the accepted program of the desk; each thing one can do there is one action of the desk.

    ``why_asked`` carries the prescription whose reasons are wanted, ``why_not_asked`` the exercise that a rule speaks against,
    ``prescription_chosen`` the prescription of the chosen row.
    """

    why_asked = Signal(str)
    why_not_asked = Signal(str)
    prescription_chosen = Signal(str)
    templates_asked = Signal()
    library_asked = Signal()

    def __init__(
        self, desk_signals: DeskSignals, theme: Theme, pictures: DrawingCache | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "surface", parent)
        self.setObjectName("program_pane")
        self.setAccessibleName(self.tr("Program"))
        self._desk_signals = desk_signals
        self._is_low = False
        self.last_sheet: Callable[[], LastSheet | None] = lambda: None
        self.head = ProgramHead(theme)
        self.stages = StageTabs(theme)
        self.phase = PhaseNote(theme)
        self.mind = MindLines(theme)
        self.message = MessageLine(theme)
        self.offers = ProgramOffers(theme)
        self.lines = LineWidgets(desk_signals, theme, self._do, self)
        self.list = ProgramList(theme, pictures or DrawingCache(), lambda: self._library, self.lines.make)
        self.nothing = QuietPlace(theme, "library", "", "", self.tr("Open the library"), "Alt+3")
        self.nothing.setObjectName("no_exercise")
        self.deeds = RowDeeds(desk_signals, self.list, self._do)
        self.undo_line = self.deeds.line.undo_line
        self.foot = ProgramFoot(theme)
        self._saying = ProgramSaying(self, self.list)
        self._lay_out()
        self._connect()

    # ---- what the window asks ---------------------------------------------------------------------------------------

    @property
    def strip_state(self) -> StripState:
        """The number of exercises."""
        if not self._desk_signals.is_open:
            return StripState("build")
        return StripState("build", str(len(self._desk.stage.prescriptions)), self.tr("exer-\ncises"))

    @property
    def chosen_prescription(self) -> str:
        """The identifier of the chosen row, or an empty string."""
        line = self.list.current_line
        return line.id if line else ""

    @property
    def paper(self) -> AlsoOnPaper | None:
        """What else is on paper, once there is a program to print."""
        return self.lines.paper

    def focus_first(self) -> None:
        """Put the focus into the list of exercises, or on the way to the library where there is none."""
        target = self.nothing.button if self.list.isHidden() else self.list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_low(self, low: bool) -> None:
        """Leave the title out and make pictures and tabs smaller."""
        self._is_low = low
        self.head.setVisible(not low)
        self.phase.set_low(low)
        self.foot.set_low(low)
        self.list.set_low(low)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow column, as beside the preview, keeps to stages and rows."""
        super().resizeEvent(event)
        self._fit()

    def mark_finding(self, code: str) -> None:
        """Mark the rows that this finding led to."""
        self.list.mark_finding(code)

    def take_program(self) -> None:
        """Take the suggested program."""
        self.list.close_editor()
        self._do(lambda: self._desk.accept())

    def next_stage(self) -> None:
        """Show the next stage, after the last the first."""
        if self._desk_signals.is_open:
            count = len(self._desk.program.stages)
            self._do(lambda: self._desk.show_stage((self._desk.work.stage + 1) % max(count, 1)))

    def ask_why(self) -> None:
        """Ask for the reasons of the chosen row."""
        if self.chosen_prescription:
            self.why_asked.emit(self.chosen_prescription)

    def answer_first(self) -> bool:
        """Put the focus on the first precaution without an answer; False where there is none."""
        for line in self.list.rows.lines:
            widget = self.list.widget_of("precaution", line.id) if line.kind == "precaution" else None
            if isinstance(widget, PrecautionLine):
                self.list.choose(line.id)
                self.list.scrollTo(self.list.rows.index_of(line.id, "precaution"))
                widget.answer()
                return True
        return False

    def edit_note(self, identifier: str) -> None:
        """Open the note under a row, as when it is hard to read."""
        self.list.edit_note(identifier)

    def edit_dose(self, identifier: str) -> None:
        """Open the dose of a row."""
        self.list.edit_dose(identifier)

    def edit_message(self) -> None:
        """Open the note for the patient that stands above the exercises."""
        self.message.edit()

    def choose_prescription(self, identifier: str) -> None:
        """Choose the row of a prescription, as when it was clicked in the preview."""
        self.list.choose(identifier)

    def choose_exercise(self, code: str) -> None:
        """Choose the row of an exercise of the shown stage, and put the focus on it."""
        item = next((each for each in self._desk.stage.prescriptions if each.exercise == code), None)
        if item is not None:
            self.list.choose(item.id)
        self.focus_first()

    def edit_activities(self, code: str = "") -> None:
        """Open the table of activities; the words of the row ``code`` at once, where there is such a row."""
        if self.paper is not None:
            self.list.scrollToBottom()
            self.paper.edit_activities(code)

    # ---- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stages)
        column.addWidget(Hairline(self.theme))
        self._notes = QWidget()
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(0)
        for line in (self.phase, self.mind, self.message, self.offers):
            notes.addWidget(line)
        column.addWidget(self._notes)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        self.nothing.hide()
        column.addWidget(self.deeds.line)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.refresh)
        self.theme.changed.connect(self._fit)
        self.head.message_asked.connect(self.message.edit)
        self.head.templates_asked.connect(self.templates_asked)
        self.foot.take_asked.connect(self.take_program)
        self.nothing.pressed.connect(self.library_asked)
        self.stages.stage_chosen.connect(lambda n: self._do(lambda: self._desk.show_stage(n)))
        self.stages.stage_asked.connect(lambda: self._do(lambda: self._desk.add_stage()))
        self.phase.phase_chosen.connect(lambda phase: self._do(lambda: self._desk.set_phase(phase)))
        self.message.written.connect(lambda text: self._do(lambda: self._desk.set_message(text)))
        self.message.closed.connect(self.focus_first)
        self.message.reader = self.list.editing.reader = self._reader
        self.offers.adapt_asked.connect(self._on_adapt_asked)
        self.offers.start_asked.connect(self._on_start_asked)
        self._connect_list()
        self._connect_lines()

    def _connect_list(self) -> None:
        rows = self.list
        rows.take_asked.connect(self.take_program)
        rows.why_asked.connect(self.why_asked)
        rows.previewed.connect(self._on_previewed)
        rows.current_changed.connect(self._on_current_changed)

    def _connect_lines(self) -> None:
        lines = self.lines
        lines.resized.connect(self.list.scheduleDelayedItemsLayout)
        lines.opened.connect(self.list.scrollToBottom)
        lines.later_asked.connect(self.deeds.move_to_stage)
        lines.kept.connect(self.deeds.keep)
        lines.why_asked.connect(self.why_not_asked)

    # ---- showing the desk -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the desk as it is now."""
        desk = self._desk
        rows, program = desk.rows, desk.program
        self.show_last_sheet()
        words = stage_words(desk.library, program.stages, desk.outcome.stages, desk.today)
        self.stages.show_stages(words, min(desk.work.stage, max(len(words) - 1, 0)))
        self.phase.show_desk(desk)
        self.mind.show_warnings(desk.library, desk.stage_outcome.warnings)
        self.message.show_text(" ".join(program.messages))
        self.offers.show_desk(desk)
        spoken = [spoken_row(desk.library, row, number, len(rows)) for number, row in enumerate(rows, start=1)]
        self.list.show_lines(lines_of(rows, spoken))
        if rows:
            self.lines.show_paper()
        self._show_nothing(desk)
        self.foot.show_stage(desk.stage, desk.outcome.limits, is_draft=not desk.is_accepted)
        self.deeds.line.dismiss()
        self._saying.tell(desk, rows)
        self.strip_changed.emit()

    def show_last_sheet(self) -> None:
        """Say in the head how the program was last handed out, as after a sheet has left."""
        desk = self._desk
        has_note = bool(desk.program.messages)
        self.head.show_state(is_accepted=desk.is_accepted, has_note=has_note, sheet=self.last_sheet(), today=desk.today)

    def _show_nothing(self, desk: Desk) -> None:
        """Say why there is no exercise in the place of the exercises; a size of nothing is not shown."""
        is_missing = not desk.rows and desk.outcome.stop is None and not desk.work.assessment.is_empty
        if is_missing:
            self.nothing.show_words(*nothing_words(desk))
        self.nothing.setVisible(is_missing)
        self.list.setVisible(not is_missing)
        self.foot.setVisible(not is_missing)

    def _fit(self) -> None:
        narrow = self.width() < ONE_PICTURE_BELOW
        self.stages.set_low(self._is_low or narrow)
        self._notes.setVisible(not narrow)
        self.head.fit(self.width(), is_narrow=narrow)

    # ---- acting -----------------------------------------------------------------------------------------------------

    @property
    def _desk(self) -> Desk:
        return self._desk_signals.desk

    @property
    def _library(self) -> Library:
        return self._desk_signals.desk.library

    def _reader(self) -> NoteReader:
        return reader_of(self._desk.work, self._desk.therapist)

    def _do(self, act: Callable[[], None]) -> bool:
        """Do an action of the desk; the sentence of one that does not fit is passed on."""
        try:
            act()
        except PTBuilderError as refused:
            announce(self.list, str(refused))
            self._desk_signals.refused.emit(str(refused))
            return False
        return True

    def _on_adapt_asked(self) -> None:
        before = len(self._desk.unfitting)
        if self._do(lambda: self._desk.adapt()):
            announce(self.list, self.tr("Adapted: {n} exercises swapped or left out").format(n=before))
        self.focus_first()

    def _on_start_asked(self, number: int) -> None:
        self._do(lambda: self._desk.start_stage(number))
        self.focus_first()

    def _on_previewed(self, identifier: str, dosage: Dosage | None) -> None:
        self.foot.show_preview(identifier, dosage)

    def _on_current_changed(self, identifier: str) -> None:
        item = self._desk.stage.prescription(identifier) if identifier and self._desk_signals.is_open else None
        if item is not None:
            self.prescription_chosen.emit(identifier)
