"""Easier and harder neighbours: each names the other, no chain comes back to its start, and harder is not easier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library

_OPPOSITE = {"easier": "harder", "harder": "easier"}


def complaints(library: Library) -> Iterator[tuple[str, str, str]]:
    """Record, field and expectation for each link that does not fit."""
    exercises = library.exercises
    for exercise in exercises.values():
        record = f"exercises {exercise.code}"
        for field, back in _OPPOSITE.items():
            neighbour = exercises.get(getattr(exercise, field) or "")
            if neighbour is None:
                continue
            if getattr(neighbour, back) != exercise.code:
                yield record, field, f'expected "{neighbour.code}" to name "{exercise.code}" as its {back} neighbour'
            if field == "harder" and neighbour.difficulty < exercise.difficulty:
                yield record, field, f'"{neighbour.code}" has difficulty {neighbour.difficulty}, less than {exercise.difficulty}'
        if comes_back(exercise, exercises):
            yield record, "harder", "the chain of harder exercises comes back to this one"
        replaced = exercise.replaced_by
        if replaced and not exercise.retired:
            yield record, "replaced_by", "only a retired exercise is replaced by another"


def comes_back(exercise: Exercise, exercises: Mapping[str, Exercise]) -> bool:
    """Whether going harder and harder leads back to where one started."""
    seen: set[str] = set()
    following = exercise.harder
    while following is not None and following in exercises and following not in seen:
        if following == exercise.code:
            return True
        seen.add(following)
        following = exercises[following].harder
    return False
