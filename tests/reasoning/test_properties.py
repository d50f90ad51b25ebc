from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.assessment import Assessment, Clearance, Finding
from ptbuilder.library.file import load_library
from ptbuilder.reasoning.conditions import fired_rules
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.index import stress_of
from ptbuilder.reasoning.phases import procedure_states
from ptbuilder.resources import library_path
from tests.reasoning.assessments import everything_in
from tests.reasoning.test_explanations import check_traces

LIBRARY = load_library(library_path())
REASONER = Reasoner(LIBRARY)
STRESS = {code: stress_of(LIBRARY, exercise) for code, exercise in LIBRARY.exercises.items()}
USUAL = [code for code, kind in LIBRARY.findings.items() if not kind.is_red_flag]


@st.composite
def findings(draw: st.DrawFn, codes: list[str]) -> Finding:
    code = draw(st.sampled_from(codes))
    kind = LIBRARY.findings[code]
    return Finding(
        code,
        side=draw(st.sampled_from([None, *kind.sides])),
        grade=draw(st.sampled_from([None, "mild", "moderate", "severe"])),
        days_since=draw(st.none() | st.integers(0, 200)) if kind.is_procedure else None,
        region=draw(st.sampled_from([None, *LIBRARY.regions])),
    )


def assessments(codes: list[str] = USUAL) -> st.SearchStrategy[Assessment]:
    fields: dict[str, Any] = {
        "findings": st.lists(findings(codes), max_size=9, unique_by=lambda each: each.code).map(tuple),
        "age": st.none() | st.integers(1, 100),
        "irritability": st.sampled_from([None, "low", "moderate", "high"]),
        "stage": st.sampled_from([None, "acute", "subacute", "chronic"]),
        "equipment": st.none() | st.frozensets(st.sampled_from(sorted(LIBRARY.equipment))),
        "minutes_a_day": st.none() | st.integers(1, 60),
        "phase": st.none() | st.sampled_from(["P0", "P1", "P2", "P3", "P4"]),
    }
    return st.builds(Assessment, **fields)


@given(assessments())
def test_no_forbidden_exercise_is_in_any_list(assessment: Assessment) -> None:
    outcome = REASONER.suggest(assessment)
    fired = fired_rules(LIBRARY, assessment, procedure_states(LIBRARY, assessment, None))
    now = {*outcome.candidates, *(each.exercise for each in outcome.program)}
    for rule in (each.rule for each in fired):
        for code in now if not rule.when.phase else set(outcome.candidates):
            exercise = LIBRARY.exercises[code]
            assert not STRESS[code] & set(rule.then.exclude.tags)
            assert exercise.type not in rule.then.exclude.types
            assert exercise.position not in rule.then.exclude.positions
            assert exercise.difficulty <= (rule.then.caps.difficulty or 5)
    for code in everything_in(outcome):
        assert not LIBRARY.exercises[code].retired


@given(assessments())
def test_each_exercise_is_either_allowed_or_explained(assessment: Assessment) -> None:
    outcome = REASONER.suggest(assessment)
    if outcome.stop is None:
        assert set(outcome.candidates) | set(outcome.excluded) == LIBRARY.exercises.keys()
        assert not set(outcome.candidates) & set(outcome.excluded)
        assert all(outcome.excluded[code] for code in outcome.excluded)
        assert {each.exercise for each in outcome.program} <= set(outcome.candidates)


@given(assessments())
def test_programs_are_short_and_free_of_neighbours(assessment: Assessment) -> None:
    outcome = REASONER.suggest(assessment)
    codes = [each.exercise for each in outcome.program]
    assert len(codes) <= outcome.limits.exercises
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert not {LIBRARY.exercises[code].easier, LIBRARY.exercises[code].harder} & set(codes)
    minutes = sum(each.dosage.session_minutes(2 if each.side == "both" else 1) for each in outcome.program)
    assert len(codes) <= 1 or minutes <= outcome.limits.session_min


@given(assessments())
def test_every_reason_traces(assessment: Assessment) -> None:
    check_traces(assessment, REASONER.suggest(assessment), LIBRARY)


@given(assessments())
def test_the_answer_is_the_same_each_time(assessment: Assessment) -> None:
    assert Reasoner(LIBRARY).suggest(assessment) == REASONER.suggest(assessment)


@given(assessments(list(LIBRARY.findings)), st.booleans())
def test_a_stop_leaves_no_exercise(assessment: Assessment, is_cleared: bool) -> None:
    if is_cleared:
        given_by = tuple(Clearance(rule, "Dr Example", date(2026, 3, 12), "seen") for rule in LIBRARY.rules)
        assessment = Assessment(findings=assessment.findings, clearances=given_by)
    outcome = REASONER.suggest(assessment)
    levels = {LIBRARY.rules[stop.rule].then.stop.level for stop in outcome.stops}  # type: ignore[union-attr]
    assert (outcome.stop == "emergency") == ("emergency" in levels)
    if outcome.stop is not None:
        assert everything_in(outcome) == set()
    if is_cleared:
        assert outcome.stop != "urgent"


@given(assessments())
def test_one_more_precaution_never_allows_more(assessment: Assessment) -> None:
    before = set(REASONER.suggest(assessment).candidates)
    after = REASONER.suggest(assessment.with_finding(Finding("prec-vertebral-fracture")))
    assert set(after.candidates) <= before
