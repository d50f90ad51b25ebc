from __future__ import annotations

from datetime import date

import pytest

from ptbuilder.domain.assessment import Clearance
from ptbuilder.domain.library import Library
from ptbuilder.library.file import load_library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.resources import library_path
from tests.reasoning.assessments import assess, codes_of

STOPPING = {code: rule for code, rule in load_library(library_path()).rules.items() if rule.then.stop is not None}
BACK_PAIN = ("lx-pain-local", "lx-deep-core-poor")


def cleared(rule: str) -> Clearance:
    return Clearance(rule, "Dr Example", date(2026, 3, 12), "seen and examined")


@pytest.mark.parametrize("code", STOPPING)
def test_a_stop_gives_no_exercise_in_any_list(code: str, reasoner: Reasoner) -> None:
    rule = STOPPING[code]
    outcome = reasoner.suggest(assess(*BACK_PAIN, rule.when.any[0]))
    assert rule.then.stop is not None
    assert outcome.stop == rule.then.stop.level
    assert (outcome.program, outcome.stages, outcome.candidates, len(outcome.excluded)) == ((), (), (), 0)
    assert [stop.rule for stop in outcome.stops] == [code]
    assert {each.key for each in outcome.warnings} == {each.key for each in rule.then.warn}
    assert "edu-seek-help" in outcome.education


@pytest.mark.parametrize("code", STOPPING)
def test_a_clearance_lifts_an_urgent_stop_and_never_an_emergency(code: str, reasoner: Reasoner) -> None:
    rule = STOPPING[code]
    outcome = reasoner.suggest(assess(*BACK_PAIN, rule.when.any[0], clearances=(cleared(code),)))
    assert rule.then.stop is not None
    if rule.then.stop.level == "emergency":
        assert outcome.stop == "emergency"
        assert not outcome.program
    else:
        assert outcome.stop is None
        assert codes_of(outcome)
        assert outcome.stops[0].cleared
        assert not {each.key for each in outcome.warnings} & {each.key for each in rule.then.warn}


def test_a_clearance_lifts_only_its_own_stop(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess(*BACK_PAIN, "rf-suspected-cancer", "rf-possible-dvt", clearances=(cleared("R-RF-08"),)))
    assert outcome.stop == "urgent"
    assert {stop.rule: stop.cleared for stop in outcome.stops} == {"R-RF-08": True, "R-RF-10": False}


def test_an_emergency_outweighs_an_urgent_stop(reasoner: Reasoner) -> None:
    assert reasoner.suggest(assess("rf-suspected-cancer", "rf-cauda-equina")).stop == "emergency"


def test_a_reason_does_not_lift_a_stop(reasoner: Reasoner) -> None:
    asked = assess(*BACK_PAIN, "rf-suspected-cancer", overruled=frozenset({"R-RF-08"}))
    assert reasoner.suggest(asked).stop == "urgent"


def test_why_not_names_the_stop_first(reasoner: Reasoner, library: Library) -> None:
    code = next(iter(library.exercises))
    answer = reasoner.why_not(assess(*BACK_PAIN, "rf-cauda-equina"), code)
    assert (answer.obstacles[0].rule, answer.obstacles[0].override) == ("R-RF-01", "none")
    assert answer.instead == ()


def test_inflammatory_back_pain_refers_and_goes_on(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess(*BACK_PAIN, "rf-inflammatory-back"))
    assert outcome.stop is None
    assert outcome.program
    assert "refer-rheumatology" in {each.key for each in outcome.warnings}
