"""A library entry: what is done, for which goal, with which stress, and the words the patient reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any

from ptbuilder.domain.text import Text, Texts
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Level, Phase

JUDGED_BY = ("stress", "max_irritability", "earliest_phase", "impact", "avoid_with", "position")
"""Fields by which rules judge an exercise: after a change of one somebody must look at its stress tags again."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise, written for the right side as the moving side.

    ``goals[0]`` is the primary goal. ``stress`` names stress tags; an exercise whose tags nobody reviewed is treated as
    carrying every risky tag. ``figure`` holds the poses as data, or None while there is no drawing.
    """

    code: str
    name: Text
    region: str
    type: str
    goals: tuple[str, ...]
    position: str
    dosage: str
    steps: Texts
    aliases: Texts = field(default_factory=dict)
    muscles: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    unilateral: bool = False
    difficulty: int = 1
    max_irritability: Level = "low"
    earliest_phase: Phase = "P4"
    load: str = "none"
    impact: str = "none"
    stress: tuple[str, ...] = ()
    tags_reviewed: bool = False
    easier: str | None = None
    harder: str | None = None
    avoid_with: tuple[str, ...] = ()
    purpose: Text = field(default_factory=dict)
    cue: Text = field(default_factory=dict)
    feel: Text = field(default_factory=dict)
    stop_if: Text = field(default_factory=dict)
    mistakes: Texts = field(default_factory=dict)
    figure: Mapping[str, Any] | None = None
    sources: tuple[str, ...] = ()
    licence: str = ""
    author: str = ""
    reviewed: str | None = None
    version: int = 1
    retired: bool = False
    replaced_by: str | None = None

    @property
    def primary_goal(self) -> str:
        """The goal it is mainly for, or an empty string."""
        return self.goals[0] if self.goals else ""

    @property
    def shows(self) -> tuple[int, int] | None:
        """The steps (counted from 1) that the start and the finish picture show; steps that were taken out are not named."""
        shows = (self.figure or {}).get("shows")
        last = min((len(steps) for steps in self.steps.values()), default=0)
        return (min(int(shows[0]), last), min(int(shows[1]), last)) if shows and last else None


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """The clinic's own value of one field of a shipped exercise: all of one path (``steps.es``), never a part of a list."""

    exercise: str
    path: str
    base: object
    value: object
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClinicLayer:
    """What the clinic keeps of one exercise: its edits of a shipped one, or the whole of its own one; neither is the original."""

    code: str
    edits: tuple[FieldEdit, ...] = ()
    own: Exercise | None = None
