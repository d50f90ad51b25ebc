"""Paper and files: the sheet to the remembered printer, the PDF to the remembered folder, the referral note on a stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Alteration, Handout
from ptbuilder.services.paper.handing_out import HandingOut, write_file
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.batch_job import BatchItem, BatchJob, BatchReport, Delivery, Way
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.saving_place import SavingPlace, file_name, free_path
from ptbuilder.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ptbuilder.ui.print_job import PrintJob


class Printing(QObject):
    """Prints and saves what is on the desk, off the GUI thread but for the strokes to the printer.

    ``told`` carries a sentence when something left the program, ``refused`` one when it cannot, ``warned`` one about the paper;
    ``answer_first`` is sent when a precaution or a side is open. ``handed_out`` follows each sheet of the desk that was printed
    or saved. ``batch_begun`` carries the BatchJob of a queue of patients and its way, before its first sheet.
    """

    told = Signal(str)
    refused = Signal(str)
    warned = Signal(str)
    answer_first = Signal()
    handed_out = Signal(str)
    batch_begun = Signal(object, str)

    def __init__(
        self, desk_signals: DeskSignals, tasks: TaskRunner, preferences: Preferences, window: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self._desk_signals = desk_signals
        self._tasks = tasks
        self._preferences = preferences
        self._window = window
        self._place = SavingPlace(preferences, window)
        self._reception: Reception | None = None
        self._handing_out: HandingOut | None = None
        self._batch: BatchJob | None = None

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
        name = file_name(work.patient, self._desk_signals.desk.today, is_sheet)
        path = self._place.path(name, self.tr("Save the handout"), self.tr("PDF files (*.pdf)"), ask=ask)
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
        printer = self._printer(paper, copies, ask=ask)
        if printer is None:
            return
        from ptbuilder.ui.printer_choice import printer_name

        altered: list[Alteration] = []

        def finished() -> None:
            if done is not None:
                done()
            self.told.emit(self.tr("{name}: sent to {printer}.").format(name=name, printer=printer_name(printer)))
            self._tell_altered(altered)

        def made() -> tuple[Handout, str]:
            handout = make()
            altered.extend(handout.altered)
            return handout, paper

        job = self._print_job(printer, made)
        job.finished.connect(finished)
        for failure in (job.refused, job.broken):
            failure.connect(self.refused)
        job.start()

    # ---- a queue of patients ----------------------------------------------------------------------------------------

    def print_batch(self, items: Sequence[BatchItem], then: Callable[[], object] | None = None) -> None:
        """Print patients' sheets one after the other, each a job of its own, so that no two share a sheet of paper.

        ``then`` is called at the end, however it came.
        """
        if self._is_busy() or not items:
            return
        printer = self._printer(self._paper(), 1)
        if printer is None:
            return
        file = printer.outputFileName()

        def deliver(item: BatchItem) -> Delivery:
            if file and self._batch is not None and self._batch.is_under_way:
                printer.setOutputFileName(str(free_path(Path(file).parent, Path(file).name)))
            return self._print_job(printer, item.make)

        self._start_batch("print", items, deliver, then)

    def save_batch(self, items: Sequence[BatchItem], day: date, then: Callable[[], object] | None = None) -> None:
        """Save patients' sheets as PDF files in a folder that is asked for; each is named for its patient. ``then`` as in print."""
        if self._is_busy() or not items:
            return
        folder = self._place.asked_folder(self.tr("Save the handouts in"))
        if folder is None:
            return

        def deliver(item: BatchItem) -> Delivery:
            from ptbuilder.ui.save_job import SaveJob

            return SaveJob(item.make, lambda: free_path(folder, file_name(item.patient, day, is_sheet=True)), self._tasks, self)

        self._start_batch("pdf", items, deliver, then)

    def cancel_batch(self) -> bool:
        """Stop the running queue; whether there was one."""
        if self._batch is None:
            return False
        self._batch.cancel()
        return True

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
        def write() -> tuple[Alteration, ...]:
            handout = make()
            write_file(path, handout.pdf)
            return handout.altered

        def tell(altered: tuple[Alteration, ...]) -> None:
            done()
            self.told.emit(self.tr("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent))
            self._tell_altered(altered)

        self._tasks.run(self, write, tell, self._on_failed)

    def _tell_altered(self, altered: Sequence[Alteration]) -> None:
        """Say how a sheet that is out differs from what was written."""
        if altered:
            from ptbuilder.ui.batch_words import altered_text

            self.warned.emit(altered_text(patient_name(self._desk_signals.desk.work.patient), tuple(altered)))

    def _printer(self, paper: str, copies: int, *, ask: bool = False) -> QPrinter | None:
        from ptbuilder.ui.print_job import DOTS_PER_INCH
        from ptbuilder.ui.printer_choice import PrinterChoice

        choice = PrinterChoice(self._preferences, self._window)
        choice.warned.connect(self.warned)
        return choice.printer(paper, copies, DOTS_PER_INCH, ask=ask)

    def _print_job(self, printer: QPrinter, make: Callable[[], tuple[Handout, str]]) -> PrintJob:
        from ptbuilder.ui.print_job import PrintJob

        assert self._handing_out is not None
        return PrintJob(printer, make, self._handing_out, self._tasks, self)

    def _is_busy(self) -> bool:
        if self._batch is not None:
            self.refused.emit(self.tr("Sheets are being made. Wait for them, or press Esc to cancel."))
        return self._batch is not None or self._handing_out is None

    def _start_batch(
        self, way: Way, items: Sequence[BatchItem], deliver: Callable[[BatchItem], Delivery], then: Callable[[], object] | None
    ) -> None:
        job = self._batch = BatchJob(way, items, deliver)
        job.ended.append(self._on_batch_ended)
        if then is not None:
            job.ended.append(lambda _report: then())
        self.batch_begun.emit(job, way)
        job.start()

    def _on_batch_ended(self, _report: BatchReport) -> None:
        self._batch = None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PTBuilderError):
            raise error
        self.refused.emit(str(error))
