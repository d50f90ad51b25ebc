"""A place to work for the tests of the window: real library, real data file, real PDFs, a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from ptbuilder.domain.assessment import Finding, Score
from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.handout.opening import opened
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.drawing.posing.picture import PosePicture
from ptbuilder.services.drawing.posing.posing import Posing
from ptbuilder.services.library.clinic_library import ClinicLibrary, kept_layers
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.services.library.own_transfer import OwnTransfer
from ptbuilder.services.library.unfinished import UnfinishedForms
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.patient_file import PatientFiles
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.patients.records import Records
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.storage.store import Store
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.fonts import load_fonts
from ptbuilder.ui.library.page import LibraryPage
from ptbuilder.ui.library.tools import LibraryTools
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme

NOW = datetime(2026, 3, 12, 14, 2)
KEY = bytes(range(32))
CLINIC = Clinic("Riverside Physical Therapy", "12 Mill Lane, Springfield", "555 0100", "Dana Sample", "PT")
# fmt: off
NAMES = (
    "Robert Miller", "Priya Nair", "Helen Novak", "Daniel Okafor", "Maria Santos",
    "Karen Blake", "Tomas Berg", "Lucia Ferrer", "Amina Hassan", "Peter Lindqvist",
    "Grace Okoro", "Yuki Tanaka", "Elena Petrova", "Samuel Adeyemi", "Ingrid Larsen",
    "Carlos Mendez", "Fatima Zahra", "Oliver Grant", "Noor Rahman", "Hannah Weiss",
    "Diego Vargas", "Sophie Laurent", "Liam Byrne", "Zofia Nowak", "Marcus Reed",
    "Aiko Mori", "Nadia Haddad", "Victor Stone", "Clara Jensen", "Hugo Almeida",
)
# fmt: on


class Clock:
    """Gives the time, and goes on when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Workplace:
    """Everything that the pages are given, over a data file in ``folder``."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.clock = Clock()
        self.folder = folder
        self.clinic_library = ClinicLibrary(library, self.clock)
        self.library = library = self.clinic_library.library
        reasoner = Reasoner(library)
        self.suggesting = Suggesting(library, reasoner)
        self.prescriber = Prescriber(library, reasoner)
        self.handing_out = HandingOut(SheetMaker(library), self.suggesting)
        self.theme = Theme(load_fonts(), "light")
        self.tasks = TaskRunner()
        self.preferences = Preferences()
        self.open()

    def open(self) -> None:
        """Open the data and lay a blank desk; also after ``close``, as when the program is started again."""
        self.store = Store.open(self.folder / "ptbuilder.db", KEY)
        self.records = Records(self.store, self.library, self.clock)
        self.desk = Desk(self.library, self.suggesting, self.prescriber, clock=self.clock, save=lambda w: self.reception.save(w))
        self.desk.put_layers = self.clinic_library.put
        self.clinic_library.changed[:] = [self.records.forget_texts, self.desk.take_changed]
        self.clinic_library.open(self.store, kept_layers(self.store))
        self.editing = ExerciseEditing(self.desk, self.clinic_library)
        self.reception = Reception(self.desk, self.handing_out, self.clock)
        self.reception.attach(self.records)
        self.signals = DeskSignals(self.desk)
        self.files = PatientFiles(self.records, self.handing_out, self.desk)

    def close(self) -> None:
        self.tasks.finish()
        self.reception.leave()
        self.store.close()

    def library_page(self) -> LibraryPage:
        """The library page over the clinic's library, as the program makes it."""
        browser = LibraryBrowser(self.library, self.clinic_library.origin)
        self.signals.library_changed.connect(browser.take)
        shared = (self.theme, DrawingCache(), self.tasks, self.preferences)
        posing = Posing(self.library, blank_picture, blank_picture)
        transfer, unfinished = OwnTransfer(self.desk, self.clinic_library), UnfinishedForms(self.clinic_library)
        tools = LibraryTools(browser, self.editing, transfer, unfinished, lambda: posing)
        return LibraryPage(self.signals, tools, *shared)

    def set_clinic(self) -> None:
        self.records.set_clinic(CLINIC)
        self.desk.therapist = CLINIC.therapist

    def take_sample(self) -> None:
        """The sample patient, with the suggestion taken."""
        self.reception.open_sample()
        self.desk.accept()

    def add_patients(self, count: int = 30) -> None:
        """Made-up patients, each with a program; every third was seen twice and every fifth has a score of pain."""
        for number in range(count):
            self._add_patient(number)

    def _add_patient(self, number: int) -> None:
        self.clock.now = NOW - timedelta(days=2 * (29 - number % 30), minutes=7 * number)
        self.reception.new_patient()
        given, family = NAMES[number % len(NAMES)].split()
        identifier = self.desk.work.patient.id
        self.desk.set_patient(
            Patient(identifier, given, family, birth_year=1950 + number, sex="FM"[number % 2], is_sample=True)  # type: ignore[arg-type]
        )
        for finding in _findings(number):
            self.desk.add_finding(finding)
        self.desk.set_irritability("moderate")
        self.desk.set_red_flags_asked(True)
        if number % 5 == 0:
            self.desk.add_score(Score("nprs", 6))
        if self.desk.outcome.program:
            self.desk.accept()
            self.reception.hand_out("print")
        if number % 3 == 0:
            self._see_again()
        self.reception.leave()
        self.clock.now = NOW

    def _see_again(self) -> None:
        self.clock.now += timedelta(days=1)
        self.reception.follow_up()
        self.desk.add_score(Score("nprs", 4))
        if self.desk.rows:
            row = self.desk.rows[0].prescription
            self.desk.set_dosage(row.id, replace(row.dosage, hold_s=row.dosage.hold_s + 3))
            if len(self.desk.rows) > 2:
                self.desk.remove(self.desk.rows[-1].prescription.id)


def _findings(number: int) -> tuple[Finding, ...]:
    kinds: tuple[tuple[Finding, ...], ...] = (
        (
            Finding("cond-lumbar-facet", "both", "moderate"),
            Finding("lx-relief-sitting-flexion"),
            Finding("hp-flexor-tight", "both"),
        ),
        (Finding("hp-flexor-tight", "left", "moderate"), Finding("lx-deep-core-poor", grade="moderate")),
        (Finding("lx-deep-core-poor", grade="severe"), Finding("lx-pain-extension-provoked")),
        (Finding("rf-cauda-equina"),),
    )
    return kinds[3] if number == 5 else kinds[number % 3]


@pytest.fixture
def place(tmp_path: Path, library: Library, qapp: QApplication) -> Iterator[Workplace]:
    """A workplace with a letterhead, an empty desk and no patients."""
    made = Workplace(tmp_path, library)
    made.set_clinic()
    yield made
    made.close()


def blank_picture(_work: object, figure: Any, _look: object, _follows: bool, size: object = None, *_more: object) -> PosePicture:
    """Stands in for the engine of figures: a pose is drawn at once, as nothing."""
    if size is not None:
        return PosePicture(figure, (RasterImage(2, 2, bytes(16)),) * 2, ((), ()), (), True)
    return PosePicture(figure, (Drawing(100, 100, ()),) * 2, ((), ()), (), False)


def text_of(pdf: bytes) -> str:
    """The words of all pages, with single spaces."""
    with opened(pdf) as document:
        words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(words.split())


def to_pdf_printer(path: Path) -> Callable[[QWidget | None, QPrinter], bool]:
    """Answers the printer dialog as a user who prints to a file."""

    def answer(_parent: QWidget | None, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    return answer
