"""Weeks in care and standing still are worked out from earlier assessments."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.assessment import Assessment, Score
from ptbuilder.domain.library import Library
from ptbuilder.services.suggest.care_course import with_course

FIRST = Assessment(id="1", on=date(2026, 1, 1), scores=(Score("nprs", 6),))
NOW = Assessment(id="3", on=date(2026, 2, 18))


def test_a_first_assessment_stays_as_it_is(library: Library) -> None:
    assert with_course(FIRST, (FIRST,), library.measures) == FIRST


def test_whole_weeks_are_counted_from_the_first_assessment(library: Library) -> None:
    assert with_course(NOW, (FIRST, NOW), library.measures).weeks_in_care == 6


def test_nothing_is_known_of_change_until_a_measure_was_repeated(library: Library) -> None:
    assert not with_course(NOW, (FIRST,), library.measures).no_mcid


def test_repeated_measures_without_a_clear_change_stand_still(library: Library) -> None:
    still = Assessment(id="3", on=NOW.on, scores=(Score("nprs", 6),))
    better = Assessment(id="3", on=NOW.on, scores=(Score("nprs", 1),))
    assert with_course(still, (FIRST,), library.measures).no_mcid
    assert not with_course(better, (FIRST,), library.measures).no_mcid


def test_six_weeks_without_change_raise_the_rule_that_asks_for_another_look(library: Library) -> None:
    from ptbuilder.reasoning.engine import Reasoner

    still = Assessment(id="3", on=NOW.on, scores=(Score("nprs", 6),))
    fired = Reasoner(library).suggest(with_course(still, (FIRST,), library.measures), NOW.on).fired
    assert "R-LX-08" in {each.rule for each in fired}
