"""What lists show and search of a program, kept beside it so that a list does not read whole documents."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from ptbuilder.domain.program import Program
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class StageSummary:
    """One stage: when it is, and how many exercises it has."""

    phase: Phase | None = None
    first: date | None = None
    last: date | None = None
    state: Literal["active", "planned"] = "active"
    exercises: int = 0


@dataclass(frozen=True, slots=True)
class ProgramSummary:
    """A program in short; ``findings`` and ``exercises`` are codes, each once, in the order of the program."""

    program: str
    title: str = ""
    assessed_on: date | None = None
    findings: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    stages: tuple[StageSummary, ...] = ()
    next_visit: datetime | None = None
    is_accepted: bool = False


def summary_of(program: Program) -> ProgramSummary:
    """The short form of a program."""
    prescribed = (each.exercise for stage in program.stages for each in stage.prescriptions)
    return ProgramSummary(
        program=program.id,
        title=program.title,
        assessed_on=program.assessment.on,
        findings=tuple(finding.code for finding in program.assessment.findings),
        exercises=tuple(dict.fromkeys(prescribed)),
        stages=tuple(
            StageSummary(stage.phase, stage.first, stage.last, stage.state, len(stage.prescriptions)) for stage in program.stages
        ),
        next_visit=program.next_visit,
        is_accepted=program.accepted_at is not None,
    )
