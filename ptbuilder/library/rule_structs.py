"""Rules as they are written in the library file: one Struct for each domain value, field by field."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from ptbuilder.domain.vocabulary import Level, Onset, Override, Phase
from ptbuilder.library.record import Code, Codes, Count, Pain, Record, Text, Words


class When(Record):
    """The condition of a rule."""

    any: Codes = ()
    all: Codes = ()
    none: Codes = ()
    all_groups: tuple[Codes, ...] = ()
    any_kind: str | None = None
    phase: tuple[Phase, ...] = ()
    irritability: tuple[Level, ...] = ()
    stage: tuple[Onset, ...] = ()
    age_gte: Count | None = None
    weeks_in_care_gte: Count | None = None
    no_mcid: bool = False
    always: bool = False


class Warning(Record):  # noqa: A001 - the rules' own word, as in the domain
    """A sentence for the therapist."""

    key: Code
    text: Text
    over_exercises: Count | None = None


class Stop(Record):
    """No program, but a referral."""

    level: Literal["urgent", "emergency"]
    clinician_text: Text
    patient_text: Text
    note_heading: Text = field(default_factory=dict)
    checks: tuple[Text, ...] = ()


class Exclude(Record):
    """What a rule keeps out."""

    tags: Codes = ()
    types: Codes = ()
    positions: Codes = ()
    equipment: Codes = ()
    exercises: Codes = ()
    region_of_finding: bool = False


class Caps(Record):
    """Upper limits."""

    difficulty: Count | None = None
    difficulty_by_type: dict[str, int] = field(default_factory=dict)
    irritability: Level | None = None
    exercises: Count | None = None
    suggested: Count | None = None
    warn_over: Count | None = None
    strong_warn_over: Count | None = None
    session_min: Count | None = None


class Then(Record):
    """What a rule does when it fires."""

    stop: Stop | None = None
    warn: tuple[Warning, ...] = ()
    educate: Codes = ()
    exclude: Exclude = field(default_factory=Exclude)
    caps: Caps = field(default_factory=Caps)
    caution_tags: Codes = ()
    add_goals: Codes = ()
    drop_goals: Codes = ()
    priority_goals: Codes = ()
    prefer_exercises: Codes = ()
    prefer_positions: Codes = ()
    require_types_any: Codes = ()
    dose: str | None = None
    dose_goal: dict[str, Code] = field(default_factory=dict)
    pain_limit: Pain | None = None
    phase_filter: bool = False


class Rule(Record):
    """One rule with its reason and source."""

    code: Code
    title: Text
    tier: Literal["safety", "tested", "pattern", "diagnosis", "preference"]
    when: When
    then: Then
    rationale: Text
    source: Words
    strength: Words
    override: Override
