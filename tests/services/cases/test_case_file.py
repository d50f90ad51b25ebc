from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.assessment import Assessment, Clearance, Finding
from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.library.file import load_library
from ptbuilder.resources import library_path
from ptbuilder.services.cases.case_file import Case, read_case, read_case_file
from ptbuilder.services.suggest.reading import regional_findings

SHIPPED = load_library(library_path())


def read(case: Any, library: Library = SHIPPED) -> Case:
    return read_case(json.dumps(case).encode(), library, "case.json")


def faults(case: Any) -> list[tuple[str, str]]:
    """Record and field of each fault."""
    with pytest.raises(BadInput) as refused:
        read(case)
    return [(fault.record, fault.field) for fault in refused.value.faults]


def test_a_whole_case_becomes_an_assessment(library: Library) -> None:
    case = read(
        {
            "age": 58,
            "sex": "M",
            "irritability": "moderate",
            "stage": "chronic",
            "findings": [
                {"code": "hp-flexor-tight", "side": "both", "severity": "severe"},
                {"code": "lx-pain-local", "side": "left", "value": 6.5},
                {"code": "proc-facet-injection-lumbar", "side": "both", "date": "2026-03-02"},
                {"code": "prec-acute-fracture", "region": "knee"},
            ],
            "equipment": ["band", "mat"],
            "today": "2026-03-12",
            "clearances": [{"rule": "R-RF-17", "by": "Dr Example", "on": "2026-03-10", "what": "walking"}],
            "minutes_a_day": 15,
            "weeks_in_care": 7,
            "no_mcid": True,
        },
        library,
    )
    assert case.today == date(2026, 3, 12)
    assert case.assessment == Assessment(
        on=case.today,
        age=58,
        sex="M",
        irritability="moderate",
        stage="chronic",
        findings=(
            Finding("hp-flexor-tight", side="both", grade="severe"),
            Finding("lx-pain-local", side="left", value=6.5),
            Finding("proc-facet-injection-lumbar", side="both", on=date(2026, 3, 2)),
            Finding("prec-acute-fracture", region="knee"),
        ),
        equipment=frozenset({"band", "mat"}),
        minutes_a_day=15,
        weeks_in_care=7,
        no_mcid=True,
        clearances=(Clearance("R-RF-17", "Dr Example", date(2026, 3, 10), "walking"),),
    )


def test_everything_may_be_left_out_or_null() -> None:
    assert read({}) == Case(Assessment(), None)
    assert read({"age": None, "stage": None, "findings": None, "equipment": None}) == Case(Assessment(), None)


def test_an_empty_list_of_equipment_means_nothing_at_home() -> None:
    assert read({"equipment": []}).assessment.equipment == frozenset()


def test_a_side_that_the_finding_does_not_have_is_a_fault() -> None:
    case = {"findings": [{"code": "lx-pain-extension-provoked", "side": "left"}]}
    assert faults(case) == [("findings[0]", "side")]
    one_sided = {**SHIPPED.findings, "hp-flexor-tight": replace(SHIPPED.findings["hp-flexor-tight"], sides=("left", "right"))}
    with pytest.raises(BadInput, match="hp-flexor-tight cannot be on both sides"):
        read({"findings": [{"code": "hp-flexor-tight", "side": "both"}]}, replace(SHIPPED, findings=one_sided))


def test_whose_region_is_needed_is_what_the_rules_of_the_library_say() -> None:
    regional = regional_findings(SHIPPED)
    assert regional
    for code in regional:
        assert ("findings[0]", "region") in faults({"findings": [{"code": code}]})
    free = {code: rule for code, rule in SHIPPED.rules.items() if not rule.then.exclude.region_of_finding}
    assert read({"findings": [{"code": min(regional)}]}, replace(SHIPPED, rules=free)).assessment.findings


def test_unknown_keys_are_told_in_the_order_of_the_file() -> None:
    keys = [f"key{number}" for number in range(40)]
    assert faults(dict.fromkeys(keys, 1)) == [("", key) for key in keys]


