"""The composition root: makes every part of the window, and opens library and data once it is painted."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.build.program.empty_page import EmptyPage
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.fonts import load_fonts
from ptbuilder.ui.kept_look import KeptLook, kept_mode, kept_text_size
from ptbuilder.ui.look import wear
from ptbuilder.ui.one_window import OneWindow
from ptbuilder.ui.preferences import MOVING, Preferences
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.window import MainWindow

if TYPE_CHECKING:
    from ptbuilder.domain.clinic import Clinic
    from ptbuilder.domain.library import Library
    from ptbuilder.services.desk.work import SaveState, Work
    from ptbuilder.services.drawing.side_process import SideProcess
    from ptbuilder.services.patients.reception import Reception
    from ptbuilder.services.patients.recovery import Backup, Opened, Safekeeping
    from ptbuilder.ui.build.figures.motion import Mover
    from ptbuilder.ui.build.figures.pictures import DrawingCache
    from ptbuilder.ui.build.program.program_pane import ProgramPane
    from ptbuilder.ui.build.program.stop_page import StopPage
    from ptbuilder.ui.build.right_pane import RightPane
    from ptbuilder.ui.data_trouble import DataTrouble
    from ptbuilder.ui.other_forms import OtherForms
    from ptbuilder.ui.pages import Pages
    from ptbuilder.ui.printing import Printing

NAME = "PTBuilder"
PREPARE_AFTER_MS = 1000
"""So long after the data the index of the exercises is begun: the first thing that is typed is a finding."""
FINISH_MS = 30_000
"""So long a worker is waited for on closing: taken from under its work, it would hold the program up for ever."""
LISTEN_AFTER_MS = 1000
"""So long after the first paint later starts are listened to: loading the network part must not hold up the first keys."""


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; 0, or 1 where the library cannot be read or the data is open elsewhere.

    A second start on the same data brings the window that is open to the front.
    ``--data-dir DIR`` keeps all data in that folder.
    """
    folder = data_folder(arguments)
    app = make_application()
    one = OneWindow(folder)
    if not one.is_first:
        return one.give_way(NAME)
    program = Program(folder)
    program.ready.connect(collect_garbage)
    one.asked.connect(program.window.come_to_front)
    program.window.painted.connect(lambda: QTimer.singleShot(LISTEN_AFTER_MS, one, one.listen))
    sys.excepthook = program.report_fault
    program.window.show()
    code = app.exec()
    program.close()
    one.close()
    return code


def collect_garbage() -> None:
    """Look for garbage from now on, but never again through what the start has made: that stays as long as the window."""
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """Qt's application in the style that the theme is made for.

    The style is named as an argument, since ``setStyle`` hands back the style and PySide then makes all of QStyle's enums.
    """
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName(NAME)
    return app


def data_folder(arguments: Sequence[str]) -> Path:
    """The folder named after ``--data-dir``, else the platform's own; raises SystemExit where the name is missing."""
    given = list(arguments)
    if "--data-dir" in given:
        place = given.index("--data-dir") + 1
        if place == len(given):
            raise SystemExit("Name a folder after --data-dir.")
        return Path(given[place]).expanduser()
    for each in given:
        if each.startswith("--data-dir="):
            return Path(each.partition("=")[2]).expanduser()
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


