from __future__ import annotations

from typing import Any

import pytest

from tests.library.sample import activity, after_procedure, document, exercise, faults, report, rule


def said(**changes: Any) -> list[str]:
    return [str(fault) for fault in faults(**changes)]


def test_a_sound_file_names_only_what_is_there() -> None:
    assert report().faults == ()


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("region", "moon", "regions"),
        ("type", "magic", "type_purposes"),
        ("goals", ["strengthen:wings"], "goals"),
        ("position", "flying", "positions"),
        ("equipment", ["rocket"], "equipment"),
        ("stress", ["supine", "leg-weight-bearing", "gravity"], "stress_tags"),
        ("avoid_with", ["lx-magic"], "findings"),
        ("dosage", "plenty", "purposes"),
        ("easier", "lx-easier", "exercises"),
        ("harder", "lx-harder", "exercises"),
    ],
)
def test_each_unknown_code_of_an_exercise_is_named(field: str, value: object, where: str) -> None:
    code = value[-1] if isinstance(value, list) else value
    assert f'exercises lx-bridge: {field}: unknown code "{code}"; expected a code of {where}' in said(
        exercises=[exercise(**{field: value})]
    )


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ({"when": {"any": ["x-x"]}}, "when.any"),
        ({"when": {"all_groups": [["lx-pain"], ["x-x"]]}}, "when.all_groups"),
        ({"when": {"any_kind": "x-x"}}, "when.any_kind"),
        ({"then": {"educate": ["x-x"]}}, "then.educate"),
        ({"then": {"exclude": {"tags": ["x-x"]}}}, "then.exclude.tags"),
        ({"then": {"exclude": {"types": ["x-x"]}}}, "then.exclude.types"),
        ({"then": {"exclude": {"positions": ["x-x"]}}}, "then.exclude.positions"),
        ({"then": {"exclude": {"equipment": ["x-x"]}}}, "then.exclude.equipment"),
        ({"then": {"exclude": {"exercises": ["x-x"]}}}, "then.exclude.exercises"),
        ({"then": {"caps": {"difficulty_by_type": {"x-x": 2}}}}, "then.caps.difficulty_by_type"),
        ({"then": {"caution_tags": ["x-x"]}}, "then.caution_tags"),
        ({"then": {"drop_goals": ["x-x"]}}, "then.drop_goals"),
        ({"then": {"prefer_exercises": ["x-x"]}}, "then.prefer_exercises"),
        ({"then": {"prefer_positions": ["x-x"]}}, "then.prefer_positions"),
        ({"then": {"require_types_any": ["x-x"]}}, "then.require_types_any"),
        ({"then": {"dose": "x-x"}}, "then.dose"),
        ({"then": {"dose_goal": {"strengthen:gluteus-maximus": "x-x"}}}, "then.dose_goal"),
    ],
)
def test_each_unknown_code_of_a_rule_is_named(part: dict[str, Any], field: str) -> None:
    (found,) = said(rules=[rule(**part)])
    assert found.startswith(f'rules R-T-01: {field}: unknown code "x-x"')


@pytest.mark.parametrize(
    ("section", "field", "value"),
    [
        ("positions", "tags", ["x-x"]),
        ("equipment", "instead", ["x-x"]),
        ("findings", "region", "x-x"),
        ("findings", "scale", "x-x"),
        ("findings", "goals", ["x-x"]),
        ("goals", "purpose", "x-x"),
        ("purposes", "ranges", {"x-x": [0, 1]}),
        ("modifiers", "replace_purpose", {"strength": "x-x"}),
        ("modifiers", "at_range", {"x-x": "low"}),
        ("modifiers", "purpose_range", {"x-x": {"sets": "low"}}),
        ("modifiers", "cap", {"x-x": 1}),
        ("modifiers", "cap_purposes", ["x-x"]),
    ],
)
def test_each_unknown_code_of_the_vocabulary_is_named(section: str, field: str, value: object) -> None:
    record = {**document()[section][0], field: value}
    assert any('unknown code "x-x"' in each for each in said(**{section: [record]}))


def test_a_procedure_needs_its_table() -> None:
    finding = {**document()["findings"][0], "code": "proc-new", "kind": "procedure"}
    found = said(findings=[*document()["findings"], finding])
    assert found == ['findings proc-new: code: unknown code "proc-new"; expected a code of procedures']


def test_an_activity_names_procedures_that_have_phases() -> None:
    found = said(**after_procedure(activity(procedures=["proc-a", "x-x"])))
    assert found == ['activities driving: procedures: unknown code "x-x"; expected a code of procedures']


def test_a_catalogue_code_that_a_rule_names_is_pending() -> None:
    found = report(rules=[rule(then={"prefer_exercises": ["lx-dead-bug", "lx-bridge"]})])
    assert (found.faults, found.pending) == ((), ("lx-dead-bug",))


def test_a_record_with_a_fault_of_its_own_still_counts_as_known() -> None:
    (found,) = said(exercises=[exercise(easier="lx-two"), exercise(code="lx-two", difficulty="x")])
    assert "difficulty" in found


def test_a_list_that_is_lost_is_named_once() -> None:
    assert said(goals={}) == ["goals: expected a list of records"]
