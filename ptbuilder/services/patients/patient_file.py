"""One patient as the patients page shows them, and their sheet printed again without being laid on the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.changes import RevisionChange, changes
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.program import Program, Stage
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.patients.progress import MeasureProgress
from ptbuilder.services.patients.reception import stage_of
from ptbuilder.services.patients.records import HistoryEntry, Records
from ptbuilder.services.suggest.suggesting import Suggesting


@dataclass(frozen=True, slots=True)
class PatientFile:
    """Work as last left (at today's stage), scores over time, revisions (newest first) and assessments (newest first)."""

    work: Work
    progress: tuple[MeasureProgress, ...]
    history: tuple[HistoryEntry, ...]
    assessments: tuple[Assessment, ...]
    outcome: Outcome

    @property
    def stage(self) -> Stage:
        """The stage of today, or an empty one."""
        stages = self.work.program.stages
        return stages[self.work.stage] if stages else Stage()

    @property
    def next_stage(self) -> Stage | None:
        """The stage that follows today's."""
        stages = self.work.program.stages
        return stages[self.work.stage + 1] if self.work.stage + 1 < len(stages) else None


class PatientFiles:
    """Reads files and makes reprints for one library; ``records`` must be open."""

    def __init__(
        self, records: Records, handing_out: HandingOut, suggesting: Suggesting, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        self.records = records
        self._handing_out = handing_out
        self._suggesting = suggesting
        self._clock = clock

    def read(self, patient_id: str) -> PatientFile:
        """Everything of one patient; raises PTBuilderError where the patient is gone."""
        work = self.records.open(patient_id)
        today = self._clock().date()
        work = replace(work, stage=stage_of(work.program, today))
        assessments = self.records.assessments(patient_id)
        return PatientFile(
            work=work,
            progress=self.records.progress(patient_id),
            history=self.records.history(work.program.id),
            assessments=tuple(reversed(assessments)),
            outcome=self._suggesting.outcome(work.assessment, today),
        )

    def compare(self, file: PatientFile, earlier: int, later: int) -> tuple[RevisionChange, ...]:
        """What changed from one revision to another, as if all between were one step."""
        documents = {entry.revision.number: entry.revision.document for entry in file.history}
        return changes(documents[earlier], documents[later])

    def sheet_again(self, patient_id: str) -> Sheet:
        """The patient's sheet as it stands, with the marks it had; raises PTBuilderError where there is nothing to print."""
        file = self.read(patient_id)
        if file.outcome.stop is not None:
            raise PTBuilderError(f"{_named(file.work)} has a danger sign. Open the patient to print the referral note.")
        if not file.stage.prescriptions:
            raise PTBuilderError(f"{_named(file.work)} has no program yet. Open the patient and use the suggestion first.")
        texts = self.records.exercises_of(file.work.program)
        last = _stage_before(file)
        clinic = self.records.clinic()
        return self._handing_out.sheet(file.work, clinic, self._clock().date(), last=last, texts=texts)

    def handout_again(self, patient_id: str) -> tuple[Handout, str]:
        """That sheet as a document, and its paper; raises PTBuilderError also for a character that no face can print."""
        sheet = self.sheet_again(patient_id)
        return self._handing_out.handout(sheet), sheet.choices.paper

    def handed_again(self, patient_id: str, way: Literal["print", "pdf", "html"] = "print", *, is_told: bool = True) -> None:
        """Note that the sheet was handed out again; ``is_told`` as of ``Records.issue``."""
        work = self.records.open(patient_id)
        stage = stage_of(work.program, self._clock().date())
        self.records.issue(work.program.id, stage, work.choices, way, is_told=is_told)


def _stage_before(file: PatientFile) -> Stage | None:
    """The stage that was handed out before this state of the program, so that a reprint carries the marks of the first print."""
    newest = file.history[0] if file.history else None
    is_reprint = newest is not None and bool(newest.issued)
    earlier = [each for each in file.history if each.issued and not (is_reprint and each is newest)]
    program: Program | None = earlier[0].revision.document if earlier else None
    if program is None or not program.stages:
        return None
    return program.stages[min(file.work.stage, len(program.stages) - 1)]


def _named(work: Work) -> str:
    return work.patient.full_name or "This patient"
