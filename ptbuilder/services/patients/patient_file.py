"""One patient as the patients page shows them, and their sheet printed again without being laid on the desk."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.changes import RevisionChange, changes
from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.reading_desk import ReadingDesk
from ptbuilder.services.desk.work import Question, Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.patients.progress import MeasureProgress
from ptbuilder.services.patients.reception import stage_of
from ptbuilder.services.patients.records import HistoryEntry, Records
from ptbuilder.services.patients.reprint import Reprint


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
    """Reads files and makes reprints; ``records`` must be open. ``desk`` says how work is read, and what day it is."""

    def __init__(self, records: Records, handing_out: HandingOut, desk: ReadingDesk) -> None:
        self.records = records
        self._handing_out = handing_out
        self._desk = desk

    def read(self, patient_id: str) -> PatientFile:
        """Everything of one patient; raises PTBuilderError where the patient is gone."""
        work = self.records.open(patient_id)
        work = replace(work, stage=stage_of(work.program, self._desk.today))
        assessments = self.records.assessments(patient_id)
        return PatientFile(
            work=work,
            progress=self.records.progress(patient_id),
            history=self.records.history(work.program.id),
            assessments=tuple(reversed(assessments)),
            outcome=self._desk.shown_of(work).outcome,
        )

    def compare(self, file: PatientFile, earlier: int, later: int) -> tuple[RevisionChange, ...]:
        """What changed from one revision to another, as if all between were one step."""
        documents = {entry.revision.number: entry.revision.document for entry in file.history}
        return changes(documents[earlier], documents[later])

    def reprint(self, patient_id: str) -> Reprint:
        """That patient's sheet once more, to be made and noted."""
        return Reprint(self, patient_id)

    def open_questions(self, file: PatientFile) -> tuple[Question, ...]:
        """What is to be answered before today's stage may be printed."""
        return self._desk.shown_of(file.work).open_questions

    def sheet_of(self, file: PatientFile, last: Stage | None) -> Sheet:
        """The sheet of today's stage, with marks against ``last``."""
        texts = self.records.exercises_of(file.work.program)
        return self._handing_out.sheet(file.work, self.records.clinic(), self._desk.today, last=last, texts=texts)

    def handout(self, sheet: Sheet) -> Handout:
        """The sheet as a document."""
        return self._handing_out.handout(sheet)
