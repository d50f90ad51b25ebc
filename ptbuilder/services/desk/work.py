"""What is on the desk and what a page shows of it, as values."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Literal

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Because, OverrideNote, Prescription, Program
from ptbuilder.domain.suggestion import Obstacle
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Side


@dataclass(frozen=True, slots=True)
class Work:
    """The patient, assessment and program at hand; ``stage`` is the shown stage, counted from 0.

    The program holds stages only once the suggestion was accepted; before that the desk shows a draft.
    """

    patient: Patient
    assessment: Assessment
    program: Program
    stage: int = 0
    choices: HandoutChoices = field(default_factory=HandoutChoices)

    @property
    def is_accepted(self) -> bool:
        """Whether the therapist took the suggestion."""
        return self.program.accepted_at is not None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered that would be worth keeping."""
        return self.assessment.is_empty and self.program.is_empty and not self.patient.full_name


def blank_work(today: date, library_version: str) -> Work:
    """An empty desk for somebody new; each has identifiers of its own."""
    patient = Patient(id=str(uuid.uuid4()))
    assessment = Assessment(id=str(uuid.uuid4()), on=today)
    program = Program(id=str(uuid.uuid4()), assessment=assessment, patient=patient.id, library=library_version)
    return Work(patient, assessment, program)


@dataclass(frozen=True, slots=True)
class Step:
    """One edit as history names it: ``key`` tells the kind, the window makes the sentence ("Undo: hold 5 to 8 s")."""

    key: str
    subject: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """One line of the program pane, draft or accepted; ``obstacles`` wait for an answer, ``answered`` have one.

    Where obstacles wait, ``swap_to`` is an exercise that is allowed here in its place (the nearest easier one first), and
    ``later_stage`` the number of the first later stage that allows it.
    """

    prescription: Prescription
    exercise: Exercise
    why: tuple[Because, ...]
    easier: str | None = None
    harder: str | None = None
    obstacles: tuple[Obstacle, ...] = ()
    answered: tuple[OverrideNote, ...] = ()
    usual: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    outside: tuple[str, ...] = ()
    is_draft: bool = False
    swap_to: str | None = None
    later_stage: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An allowed exercise on offer; ``serves`` are its wanted goals that the program does not serve yet."""

    exercise: Exercise
    dosage: Dosage
    side: Side | None
    because: tuple[Because, ...]
    serves: tuple[str, ...]
    harder_than: str | None = None
    easier_than: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to answer before printing: a precaution in the program, or a finding without its side or its region."""

    kind: Literal["precaution", "side", "region"]
    subject: str
    obstacle: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class FindingEffect:
    """What one more finding would do to the suggestion: exercise codes that join and leave, and whether it stops."""

    joins: tuple[str, ...]
    leaves: tuple[str, ...]
    stop: Literal["emergency", "urgent"] | None = None


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether the open revision is kept: when it was last saved, or the sentence that says why not."""

    at: datetime | None = None
    problem: str = ""
