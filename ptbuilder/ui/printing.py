"""Paper and files: the sheet to the remembered printer, the PDF to the remembered folder, the referral note on a stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.patient import Patient
from ptbuilder.services.handing_out import HandingOut, write_file
from ptbuilder.services.reception import Reception
from ptbuilder.ui import messages
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINTER, FOLDER = "print/printer", "print/folder"


class Printing(QObject):
    """Prints and saves what is on the desk, off the GUI thread but for the strokes to the printer.

    ``told`` carries a sentence when something left the program, ``refused`` one when it cannot; ``answer_first`` is sent when
    a precaution or a side is open. ``handed_out`` follows each sheet of the desk that was printed or saved.
    """

    told = Signal(str)
    refused = Signal(str)
    answer_first = Signal()
    handed_out = Signal(str)

    def __init__(
        self, desk_signals: DeskSignals, tasks: TaskRunner, preferences: Preferences, window: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self._desk_signals = desk_signals
        self._tasks = tasks
        self._preferences = preferences
        self._window = window
        self._reception: Reception | None = None
        self._handing_out: HandingOut | None = None

    def open(self, reception: Reception, handing_out: HandingOut) -> None:
        """Take what makes the sheet; the library is read now."""
        self._reception, self._handing_out = reception, handing_out

    # ---- the desk ---------------------------------------------------------------------------------------------------

    def print_handout(self, *, copies: int = 1, ask: bool = False) -> None:
        """Print the shown stage, or the referral note on a stop; ``ask`` opens the printer dialog in any case."""
        made = self._document()
        if made is not None:
            make, name, is_sheet = made
            self.print_document(make, name, self._paper(), copies, lambda: self._after("print", is_sheet), ask=ask)

    def print_clinician_copy(self) -> None:
        """Print the sheet with reasons and answers to precautions; it is kept in the clinic and is not handed out."""
        if self._document() is None or self._reception is None or self._handing_out is None:
            return
        sheet = self._reception.sheet()
        sheet = replace(sheet, choices=replace(sheet.choices, copy="clinician"))
        handing_out = self._handing_out
        self.print_document(lambda: handing_out.handout(sheet), self.tr("The clinician copy"), self._paper())

    def save_pdf(self, *, ask: bool = False) -> None:
        """Save the shown stage (or the referral note) in the remembered folder; the first time asks where."""
        made = self._document()
        if made is None:
            return
        make, _, is_sheet = made
        work = self._desk_signals.desk.work
        path = self._path_for(file_name(work.patient, self._desk_signals.desk.today, is_sheet), ask=ask)
        if path is not None:
            self._write(make, path, lambda: self._after("pdf", is_sheet))

    # ---- any document -----------------------------------------------------------------------------------------------

    def print_document(
        self,
        make: Callable[[], Handout],
        name: str,
        paper: str,
        copies: int = 1,
        done: Callable[[], None] | None = None,
        *,
        ask: bool = False,
    ) -> None:
        """Make a document on the worker and print it; ``done`` follows once it is at the printer."""
        printer = self._printer(ask=ask)
        if printer is None:
            return

        def finished() -> None:
            if done is not None:
                done()
            self.told.emit(self.tr("{name}: sent to {printer}.").format(name=name, printer=printer.printerName() or "PDF"))

        self._start(printer, (make,), paper, copies, finished)

    def print_sheets(self, sheets: Sequence[tuple[str, Sheet]], done: Callable[[], None]) -> None:
        """Print several patients' sheets one after the other with one question for the printer at most; then ``done``."""
        if self._handing_out is None or not sheets:
            return
        printer, handing_out = self._printer(), self._handing_out
        if printer is None:
            return
        names = [name for name, _ in sheets]

        def finished() -> None:
            done()
            self.told.emit(_count_text(self, names))

        makes = tuple(partial(handing_out.handout, sheet) for _, sheet in sheets)
        self._start(printer, makes, sheets[0][1].choices.paper, 1, finished)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _document(self) -> tuple[Callable[[], Handout], str, bool] | None:
        """What to print of the desk, what it is called, and whether it is the sheet; None where something is in the way."""
        if self._reception is None or self._handing_out is None or not self._desk_signals.is_open:
            self.refused.emit(self.tr("PTBuilder is still starting. Try again in a moment."))
            return None
        desk, handing_out = self._desk_signals.desk, self._handing_out
        if desk.outcome.stop is not None:
            work, clinic, seen = desk.work, self._reception.clinic, desk.now
            return lambda: handing_out.referral(work, clinic, seen), self.tr("The referral note"), False
        if desk.open_questions:
            self.answer_first.emit()
            self.refused.emit(self.tr("Answer this first."))
            return None
        if not desk.rows:
            self.refused.emit(self.tr("Add an exercise first."))
            return None
        if not desk.is_accepted:
            self.refused.emit(self.tr("This is a suggestion. Take it with Ctrl+Enter, then print."))
            return None
        sheet = self._reception.sheet()
        return lambda: handing_out.handout(sheet), patient_name(desk.work.patient), True

    def _after(self, way: str, is_sheet: bool) -> None:
        if is_sheet and self._reception is not None:
            self._reception.hand_out("pdf" if way == "pdf" else "print")
            self.handed_out.emit(way)

    def _paper(self) -> str:
        choices: HandoutChoices = self._desk_signals.desk.work.choices
        return choices.paper

    def _write(self, make: Callable[[], Handout], path: Path, done: Callable[[], None]) -> None:
        def write() -> Path:
            write_file(path, make().pdf)
            return path

        def tell(saved: Path) -> None:
            done()
            self.told.emit(self.tr("Saved as {name} in {folder}.").format(name=saved.name, folder=saved.parent))

        self._tasks.run(self, write, tell, self._on_failed)

    def _path_for(self, name: str, *, ask: bool) -> Path | None:
        """A free name in the remembered folder, or what the file dialog answers; None where it was called off."""
        kept = self._preferences.get(FOLDER)
        if kept and Path(kept).is_dir() and not ask:
            return free_path(Path(kept), name)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(kept) if kept and Path(kept).is_dir() else Path(documents or Path.home())
        path = messages.ask_save_path(self._window, self.tr("Save the handout"), folder / name, self.tr("PDF files (*.pdf)"))
        if path is None:
            return None
        self._preferences.put(FOLDER, str(path.parent))
        return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

    def _printer(self, *, ask: bool = False) -> QPrinter | None:
        """The remembered printer without a question, or the one chosen in the dialog; None where it was called off."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from ptbuilder.ui.print_job import DOTS_PER_INCH

        kept = self._preferences.get(PRINTER)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(DOTS_PER_INCH)
        if kept in QPrinterInfo.availablePrinterNames() and not ask:
            printer.setPrinterName(kept)
            return printer
        if not messages.ask_printer(self._window, printer):
            return None
        self._preferences.put(PRINTER, printer.printerName())
        return printer

    def _start(
        self, printer: QPrinter, makes: Sequence[Callable[[], Handout]], paper: str, copies: int, finished: Callable[[], None]
    ) -> None:
        from ptbuilder.ui.print_job import PrintJob

        if self._handing_out is None:
            return
        job = PrintJob(printer, makes, self._handing_out, self._tasks, self)
        job.finished.connect(finished)
        job.refused.connect(self.refused)
        job.start(paper, copies)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PTBuilderError):
            raise error
        self.refused.emit(str(error))


def file_name(patient: Patient, day: date, is_sheet: bool) -> str:
    """A name that every system takes: ``Miller-Robert-2026-03-12.pdf``; the note says that it is one."""
    words = re.findall(r"\w+", f"{patient.family} {patient.given}") or ["handout"]
    return "-".join([*words, *([] if is_sheet else ["referral"]), day.isoformat()])[:120] + ".pdf"


def free_path(folder: Path, name: str) -> Path:
    """``name`` in ``folder``, with a number behind it where there is such a file already; nothing is overwritten."""
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def _count_text(owner: QObject, names: list[str]) -> str:
    if len(names) == 1:
        return owner.tr("{name}: printed again.").format(name=names[0])
    return owner.tr("{n} sheets printed again.").format(n=len(names))
