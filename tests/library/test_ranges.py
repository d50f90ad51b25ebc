from __future__ import annotations

from typing import Any

import pytest

from tests.library.sample import activity, after_procedure, document, faults, text


def said(**changes: Any) -> list[str]:
    return [str(fault) for fault in faults(**changes)]


def purpose(**changes: Any) -> list[dict[str, Any]]:
    return [{**document()["purposes"][0], **changes}]


def test_a_usual_dose_outside_its_usual_range_is_named() -> None:
    assert said(purposes=purpose(default={"sets": 9, "reps": 10})) == ["purposes strength: default.sets: expected 1 to 4, got 9"]


def test_a_range_starts_with_its_low_end() -> None:
    assert "purposes strength: ranges.reps: expected the low end first" in said(purposes=purpose(ranges={"reps": [15, 5]}))


def test_a_dose_of_time_has_minutes() -> None:
    found = said(purposes=purpose(default={"kind": "time"}, ranges={}))
    assert found == ["purposes strength: default.minutes: missing; a dose of time needs minutes"]


def test_grades_rise() -> None:
    scale = {**document()["scales"][0], "grades": [[4, "mild"], [1, "moderate"]]}
    assert said(scales=[scale]) == ["scales nprs: grades: expected lower bounds in rising order"]


def test_phases_follow_one_another() -> None:
    finding = {**document()["findings"][0], "code": "proc-a", "kind": "procedure"}
    table = {"procedure": "proc-a", "days": [3, 3, 15, 43], "scope": ["lumbar"]}
    found = said(findings=[*document()["findings"], finding], procedures=[table])
    assert found == ["procedures proc-a: days: expected the first days of P1 to P4 in rising order"]


def test_a_measure_changes_within_its_range() -> None:
    measure = {
        "code": "nprs",
        "name": text("Pain", "Dolor"),
        "low": 0,
        "high": 10,
        "better": "lower",
        "unit": text("points", "puntos"),
        "whole": True,
        "sided": False,
        "change": 11,
        "change_share": None,
        "formula": {},
        "source": "a source",
    }
    assert said(measures=[measure]) == ["measures nprs: change: expected points within the range of the measure"]
    assert said(measures=[{**measure, "change": 2, "low": 10}])[0] == "measures nprs: high: expected more than low"


def test_a_sound_row_of_activities_has_no_fault() -> None:
    assert said(**after_procedure(activity(), activity(code="sport", day=None, phase="P4"))) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"day": None}, "day: expected either a day or a phase"),
        ({"phase": "P2"}, "day: expected either a day or a phase"),
        ({"gently_to": 7}, "gently_to: expected a last day together with the words of the gentle start"),
        ({"gently": text("a little.", "un poco.")}, "gently_to: expected a last day together with the words of the gentle start"),
        (
            {"day": 8, "gently_to": 7, "gently": text("a little.", "un poco.")},
            "gently_to: expected a day that is not before the first one",
        ),
        ({"code": "own-1"}, 'code: expected a code that does not begin with "own-", as the rows of therapists do'),
    ],
)
def test_the_days_of_an_activity_fit_one_another(changes: dict[str, Any], fault: str) -> None:
    row = activity(**changes)
    assert said(**after_procedure(row)) == [f"activities {row['code']}: {fault}"]
