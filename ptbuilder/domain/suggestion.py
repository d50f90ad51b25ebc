"""What reasoning answers: what to do, why, why not, and what is left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.program import Because
from ptbuilder.domain.rules import Stop
from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Override, Phase, Side

ObstacleKind = Literal[
    "tag",
    "type",
    "position",
    "equipment",
    "exercise",
    "region",
    "difficulty",
    "irritability",
    "phase",
    "finding",
    "retired",
]
Check = Literal["movement", "phase", "irritability", "difficulty", "position", "equipment"]
CHECKS: tuple[Check, ...] = ("movement", "phase", "irritability", "difficulty", "position", "equipment")
"""The six questions of *why not*, in the order of the screen."""

CHECK_OF: Mapping[str, Check] = {
    "tag": "movement",
    "type": "movement",
    "exercise": "movement",
    "region": "movement",
    "finding": "movement",
    "retired": "movement",
    "phase": "phase",
    "irritability": "irritability",
    "difficulty": "difficulty",
    "position": "position",
    "equipment": "equipment",
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that keeps an exercise out: kind and value, rule, the findings that fired it, what lifts it, when it ends."""

    kind: ObstacleKind
    value: str
    rule: str | None
    override: Override
    findings: tuple[str, ...] = ()
    ends: date | None = None

    @property
    def key(self) -> str:
        """What a reason to go against it is kept under: the rule, or its kind where no rule made it."""
        return self.rule or self.kind


@dataclass(frozen=True, slots=True)
class NotChosen:
    """Why an allowed exercise is not among the suggested: no goal of it is wanted, a neighbour is in, or it is full."""

    reason: Literal["no-goal", "neighbour", "served", "size", "chosen"]
    value: str = ""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The whole answer for one exercise: obstacles (empty if it is allowed), and else why it was not chosen."""

    exercise: str
    obstacles: tuple[Obstacle, ...]
    not_chosen: NotChosen | None
    instead: tuple[str, ...] = ()

    def failed(self, check: Check) -> tuple[Obstacle, ...]:
        """The obstacles that answer this one of the six questions with no."""
        return tuple(each for each in self.obstacles if CHECK_OF[each.kind] == check)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An exercise with its side, dose and reasons, the weightiest first; ``served`` are the goals it counts for."""

    exercise: str
    side: Side | None
    dosage: Dosage
    goals: tuple[str, ...]
    because: tuple[Because, ...]
    rules: tuple[str, ...] = ()
    score: float = 0


@dataclass(frozen=True, slots=True)
class StagePlan:
    """A dated stage; days count from the procedure, dates are None where today or the procedure's date is not known."""

    phase: Phase | None
    from_day: int | None
    to_day: int | None
    first: date | None
    last: date | None
    program: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class GoalState:
    """A wanted goal: its weight, whether the program serves it, and the rule that holds it back if nothing can."""

    goal: str
    weight: float
    served: bool
    held_by: str | None = None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RaisedWarning:
    """A warning that fired, with the rule and findings it came from."""

    key: str
    text: Text
    rule: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RaisedStop:
    """A stop that fired; ``cleared`` if a clearance lifts it (urgent stops only)."""

    rule: str
    stop: Stop
    findings: tuple[str, ...]
    cleared: bool = False


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule that fired and the findings (codes) that made it; empty where age, irritability or always did."""

    rule: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a program may be: suggested, most, where to warn, minutes a session."""

    suggested: int = 5
    exercises: int = 6
    warn_over: int = 6
    strong_warn_over: int = 8
    session_min: int = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to one assessment; on a stop every list of exercises is empty.

    ``stages`` starts with the current stage, whose program equals ``program``. ``candidates`` holds every exercise that is
    allowed without an override, the most useful first. ``excluded`` maps the others to what keeps them out.
    """

    stop: Literal["emergency", "urgent"] | None = None
    stops: tuple[RaisedStop, ...] = ()
    phase: Phase | None = None
    program: tuple[Suggestion, ...] = ()
    stages: tuple[StagePlan, ...] = ()
    candidates: tuple[str, ...] = ()
    excluded: Mapping[str, tuple[Obstacle, ...]] = field(default_factory=dict)
    goals: tuple[GoalState, ...] = ()
    deferred: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[RaisedWarning, ...] = ()
    education: tuple[str, ...] = ()
    fired: tuple[FiredRule, ...] = ()
    limits: Limits = field(default_factory=Limits)
    facet_pattern: Literal["offered", "atypical"] | None = None

    def suggestion(self, exercise: str) -> Suggestion | None:
        """The suggestion of this exercise in the current stage."""
        return next((each for each in self.program if each.exercise == exercise), None)
