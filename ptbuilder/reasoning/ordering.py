"""The order on the sheet: lying, side, hands and knees, sitting, standing, so that the patient gets up once."""

from __future__ import annotations

from collections.abc import Iterable

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library


def sheet_order(library: Library, codes: Iterable[str]) -> tuple[str, ...]:
    """The codes grouped by position; within a group the order stays as it was."""
    return tuple(sorted(codes, key=lambda code: position_group(library, library.exercises[code])))


def position_group(library: Library, exercise: Exercise) -> int:
    """The group of its position, or a place after all groups for a position that is not known."""
    position = library.positions.get(exercise.position)
    return position.group if position is not None else max((each.group for each in library.positions.values()), default=0) + 1
