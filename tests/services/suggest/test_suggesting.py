"""What else is offered: cards hold together, and with what was suggested."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.sides import side_of
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.suggest.suggesting import Suggesting


def test_the_side_of_a_card_follows_from_the_reasons_that_it_tells(desk: Desk) -> None:
    assessment = desk.work.assessment
    assert desk.cards
    for card in desk.cards:
        assert card.side == side_of(desk.library, assessment, card.exercise, card.because)


def test_sides_doses_and_reasons_are_those_that_the_suggestion_gives_on_the_same_day(desk: Desk, reasoner: Reasoner) -> None:
    assessment, today = desk.work.assessment, desk.today
    for each in desk.outcome.program:
        assert each.side == reasoner.side_for(assessment, each.exercise, today)
        assert each.dosage == reasoner.dosage_for(assessment, each.exercise, today)
        assert each.because == reasoner.because(assessment, each.exercise, today)


def test_an_assessment_that_is_equal_but_another_object_has_the_same_answers(desk: Desk, reasoner: Reasoner) -> None:
    assessment, today = desk.work.assessment, desk.today
    other = replace(assessment, findings=assessment.findings[:1])
    for each in (assessment, other, replace(assessment), other, assessment):
        fresh = Reasoner(desk.library)
        for code in ("lx-bridge", "lx-bird-dog"):
            assert reasoner.because(each, code, today) == fresh.because(each, code, today)


def test_an_answer_is_to_its_own_question_though_another_is_asked_meanwhile(library: Library, reasoner: Reasoner) -> None:
    """As when a worker asks between two looks at what is remembered: here the comparison of days is that moment."""
    suggesting = Suggesting(library, reasoner)
    stopped = Assessment(findings=(Finding("rf-cauda-equina"),))
    free = Assessment(findings=(Finding("hp-flexor-tight", "left"),))

    class Day(date):
        def __eq__(self, other: object) -> bool:
            assert suggesting.outcome(stopped, None).stop == "emergency"
            return super().__eq__(other)

        __hash__ = date.__hash__

    assert suggesting.outcome(free, date(2026, 3, 12)).stop is None
    assert suggesting.outcome(free, Day(2026, 3, 12)).stop is None
