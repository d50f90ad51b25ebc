"""The library as one value: every record by its code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ptbuilder.domain.activity import Activity
from ptbuilder.domain.dosage import DoseModifier, Purpose
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.rules import Rule
from ptbuilder.domain.vocabulary import (
    Equipment,
    FindingKind,
    Goal,
    Measure,
    PhaseName,
    PhaseTable,
    Position,
    Region,
    Scale,
    StressTag,
    Topic,
)


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All records by code, in the order of the file; two libraries are equal only if they are the same object."""

    version: str
    regions: Mapping[str, Region]
    positions: Mapping[str, Position]
    equipment: Mapping[str, Equipment]
    scales: Mapping[str, Scale]
    findings: Mapping[str, FindingKind]
    goals: Mapping[str, Goal]
    stress_tags: Mapping[str, StressTag]
    purposes: Mapping[str, Purpose]
    modifiers: Mapping[str, DoseModifier]
    type_purposes: Mapping[str, str]
    rules: Mapping[str, Rule]
    phases: Mapping[str, PhaseName]
    procedures: Mapping[str, PhaseTable]
    activities: Mapping[str, Activity]
    topics: Mapping[str, Topic]
    measures: Mapping[str, Measure]
    exercises: Mapping[str, Exercise]
    fingerprint: str = field(default="")

    def red_flags(self, regions: frozenset[str] | None = None) -> tuple[FindingKind, ...]:
        """The red flags of ``regions`` and the general ones; all of them where ``regions`` is None."""
        return tuple(
            kind
            for kind in self.findings.values()
            if kind.is_red_flag and (regions is None or kind.region in regions or kind.region == "general")
        )


def key_name(section: str) -> str:
    """The field by which records of ``section`` are known."""
    return "procedure" if section == "procedures" else "code"
