"""The composition root: makes every part of the window, and opens library and data once it is painted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ptbuilder.ui import plain_imports  # noqa: F401 - first, so that no later import goes through PySide6
from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.build.program.empty_page import EmptyPage
from ptbuilder.ui.closing import UnsavedGuard, end_runners
from ptbuilder.ui.data_folder import data_folder
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.fonts import load_fonts
from ptbuilder.ui.garbage import look_for_garbage
from ptbuilder.ui.kept_look import KeptLook, kept_mode, kept_text_size
from ptbuilder.ui.look import wear
from ptbuilder.ui.one_window import OneWindow
from ptbuilder.ui.patient_data import PatientData
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.window import MainWindow

if TYPE_CHECKING:
    from ptbuilder.domain.clinic import Clinic
    from ptbuilder.domain.library import Library
    from ptbuilder.services.desk.work import SaveState, Work
    from ptbuilder.services.patients.reception import Reception
    from ptbuilder.services.patients.recovery import Backup
    from ptbuilder.ui.pages import Pages
    from ptbuilder.ui.patient_data import OpenData
    from ptbuilder.ui.printing import Printing
    from ptbuilder.ui.workplace import Workplace

NAME = "PTBuilder"
KNOWN_LIBRARY = "library-known"
"""The note in the data folder about the library that was found without a fault."""
PAUSE_MS = 100
"""So long after the data is open and the last letter came the other columns are made, so that typed findings are answered first."""
PREPARE_AFTER_MS = 1000
"""So long after the data the index of the exercises is begun: the first thing that is typed is a finding."""
LOOK_AFTER_MS = 500
"""So long after the data SQLAlchemy is loaded and the backup made: before the first save, and not while the first keys come."""
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
    program.ready.connect(look_for_garbage)
    one.asked.connect(program.window.come_to_front)
    program.window.painted.connect(lambda: QTimer.singleShot(LISTEN_AFTER_MS, one, one.listen))
    sys.excepthook = program.report_fault
    program.window.show()
    code = app.exec()
    program.close()
    one.close()
    return code


def make_application() -> QApplication:
    """Qt's application in the style that the theme is made for.

    The style is named as an argument, since ``setStyle`` hands back the style and PySide then makes all of QStyle's enums.
    """
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName(NAME)
    QLocale.setDefault(QLocale("en"))  # as long as the window speaks English alone, so do names and dates in it
    return app


class Program(QObject):
    """Holds what lives as long as the window. Nothing but the empty Build page is made before the first paint.

    ``ready`` is sent once the patient data is open, or cannot be opened, and the rest of the window is made.
    """

    ready = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.preferences = Preferences(folder / "workstation.ini")
        self.theme = Theme(load_fonts(), kept_mode(self.preferences), kept_text_size(self.preferences))
        self.desk_signals = DeskSignals()
        self.tasks = TaskRunner(self)
        self.assessment = AssessmentPane(self.desk_signals, self.theme)
        self.empty = EmptyPage(self.theme)
        self.print_bar = PrintBar(self.desk_signals, self.theme)
        self.build_page = BuildPage(self.desk_signals, self.theme, self.assessment, self.empty, self.print_bar)
        self.window = MainWindow(self.desk_signals, self.theme, self.build_page)
        self.window.resize(1440, 900)
        self.unsaved = UnsavedGuard(self.window.notices, self._leave_desk)
        self.window.may_close = self.unsaved.may_close
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, self.theme)
        self.assessment.focus_first()
        self.data = PatientData(folder, self.desk_signals, self.tasks, self.window.notices)
        self.reception: Reception | None = None
        self.workplace: Workplace | None = None
        self._open_data: OpenData | None = None
        self._shown_clinic: Clinic | None = None
        self._is_closed = False
        self._was_ready = False
        self._completing = QTimer(self)
        self._completing.setSingleShot(True)
        self._completing.setInterval(PAUSE_MS)
        self._completing.timeout.connect(self._load_columns)
        self.data.opened.connect(self._on_data_opened)
        self.window.painted.connect(self.open_library)
        KeptLook(self.preferences, self.theme, self.build_page, self)
        self.empty.sample_opened.connect(self._on_sample_opened)
        self.window.footer.retry_asked.connect(self._save_now)

    @property
    def pages(self) -> Pages | None:
        """The other pages and the palette, once they can be asked for."""
        return self.workplace.pages if self.workplace is not None else None

    @property
    def printing(self) -> Printing | None:
        """The way to the printer, once there is one."""
        return self.workplace.printing if self.workplace is not None else None

    @property
    def is_ready(self) -> bool:
        """Whether the whole window is made, and the data is open or cannot be opened."""
        return self.workplace is not None and self.data.is_settled

    # ---- opening ----------------------------------------------------------------------------------------------------

    def open_library(self) -> None:
        """Begin to open the data on the worker, read the library and lay an empty desk: findings can be typed then."""
        from ptbuilder.domain.errors import PTBuilderError
        from ptbuilder.library.known_sound import load_known
        from ptbuilder.resources import library_path
        from ptbuilder.ui.lock.locking import Locking

        self.data.open()
        self.locking = Locking(self.window, self.data)
        try:
            library = load_known(library_path(), self.folder / KNOWN_LIBRARY)
        except PTBuilderError as error:
            from ptbuilder.ui.messages import tell

            tell(self.window, NAME, self.tr("The exercise library cannot be read. Install PTBuilder again."), details=str(error))
            QApplication.exit(1)
            return
        self._compose_desk(library)
        self.data.settled.connect(self._on_settled)
        self.assessment.field.textEdited.connect(self._wait_for_pause)

    def _compose_desk(self, shipped: Library) -> None:
        from ptbuilder.library.search import FindingIndex
        from ptbuilder.reasoning.engine import Reasoner
        from ptbuilder.services.desk.desk import Desk
        from ptbuilder.services.library.clinic_library import ClinicLibrary
        from ptbuilder.services.paper.handing_out import HandingOut
        from ptbuilder.services.patients.reception import Reception
        from ptbuilder.services.suggest.prescribing import Prescriber
        from ptbuilder.services.suggest.suggesting import Suggesting
        from ptbuilder.ui.after_paint import AfterPaint
        from ptbuilder.ui.labels import language

        self._clinic_library = ClinicLibrary(shipped)
        library = self._clinic_library.library
        reasoner = Reasoner(library)
        suggesting = Suggesting(library, reasoner)
        self._suggesting, self._handing_out = suggesting, HandingOut(library, suggesting)
        desk = Desk(library, suggesting, Prescriber(library, reasoner), save=self._save, later=AfterPaint(self))
        desk.put_layers = self._clinic_library.put
        self._clinic_library.changed.append(desk.take_changed)
        self.reception = Reception(desk, self._handing_out)
        self.data.receive(self.reception, self._clinic_library)
        self.window.open(self.reception)
        self.desk_signals.open(desk)
        self.findings = FindingIndex(library, language())
        self.assessment.set_finder(self.findings)

    def _on_settled(self) -> None:
        if self.workplace is None:
            self._completing.start()
        else:
            self._be_ready()

    def _wait_for_pause(self) -> None:
        if self._completing.isActive():
            self._completing.start()

    def _load_columns(self) -> None:
        """Load what makes the other columns and the palette, and make them in the next turn: findings can be typed already."""
        from ptbuilder.ui import workplace  # noqa: F401 - half of the time goes here; what was typed meanwhile is answered then

        QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        if self._is_closed:
            return
        from ptbuilder.services.drawing.own_drawings import keep_in
        from ptbuilder.ui.workplace import DeskParts, FirstParts, Workplace

        keep_in(self.folder / "drawings")
        assert self.reception is not None
        shared = (self.desk_signals, self.theme, self.preferences, self.tasks)
        first = FirstParts(self.window, self.build_page, self.assessment, self.print_bar, *shared)
        desk = DeskParts(self.reception, self._handing_out, self._suggesting, self.findings, self._clinic_library)
        self.workplace = Workplace(first, desk, self)
        self.workplace.pages.restore_asked.connect(self._restore)
        self._offer_samples()
        if self._open_data is not None:
            self.workplace.pages.open_data(self._open_data)
        if self.data.is_settled:
            self._be_ready()

    def _be_ready(self) -> None:
        """Look after the data, also after a backup was brought back; all else happens once."""
        QTimer.singleShot(LOOK_AFTER_MS, self.data, self.data.look_after)
        if not self._was_ready:
            self._was_ready = True
            QTimer.singleShot(PREPARE_AFTER_MS, self, self._prepare_search)
            self.ready.emit()

    def _prepare_search(self) -> None:
        if self.workplace is not None and not self._is_closed:
            self.workplace.prepare_search()

    def _offer_samples(self) -> None:
        from ptbuilder.services.patients.sample import sample_work
        from ptbuilder.ui.build.program.samples import SampleCase

        desk = self.desk_signals.desk
        work = sample_work(desk.today, desk.library.version, desk.work.choices)
        about = self.tr("Facet pattern, 10 days after a lumbar facet injection")
        self.empty.set_samples((SampleCase(work.patient.id, work.patient, work.assessment.age, about),))

    # ---- closing ----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the open revision, wait for the worker, and close the data."""
        if self._is_closed:
            return
        self._is_closed = True
        self.unsaved.leave()
        self.tasks.finish()
        if self.workplace is not None:
            self.workplace.end()
        end_runners(self, self.window)
        self.data.close()

    def _leave_desk(self) -> None:
        if self.reception is not None and self.desk_signals.is_open:
            self.reception.leave()

    # ---- what happens -----------------------------------------------------------------------------------------------

    def report_fault(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """The excepthook of the program."""
        from ptbuilder.ui.faults import FaultReporter

        FaultReporter(self.folder, self._save_now, self.window.notices.refuse)(kind, fault, trace)

    def _save_now(self) -> bool:
        """Whether nothing would be lost now: the work is saved, or there is none."""
        if not self.desk_signals.is_open:
            return True
        desk = self.desk_signals.desk
        desk.save_now()
        return desk.work.is_blank or (desk.saved.at is not None and not desk.saved.problem)

    def _save(self, work: Work) -> SaveState:
        from ptbuilder.services.desk.work import SaveState as State

        return self.reception.save(work) if self.reception is not None else State()

    def _on_sample_opened(self, _code: str) -> None:
        if self.reception is not None:
            self.reception.open_sample()

    def _restore(self, backup: Backup) -> None:
        self.window.show_page("build")
        self.data.restore(backup)

    def _on_data_opened(self, data: OpenData) -> None:
        """Let the pages have the data, now or once they are there."""
        self._open_data = data
        data.records.changed.append(self._show_clinic)
        self._show_clinic()
        if self.workplace is not None:
            self.workplace.pages.open_data(data)

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
