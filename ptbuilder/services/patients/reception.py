"""Who is at the desk: patients come, go, come back, and take their sheet with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.program import Program, Stage
from ptbuilder.domain.revision import Way
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import SaveState, Step, Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.patients.records import Records
from ptbuilder.services.patients.sample import sample_work

if TYPE_CHECKING:
    from ptbuilder.domain.handout import Referral, Sheet


class Reception:
    """Lays patients' work on the desk, closes revisions when they leave, and notes what was handed out.

    The records come after the first paint (``attach``); until then work is held on the desk and saved as soon as they are there.
    """

    def __init__(self, desk: Desk, handing_out: HandingOut, clock: Callable[[], datetime] = datetime.now) -> None:
        self._desk = desk
        self._handing_out = handing_out
        self._clock = clock
        self._records: Records | None = None

    @property
    def records(self) -> Records:
        """The opened records; raises PTBuilderError while they are still locked or opening."""
        if self._records is None:
            raise PTBuilderError("The patient data is not open yet.")
        return self._records

    @property
    def is_open(self) -> bool:
        """Whether the patient data is open."""
        return self._records is not None

    @property
    def clinic(self) -> Clinic:
        """The letterhead; empty while the data is not open."""
        return self._records.clinic() if self._records else Clinic()

    def attach(self, records: Records) -> None:
        """Take the opened records; what was entered meanwhile is saved."""
        self._records = records
        records.settle = self._desk.keeper.flush
        records.close_left_open()
        self._desk.therapist = records.clinic().therapist
        self._desk.course = self._with_course
        self._desk.save_now()

    def detach(self) -> None:
        """Let go of the records before they are closed: what comes in later finds nothing open, and nothing is kept of it."""
        self._desk.keeper.flush()
        self._records = None

    def resume(self) -> datetime | None:
        """Lay the work that a crash left open today on the empty desk; when it was saved last, None where there is none."""
        left = self.records.left_open()
        if left is None or not self._desk.work.is_blank:
            return None
        patient, at = left
        work = self.records.open(patient)
        self._desk.lay_out(replace(work, stage=stage_of(work.program, self._desk.today)))
        return at

    def save(self, work: Work) -> SaveState:
        """Keep the work in its open revision; says so where the data is not open yet."""
        return self._records.save(work) if self._records else SaveState()

    # ---- coming and going

    def leave(self) -> None:
        """Close the open revision of the patient at the desk; raises PTBuilderError where the work cannot be saved."""
        if self._records is not None and not self._desk.work.is_blank:
            self._save_or_stay()
            self._records.close_open(self._desk.work.program.id)

    def new_patient(self) -> None:
        """Clear the desk for somebody new."""
        self.leave()
        self._desk.new_patient()
        if self._records is not None:
            self._desk.lay_out(replace(self._desk.work, choices=self._records.choices()))

    def open_patient(self, patient_id: str) -> None:
        """Lay the patient's last program on the desk, at the stage of today; raises PTBuilderError where the patient is gone."""
        work = self.records.open(patient_id)
        self.leave()
        self._desk.lay_out(replace(work, stage=stage_of(work.program, self._desk.today)))

    def open_sample(self) -> None:
        """Lay the sample patient on the desk, fresh."""
        self.leave()
        choices = self._records.choices() if self._records else self._desk.work.choices
        self._desk.lay_out(sample_work(self._desk.today, self._desk.library.version, choices))

    def follow_up(self) -> None:
        """Start a follow-up of the patient at the desk: the revision before it is closed, the desk copies the assessment."""
        self.leave()
        self._desk.follow_up()

    def bring_back(self, number: int) -> None:
        """Bring an old revision of the program at the desk back, as a new one."""
        revision = self.records.bring_back(self._desk.work.program.id, number)
        self._desk.use_program(revision.document, Step("bring-back", after=str(number)))

    # ---- handing out

    def sheet(self) -> Sheet:
        """Gather the sheet of the shown stage as it would be printed now, with marks against what was handed out last."""
        work = self._printed_work()
        last = self._records.last_issued(work.program.id) if self._records else None
        texts = self._records.exercises_of(work.program) if self._records else {}
        return self._handing_out.sheet(work, self.clinic, self._desk.today, last=_stage_before(last, work), texts=texts)

    def html(self) -> str:
        """The sheet of the shown stage (on a stop the referral note) as one page for a phone, to be written as UTF-8."""
        if self._desk.outcome.stop is None:
            return self._handing_out.html(self.sheet())
        return self._handing_out.html_referral(self._referral())

    def note(self) -> str:
        """The same as plain text for the clinic's record system."""
        if self._desk.outcome.stop is None:
            return self._handing_out.note(self.sheet(), self._printed_work())
        return self._handing_out.text_referral(self._referral())

    def hand_out(self, way: Way) -> None:
        """Note that the shown stage was handed out and close the revision; called after the sheet left the program."""
        if self._records is not None:
            self._save_or_stay()
            self._records.issue(self._desk.work.program.id, self._desk.work.stage, self._desk.work.choices, way)

    # ---- inside

    def _save_or_stay(self) -> None:
        """Save what waits or could not be saved before; raises PTBuilderError with the reason where that fails again."""
        self._desk.keeper.flush()
        if self._desk.saved.problem:
            self._desk.save_now()
        if self._desk.saved.problem:
            raise PTBuilderError(f"This work could not be saved, so it stays open here. {self._desk.saved.problem}")

    def _printed_work(self) -> Work:
        """The work at hand as it is printed: a draft as it would be accepted, at a stage that exists."""
        work = self._desk.work
        if not work.is_accepted:
            work = replace(work, program=self._desk.program)
        return replace(work, stage=max(0, min(work.stage, len(work.program.stages) - 1)))

    def _referral(self) -> Referral:
        return self._handing_out.referral_note(self._desk.work, self.clinic, self._desk.now)

    def _with_course(self, assessment: Assessment) -> Assessment:
        if self._records is None:
            return assessment
        from ptbuilder.services.suggest.care_course import with_course

        return with_course(assessment, self._records.assessments(self._desk.work.patient.id), self._desk.library.measures)


def stage_of(program: Program, today: date) -> int:
    """Which stage to show on ``today``, counted from 0: the last one that has begun, else the first."""
    begun = [number for number, stage in enumerate(program.stages) if stage.first is not None and stage.first <= today]
    return begun[-1] if begun else 0


def _stage_before(last: Program | None, work: Work) -> Stage | None:
    """The stage of the last printed program that this sheet follows: of the same number, else the one before."""
    return last.nearest_stage(work.stage) if last else None
