"""The records of the library file as they are written: one Struct for each domain value, field by field.

Fields stand in the order of the canonical form. A field that has a default may be left out of the file, and is left out by
the writer where it equals its default; exercises are written whole.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, field

from ptbuilder.domain.vocabulary import Grade, Level, Phase, Side
from ptbuilder.library.record import Code, Codes, Count, Pain, Record, Text, Texts, Words
from ptbuilder.library.rule_structs import Rule

Seconds = Annotated[float, Meta(ge=0, le=3600)]
End = Literal["low", "high"]


class Region(Record):
    """A part of the body, or ``general``."""

    code: Code
    name: Text
    order: Count


class Position(Record):
    """How the body lies, sits or stands; ``group`` is its place in the order of the sheet."""

    code: Code
    name: Text
    group: Annotated[int, Meta(ge=1, le=6)]
    tags: Codes
    loads_legs: bool
    pose_base: Code


class Equipment(Record):
    """A thing an exercise needs, and what may replace it."""

    code: Code
    name: Text
    household: bool
    instead: Codes = ()


class Scale(Record):
    """How a finding is graded: (lower bound, grade) in rising order."""

    code: Code
    name: Text
    low: float | None
    high: float | None
    grades: tuple[tuple[float, Grade], ...]


class FindingKind(Record):
    """A finding that an assessment can name, with the goals it implies, the weightiest first."""

    code: Code
    label: Text
    kind: Code
    region: Code
    sides: tuple[Side, ...]
    scale: Code
    goals: Codes
    aliases: Texts = field(default_factory=dict)


class Goal(Record):
    """What an exercise is for, coded ``verb:object``."""

    code: Annotated[str, Meta(pattern=r"^[a-z-]+:[a-z0-9-]+$", max_length=80)]
    label: Text
    target: str
    purpose: Code


class StressTag(Record):
    """A load or position that rules can exclude."""

    code: Code
    name: Text
    risky: bool


class PainLimit(Record):
    """Pain that is fine: out of 10, words, or both."""

    most: Pain | None
    words: Text = field(default_factory=dict)


class Dosage(Record):
    """A dose; see the domain for units."""

    kind: Literal["repetitions", "time"] = "repetitions"
    sets: Count = 1
    reps: Count = 1
    hold_s: Count = 0
    rest_s: Count = 0
    rep_s: Seconds = 0
    minutes: Annotated[float, Meta(ge=0, le=600)] | None = None
    per_day: Count = 1
    per_week: Annotated[int, Meta(ge=0, le=7)] = 7
    weeks: Count | None = None
    tempo: str = ""
    effort: str = ""
    load: Literal["", "band", "weight"] = ""
    pain: PainLimit | None = None


class Purpose(Record):
    """A reason to move with its usual dose and usual ranges."""

    code: Code
    name: Text
    default: Dosage
    ranges: dict[str, tuple[float, float]]
    source: Words


class DoseModifier(Record):
    """How a rule bends the usual dose."""

    code: Code
    name: Text
    order: Count
    replace_purpose: dict[str, Code] = field(default_factory=dict)
    at_range: dict[str, End] = field(default_factory=dict)
    purpose_range: dict[str, dict[str, End]] = field(default_factory=dict)
    cap: dict[str, float] = field(default_factory=dict)
    cap_purposes: Codes = ()
    effort: str = ""
    pain_most: Pain | None = None
    note: Text = field(default_factory=dict)


class PhaseName(Record):
    """The name of a phase, and what it allows."""

    code: Phase
    name: Text
    allows: Text


class PhaseTable(Record):
    """First days of P1 to P4 after one procedure, and the regions they bind."""

    procedure: Code
    days: tuple[Count, Count, Count, Count]
    scope: Codes


class Activity(Record):
    """What a patient goes back to after a procedure, and from when; see the domain for what the days mean."""

    code: Code
    name: Text
    procedures: Codes
    sources: tuple[Words, ...]
    strength: Words
    day: Count | None = None
    phase: Phase | None = None
    asks: bool = False
    gently_to: Count | None = None
    gently: Text = field(default_factory=dict)
    then: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)
    note_to: Count | None = None


class Section(Record):
    """One heading of a topic with its lines."""

    heading: Text
    lines: Texts
    after: Codes = ()
    is_activities: bool = False


class Topic(Record):
    """An education sheet."""

    code: Code
    title: Text
    summary: Text
    sections: tuple[Section, ...]
    sources: tuple[Words, ...] = ()
    always: bool = False


class Measure(Record):
    """An outcome score with the change that means something."""

    code: Code
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
    source: Words


class Exercise(Record):
    """A library entry, written for the right side as the moving side."""

    code: Annotated[str, Meta(pattern=r"^[a-z]{2}-[a-z0-9-]+$", max_length=60)]
    name: Text
    aliases: Texts
    region: Code
    type: Code
    goals: Codes
    muscles: tuple[Words, ...]
    position: Code
    equipment: Codes
    unilateral: bool
    difficulty: Annotated[int, Meta(ge=1, le=5)]
    max_irritability: Level
    earliest_phase: Phase
    load: Literal["none", "bodyweight", "elastic", "external"]
    impact: Literal["none", "moderate", "high"]
    stress: Codes
    tags_reviewed: bool
    avoid_with: Codes
    easier: Code | None
    harder: Code | None
    dosage: Code
    purpose: Text
    steps: Texts
    cue: Text
    feel: Text
    stop_if: Text
    mistakes: Texts
    figure: dict[str, Any] | None
    sources: tuple[Words, ...]
    licence: str
    author: str
    reviewed: str | None
    version: Annotated[int, Meta(ge=1)]
    retired: bool
    replaced_by: Code | None = None


class LibraryFile(Record):
    """The whole file; the order of its lists is the order of the canonical form."""

    format: Literal[1]
    version: Words
    regions: tuple[Region, ...]
    positions: tuple[Position, ...]
    equipment: tuple[Equipment, ...]
    scales: tuple[Scale, ...]
    findings: tuple[FindingKind, ...]
    goals: tuple[Goal, ...]
    stress_tags: tuple[StressTag, ...]
    purposes: tuple[Purpose, ...]
    modifiers: tuple[DoseModifier, ...]
    type_purposes: dict[Code, Code]
    rules: tuple[Rule, ...]
    phases: tuple[PhaseName, ...]
    procedures: tuple[PhaseTable, ...]
    activities: tuple[Activity, ...]
    topics: tuple[Topic, ...]
    measures: tuple[Measure, ...]
    exercises: tuple[Exercise, ...]
