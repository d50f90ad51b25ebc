"""Answers to a precaution: a reason to keep the exercise, another one in its place, or a later stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.program import OverrideNote, Prescription, Program
from ptbuilder.domain.suggestion import Obstacle
from ptbuilder.services.adapting import allowed_easier
from ptbuilder.services.prescribing import Prescriber
from ptbuilder.services.suggesting import Suggesting
from ptbuilder.services.work import ProgramRow


def kept(item: Prescription, obstacles: Iterable[Obstacle], reason: str, by: str, at: datetime) -> Prescription:
    """``item`` with ``reason`` against each of the ``obstacles``; raises where one allows no override, or without a reason."""
    against = tuple(obstacles)
    if any(each.override == "none" for each in against):
        raise PTBuilderError("This rule protects the patient and cannot be overruled.")
    if not reason.strip():
        raise PTBuilderError("Say why, in a few words. The reason is kept with the program.")
    notes = tuple(OverrideNote(key, reason.strip(), by, at) for key in dict.fromkeys(each.key for each in against))
    others = tuple(each for each in item.overrides if each.rule not in {note.rule for note in notes})
    return replace(item, overrides=(*others, *notes))


def with_ways_out(
    row: ProgramRow,
    suggesting: Suggesting,
    prescriber: Prescriber,
    assessment: Assessment,
    program: Program,
    shown: int,
    today: date,
) -> ProgramRow:
    """``row`` with what else could be done about its open obstacles; unchanged where none is open."""
    if not row.obstacles:
        return row
    stage, code = program.stages[shown], row.exercise.code
    excluded = suggesting.outcome_in(assessment, stage, today).excluded
    swap_to = allowed_easier(prescriber, code, stage, excluded)
    if swap_to is None:
        instead = suggesting.why_not(assessment, stage, today, code).instead
        swap_to = next((each for each in instead if not stage.has(each)), None)
    later = None
    if any(each.kind == "phase" for each in row.obstacles):
        stages = enumerate(program.stages)
        fitting = (n for n, each in stages if n > shown and not suggesting.obstacles(assessment, each, today, code))
        later = next(fitting, None)
    return replace(row, swap_to=swap_to, later_stage=later)
