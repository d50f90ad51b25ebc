from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.cases.case_file import read_case_file
from tests.reasoning.assessments import codes_of, everything_in

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=CASES, ids=[case["id"] for case in CASES])
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


@pytest.fixture(scope="module")
def outcome(case: dict[str, Any], library: Library, reasoner: Reasoner) -> Outcome:
    asked = read_case_file(EXAMPLES / case["example"], library)
    return reasoner.suggest(asked.assessment, asked.today)


def test_stop_and_phase_are_as_expected(case: dict[str, Any], outcome: Outcome) -> None:
    assert outcome.stop == case["stop"]
    assert outcome.phase == case["phase"]


def test_program_serves_the_goals_it_must(case: dict[str, Any], outcome: Outcome) -> None:
    served = {goal for each in outcome.program for goal in each.goals}
    assert served >= set(case["must_include_goals"])


def test_nothing_forbidden_is_anywhere(case: dict[str, Any], outcome: Outcome, library: Library) -> None:
    forbidden = case["must_exclude"]
    allowed = [library.exercises[code] for code in everything_in(outcome)]
    for exercise in allowed:
        assert exercise.code not in forbidden["exercises"]
        assert exercise.position not in forbidden["positions"]
        assert exercise.type not in forbidden["types"]
        assert not set(exercise.stress) & set(forbidden["tags"])
        assert not set(exercise.equipment) & set(forbidden["equipment"])


def test_warnings_and_topics_are_raised(case: dict[str, Any], outcome: Outcome) -> None:
    assert {each.key for each in outcome.warnings} >= set(case["warnings"])
    assert set(outcome.education) >= set(case["education"])


def test_program_is_short(case: dict[str, Any], outcome: Outcome) -> None:
    assert len(outcome.program) <= case["max_exercises"]
    assert len(outcome.program) <= outcome.limits.suggested


def test_desk_worker_gets_no_filler_for_the_low_back_or_the_legs(library: Library, reasoner: Reasoner) -> None:
    asked = read_case_file(EXAMPLES / CASES[1]["example"], library)
    program = codes_of(reasoner.suggest(asked.assessment, asked.today))
    assert {library.exercises[code].region for code in program} <= {"cervical", "thoracic", "shoulder", "general"}
    stretches = [code for code in program if "lengthen:upper-trapezius" in library.exercises[code].goals]
    assert len(stretches) == 1


def test_loss_of_bladder_control_leaves_every_list_empty(library: Library, reasoner: Reasoner) -> None:
    asked = read_case_file(EXAMPLES / CASES[5]["example"], library)
    outcome = reasoner.suggest(asked.assessment, asked.today)
    assert (outcome.program, outcome.stages, outcome.candidates, dict(outcome.excluded)) == ((), (), (), {})
