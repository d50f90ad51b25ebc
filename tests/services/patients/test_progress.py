from __future__ import annotations

from datetime import date

from ptbuilder.domain.assessment import Assessment, Score
from ptbuilder.domain.library import Library
from ptbuilder.services.patients.progress import progress_of

DAYS = (date(2026, 3, 2), date(2026, 3, 12), date(2026, 4, 2))


def pain(*values: float) -> tuple[Assessment, ...]:
    return tuple(Assessment(on=day, scores=(Score("nprs", value),)) for day, value in zip(DAYS, values, strict=False))


def test_a_measure_shows_before_now_and_whether_that_is_clear(library: Library) -> None:
    (nprs,) = progress_of(pain(7, 6, 4), library.measures)
    assert (nprs.first, nprs.before, nprs.now) == (7, 6, 4)
    assert nprs.points == tuple(zip(DAYS, (7, 6, 4), strict=True))
    assert nprs.is_clear_change
    assert nprs.is_clear_since_first


def test_a_small_change_and_a_worse_score_are_not_clear(library: Library) -> None:
    (small,) = progress_of(pain(6, 5.5), library.measures)
    (worse,) = progress_of(pain(4, 7), library.measures)
    assert not small.is_clear_change
    assert not worse.is_clear_change


def test_after_one_assessment_there_is_nothing_to_compare(library: Library) -> None:
    (once,) = progress_of(pain(6), library.measures)
    assert (once.before, once.now, once.is_clear_change, once.is_clear_since_first) == (None, 6, False, False)


def test_each_side_is_a_row_of_its_own_and_unknown_measures_are_left_out(library: Library) -> None:
    scores = (Score("nprs", 3, "left"), Score("nprs", 5, "right"), Score("no-such-measure", 1))
    found = progress_of((Assessment(scores=scores),), library.measures)
    assert [(each.side, each.now) for each in found] == [("left", 3), ("right", 5)]
