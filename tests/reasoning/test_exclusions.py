from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ptbuilder.domain.assessment import Clearance, Finding
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.exclusions import has_equipment
from ptbuilder.reasoning.index import stress_of
from tests.reasoning.assessments import assess, codes_of, everything_in, exercise, with_exercises, with_more

FUSED = Finding("proc-lumbar-fusion", days_since=50)


def test_a_reason_sets_the_exclusions_of_a_rule_aside(library: Library) -> None:
    reasoner = Reasoner(with_more(library, exercise("made-up", stress=("lx-ext-end",))))
    findings = ("lx-deep-core-poor", "lx-flexion-preference")
    assert "made-up" in reasoner.suggest(assess(*findings)).excluded
    assert "made-up" in reasoner.suggest(assess(*findings, overruled=frozenset({"R-DP-01"}))).candidates


def test_a_reason_is_not_enough_where_a_clearance_is_needed(library: Library) -> None:
    reasoner = Reasoner(with_more(library, exercise("made-up", stress=("lx-flex",))))
    kept_out = reasoner.suggest(assess(FUSED, overruled=frozenset({"R-PP-07"}))).excluded["made-up"]
    assert {(each.rule, each.override) for each in kept_out} == {("R-PP-07", "clearance")}
    clearance = Clearance("R-PP-07", "the surgeon", date(2026, 3, 12), "bending allowed")
    assert "made-up" in reasoner.suggest(assess(FUSED, clearances=(clearance,))).candidates


def test_a_clearance_leaves_the_other_rules_standing(library: Library) -> None:
    clearance = Clearance("R-PP-07", "the surgeon", date(2026, 3, 12), "bending allowed")
    later = exercise("made-up", stress=("lx-flex",), earliest_phase="P3")
    outcome = Reasoner(with_more(library, later)).suggest(assess(FUSED, clearances=(clearance,)))
    assert {each.rule for each in outcome.excluded["made-up"]} == {"R-PP-01"}


@pytest.mark.parametrize(
    ("fields", "asked", "kind", "value", "rule"),
    [
        ({"difficulty": 4}, {"irritability": "moderate"}, "difficulty", "4", "R-IR-02"),
        ({"max_irritability": "low"}, {"irritability": "moderate"}, "irritability", "low", "R-IR-02"),
        ({"max_irritability": "moderate"}, {"irritability": "high"}, "irritability", "moderate", "R-IR-01"),
        ({"difficulty": 4}, {"age": 65}, "difficulty", "4", "R-AG-01"),
        ({"equipment": ("band",)}, {}, "equipment", "band", None),
        ({"retired": True}, {}, "retired", "", None),
    ],
)
def test_obstacles_name_kind_value_and_rule(
    fields: dict[str, Any], asked: dict[str, Any], kind: str, value: str, rule: str | None, library: Library
) -> None:
    reasoner = Reasoner(with_more(library, exercise("made-up", **fields)))
    outcome = reasoner.suggest(assess("lx-deep-core-poor", **asked))
    assert [(each.kind, each.value, each.rule) for each in outcome.excluded["made-up"]] == [(kind, value, rule)]


def test_a_retired_exercise_cannot_be_kept_for_a_reason(library: Library) -> None:
    outcome = Reasoner(with_more(library, exercise("made-up", retired=True))).suggest(assess("lx-deep-core-poor"))
    assert outcome.excluded["made-up"][0].override == "none"


def test_an_unreviewed_exercise_counts_as_carrying_every_risky_tag(library: Library) -> None:
    made = exercise("made-up", tags_reviewed=False)
    risky = {code for code, tag in library.stress_tags.items() if tag.risky}
    assert stress_of(library, made) >= risky
    outcome = Reasoner(with_more(library, made)).suggest(assess("lx-deep-core-poor", "prec-osteoporosis"))
    assert "made-up" not in everything_in(outcome)


def test_tags_imply_the_plainer_ones(library: Library) -> None:
    assert stress_of(library, exercise("a", stress=("lx-flex-end", "impact-high"))) >= {"lx-flex", "impact-moderate"}
    assert stress_of(library, exercise("a", position="prone")) >= {"prone"}
    assert stress_of(library, exercise("a", position="standing")) >= {"leg-weight-bearing"}


def test_a_household_has_the_usual_things(library: Library) -> None:
    at_home = {code for code in library.equipment if has_equipment(library, None, code)}
    assert at_home == {"chair", "wall", "counter", "bed", "pillow", "towel", "table", "doorway", "step", "mat"}


def test_stated_equipment_counts_alone_and_a_bed_does_for_a_mat(library: Library) -> None:
    assert has_equipment(library, frozenset({"band"}), "band")
    assert not has_equipment(library, frozenset({"band"}), "chair")
    assert has_equipment(library, frozenset({"bed"}), "mat")


def test_excluded_and_candidates_are_the_whole_library(library: Library, reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("lx-deep-core-poor", FUSED, irritability="high", age=70))
    assert set(outcome.candidates) | set(outcome.excluded) == library.exercises.keys()
    assert not set(outcome.candidates) & set(outcome.excluded)
    assert len(outcome.excluded) == len(list(outcome.excluded))
    with pytest.raises(KeyError):
        outcome.excluded[outcome.candidates[0]]


def test_an_empty_library_gives_an_empty_answer(library: Library) -> None:
    outcome = Reasoner(with_exercises(library, ())).suggest(assess("lx-deep-core-poor"))
    assert codes_of(outcome) == []
    assert outcome.candidates == ()
