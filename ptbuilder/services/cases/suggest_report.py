"""The answer to one assessment as plain values for JSON: what ``ptbuilder suggest`` prints."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ptbuilder.domain.program import Because
from ptbuilder.domain.suggestion import Obstacle, Outcome, StagePlan, Suggestion
from ptbuilder.domain.text import say
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.cases.case_file import read_case_file
from ptbuilder.services.cases.case_library import case_library


def answer_case(case: Path, library: Path, own: Path | None = None) -> dict[str, Any]:
    """The report for the case in one file by the library in another; raises BadInput for faults in either.

    ``own`` is a file with the exercises and edits that a clinic exported.
    """
    records = case_library(library, own)
    asked = read_case_file(case, records)
    return report(Reasoner(records).suggest(asked.assessment, asked.today))


def report(outcome: Outcome, language: str = "en") -> dict[str, Any]:
    """The answer in the order in which it is printed, its sentences in ``language``; a stop leaves all lists of exercises empty."""
    return {
        "stop": outcome.stop,
        "phase": outcome.phase,
        "program": [_suggestion(each) for each in outcome.program],
        "stages": [_stage(each) for each in outcome.stages],
        "candidates": list(outcome.candidates),
        "excluded": {code: [_obstacle(each) for each in outcome.excluded[code]] for code in sorted(outcome.excluded)},
        "deferred": dict(outcome.deferred),
        "warnings": [{"key": each.key, "text": say(each.text, language)} for each in outcome.warnings],
        "education": list(outcome.education),
        "size": asdict(outcome.limits),
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "exercise": suggestion.exercise,
        "side": suggestion.side,
        "goals": list(suggestion.goals),
        "dosage": asdict(suggestion.dosage),
        "because": [_because(each) for each in suggestion.because],
    }


def _because(because: Because) -> dict[str, Any]:
    """A reason; the finding is null where age or the phase asks for the goal."""
    return {
        "finding": because.finding or None,
        "goal": because.goal,
        "weight": because.weight,
        "rules": list(because.rules),
    }


def _obstacle(obstacle: Obstacle) -> dict[str, Any]:
    return {"kind": obstacle.kind, "value": obstacle.value, "rule": obstacle.rule, "override": obstacle.override}


def _stage(stage: StagePlan) -> dict[str, Any]:
    return {
        "phase": stage.phase,
        "from_day": stage.from_day,
        "to_day": stage.to_day,
        "from": _iso(stage.first),
        "to": _iso(stage.last),
        "program": [_suggestion(each) for each in stage.program],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