class Program(QObject):
    """Holds what lives as long as the window. Nothing but the empty Build page is made before the first paint.

    ``ready`` is sent once the patient data is open, or cannot be opened.
    """

    ready = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.preferences = Preferences(folder / "workstation.ini")
        self.theme = Theme(load_fonts(), kept_mode(self.preferences), kept_text_size(self.preferences))
        self.desk_signals = DeskSignals()
        self.tasks = TaskRunner(self)
        self.drawing_tasks = TaskRunner(self)
        self.page_tasks = TaskRunner(self)
        self.drawing_process: SideProcess | None = None
        self.mover: Mover | None = None
        self.assessment = AssessmentPane(self.desk_signals, self.theme)
        self.empty = EmptyPage(self.theme)
        self.print_bar = PrintBar(self.desk_signals, self.theme)
        self.build_page = BuildPage(self.desk_signals, self.theme, self.assessment, self.empty, self.print_bar)
        self.window = MainWindow(self.desk_signals, self.theme, self.build_page)
        self.window.resize(1440, 900)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, self.theme)
        self.assessment.focus_first()
        self.reception: Reception | None = None
        self.printing: Printing | None = None
        self.pages: Pages | None = None
        self.trouble: DataTrouble | None = None
        self._safekeeping: Safekeeping | None = None
        self._shown_clinic: Clinic | None = None
        self._opened: Opened | None = None
        self._is_closed = False
        self._is_starting = True
        self.window.painted.connect(self.open_library)
        KeptLook(self.preferences, self.theme, self.build_page, self)
        self.empty.sample_opened.connect(self._on_sample_opened)
        self.window.footer.retry_asked.connect(self._save_now)

    # ---- opening ----------------------------------------------------------------------------------------------------

    def open_library(self) -> None:
        """Read the library and lay an empty desk; then the data is opened on the worker."""
        from ptbuilder.domain.errors import PTBuilderError
        from ptbuilder.library.file import load_library
        from ptbuilder.resources import library_path

        try:
            library = load_library(library_path())
        except PTBuilderError as error:
            from ptbuilder.ui.messages import tell

            tell(self.window, NAME, self.tr("The exercise library cannot be read. Install PTBuilder again."), details=str(error))
            QApplication.exit(1)
            return
        from ptbuilder.library.search import FindingIndex
        from ptbuilder.ui.labels import language

        self._compose_desk(library)
        self.finding_index = FindingIndex(library, language())
        self.assessment.set_finder(self.finding_index)
        QTimer.singleShot(0, self, self._complete)
        self.open_data()

    def open_data(self) -> None:
        """Find the key and open the data on the worker, since a keyring may take its time, and loading the database longer."""
        self.tasks.run(self, self._found_data, self._on_data_opened, self._on_data_failed)

    def _found_data(self) -> Opened:
        from ptbuilder.services.patients.recovery import Safekeeping

        self._safekeeping = Safekeeping(self.folder)
        opened = self._safekeeping.open()
        opened.store.settings.clinic()  # the first question makes the reader: here, while the window stays free
        return opened

    def _complete(self) -> None:
        """Make the other columns and the palette, in a turn of the event loop of their own: findings can be typed already."""
        if self._is_closed:
            return
        self._compose_pages()
        self._offer_samples()
        if self._opened is not None:
            self._use_data(self._opened)

    def close(self) -> None:
        """Close the open revision, wait for the worker, and close the data."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.reception is not None and self.desk_signals.is_open:
            self.reception.leave()
        self.tasks.finish()
        if self.mover is not None:
            self.mover.end()
        if self.drawing_process is not None:
            self.drawing_process.close()
        runners = [*self.findChildren(TaskRunner), *self.window.findChildren(TaskRunner)]
        for each in runners:
            each.forget()
        for each in runners:
            each.finish(FINISH_MS)
        for each in runners:
            each.drop()
        if self.reception is not None:
            self.reception.detach()
        if self._opened is not None:
            self._opened.store.close()

    def report_fault(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """The excepthook of the program."""
        from ptbuilder.ui.faults import FaultReporter

        FaultReporter(self.folder, self._save_now, self.window.notices.refuse)(kind, fault, trace)

    def _save_now(self) -> None:
        if self.desk_signals.is_open:
            self.desk_signals.desk.save_now()

    # ---- composing --------------------------------------------------------------------------------------------------

    def _compose_desk(self, library: Library) -> None:
        from ptbuilder.reasoning.engine import Reasoner
        from ptbuilder.services.desk.desk import Desk
        from ptbuilder.services.paper.handing_out import HandingOut
        from ptbuilder.services.paper.sheets import SheetMaker
        from ptbuilder.services.patients.reception import Reception
        from ptbuilder.services.suggest.prescribing import Prescriber
        from ptbuilder.services.suggest.suggesting import Suggesting
        from ptbuilder.ui.after_paint import AfterPaint

        reasoner = Reasoner(library)
        suggesting = Suggesting(library, reasoner)
        self.suggesting = suggesting
        self.handing_out = HandingOut(SheetMaker(library), suggesting)
        desk = Desk(library, suggesting, Prescriber(library, reasoner), save=self._save, later=AfterPaint(self))
        self.reception = Reception(desk, self.handing_out)
        self.window.open(self.reception)
        self.desk_signals.open(desk)

    def _compose_pages(self) -> None:
        from ptbuilder.ui.build.program.program_pane import ProgramPane
        from ptbuilder.ui.printing import Printing

        pictures = self._pictures()
        program = ProgramPane(self.desk_signals, self.theme, pictures)
        right = self._right_column(program, pictures)
        printing = Printing(self.desk_signals, self.tasks, self.preferences, self.window)
        assert self.reception is not None
        printing.open(self.reception, self.handing_out)
        printing.told.connect(self.window.notices.tell)
        printing.refused.connect(self.window.notices.refuse)
        self.printing = printing
        self.build_page.complete(program, right, lambda: self._made_stop(printing))
        self._connect_program(program, right)
        self._connect_printing(printing)
        self.other_forms = self._made_other_forms()
        self.pages = self._other_pages(right, pictures, printing)
        self.desk_signals.changed.emit()

    def _pictures(self) -> DrawingCache:
        """Pictures of the body chosen for the patient at the desk; moving ones are made in a process beside this one."""
        from ptbuilder.services.drawing import figures
        from ptbuilder.services.drawing.figure_look import look_of
        from ptbuilder.services.drawing.picture_shelf import PictureShelf
        from ptbuilder.services.drawing.side_process import SideProcess
        from ptbuilder.ui.build.figures.motion import Mover
        from ptbuilder.ui.build.figures.pictures import DrawingCache

        self.drawing_process = SideProcess()
        shelf = PictureShelf(self.desk_signals.desk.library, partial(self.drawing_process.run, figures.moving_frames))
        mover = self.mover = Mover(shelf.moving, self.drawing_tasks, self._may_move, self)
        pictures = DrawingCache(shelf.still, known=shelf.has, tasks=self.tasks, mover=mover, parent=self)

        def follow_patient() -> None:
            work = self.desk_signals.desk.work
            if shelf.show_look(look_of(work.patient, work.assessment, work.choices)):
                pictures.forget()

        self.desk_signals.changed.connect(follow_patient)
        return pictures

    def _may_move(self) -> bool:
        from ptbuilder.ui.less_motion import system_wants_less_motion

        return self.preferences.get(MOVING, "on") == "on" and not system_wants_less_motion()

    def _right_column(self, program: ProgramPane, pictures: DrawingCache) -> RightPane:
        from ptbuilder.ui.leading import Leading
        from ptbuilder.ui.right_column import RightColumn

        assert self.reception is not None
        leading = Leading(self.window, self.build_page, self.assessment, program, self.print_bar)
        parts = (self.desk_signals, self.theme, self.page_tasks, pictures, self.reception, self.handing_out, leading)
        return RightColumn(*parts).made(program, self.build_page)

    def _other_pages(self, right: RightPane, pictures: DrawingCache, printing: Printing) -> Pages:
        from ptbuilder.ui.pages import Pages, Parts

        assert self.reception is not None
        pages = Pages(
            Parts(
                window=self.window,
                desk_signals=self.desk_signals,
                theme=self.theme,
                tasks=self.tasks,
                preferences=self.preferences,
                printing=printing,
                other_forms=self.other_forms,
                pictures=pictures,
                reception=self.reception,
                handing_out=self.handing_out,
                suggesting=self.suggesting,
                right=right,
                find_findings=lambda text, most: [each.code for each in self.finding_index.find(text, most)],
            )
        )
        pages.restore_asked.connect(self._restore)
        right.set_finder(pages.search)
        return pages

    def _connect_program(self, program: ProgramPane, right: RightPane) -> None:
        from ptbuilder.ui.build.linking import ask_why

        actions = self.window.actions_of_window
        actions["take_program"].triggered.connect(lambda: program.take_program())
        actions["next_stage"].triggered.connect(lambda: program.next_stage())
        actions["why"].triggered.connect(lambda: ask_why(program, right))
        program.templates_asked.connect(lambda: self.window.show_page("templates"))
        program.offers.region_asked.connect(self.print_bar.answer_asked)
        self.print_bar.answer_asked.connect(lambda: self._answer_first(program))

    def _made_stop(self, printing: Printing) -> StopPage:
        from ptbuilder.ui.build.program.stop_page import StopPage

        stop = StopPage(self.desk_signals, self.theme)
        stop.print_asked.connect(lambda: printing.print_handout())
        stop.save_asked.connect(lambda: printing.save_pdf())
        return stop

    def _connect_printing(self, printing: Printing) -> None:
        from ptbuilder.ui.batch_line import BatchLine

        self.print_bar.print_confirmed.connect(lambda: printing.print_handout())
        self.print_bar.save_pdf_asked.connect(lambda: printing.save_pdf())
        actions = self.window.actions_of_window
        actions["save_pdf"].triggered.connect(lambda: self.window.save_pdf(printing.save_pdf))
        actions["print_dialog"].triggered.connect(lambda: printing.print_handout(ask=True))
        printing.answer_first.connect(self.print_bar.answer_asked)
        printing.warned.connect(lambda text: self.window.notices.show_line("paper", "warn", text))
        batch = BatchLine(printing, self.window.notices, self.window)
        self.window.on_escape.append(batch.cancel)
        self.window.closing.connect(batch.cancel)

    def _made_other_forms(self) -> OtherForms:
        from ptbuilder.ui.other_forms import OtherForms

        assert self.reception is not None
        forms = OtherForms(self.desk_signals, self.reception, self.preferences, self.window)
        forms.told.connect(self.window.notices.tell)
        forms.refused.connect(self.window.notices.refuse)
        forms.answer_first.connect(self.print_bar.answer_asked)
        self.print_bar.phone_asked.connect(lambda: forms.save_for_phone())
        self.print_bar.note_asked.connect(lambda: forms.copy_note())
        self.window.actions_of_window["copy_note"].triggered.connect(lambda: forms.copy_note())
        return forms

    def _answer_first(self, program: ProgramPane) -> None:
        """Lead to what is open: a fracture's region, on which all else waits, then a precaution, then a missing side."""
        for kind in ("region", "precaution", "side"):
            found = next((each for each in self.desk_signals.desk.open_questions if each.kind == kind), None)
            if found is not None and kind == "precaution" and program.answer_first():
                return
            if found is not None and kind != "precaution":
                self.build_page.open_pane(self.assessment)
                self.assessment.show_finding(found.subject)
                return

    def _offer_samples(self) -> None:
        from ptbuilder.services.patients.sample import sample_work
        from ptbuilder.ui.build.program.samples import SampleCase

        desk = self.desk_signals.desk
        work = sample_work(desk.today, desk.library.version, desk.work.choices)
        about = self.tr("Facet pattern, 10 days after a lumbar facet injection")
        self.empty.set_samples((SampleCase(work.patient.id, work.patient, work.assessment.age, about),))

    # ---- what happens -----------------------------------------------------------------------------------------------

    def _save(self, work: Work) -> SaveState:
        from ptbuilder.services.desk.work import SaveState as State

        return self.reception.save(work) if self.reception is not None else State()

    def _on_sample_opened(self, _code: str) -> None:
        if self.reception is not None:
            self.reception.open_sample()

    def _on_data_opened(self, opened: Opened) -> None:
        self._opened = opened
        if self.pages is not None and not self._is_closed:
            self._use_data(opened)

    def _use_data(self, opened: Opened) -> None:
        """Give the desk and the pages the data, once both are there."""
        from ptbuilder.services.patients.records import Records
        from ptbuilder.ui.pages import Data

        assert self.reception is not None
        assert self.pages is not None
        assert self._safekeeping is not None
        is_start, self._is_starting = self._is_starting, False
        records = Records(opened.store, self.desk_signals.desk.library)
        self.reception.attach(records)
        records.changed.append(self._show_clinic)
        self._show_clinic()
        safekeeping, store = self._safekeeping, opened.store
        self.pages.open_data(
            Data(records, safekeeping, lambda: safekeeping.is_sheet_wanted(store), lambda: safekeeping.note_sheet(store))
        )
        if is_start:
            self._resume(self.reception)
        if opened.notice:
            self.window.notices.show_line("key", "note", opened.notice)
        self.ready.emit()
        self.tasks.run(self, opened.store.prepare, lambda _none: None)
        self.tasks.run(self, lambda: safekeeping.back_up_daily(opened.store), lambda _backup: None, self._on_data_failed)
        QTimer.singleShot(PREPARE_AFTER_MS, self, self._prepare_search)

    def _prepare_search(self) -> None:
        if self.pages is not None and not self._is_closed:
            self.drawing_tasks.run(self, self.pages.prepare_search, lambda _none: None)

    def _resume(self, reception: Reception) -> None:
        """Lay what a crash left open today on the desk again, and say so."""
        from ptbuilder.domain.errors import PTBuilderError

        try:
            at = reception.resume()
        except PTBuilderError as error:
            self.window.notices.refuse(str(error))
            return
        if at is not None:
            self.window.notices.tell(self.tr("Your work from {time} is back.").format(time=f"{at:%H:%M}"))

    def _restore(self, backup: Backup) -> None:
        """Close the data, bring a backup back and open that; the desk starts empty."""
        if self.reception is None or self._safekeeping is None or self._opened is None:
            return
        safekeeping = self._safekeeping
        self.window.show_page("build")
        self.reception.new_patient()
        self.tasks.finish()
        self.reception.detach()
        self._opened.store.close()
        self._opened = None
        self.tasks.run(self, lambda: safekeeping.restore(backup), self._on_data_opened, self._on_restore_failed)

    def _on_restore_failed(self, error: Exception) -> None:
        """The data is as it was: say what was wrong with the backup, and open the data again."""
        from ptbuilder.domain.errors import PTBuilderError

        if not isinstance(error, PTBuilderError):
            raise error
        self.window.notices.refuse(str(error))
        assert self._safekeeping is not None
        self.tasks.run(self, self._safekeeping.open, self._on_data_opened, self._on_data_failed)

    def _on_data_failed(self, error: Exception) -> None:
        from ptbuilder.ui.data_trouble import DataTrouble

        assert self._safekeeping is not None
        if self.trouble is None:
            self.trouble = DataTrouble(self.window.notices, self._safekeeping, self.tasks)
            self.trouble.opened.connect(self._on_data_opened)
        self.trouble.show_problem(error)
        self.ready.emit()

    def _show_clinic(self) -> None:
        if self.reception is not None:
            clinic = self.reception.clinic
            if clinic == self._shown_clinic:
                return  # the records tell of every save; the clinic is another one once in a year
            self._shown_clinic = clinic
            self.desk_signals.desk.therapist = clinic.therapist
            name = ", ".join(part for part in (clinic.therapist, clinic.credentials) if part)
            self.window.top_bar.set_therapist(name)
            self.print_bar.set_letterhead_known(bool(clinic.name))
