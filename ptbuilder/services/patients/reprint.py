"""One patient's sheet once more, as it stands, without laying the patient on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.program import Program, Stage
from ptbuilder.domain.revision import Way

if TYPE_CHECKING:
    from ptbuilder.services.patients.patient_file import PatientFile, PatientFiles


class Reprint:
    """Made on a worker (``handout``), noted once it is out (``note``), and about the same revision in both."""

    def __init__(self, files: PatientFiles, patient_id: str) -> None:
        self._files = files
        self._patient_id = patient_id
        self._printed: PatientFile | None = None

    def sheet(self) -> Sheet:
        """The sheet with the marks it had; closes what is open of it. Raises PTBuilderError where none may be printed."""
        file = self._files.read(self._patient_id)
        self._refuse(file)
        self._files.records.close_open(file.work.program.id)
        self._printed = file = self._files.read(self._patient_id)
        self._refuse(file)
        return self._files.sheet_of(file, _stage_before(file))

    def handout(self) -> tuple[Handout, str]:
        """That sheet as a document, and its paper; raises PTBuilderError also for a character that no face can print."""
        sheet = self.sheet()
        return self._files.handout(sheet), sheet.choices.paper

    def note(self, way: Way, *, is_told: bool = True) -> None:
        """Note that the sheet was handed out again; ``is_told`` as of ``Records.issue``."""
        file = self._printed
        if file is None:
            raise PTBuilderError("Nothing was printed that could be noted.")
        work, revision = file.work, file.history[0].revision.number
        self._files.records.issue(work.program.id, work.stage, work.choices, way, revision=revision, is_told=is_told)

    def _refuse(self, file: PatientFile) -> None:
        name = file.work.patient.full_name or "This patient"
        if file.outcome.stop is not None:
            raise PTBuilderError(f"{name} has a danger sign. Open the patient to print the referral note.")
        if not file.stage.prescriptions:
            raise PTBuilderError(f"{name} has no program yet. Open the patient and use the suggestion first.")
        if self._files.open_questions(file):
            raise PTBuilderError(f"{name} has something to answer first. Open the patient to see it in the program.")


def _stage_before(file: PatientFile) -> Stage | None:
    """The stage that was handed out before this state of the program, so that a reprint carries the marks of the first print."""
    newest = file.history[0] if file.history else None
    is_reprint = newest is not None and bool(newest.issued)
    earlier = [each for each in file.history if each.issued and not (is_reprint and each is newest)]
    program: Program | None = earlier[0].revision.document if earlier else None
    return program.nearest_stage(file.work.stage) if program else None