@pytest.mark.parametrize(
    ("case", "record", "field"),
    [
        ([], "", ""),
        ({"ages": 3}, "", "ages"),
        ({"age": "58"}, "", "age"),
        ({"age": 58.5}, "", "age"),
        ({"age": True}, "", "age"),
        ({"sex": "X"}, "", "sex"),
        ({"irritability": "severe"}, "", "irritability"),
        ({"stage": "old"}, "", "stage"),
        ({"today": "12 March"}, "", "today"),
        ({"minutes_a_day": 0}, "", "minutes_a_day"),
        ({"weeks_in_care": -1}, "", "weeks_in_care"),
        ({"no_mcid": 1}, "", "no_mcid"),
        ({"findings": {}}, "", "findings"),
        ({"findings": ["lx-pain-local"]}, "findings[0]", ""),
        ({"findings": [{}]}, "findings[0]", "code"),
        ({"findings": [{"code": "lx-pain"}]}, "findings[0]", "code"),
        ({"findings": [{"code": "lx-pain-local", "grade": "mild"}]}, "findings[0]", "grade"),
        ({"findings": [{"code": "lx-pain-local", "severity": "bad"}]}, "findings[0]", "severity"),
        ({"findings": [{"code": "lx-pain-local", "side": "up"}]}, "findings[0]", "side"),
        ({"findings": [{"code": "lx-pain-local", "value": 11}]}, "findings[0]", "value"),
        ({"findings": [{"code": "lx-ql-tight", "value": 1}]}, "findings[0]", "value"),
        ({"findings": [{"code": "lx-pain-local", "region": "back"}]}, "findings[0]", "region"),
        ({"findings": [{"code": "prec-acute-fracture"}]}, "findings[0]", "region"),
        ({"findings": [{"code": "lx-pain-local", "days_since": 3}]}, "findings[0]", "days_since"),
        ({"findings": [{"code": "proc-mbb", "days_since": -1}]}, "findings[0]", "days_since"),
        ({"findings": [{"code": "proc-mbb", "date": "2026-03-02"}]}, "", "today"),
        ({"today": "2026-03-01", "findings": [{"code": "proc-mbb", "date": "2026-03-02"}]}, "findings[0]", "date"),
        ({"findings": [{"code": "lx-ql-tight"}, {"code": "lx-ql-tight"}]}, "findings[1]", "code"),
        ({"equipment": ["rope"]}, "equipment[0]", ""),
        ({"clearances": [{"rule": "R-XX-01", "by": "a", "on": "2026-03-02", "what": "b"}]}, "clearances[0]", "rule"),
        ({"clearances": [{"rule": "R-RF-17", "on": "2026-03-02", "what": "b"}]}, "clearances[0]", "by"),
    ],
)
def test_a_fault_is_named_by_record_and_field(case: Any, record: str, field: str) -> None:
    assert faults(case) == [(record, field)]


def test_all_faults_are_listed_in_one_run() -> None:
    bad = {"age": -1, "colour": "red", "findings": [{"code": "nothing"}, {"code": "lx-ql-tight", "side": "top"}]}
    assert set(faults(bad)) == {("", "age"), ("", "colour"), ("findings[0]", "code"), ("findings[1]", "side")}


def test_the_sentence_names_the_unknown_code() -> None:
    with pytest.raises(BadInput, match=r"case.json: findings\[0\]: code: there is no finding lx-pain"):
        read({"findings": [{"code": "lx-pain"}]})


@pytest.mark.parametrize(
    "data", [b"", b"{", b'{"age": 1, "age": 2}', b'{"age": NaN}', b"\xff", b"[" * 100_000, b'{"age": 1e999}'], ids=repr
)
def test_broken_json_is_refused_in_sentences(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_case(data, SHIPPED, "case.json")


def test_a_file_that_is_not_there_says_so(tmp_path: Path, library: Library) -> None:
    with pytest.raises(PTBuilderError, match="cannot be read"):
        read_case_file(tmp_path / "none.json", library)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
KEYS = ("age", "findings", "equipment", "clearances", "today", "code", "side", "value", "date", "rule")


@given(
    st.dictionaries(st.sampled_from(KEYS), JSON | st.lists(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=4), max_size=3))
)
def test_foreign_values_are_read_or_refused_and_never_break(case: dict[str, Any]) -> None:
    with suppress(BadInput):
        assert isinstance(read(case), Case)
