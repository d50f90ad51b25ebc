"""What a sheet says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.dosage import Dosage, PainLimit
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.handout import Sheet, SheetExercise, SheetPerson

BRIDGE = Exercise("x", {"en": "Bridge"}, "lumbar", "strength", ("strengthen:gluteus-maximus",), "hooklying", "strength", {})


def sheet(*limits: int | None) -> Sheet:
    exercises = tuple(
        SheetExercise(str(at), at, BRIDGE, Dosage(pain=None if most is None else PainLimit(most)))
        for at, most in enumerate(limits, 1)
    )
    return Sheet(Clinic(), SheetPerson("", ""), date(2026, 3, 12), exercises)


@pytest.mark.parametrize(
    ("limits", "lowest"), [((4, 2, 3), 2), ((0, 3), 3), ((0, 0), 0), ((None, 4), 4), ((None,), None), ((), None)]
)
def test_the_lowest_pain_limit_counts_and_that_of_breathing_only_alone(limits: tuple[int | None, ...], lowest: int | None) -> None:
    assert sheet(*limits).lowest_pain_limit == lowest
