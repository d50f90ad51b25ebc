"""Stages of a program: one more at the end, and an exercise that waits for a later one."""

from __future__ import annotations

import uuid
from dataclasses import replace

from ptbuilder.domain.program import Program, Stage


def with_next_stage(program: Program) -> Program:
    """``program`` with one more planned stage, which starts as a copy of the last one and has no dates."""
    last = program.stages[-1] if program.stages else Stage()
    items = tuple(replace(each, id=str(uuid.uuid4()), overrides=()) for each in last.prescriptions)
    return replace(program, stages=(*program.stages, Stage(items, phase=last.phase, state="planned")))


def moved_to_stage(program: Program, identifier: str, shown: int, later: int) -> Program:
    """``program`` with one prescription taken out of stage ``shown`` and put at the end of stage ``later``.

    Reasons to keep it early go, and a later stage that has the exercise already stays as it is. Raises KeyError or IndexError
    where the prescription or the stage does not exist.
    """
    here, there = program.stages[shown], program.stages[later]
    item = here.prescriptions[here.index(identifier)]
    program = program.with_stage(shown, here.without(identifier))
    if there.has(item.exercise):
        return program
    return program.with_stage(later, there.with_prescription(replace(item, overrides=())))
