"""A program made to fit new findings: what they exclude is swapped for an easier neighbour or removed."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import Obstacle
from ptbuilder.services.desk.work import ProgramRow, Work
from ptbuilder.services.suggest.prescribing import Prescriber, prescription_id
from ptbuilder.services.suggest.suggesting import Suggesting


def adapted(suggesting: Suggesting, prescriber: Prescriber, assessment: Assessment, stage: Stage, today: date) -> Stage:
    """``stage`` without what is excluded now and was not kept for a reason; the rest stays as it was shaped."""
    excluded = suggesting.outcome_in(assessment, stage, today).excluded
    result = stage
    for item in stage.prescriptions:
        kept = {note.rule for note in item.overrides}
        if all(each.key in kept or not _is_known(each) for each in excluded.get(item.exercise, ())):
            continue
        easier = allowed_easier(prescriber, item.exercise, result, excluded.keys())
        if easier is None:
            result = result.without(item.id)
        else:
            result = result.with_prescription(prescriber.swapped(item, assessment, today, easier))
    return result


def unfitting(work: Work, rows: Iterable[ProgramRow]) -> tuple[str, ...]:
    """The exercises of an accepted program that what was found since speaks against; empty where adapting is not called for.

    On the day of acceptance an exercise that was added by hand against a rule is no reason to adapt: its precaution line asks.
    """
    accepted = work.program.accepted_at
    if accepted is None:
        return ()
    against = [row for row in rows if any(map(_is_known, row.obstacles))]
    is_later = work.assessment.on is not None and work.assessment.on > accepted.date()
    suggested = {prescription_id(work.program.id, work.stage, row.exercise.code) for row in against}
    if not is_later and suggested.isdisjoint(row.prescription.id for row in against):
        return ()
    return tuple(row.exercise.code for row in against)


def _is_known(obstacle: Obstacle) -> bool:
    """False while the region of a finding is asked for: all waits for the answer, but nothing is to be thrown out for it."""
    return obstacle.kind != "region" or obstacle.value != ""


def allowed_easier(prescriber: Prescriber, exercise: str, stage: Stage, excluded: Container[str]) -> str | None:
    """The nearest easier neighbour that is not ``excluded`` and not in ``stage`` already, or None."""
    code = prescriber.neighbour(exercise, "easier")
    while code is not None and (code in excluded or stage.has(code)):
        code = prescriber.neighbour(code, "easier")
    return code
