"""What the window does without at its first paint: the columns of Build, printing, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ptbuilder.domain.values import dataclass
from ptbuilder.services.drawing import figures
from ptbuilder.services.drawing.figure_look import look_of
from ptbuilder.services.drawing.own_drawings import draw_pair
from ptbuilder.services.drawing.picture_shelf import PictureShelf
from ptbuilder.services.drawing.side_process import SideProcess
from ptbuilder.services.library.clinic_library import ClinicLibrary
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.patients.last_sheet import LastSheets
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.ui.batch_line import BatchLine
from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.figures.motion import Mover
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.linking import ask_why
from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.leading import Leading
from ptbuilder.ui.less_motion import system_wants_less_motion
from ptbuilder.ui.other_forms import OtherForms
from ptbuilder.ui.pages import Pages, Parts
from ptbuilder.ui.preferences import MOVING, Preferences
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.right_column import RightColumn
from ptbuilder.ui.tab_order import put_last
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.window import MainWindow

if TYPE_CHECKING:
    from ptbuilder.services.drawing.posing.posing import Posing
    from ptbuilder.ui.build.program.stop_page import StopPage
    from ptbuilder.ui.build.right_pane import RightPane


class Findings(Protocol):
    """What knows the findings: the index of the library."""

    def find(self, text: str, limit: int = 8) -> Sequence[FoundFinding]:
        """At most ``limit`` findings, best first."""


class FoundFinding(Protocol):
    """One finding that was found."""

    @property
    def code(self) -> str:
        """Its code in the library."""


@dataclass(frozen=True, slots=True)
class FirstParts:
    """What the first paint showed, and what all parts share."""

    window: MainWindow
    build_page: BuildPage
    assessment: AssessmentPane
    print_bar: PrintBar
    desk_signals: DeskSignals
    theme: Theme
    preferences: Preferences
    tasks: TaskRunner


@dataclass(frozen=True, slots=True)
class DeskParts:
    """What was made out of the library."""

    reception: Reception
    handing_out: HandingOut
    suggesting: Suggesting
    findings: Findings
    clinic_library: ClinicLibrary


class Workplace(QObject):
    """Made once the library is read; it completes the Build page and joins its columns to the window."""

    def __init__(self, first: FirstParts, desk: DeskParts, parent: QObject) -> None:
        super().__init__(parent)
        self._first = first
        self._desk = desk
        self.drawing_tasks = TaskRunner(self)
        self.drawing_process = SideProcess()
        self._made_posing: Posing | None = None
        pictures = self._pictures()
        program = ProgramPane(first.desk_signals, first.theme, pictures)
        leading = Leading(first.window, first.build_page, first.assessment, program, first.print_bar)
        parts = (first.desk_signals, first.theme, TaskRunner(self), pictures, desk.reception, desk.handing_out, leading)
        right = RightColumn(*parts).made(program, first.build_page)
        self.printing = self._made_printing()
        first.build_page.complete(program, right, self._made_stop)
        self._connect_program(program, right)
        self._connect_printing()
        self.other_forms = self._made_other_forms()
        self._tell_last_sheet(program)
        self.pages = self._made_pages(right, pictures)
        right.tab_made.connect(partial(put_last, first.window.footer))
        first.desk_signals.changed.emit()
        put_last(first.window.footer)

    def prepare_search(self) -> None:
        """Begin the index of the exercises on the worker of the drawings, which rests while something is typed."""
        self.drawing_tasks.run(self, self.pages.prepare_search, lambda _none: None)

    def end(self) -> None:
        """Let nothing move any more, and end the process that draws."""
        self.mover.end()
        if self._made_posing is not None:
            self._made_posing.rest()
        self.drawing_process.close()

    # ---- making -----------------------------------------------------------------------------------------------------

    def _pictures(self) -> DrawingCache:
        """Pictures of the body chosen for the patient at the desk; what poses need is made in a process beside this one."""
        signals, beside = self._first.desk_signals, self.drawing_process.run
        shelf = PictureShelf(signals.desk.library, partial(beside, figures.moving_frames), partial(beside, draw_pair))
        self.mover = Mover(shelf.moving, self.drawing_tasks, self._may_move, self)
        pictures = DrawingCache(shelf.still, known=shelf.has, tasks=self._first.tasks, mover=self.mover, parent=self)

        def follow_patient() -> None:
            work = signals.desk.work
            if shelf.show_look(look_of(work.patient, work.assessment, work.choices)):
                pictures.forget()

        signals.changed.connect(follow_patient)
        signals.library_changed.connect(pictures.forget)
        self._shelf = shelf
        return pictures

    def _posing(self) -> Posing:
        """Poses figures of the body that is drawn now; it is made when it is first asked for."""
        from ptbuilder.services.drawing.posing.posing import Posing

        if self._made_posing is None:
            self._made_posing = Posing.beside_window(self._first.desk_signals.desk.library, self.drawing_process.run)
        self._made_posing.look = self._shelf.look
        return self._made_posing

    def _may_move(self) -> bool:
        return self._first.preferences.get(MOVING, "on") == "on" and not system_wants_less_motion()

    def _made_printing(self) -> Printing:
        first = self._first
        printing = Printing(first.desk_signals, first.tasks, first.preferences, first.window)
        printing.open(self._desk.reception, self._desk.handing_out)
        printing.told.connect(first.window.notices.tell)
        printing.refused.connect(first.window.notices.refuse)
        return printing

    def _made_stop(self) -> StopPage:
        from ptbuilder.ui.build.program.stop_page import StopPage

        stop = StopPage(self._first.desk_signals, self._first.theme)
        stop.print_asked.connect(lambda: self.printing.print_handout())
        stop.save_asked.connect(lambda: self.printing.save_pdf())
        return stop

    def _made_other_forms(self) -> OtherForms:
        first = self._first
        forms = OtherForms(first.desk_signals, self._desk.reception, first.preferences, first.window)
        forms.told.connect(first.window.notices.tell)
        forms.refused.connect(first.window.notices.refuse)
        forms.answer_first.connect(first.print_bar.answer_asked)
        first.print_bar.phone_asked.connect(lambda: forms.save_for_phone())
        first.print_bar.note_asked.connect(lambda: forms.copy_note())
        first.window.actions_of_window["copy_note"].triggered.connect(lambda: forms.copy_note())
        return forms

    def _made_pages(self, right: RightPane, pictures: DrawingCache) -> Pages:
        first, desk = self._first, self._desk
        pages = Pages(
            Parts(
                window=first.window,
                desk_signals=first.desk_signals,
                theme=first.theme,
                tasks=first.tasks,
                preferences=first.preferences,
                printing=self.printing,
                other_forms=self.other_forms,
                pictures=pictures,
                reception=desk.reception,
                handing_out=desk.handing_out,
                suggesting=desk.suggesting,
                right=right,
                clinic_library=desk.clinic_library,
                posing=self._posing,
                find_findings=lambda text, most: [each.code for each in desk.findings.find(text, most)],
            )
        )
        right.set_finder(pages.search)
        return pages

    # ---- joining ----------------------------------------------------------------------------------------------------

    def _connect_program(self, program: ProgramPane, right: RightPane) -> None:
        first = self._first
        actions = first.window.actions_of_window
        actions["take_program"].triggered.connect(lambda: program.take_program())
        actions["next_stage"].triggered.connect(lambda: program.next_stage())
        actions["why"].triggered.connect(lambda: ask_why(program, right))
        program.templates_asked.connect(lambda: first.window.show_page("templates"))
        program.offers.region_asked.connect(first.print_bar.answer_asked)
        first.print_bar.answer_asked.connect(lambda: self._answer_first(program))

    def _connect_printing(self) -> None:
        printing, window, print_bar = self.printing, self._first.window, self._first.print_bar
        print_bar.print_confirmed.connect(lambda: printing.print_handout())
        print_bar.save_pdf_asked.connect(lambda: printing.save_pdf())
        actions = window.actions_of_window
        actions["save_pdf"].triggered.connect(lambda: window.save_pdf(printing.save_pdf))
        actions["print_dialog"].triggered.connect(lambda: printing.print_handout(ask=True))
        printing.answer_first.connect(print_bar.answer_asked)
        printing.warned.connect(lambda text: window.notices.show_line("paper", "warn", text))
        batch = BatchLine(printing, window.notices, window)
        window.on_escape.append(batch.cancel)
        window.closing.connect(batch.cancel)

    def _tell_last_sheet(self, program: ProgramPane) -> None:
        """Let the head of the program say how it was last handed out."""
        sheets = LastSheets(self._first.desk_signals.desk, self._desk.reception)
        program.last_sheet = sheets.now

        def on_out() -> None:
            sheets.forget()
            program.show_last_sheet()

        self.printing.handed_out.connect(on_out)
        self.other_forms.handed_out.connect(on_out)

    def _answer_first(self, program: ProgramPane) -> None:
        """Lead to what is open: a fracture's region, on which all else waits, then a precaution, then a missing side."""
        first = self._first
        for kind in ("region", "precaution", "side"):
            found = next((each for each in first.desk_signals.desk.open_questions if each.kind == kind), None)
            if found is not None and kind == "precaution" and program.answer_first():
                return
            if found is not None and kind != "precaution":
                first.build_page.open_pane(first.assessment)
                first.assessment.show_finding(found.subject)
                return
