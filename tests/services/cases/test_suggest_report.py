from __future__ import annotations

import json
from typing import Any

import pytest

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.cases.suggest_report import report
from tests.reasoning.assessments import assess

KEYS = ["stop", "phase", "program", "stages", "candidates", "excluded", "deferred", "warnings", "education", "size"]


@pytest.fixture(scope="module")
def answer(library: Library) -> dict[str, Any]:
    asked = assess("cond-lumbar-facet", "lx-deep-core-poor", Finding("proc-facet-injection-lumbar", days_since=10), age=70)
    return report(Reasoner(library).suggest(asked))


def test_the_report_has_its_keys_in_order_and_is_json(answer: dict[str, Any]) -> None:
    assert list(answer) == KEYS
    assert json.loads(json.dumps(answer, allow_nan=False)) == json.loads(json.dumps(answer))


def test_a_suggestion_tells_side_goals_dose_and_reasons(answer: dict[str, Any]) -> None:
    first = answer["program"][0]
    assert list(first) == ["exercise", "side", "goals", "dosage", "because"]
    assert list(first["because"][0]) == ["finding", "goal", "weight", "rules"]
    assert first["dosage"]["sets"] >= 1


def test_what_age_asks_for_has_no_finding(library: Library) -> None:
    outcome = Reasoner(library).suggest(assess("fn-sit-to-stand", age=70))
    reasons = [because for each in report(outcome)["program"] for because in each["because"]]
    assert {each["finding"] for each in reasons if each["rules"] == ["R-AG-01"]} == {None}


def test_stages_start_with_the_program_and_have_no_dates_without_today(answer: dict[str, Any]) -> None:
    first = answer["stages"][0]
    assert list(first) == ["phase", "from_day", "to_day", "from", "to", "program"]
    assert first["program"] == answer["program"]
    assert (first["phase"], first["from_day"], first["to_day"], first["from"], first["to"]) == ("P2", 8, 14, None, None)


def test_each_excluded_exercise_tells_what_keeps_it_out(answer: dict[str, Any], library: Library) -> None:
    assert answer["excluded"].keys() | set(answer["candidates"]) == library.exercises.keys()
    for obstacles in answer["excluded"].values():
        assert obstacles
        assert list(obstacles[0]) == ["kind", "value", "rule", "override"]


def test_size_and_warnings_are_plain_values(answer: dict[str, Any]) -> None:
    assert answer["size"] == {"suggested": 5, "exercises": 5, "warn_over": 6, "strong_warn_over": 8, "session_min": 20}
    assert {"key", "text"} == answer["warnings"][0].keys()
    assert isinstance(answer["warnings"][0]["text"], str)


def test_a_stop_leaves_all_lists_of_exercises_empty(library: Library) -> None:
    answer = report(Reasoner(library).suggest(assess("lx-pain-local", "rf-cauda-equina")))
    assert answer["stop"] == "emergency"
    assert (answer["program"], answer["stages"], answer["candidates"], answer["excluded"]) == ([], [], [], {})


def test_sentences_come_in_the_language_asked(library: Library) -> None:
    outcome = Reasoner(library).suggest(assess("cond-lumbar-stenosis"))
    english, spanish = (report(outcome, language)["warnings"][0]["text"] for language in ("en", "es"))
    assert english != spanish
