"""The sheets of the marked patients again: printed or saved, without laying anybody on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.services.patients.patient_file import PatientFiles
from ptbuilder.services.patients.reprint import Reprint
from ptbuilder.ui.batch_job import BatchItem, Way
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.printing import Printing


class SheetsAgain:
    """Hands a queue of sheets to the printer or a folder; the list is told once, at its end."""

    def __init__(self, files: PatientFiles, printing: Printing) -> None:
        self._files = files
        self.printing = printing

    def print_for(self, rows: Sequence[PatientRow]) -> None:
        """Print the newest sheets of these patients."""
        self.printing.print_batch(self._queue(rows, "print"), self._files.records.tell)

    def save_for(self, rows: Sequence[PatientRow], today: date) -> None:
        """Save the newest sheets of these patients as PDF files in one folder."""
        self.printing.save_batch(self._queue(rows, "pdf"), today, self._files.records.tell)

    def _queue(self, rows: Sequence[PatientRow], way: Way) -> list[BatchItem]:
        return [self._item(row, self._files.reprint(row.patient.id), way) for row in rows]

    def _item(self, row: PatientRow, reprint: Reprint, way: Way) -> BatchItem:
        return BatchItem(row.patient, patient_name(row.patient), reprint.handout, partial(reprint.note, way, is_told=False))
