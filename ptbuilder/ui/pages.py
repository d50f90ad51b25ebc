"""The pages beside Build and the palette: loaded and made when they are first opened, joined to the window by signals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.ui import messages
from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.print_bar import choices_text
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.build.right_pane import RightPane
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.other_forms import OtherForms
from ptbuilder.ui.palette.entries import Entry, FixedSource, Source
from ptbuilder.ui.preferences import LETTERS, Preferences
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.tasks import TaskRunner
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


REST = 0.0002
"""Seconds; without a rest Python would let the worker go on for five milliseconds while a key waits."""


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
        self._browser.prepare(lambda: sleep(REST))

    def search(self, text: str) -> Sequence[str]:
        """Codes of the exercises that match, best first; all of them for an empty text."""
        return self._browser.search(text)

    def open_data(self, data: OpenData) -> None:
        """Take the opened data; pages over older data are made anew. A recovery sheet that was never printed is offered."""
        self._data = data
        self._parts.window.provide({"patients": self._patients, "templates": self._templates, "clinic": self._clinic})
        if data.is_sheet_wanted():
            self._offer_sheet()

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
        files = PatientFiles(data.records, parts.handing_out, parts.suggesting)
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
        page = ClinicPage(parts.desk_signals, data.records, data.safekeeping, data.is_sheet_wanted, parts.preferences, parts.theme)
        page.sheet_asked.connect(self.print_recovery_sheet)
        page.restore_asked.connect(self.restore_asked)
        page.refused.connect(parts.window.notices.refuse)
        page.letters_chosen.connect(parts.window.actions_of_window.set_letters_enabled)
        return page

    def _opened(self) -> OpenData:
        assert self._data is not None
        return self._data

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

    # ---- the palette ------------------------------------------------------------------------------------------------

    def _sources(self) -> Sequence[Source]:
        from ptbuilder.ui.palette.sources import ExerciseSource, FindingSource, PatientSource

        parts = self._parts
        return (
            FixedSource("do", self._things_to_do),
            PatientSource(parts.desk_signals, self._find_patients, self._open_patient, self._show_patient),
            ExerciseSource(parts.desk_signals, self._browser, self._add_exercise, self._explain, self._look_at),
            FindingSource(parts.desk_signals, parts.find_findings, self._add_finding),
            FixedSource("go", self._places),
        )

    def _things_to_do(self) -> Iterator[Entry]:
        printing = self._parts.printing
        desk = self._parts.desk_signals.desk
        ready = bool(desk.rows) or desk.outcome.stop is not None
        about = f"{patient_name(desk.work.patient)}, {choices_text(desk.work.choices, 3)}"
        yield self._action("print_handout", "printer", hint=about, words=_tr("paper handout sheet"), is_enabled=ready)
        yield Entry("do", "printer", _tr("Print two copies"), lambda: printing.print_handout(copies=2), is_enabled=ready)
        clinician = _tr("with overrides and reasons")
        yield Entry("do", "note", _tr("Print the clinician copy"), printing.print_clinician_copy, clinician, is_enabled=ready)
        yield self._action("preview", "eye", is_enabled=bool(desk.rows))
        yield self._action("save_pdf", "save-pdf", is_enabled=ready)
        forms = self._parts.other_forms
        phone = _tr("Save for the phone")
        yield Entry("do", "save-pdf", phone, forms.save_for_phone, _tr("one page without network"), is_enabled=forms.is_ready)
        yield self._action("copy_note", "copy", hint=_tr("for the clinic's record"), is_enabled=forms.is_ready)
        yield self._action("take_program", "check", is_enabled=bool(desk.rows) and not desk.is_accepted)
        yield self._action("new_patient", "plus")
        yield self._action("follow_up", "calendar", is_enabled=not desk.work.assessment.is_empty)
        wishes, is_assessed = _tr("Write down the patient's goals"), not desk.work.assessment.is_empty
        yield Entry("do", "goal", wishes, self._write_goals, _tr("in the patient's words"), is_enabled=is_assessed)
        adapt, is_accepted, unfitting = _tr("Adapt the program to the findings"), desk.is_accepted, len(desk.unfitting)
        about = _tr("{n} do not fit").format(n=unfitting) if unfitting else ""
        yield Entry("do", "swap", adapt, lambda: self._try(desk.adapt), about, is_enabled=is_accepted)
        start, is_planned = _tr("Start this stage"), is_accepted and desk.stage.state == "planned"
        yield Entry("do", "calendar", start, lambda: self._try(lambda: desk.start_stage(desk.work.stage)), is_enabled=is_planned)
        again, is_after = _tr("Change when to start again"), bool(ready and desk.outcome.phase and not desk.outcome.stop)
        driving = _tr("driving, work, lifting, bath, sport")
        yield Entry("do", "calendar", again, self._change_activities, driving, is_enabled=is_after)
        group = _tr("Group exercises by position")
        yield Entry("do", "filter", group, lambda: self._try(desk.group_by_position), is_enabled=is_accepted)
        yield self._action("print_dialog", "printer", words=_tr("another printer duplex pages"), is_enabled=ready)
        another = _tr("Save the PDF in another folder")
        yield Entry("do", "save-pdf", another, lambda: printing.save_pdf(ask=True), is_enabled=ready)
        yield self._action("undo", "undo", is_enabled=desk.undo_step is not None)
        yield self._action("larger_text", "search")
        yield self._action("smaller_text", "search")
        if self._data is not None:
            yield Entry("do", "shield", _tr("Print the recovery sheet"), self.print_recovery_sheet)

    def _places(self) -> Iterator[Entry]:
        icons = {"build": "build", "patients": "patients", "library": "library", "templates": "templates", "clinic": "clinic"}
        hints = {"clinic": _tr("letterhead, paper, text size, backups"), "library": _tr("all exercises")}
        for page, icon in icons.items():
            yield self._action(f"page_{page}", icon, group="go", hint=hints.get(page, ""))
        yield self._action("show_keys", "info", group="go")

    def _action(self, key: str, icon: str, *, hint: str = "", words: str = "", group: str = "do", is_enabled: bool = True) -> Entry:
        actions = self._parts.window.actions_of_window
        action = actions[key]
        keys = actions.keys_of(key)
        return Entry(group, icon, action.text(), action.trigger, hint, "", keys, words, None, is_enabled)  # type: ignore[arg-type]

    def _find_patients(self, text: str) -> Sequence[PatientRow]:
        return self._data.records.find(text) if self._data is not None else ()

    def _open_patient(self, patient_id: str) -> None:
        if self._try(lambda: self._parts.reception.open_patient(patient_id)):
            self._go_on_building()

    def _show_patient(self, patient_id: str) -> None:
        from ptbuilder.ui.patients.page import PatientsPage

        window = self._parts.window
        window.show_page("patients")
        page = window.page_widget("patients")
        if isinstance(page, PatientsPage):
            page.list_pane.mark(patient_id)

    def _add_exercise(self, code: str) -> None:
        if self._try(lambda: self._parts.desk_signals.desk.add_exercise(code)):
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

    def _write_goals(self) -> None:
        window = self._parts.window
        window.show_page("build")
        pane = window.build_page.parts.assessment
        window.build_page.open_pane(pane)
        if isinstance(pane, AssessmentPane):
            pane.filled.write_goals()

    def _change_activities(self) -> None:
        window = self._parts.window
        window.show_page("build")
        pane = window.build_page.parts.program
        if isinstance(pane, ProgramPane):
            pane.edit_activities()

    def _go_on_building(self) -> None:
        """Open Build with the focus in the program, or wherever work starts there."""
        self._parts.window.show_page("build")
        self._parts.window.build_page.middle.focus_first()

    def _go_on_assessing(self) -> None:
        self._parts.window.show_page("build")
        self._parts.window.add_finding()

    def _try(self, act: Callable[[], object]) -> bool:
        """Do it; a refusal is said in a line, and False comes back."""
        try:
            act()
        except PTBuilderError as error:
            self._parts.desk_signals.refused.emit(str(error))
            return False
        return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)
