"""The pages beside Build and the palette: loaded and made when they are first opened, joined to the window by signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ptbuilder.domain.assessment import Finding
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.ui import messages
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.right_pane import RightPane
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.other_forms import OtherForms
from ptbuilder.ui.palette.entries import Source
from ptbuilder.ui.preferences import LETTERS, Preferences
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.tasks import TaskRunner, rest
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.window import MainWindow

if TYPE_CHECKING:
    from ptbuilder.services.drawing.posing.posing import Posing
    from ptbuilder.services.library.clinic_library import ClinicLibrary
    from ptbuilder.services.paper.handing_out import HandingOut
    from ptbuilder.services.patients.caseload import PatientRow
    from ptbuilder.services.patients.reception import Reception
    from ptbuilder.services.suggest.suggesting import Suggesting
    from ptbuilder.ui.clinic.page import ClinicPage
    from ptbuilder.ui.library.page import LibraryPage
    from ptbuilder.ui.palette.palette import Palette
    from ptbuilder.ui.palette.sources import FindFindings
    from ptbuilder.ui.patient_data import OpenData
    from ptbuilder.ui.patients.page import PatientsPage
    from ptbuilder.ui.templates_page import TemplatesPage


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pages are made of; everything is there once the library is read."""

    window: MainWindow
    desk_signals: DeskSignals
    theme: Theme
    tasks: TaskRunner
    preferences: Preferences
    printing: Printing
    other_forms: OtherForms
    pictures: DrawingCache
    reception: Reception
    handing_out: HandingOut
    suggesting: Suggesting
    right: RightPane
    clinic_library: ClinicLibrary
    posing: Callable[[], Posing]
    find_findings: FindFindings


