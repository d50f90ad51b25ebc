"""How much of an exercise: sets, repetitions, seconds, days, effort, and the pain that is fine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class PainLimit:
    """Pain that is fine during and after: ``most`` out of 10 (None where only words apply), and words that replace or add."""

    most: int | None
    words: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dosage:
    """A dose; ``rep_s`` is the seconds one repetition moves, ``minutes`` counts only where ``kind`` is time.

    ``effort`` names a sentence of the wording (easy, moderate, hard, talk, gentle-pull, rest, ...), ``load`` what is held.
    """

    kind: Literal["repetitions", "time"] = "repetitions"
    sets: int = 1
    reps: int = 1
    hold_s: int = 0
    rest_s: int = 0
    rep_s: float = 0
    minutes: float | None = None
    per_day: int = 1
    per_week: int = 7
    weeks: int | None = None
    tempo: str = ""
    effort: str = ""
    load: str = ""
    pain: PainLimit | None = None

    def session_minutes(self, sides: int) -> float:
        """Minutes that one session of this dose takes on ``sides`` sides, rests included."""
        if self.kind == "time":
            return (self.minutes or 0) * self.sets
        return self.sets * (self.reps * (self.rep_s + self.hold_s) * sides + self.rest_s) / 60

    def day_minutes(self, sides: int) -> float:
        """Minutes of a day on which it is done."""
        return self.session_minutes(sides) * self.per_day


@dataclass(frozen=True, slots=True)
class Purpose:
    """A reason to move with its usual dose and the range in which each number is usual; outside it a warning shows."""

    code: str
    name: Text
    default: Dosage
    ranges: Mapping[str, tuple[float, float]]
    source: str

    def outside(self, dosage: Dosage) -> tuple[str, ...]:
        """The fields of ``dosage`` that lie outside the usual range, in the order of ``ranges``."""
        values = {name: getattr(dosage, name) for name in self.ranges}
        return tuple(
            name for name, (low, high) in self.ranges.items() if values[name] is not None and not low <= values[name] <= high
        )


@dataclass(frozen=True, slots=True)
class DoseModifier:
    """How a rule bends the usual dose: other purposes, ends of ranges, caps, effort.

    ``purpose_range`` applies ends of ranges to some purposes only (purpose -> field -> end).
    ``order`` ranks modifiers that fire together. ``cap_purposes`` names the purposes whose doses ``cap`` limits; empty is all.
    """

    code: str
    name: Text
    order: int
    replace_purpose: Mapping[str, str] = field(default_factory=dict)
    at_range: Mapping[str, Literal["low", "high"]] = field(default_factory=dict)
    purpose_range: Mapping[str, Mapping[str, Literal["low", "high"]]] = field(default_factory=dict)
    cap: Mapping[str, float] = field(default_factory=dict)
    cap_purposes: tuple[str, ...] = ()
    effort: str = ""
    pain_most: int | None = None
    note: Text = field(default_factory=dict)
