"""Paper and files: the sheet to the remembered printer, the PDF to the remembered folder, the referral note on a stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from ptbuilder.ui.desk_print import Copy, DeskPrint, OpenQuestion, desk_print
from ptbuilder.ui.desk_signals import DeskSignals
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
        wanted = self._wanted()
        if wanted is not None:
            self._print(wanted, copies, ask=ask)

    def print_clinician_copy(self) -> None:
        """Print the sheet with reasons and answers to precautions; it is kept in the clinic and is not handed out."""
        wanted = self._wanted("clinician")
        if wanted is not None:
            self._print(wanted)

    def save_pdf(self, *, ask: bool = False) -> None:
        """Save the shown stage (or the referral note) in the remembered folder; the first time asks where."""
        wanted = self._wanted()
        if wanted is None:
            return
        path = self._place.path(wanted.file, self.tr("Save the handout"), self.tr("PDF files (*.pdf)"), ask=ask)
        if path is not None:
            self._write(wanted, path)

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

    def _wanted(self, copy: Copy = "patient") -> DeskPrint | None:
        """What to print of the desk as it is now; None, after it was said, where something is in the way."""
        if self._reception is None or self._handing_out is None or not self._desk_signals.is_open:
            self.refused.emit(self.tr("PTBuilder is still starting. Try again in a moment."))
            return None
        try:
            return desk_print(self._desk_signals.desk, self._reception, self._handing_out, copy)
        except PTBuilderError as error:
            if isinstance(error, OpenQuestion):
                self.answer_first.emit()
            self.refused.emit(str(error))
            return None

    def _print(self, wanted: DeskPrint, copies: int = 1, *, ask: bool = False) -> None:
        """Make the document on the worker and print it."""
        printer = self._printer(wanted.paper, copies, ask=ask)
        if printer is None:
            return
        from ptbuilder.ui.printer_choice import printer_name

        altered: list[Alteration] = []
        told = self.tr("{name}: sent to {printer}.").format(name=wanted.title, printer=printer_name(printer))

        def made() -> tuple[Handout, str]:
            handout = wanted.make()
            altered.extend(handout.altered)
            return handout, wanted.paper

        job = self._print_job(printer, made)
        job.finished.connect(lambda: self._on_out(wanted, "print", told, altered))
        for failure in (job.refused, job.broken):
            failure.connect(self.refused)
        job.start()

    def _write(self, wanted: DeskPrint, path: Path) -> None:
        """Make the document on the worker and save it."""
        told = self.tr("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent)

        def write() -> tuple[Alteration, ...]:
            handout = wanted.make()
            write_file(path, handout.pdf)
            return handout.altered

        self._tasks.run(self, write, lambda altered: self._on_out(wanted, "pdf", told, altered), self._on_failed)

    def _on_out(self, wanted: DeskPrint, way: Way, told: str, altered: Sequence[Alteration]) -> None:
        """Say what is out and how it differs from what was written; note it, if it is for the patient."""
        from ptbuilder.ui.batch_words import altered_text, not_noted_text

        self.told.emit(told)
        if altered:
            self.warned.emit(altered_text(wanted.patient, tuple(altered), is_previewed=wanted.note is not None))
        if wanted.note is not None and self._reception is not None:
            try:
                wanted.note.take(self._reception, way)
            except PTBuilderError as error:
                self.warned.emit(not_noted_text(wanted.patient, str(error)))
            else:
                self.handed_out.emit(way)

    def _paper(self) -> str:
        choices: HandoutChoices = self._desk_signals.desk.work.choices
        return choices.paper

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
