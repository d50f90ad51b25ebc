"""On which side an exercise is done, from the findings that led to it."""

from __future__ import annotations

from collections.abc import Iterable

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Because
from ptbuilder.domain.vocabulary import Side

SHIFT = "direction:lumbar-lateral-shift"
SPINE = frozenset({"lumbar", "thoracic", "cervical", "general"})
BOTH_SIDED_VERBS = frozenset({"train", "direction", "condition", "ease", "balance"})


def side_of(library: Library, assessment: Assessment, exercise: Exercise, because: Iterable[Because]) -> Side | None:
    """The side, both where none is known; None for an exercise without sides, and for a shift until the therapist chooses.

    Control of the trunk is trained on both sides, whichever side of the spine hurts.
    """
    if not exercise.unilateral or exercise.primary_goal == SHIFT:
        return None
    sides = set()
    for reason in because:
        finding = assessment.finding(reason.finding)
        kind = library.findings.get(reason.finding)
        if finding is None or kind is None or finding.side is None:
            continue
        if kind.region in SPINE and reason.goal.partition(":")[0] in BOTH_SIDED_VERBS:
            continue
        sides.add(finding.side)
    return sides.pop() if len(sides) == 1 else "both"