class Pages(QObject):
    """Library at once, the others with ``open_data``. ``restore_asked`` carries a backup to bring back."""

    restore_asked = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._data: OpenData | None = None
        self._browser = LibraryBrowser(parts.desk_signals.desk.library, parts.clinic_library.origin)
        parts.desk_signals.library_changed.connect(self._browser.take)
        self._palette: Palette | None = None
        window = parts.window
        window.provide({"library": self._library})
        window.actions_of_window["find_anything"].triggered.connect(lambda: self.palette.open())
        window.actions_of_window.set_letters_enabled(parts.preferences.get(LETTERS, "on") == "on")
        parts.right.library_page_asked.connect(lambda: window.show_page("library"))

    @property
    def palette(self) -> Palette:
        """The palette; it is made when it is first asked for, since the storage that it lists patients from loads slowly."""
        if self._palette is None:
            from ptbuilder.ui.palette.palette import Palette

            self._palette = Palette(self._parts.theme, self._parts.window, self._sources())
        return self._palette

    @property
    def is_search_prepared(self) -> bool:
        """Whether the first search will not have to wait."""
        return self._browser.is_prepared

    def prepare_search(self) -> None:
        """On a worker: build the index of the exercises, with a rest after each millisecond in which the window can go on."""
        self._browser.prepare(rest)

    def search(self, text: str) -> Sequence[str]:
        """Codes of the exercises that match, best first; all of them for an empty text."""
        return self._browser.search(text)

    def open_data(self, data: OpenData) -> None:
        """Take the opened data; pages over older data are made anew. A recovery sheet that was never printed is offered."""
        self._data = data
        over_data = {"patients": self._patients, "library": self._library, "templates": self._templates, "clinic": self._clinic}
        self._parts.window.provide(over_data)
        if data.is_sheet_wanted():
            self._offer_sheet()
        self._tell_questions(len(self._parts.clinic_library.asking))

    # ---- making pages -----------------------------------------------------------------------------------------------

    def _library(self) -> LibraryPage:
        from ptbuilder.services.library.exercise_editing import ExerciseEditing
        from ptbuilder.services.library.own_transfer import OwnTransfer
        from ptbuilder.services.library.unfinished import UnfinishedForms
        from ptbuilder.ui.library.page import LibraryPage
        from ptbuilder.ui.library.tools import LibraryTools

        parts = self._parts
        kept = (parts.desk_signals.desk, parts.clinic_library)
        tools = LibraryTools(
            self._browser, ExerciseEditing(*kept), OwnTransfer(*kept), UnfinishedForms(parts.clinic_library), parts.posing
        )
        page = LibraryPage(parts.desk_signals, tools, parts.theme, parts.pictures, parts.tasks, parts.preferences)
        page.told.connect(parts.window.notices.tell)
        parts.window.closing.connect(page.keeping.keep_unfinished)
        return page

    def _patients(self) -> PatientsPage:
        from ptbuilder.services.patients.patient_file import PatientFiles
        from ptbuilder.ui.patients.page import PatientsPage

        parts, data = self._parts, self._opened()
        files = PatientFiles(data.records, parts.handing_out, parts.desk_signals.desk)
        page = PatientsPage(parts.desk_signals, parts.reception, files, parts.printing, parts.tasks, parts.theme, parts.pictures)
        page.build_asked.connect(self._go_on_building)
        page.assessment_asked.connect(self._go_on_assessing)
        page.new_asked.connect(parts.window.new_patient)
        page.told.connect(parts.window.notices.tell)
        return page

    def _templates(self) -> TemplatesPage:
        from ptbuilder.ui.templates_page import TemplatesPage

        parts = self._parts
        page = TemplatesPage(parts.desk_signals, self._opened().records, parts.theme)
        page.build_asked.connect(self._go_on_building)
        page.told.connect(parts.window.notices.tell)
        page.refused.connect(parts.window.notices.refuse)
        return page

    def _clinic(self) -> ClinicPage:
        from ptbuilder.ui.clinic.page import ClinicPage

        parts, data = self._parts, self._opened()
        kept = (data.records, data.safekeeping, data.lock, data.is_sheet_wanted)
        page = ClinicPage(parts.desk_signals, *kept, parts.preferences, parts.theme)
        page.sheet_asked.connect(self.print_recovery_sheet)
        page.restore_asked.connect(self.restore_asked)
        page.refused.connect(parts.window.notices.refuse)
        page.letters_chosen.connect(parts.window.actions_of_window.set_letters_enabled)
        return page

    def _opened(self) -> OpenData:
        assert self._data is not None
        return self._data

    # ---- a newer library --------------------------------------------------------------------------------------------

    def _tell_questions(self, count: int) -> None:
        """Where the library has changed what the clinic changed or checked: exercises may be kept back until somebody answers."""
        if not count:
            return
        one = self.tr("The library has changed 1 exercise that you changed or checked. It waits for your answer.")
        many = self.tr("The library has changed {n} exercises that you changed or checked. They wait for your answer.")
        answers = ((self.tr("Show"), self.show_question),)
        self._parts.window.notices.show_line("questions", "warn", one if count == 1 else many.format(n=count), answers)

    def show_question(self) -> None:
        """Open the library at the first exercise that waits for an answer."""
        from ptbuilder.ui.library.page import LibraryPage

        window = self._parts.window
        window.notices.take_away("questions")
        window.show_page("library")
        page = window.page_widget("library")
        if isinstance(page, LibraryPage):
            page.show_question()

    # ---- the recovery sheet -----------------------------------------------------------------------------------------

    def _offer_sheet(self) -> None:
        text = self.tr("Print the recovery sheet: without it, a broken computer can take all patient data with it.")
        answers = ((self.tr("Print the recovery sheet"), self.print_recovery_sheet),)
        self._parts.window.notices.show_line("recovery", "note", text, answers)

    def print_recovery_sheet(self) -> None:
        """Let the printer be chosen and print the sheet; a sheet that was printed is not offered again."""
        from PySide6.QtPrintSupport import QPrinter

        from ptbuilder.ui.clinic.recovery_print import print_recovery_sheet

        data, window = self._opened(), self._parts.window
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if not messages.ask_printer(window, printer):
            return
        clinic = data.records.clinic()
        if print_recovery_sheet(printer, data.safekeeping.sheet(), clinic.language, clinic.paper, self._parts.theme.family):
            data.note_sheet()
            window.notices.take_away("recovery")
            window.notices.tell(self.tr("The recovery sheet is at the printer. Keep it where you keep keys."))
        else:
            window.notices.refuse(self.tr("The printer did not take the sheet. Check it and print again."))

    def _sheet_printer(self) -> Callable[[], None] | None:
        return self.print_recovery_sheet if self._data is not None else None

    # ---- the palette ------------------------------------------------------------------------------------------------

    def _sources(self) -> Sequence[Source]:
        from ptbuilder.ui.palette.entries import FixedSource
        from ptbuilder.ui.palette.sources import ExerciseSource, FindingSource, PatientSource
        from ptbuilder.ui.palette_commands import PaletteCommands

        parts = self._parts
        commands = PaletteCommands(parts, self._write_exercise, self._sheet_printer)
        return (
            FixedSource("do", commands.things_to_do),
            PatientSource(parts.desk_signals, self._find_patients, self._open_patient, self._show_patient),
            ExerciseSource(parts.desk_signals, self._browser, self._add_exercise, self._explain, self._look_at),
            FindingSource(parts.desk_signals, parts.find_findings, self._add_finding),
            FixedSource("go", commands.places),
        )

    def _find_patients(self, text: str) -> Sequence[PatientRow]:
        return self._data.records.find(text) if self._data is not None else ()

    def _open_patient(self, patient_id: str) -> None:
        if self._parts.desk_signals.attempt(lambda: self._parts.reception.open_patient(patient_id)):
            self._go_on_building()

    def _show_patient(self, patient_id: str) -> None:
        from ptbuilder.ui.patients.page import PatientsPage

        window = self._parts.window
        window.show_page("patients")
        page = window.page_widget("patients")
        if isinstance(page, PatientsPage):
            page.list_pane.mark(patient_id)

    def _add_exercise(self, code: str) -> None:
        if self._parts.desk_signals.attempt(lambda: self._parts.desk_signals.desk.add_exercise(code)):
            self._parts.window.show_page("build")

    def _explain(self, code: str) -> None:
        self._parts.window.show_page("build")
        self._parts.right.show_why_not(code)

    def _look_at(self, code: str) -> None:
        from ptbuilder.ui.library.page import LibraryPage

        window = self._parts.window
        window.show_page("library")
        page = window.page_widget("library")
        if isinstance(page, LibraryPage):
            page.show_exercise(code)

    def _add_finding(self, finding: Finding) -> None:
        self._parts.desk_signals.desk.add_finding(finding)
        self._parts.window.show_page("build")

    def _write_exercise(self) -> None:
        from ptbuilder.ui.library.page import LibraryPage

        window = self._parts.window
        window.show_page("library")
        page = window.page_widget("library")
        if isinstance(page, LibraryPage):
            page.write_new()

    def _go_on_building(self) -> None:
        """Open Build with the focus in the program, or wherever work starts there."""
        self._parts.window.show_page("build")
        self._parts.window.build_page.middle.focus_first()

    def _go_on_assessing(self) -> None:
        self._parts.window.show_page("build")
        self._parts.window.add_finding()
