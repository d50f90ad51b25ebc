"""A program: dated stages of prescriptions, with the assessment that they answer."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date, datetime
from typing import Literal

from ptbuilder.domain.activity import ActivityPlan
from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.delivery import Delivery
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Phase, Side


@dataclass(frozen=True, slots=True)
class Because:
    """Why an exercise is there: a finding led to a goal, with this weight, and these rules touched it."""

    finding: str
    goal: str
    weight: float
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverrideNote:
    """A therapist's reason to go against a rule; printed on the clinician's copy only."""

    rule: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Prescription:
    """An exercise with its dosage, side and note.

    ``fingerprint`` names the exact texts of the exercise, stored once by content, so that an old revision prints as it was.
    ``added_by`` is ``therapist`` where it was not suggested.
    """

    id: str
    exercise: str
    dosage: Dosage
    side: Side | None = None
    fingerprint: str = ""
    note: str = ""
    because: tuple[Because, ...] = ()
    overrides: tuple[OverrideNote, ...] = ()
    added_by: Literal["suggestion", "therapist"] = "suggestion"

    @property
    def sides(self) -> int:
        """On how many sides it is done: 2 for both, else 1."""
        return 2 if self.side == "both" else 1

    @property
    def session_minutes(self) -> float:
        """Minutes of one session."""
        return self.dosage.session_minutes(self.sides)

    @property
    def day_minutes(self) -> float:
        """Minutes of a day on which it is done."""
        return self.dosage.day_minutes(self.sides)


@dataclass(frozen=True, slots=True)
class Stage:
    """A dated part of a program; dates are None where the program has no procedure or no known day."""

    prescriptions: tuple[Prescription, ...] = ()
    first: date | None = None
    last: date | None = None
    phase: Phase | None = None
    state: Literal["active", "planned"] = "active"

    @property
    def session_minutes(self) -> float:
        """Minutes if each exercise is done once."""
        return sum(each.session_minutes for each in self.prescriptions)

    @property
    def day_minutes(self) -> float:
        """Minutes of a day on which everything is done as often as prescribed."""
        return sum(each.day_minutes for each in self.prescriptions)

    def prescription(self, identifier: str) -> Prescription | None:
        """The prescription with this identifier."""
        return next((each for each in self.prescriptions if each.id == identifier), None)

    def index(self, identifier: str) -> int:
        """Its place, counted from 0; raises KeyError where it is not in this stage."""
        for place, each in enumerate(self.prescriptions):
            if each.id == identifier:
                return place
        raise KeyError(identifier)

    def has(self, exercise: str) -> bool:
        """Whether this exercise is prescribed here."""
        return any(each.exercise == exercise for each in self.prescriptions)

    def with_prescription(self, prescription: Prescription, place: int | None = None) -> Stage:
        """A copy with ``prescription`` at ``place`` (at the end if None), or in the place of the one with its id."""
        if self.prescription(prescription.id) is not None:
            changed = tuple(prescription if each.id == prescription.id else each for each in self.prescriptions)
            return replace(self, prescriptions=changed)
        at = len(self.prescriptions) if place is None else place
        return replace(self, prescriptions=(*self.prescriptions[:at], prescription, *self.prescriptions[at:]))

    def without(self, identifier: str) -> Stage:
        """A copy without that prescription."""
        return replace(self, prescriptions=tuple(each for each in self.prescriptions if each.id != identifier))

    def moved(self, identifier: str, place: int) -> Stage:
        """A copy in which that prescription stands at ``place``, counted from 0 after it was taken out."""
        item = self.prescriptions[self.index(identifier)]
        rest = [each for each in self.prescriptions if each.id != identifier]
        at = max(0, min(place, len(rest)))
        return replace(self, prescriptions=(*rest[:at], item, *rest[at:]))


@dataclass(frozen=True, slots=True)
class Program:
    """Stages, education topics and messages for one patient, with the assessment it answers.

    A template is a program whose ``patient`` is None. ``accepted`` says who took the suggestion and when.
    """

    id: str
    assessment: Assessment
    stages: tuple[Stage, ...] = ()
    patient: str | None = None
    education: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    library: str = ""
    title: str = ""
    next_visit: datetime | None = None
    accepted_by: str = ""
    accepted_at: datetime | None = None
    answers: tuple[OverrideNote, ...] = field(default_factory=tuple)
    delivery: Delivery = field(default_factory=Delivery)
    activities: ActivityPlan = field(default_factory=ActivityPlan)

    @property
    def is_empty(self) -> bool:
        """Whether no stage prescribes anything."""
        return not any(stage.prescriptions for stage in self.stages)

    def nearest_stage(self, number: int) -> Stage | None:
        """Stage ``number`` (counted from 0), the last one where there are fewer, None where there is none."""
        return self.stages[min(number, len(self.stages) - 1)] if self.stages else None

    def with_stage(self, number: int, stage: Stage) -> Program:
        """A copy in which stage ``number`` (counted from 0) is ``stage``."""
        return replace(self, stages=(*self.stages[:number], stage, *self.stages[number + 1 :]))
