"""A program made to fit new findings: what they exclude is swapped for an easier neighbour or removed."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Stage
from ptbuilder.services.prescribing import Prescriber
from ptbuilder.services.suggesting import Suggesting


def adapted(suggesting: Suggesting, prescriber: Prescriber, assessment: Assessment, stage: Stage, today: date) -> Stage:
    """``stage`` without what is excluded now and was not kept for a reason; the rest stays as it was shaped."""
    excluded = suggesting.outcome_in(assessment, stage, today).excluded
    result = stage
    for item in stage.prescriptions:
        kept = {note.rule for note in item.overrides}
        if all(each.key in kept for each in excluded.get(item.exercise, ())):
            continue
        easier = allowed_easier(prescriber, item.exercise, result, excluded.keys())
        if easier is None:
            result = result.without(item.id)
        else:
            result = result.with_prescription(prescriber.swapped(item, assessment, today, easier))
    return result


def allowed_easier(prescriber: Prescriber, exercise: str, stage: Stage, excluded: Container[str]) -> str | None:
    """The nearest easier neighbour that is not ``excluded`` and not in ``stage`` already, or None."""
    code = prescriber.neighbour(exercise, "easier")
    while code is not None and (code in excluded or stage.has(code)):
        code = prescriber.neighbour(code, "easier")
    return code
