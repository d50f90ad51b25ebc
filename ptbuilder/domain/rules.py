"""Rules: when findings are so, then exclude, prefer, dose, warn, educate or stop; with the reason and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Level, Onset, Override, Phase

Tier = Literal["safety", "tested", "pattern", "diagnosis", "preference"]
TIERS: tuple[Tier, ...] = ("safety", "tested", "pattern", "diagnosis", "preference")
"""Order of authority, the highest first."""


@dataclass(frozen=True, slots=True)
class When:
    """The condition; every part that is given must hold. ``phase`` is judged on the procedures that the same rule names."""

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    all_groups: tuple[tuple[str, ...], ...] = ()
    any_kind: str | None = None
    phase: tuple[Phase, ...] = ()
    irritability: tuple[Level, ...] = ()
    stage: tuple[Onset, ...] = ()
    age_gte: int | None = None
    weeks_in_care_gte: int | None = None
    no_mcid: bool = False
    always: bool = False


@dataclass(frozen=True, slots=True)
class Warning:
    """A sentence for the therapist; ``over_exercises`` shows it only above that many exercises."""

    key: str
    text: Text
    over_exercises: int | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """No program: what the therapist reads, and what the patient reads on the referral note.

    ``note_heading`` heads the note where ``patient_text`` asks for something else than its level does.
    """

    level: Literal["urgent", "emergency"]
    clinician_text: Text
    patient_text: Text
    note_heading: Text = field(default_factory=dict)
    checks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclude:
    """What a rule keeps out; ``region_of_finding`` stands for the region typed on the finding that fired it."""

    tags: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    region_of_finding: bool = False


@dataclass(frozen=True, slots=True)
class Caps:
    """Upper limits; where several rules set one, the smallest counts."""

    difficulty: int | None = None
    difficulty_by_type: Mapping[str, int] = field(default_factory=dict)
    irritability: Level | None = None
    exercises: int | None = None
    suggested: int | None = None
    warn_over: int | None = None
    strong_warn_over: int | None = None
    session_min: int | None = None


@dataclass(frozen=True, slots=True)
class Then:
    """What a rule does when it fires."""

    stop: Stop | None = None
    warn: tuple[Warning, ...] = ()
    educate: tuple[str, ...] = ()
    exclude: Exclude = field(default_factory=Exclude)
    caps: Caps = field(default_factory=Caps)
    caution_tags: tuple[str, ...] = ()
    add_goals: tuple[str, ...] = ()
    drop_goals: tuple[str, ...] = ()
    priority_goals: tuple[str, ...] = ()
    prefer_exercises: tuple[str, ...] = ()
    prefer_positions: tuple[str, ...] = ()
    require_types_any: tuple[str, ...] = ()
    dose: str | None = None
    dose_goal: Mapping[str, str] = field(default_factory=dict)
    pain_limit: int | None = None
    phase_filter: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``override`` says what a therapist must give to go against its exclusions."""

    code: str
    title: Text
    tier: Tier
    when: When
    then: Then
    rationale: Text
    source: str
    strength: str
    override: Override
