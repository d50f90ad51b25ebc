"""Assessments, made-up exercises and changed libraries for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import Rule
from ptbuilder.domain.suggestion import Outcome


def found(code: str, **more: Any) -> Finding:
    """A finding; more fields by name."""
    return Finding(code, **more)


def assess(*findings: Finding | str, **more: Any) -> Assessment:
    """An assessment of findings, or of their codes."""
    made = tuple(Finding(each) if isinstance(each, str) else each for each in findings)
    return Assessment(findings=made, **more)


def exercise(code: str, **more: Any) -> Exercise:
    """A reviewed exercise that serves the deep core and that nothing keeps out, unless fields say otherwise."""
    fields: dict[str, Any] = {
        "name": {"en": code},
        "region": "lumbar",
        "type": "motor-control",
        "goals": ("train:deep-core",),
        "position": "sitting",
        "dosage": "control",
        "steps": {"en": ("Sit.",)},
        "max_irritability": "high",
        "earliest_phase": "P0",
        "tags_reviewed": True,
    }
    return Exercise(code=code, **{**fields, **more})


def with_exercises(library: Library, exercises: Iterable[Exercise]) -> Library:
    """The library with these exercises only."""
    return replace(library, exercises={each.code: each for each in exercises})


def with_more(library: Library, *exercises: Exercise) -> Library:
    """The library with these exercises added."""
    return replace(library, exercises={**library.exercises, **{each.code: each for each in exercises}})


def with_rules(library: Library, *rules: Rule) -> Library:
    """The library with these rules added."""
    return replace(library, rules={**library.rules, **{rule.code: rule for rule in rules}})


def codes_of(outcome: Outcome) -> list[str]:
    """The suggested exercises in the order of the sheet."""
    return [each.exercise for each in outcome.program]


def everything_in(outcome: Outcome) -> set[str]:
    """Every exercise that any list of the answer allows."""
    staged = {each.exercise for stage in outcome.stages for each in stage.program}
    return {*outcome.candidates, *codes_of(outcome), *staged}
