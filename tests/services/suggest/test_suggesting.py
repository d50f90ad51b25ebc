"""What else is offered: cards hold together, and with what was suggested."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from threading import Thread

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


def test_each_thread_gets_the_answer_to_its_own_question(library: Library, reasoner: Reasoner) -> None:
    suggesting = Suggesting(library, reasoner)
    stopped = Assessment(findings=(Finding("rf-cauda-equina"),))
    free = Assessment(findings=(Finding("hp-flexor-tight", "left"),))
    wrong = list[str]()

    def ask(assessment: Assessment, stop: str | None) -> None:
        for _ in range(3000):
            if suggesting.outcome(assessment, date(2026, 3, 12)).stop != stop:
                wrong.append(str(stop))

    other = Thread(target=ask, args=(stopped, "emergency"))
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        other.start()
        ask(free, None)
        other.join()
    finally:
        sys.setswitchinterval(before)
    assert wrong == []
