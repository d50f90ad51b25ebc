from __future__ import annotations

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ptbuilder.domain import rules
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.rules import Caps, Exclude, Stop, Then, When
from ptbuilder.domain.vocabulary import Section
from ptbuilder.library import rule_structs, structs
from ptbuilder.library.file import load_library
from ptbuilder.library.parse import Parsed
from ptbuilder.library.records import FIELDS, KINDS, read_document
from tests.library.sample import document, exercise, rule

PAIRS = [
    *KINDS.values(),
    (structs.Dosage, Dosage),
    (structs.Section, Section),
    (rule_structs.When, When),
    (rule_structs.Then, Then),
    (rule_structs.Exclude, Exclude),
    (rule_structs.Stop, Stop),
    (rule_structs.Caps, Caps),
    (rule_structs.Warning, rules.Warning),
]


def says(**changes: Any) -> list[str]:
    return [str(fault) for fault in read_document(Parsed(document(**changes)), "f.json").faults]


@pytest.mark.parametrize(("written", "value"), PAIRS, ids=lambda kind: kind.__name__)
def test_each_struct_mirrors_its_domain_value(written: Any, value: Any) -> None:
    there = {each.name: each for each in fields(value)}
    assert set(written.__struct_fields__) == set(there)
    for info in msgspec.structs.fields(written):
        optional = there[info.name].default is not MISSING or there[info.name].default_factory is not MISSING
        if value.__name__ != "Exercise" or info.name == "replaced_by":
            assert info.required is not optional, info.name


def test_every_list_of_the_file_is_read() -> None:
    assert set(FIELDS) == {"format", "version", "type_purposes", *KINDS}


def test_a_sound_file_has_no_faults() -> None:
    reading = read_document(Parsed(document()), "f.json")
    assert reading.faults == ()
    assert reading.library.exercises["lx-bridge"].steps["en"][1] == "Lift your hips."
    assert reading.library.rules["R-T-01"].then.exclude == Exclude()


def test_a_wrong_type_is_named_by_record_field_and_expectation() -> None:
    assert says(exercises=[exercise(difficulty="two")]) == [
        'f.json: exercises lx-bridge: difficulty: expected a whole number from 1 to 5, got "two"'
    ]


def test_a_number_out_of_range_is_named() -> None:
    assert says(exercises=[exercise(difficulty=9)]) == [
        "f.json: exercises lx-bridge: difficulty: expected a whole number from 1 to 5, got 9"
    ]


def test_an_unknown_field_is_named_with_those_that_are_known() -> None:
    (fault,) = says(rules=[rule(prority=1)])
    assert fault.startswith("f.json: rules R-T-01: prority: unknown field; known are code, title, tier")


def test_a_missing_field_is_named() -> None:
    record = exercise()
    del record["goals"]
    assert says(exercises=[record]) == ["f.json: exercises lx-bridge: goals: missing; expected a list"]


def test_an_unknown_language_is_named() -> None:
    (fault,) = says(exercises=[exercise(name={"en": "Bridge", "fr": "Pont"})])
    assert fault == "f.json: exercises lx-bridge: name.fr: unknown key; expected one of: en, es"


def test_faults_deep_inside_a_record_have_their_path() -> None:
    (fault,) = says(rules=[rule(then={"exclude": {"tags": ["supine", 3]}})])
    assert fault.startswith("f.json: rules R-T-01: then.exclude.tags[2]: expected text")


def test_two_records_with_one_code_are_named() -> None:
    assert says(exercises=[exercise(), exercise()]) == [
        'f.json: exercises lx-bridge: code: "lx-bridge" is already the code of an earlier record'
    ]


def test_a_record_without_a_code_is_named_by_its_place() -> None:
    assert "f.json: exercises[2]: expected an object, got 5" in says(exercises=[exercise(), 5])


def test_all_faults_of_all_records_are_listed_at_once() -> None:
    found = says(exercises=[exercise(difficulty=0, region=7), exercise(code="lx-two", version="x")], rules=[rule(tier="top")])
    assert len(found) == 4


def test_unknown_and_missing_lists_are_named() -> None:
    broken = document(extra=[])
    del broken["rules"]
    broken["goals"] = {}
    found = [str(fault) for fault in read_document(Parsed(broken), "").faults]
    assert any(each.startswith("extra: unknown field") for each in found)
    assert "rules: missing; expected a list" in found
    assert "goals: expected a list of records" in found


@pytest.mark.parametrize("value", [[], "text", 5, True])
def test_a_file_that_is_no_object_is_refused(value: object) -> None:
    assert read_document(Parsed(value), "").faults


def written(folder: Path, value: object) -> Path:
    path = folder / "library.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FIELDS, "code", "x"]), inner, max_size=4),
    max_leaves=12,
)


@given(value=anything)
@example(value=None)
@example(value={"type_purposes": {"format": []}})
def test_arbitrary_json_is_refused_with_sentences_and_nothing_else(value: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(BadInput) as refused:
        load_library(written(tmp_path_factory.mktemp("any"), value))
    assert all(fault.expected for fault in refused.value.faults)


@given(section=st.sampled_from(sorted(KINDS)), field=st.data(), value=anything)
def test_any_value_in_any_field_is_read_or_refused(section: str, field: st.DataObject, value: object) -> None:
    broken = document()
    records = broken[section]
    if records:
        records[0][field.draw(st.sampled_from(sorted(records[0])))] = value
    for fault in read_document(Parsed(broken), "").faults:
        assert fault.record
