"""The fixed words of an assessment: sides, phases, regions, positions, equipment, findings, goals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from ptbuilder.domain.text import Text, Texts
from ptbuilder.domain.values import dataclass

Side = Literal["left", "right", "both"]
Phase = Literal["P0", "P1", "P2", "P3", "P4"]
Level = Literal["low", "moderate", "high"]
Grade = Literal["mild", "moderate", "severe"]
Onset = Literal["acute", "subacute", "chronic"]
Override = Literal["none", "reason", "clearance"]

PHASES: tuple[Phase, ...] = ("P0", "P1", "P2", "P3", "P4")
LEVELS: tuple[Level, ...] = ("low", "moderate", "high")
GRADES: tuple[Grade, ...] = ("mild", "moderate", "severe")
ONSETS: tuple[Onset, ...] = ("acute", "subacute", "chronic")

RED_FLAG = "red-flag"
PRECAUTION = "precaution"
PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body, or ``general``; ``order`` is its place in lists."""

    code: str
    name: Text
    order: int


@dataclass(frozen=True, slots=True)
class Position:
    """How the body lies, sits or stands; ``group`` orders the sheet so that the patient gets up once.

    Groups: 1 back, 2 front, 3 side, 4 hands and knees or kneeling, 5 sitting, 6 standing, walking and other.
    """

    code: str
    name: Text
    group: int
    tags: tuple[str, ...]
    loads_legs: bool
    pose_base: str


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing an exercise needs; ``household`` things are assumed at home, ``instead`` lists what may replace it."""

    code: str
    name: Text
    household: bool
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """How a finding is graded; ``grades`` are (lower bound, grade) in rising order of the bound."""

    code: str
    name: Text
    low: float | None
    high: float | None
    grades: tuple[tuple[float, Grade], ...]


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A finding that an assessment can name; ``goals`` weigh 3, 2, then 1 each, in this order."""

    code: str
    label: Text
    kind: str
    region: str
    sides: tuple[Side, ...]
    scale: str
    goals: tuple[str, ...]
    aliases: Texts = field(default_factory=dict)

    @property
    def is_red_flag(self) -> bool:
        """Whether this finding is a danger sign that is asked at each assessment."""
        return self.kind == RED_FLAG

    @property
    def is_procedure(self) -> bool:
        """Whether this finding is a procedure with a date that opens phases."""
        return self.kind == PROCEDURE


@dataclass(frozen=True, slots=True)
class Goal:
    """What an exercise is for, coded ``verb:object``; ``purpose`` is the dosage purpose it usually takes."""

    code: str
    label: Text
    target: str
    purpose: str

    @property
    def verb(self) -> str:
        """The part before the colon: lengthen, strengthen, direction and so on."""
        return self.code.partition(":")[0]


@dataclass(frozen=True, slots=True)
class StressTag:
    """A load or position that rules can exclude; ``risky`` tags are assumed of a record nobody reviewed."""

    code: str
    name: Text
    risky: bool


@dataclass(frozen=True, slots=True)
class PhaseTable:
    """Phases after one procedure: first day of P1, P2, P3 and P4 (day 0 is the procedure), and the regions they bind."""

    procedure: str
    days: tuple[int, int, int, int]
    scope: tuple[str, ...]

    def phase_on(self, day: int) -> Phase:
        """The phase ``day`` days after the procedure."""
        return PHASES[sum(day >= first for first in self.days)]

    def days_of(self, phase: Phase) -> tuple[int, int | None]:
        """First and last day of ``phase``; the last day of P4 is open."""
        at = PHASES.index(phase)
        first = 0 if at == 0 else self.days[at - 1]
        return first, (self.days[at] - 1 if at < len(self.days) else None)


@dataclass(frozen=True, slots=True)
class PhaseName:
    """The name of a phase, and one sentence that tells the therapist what it allows."""

    code: Phase
    name: Text
    allows: Text


@dataclass(frozen=True, slots=True)
class Topic:
    """An education sheet: a title, the key sentence, headed paragraphs, in each language."""

    code: str
    title: Text
    summary: Text
    sections: tuple[Section, ...]
    sources: tuple[str, ...] = ()
    always: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a topic with its short paragraphs or list items.

    ``after`` names the findings without which the section is left out (hip precautions by approach); empty prints always.
    ``is_activities`` says what the table of activities says with dates, so where that is printed the section points to it.
    """

    heading: Text
    lines: Texts
    after: tuple[str, ...] = ()
    is_activities: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """An outcome score: its range, which way is better, and the change that means something to patients.

    ``whole`` scores are integers. ``change`` is in points of the measure, ``change_share`` a share of the first score.
    """

    code: str
    name: Text
    low: float
    high: float
    better: Literal["lower", "higher"]
    unit: Text
    whole: bool
    sided: bool
    change: float | None
    change_share: float | None
    formula: Text
    source: str

    def is_clear_change(self, before: float, now: float) -> bool:
        """Whether the change from ``before`` to ``now`` is for the better and large enough to mean something."""
        gain = before - now if self.better == "lower" else now - before
        enough = self.change is not None and gain >= self.change
        share = self.change_share is not None and before > 0 and gain >= self.change_share * before
        return gain > 0 and (enough or share)


Named = Mapping[str, Text]
