from __future__ import annotations

from typing import Any

from tests.library.sample import document, faults, text


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
