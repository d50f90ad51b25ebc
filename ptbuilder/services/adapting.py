"""A program made to fit new findings: what they exclude is swapped for an easier neighbour or removed."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Prescription, Stage
from ptbuilder.services.prescribing import Prescriber
from ptbuilder.services.suggesting import Suggesting


def adapted(suggesting: Suggesting, prescriber: Prescriber, assessment: Assessment, stage: Stage, today: date) -> Stage:
    """``stage`` without what is excluded now and was not kept for a reason; the rest stays as it was shaped."""
    excluded = suggesting.outcome_in(assessment, stage, today).excluded
    result = stage
    for item in stage.prescriptions:
        kept = {note.rule for note in item.overrides}
        if all((each.rule or each.kind) in kept for each in excluded.get(item.exercise, ())):
            continue
        easier = _allowed_easier(prescriber, item, result, excluded.keys())
        if easier is None:
            result = result.without(item.id)
        else:
            result = result.with_prescription(prescriber.swapped(item, assessment, today, easier))
    return result


def _allowed_easier(prescriber: Prescriber, item: Prescription, stage: Stage, excluded: Container[str]) -> str | None:
    code = prescriber.neighbour(item.exercise, "easier")
    while code is not None and (code in excluded or stage.has(code)):
        code = prescriber.neighbour(code, "easier")
    return code
