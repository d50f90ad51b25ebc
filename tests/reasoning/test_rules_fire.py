from __future__ import annotations

from typing import Any

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import Rule
from ptbuilder.library.file import load_library
from ptbuilder.reasoning.conditions import fired_rules
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.phases import procedure_states
from ptbuilder.resources import library_path

SHIPPED = load_library(library_path())
A_PROCEDURE = "proc-facet-injection-lumbar"


def finding_for(code: str, rule: Rule, library: Library) -> Finding:
    """A finding that fires ``rule``: a procedure stands in the first phase the rule names."""
    table = library.procedures.get(code)
    if table is not None:
        phase = rule.when.phase[0] if rule.when.phase else "P2"
        return Finding(code, days_since=table.days_of(phase)[0])
    return Finding(code, region="knee" if code == "prec-acute-fracture" else None)


def assessments_firing(rule: Rule, library: Library) -> list[Assessment]:
    """One assessment for each finding that alone may fire ``rule``, with all else that the rule asks for."""
    when = rule.when
    always = [*when.all, *(group[0] for group in when.all_groups)]
    if when.any_kind:
        always.append(A_PROCEDURE)
    choices = [(*always, code) for code in when.any] or [tuple(always)]
    case: dict[str, Any] = {
        "age": when.age_gte,
        "irritability": when.irritability[0] if when.irritability else None,
        "stage": when.stage[0] if when.stage else None,
        "weeks_in_care": when.weeks_in_care_gte,
        "no_mcid": when.no_mcid,
    }
    made = []
    for codes in choices:
        findings = tuple(finding_for(code, rule, library) for code in dict.fromkeys(codes))
        made.append(Assessment(findings=findings or (Finding("lx-pain-local"),), **case))
    return made


def test_there_are_a_hundred_and_one_rules() -> None:
    assert len(SHIPPED.rules) == 101


@pytest.mark.parametrize("code", SHIPPED.rules)
def test_rule_fires_on_each_of_its_findings(code: str, library: Library) -> None:
    rule = library.rules[code]
    for assessment in assessments_firing(rule, library):
        fired = fired_rules(library, assessment, procedure_states(library, assessment, None))
        causes = next(each.findings for each in fired if each.rule.code == code)
        named = {finding.code for finding in assessment.findings if finding.code != "lx-pain-local"}
        assert set(causes) == named


@pytest.mark.parametrize("code", [rule.code for rule in SHIPPED.rules.values() if not rule.when.always])
def test_rule_needs_all_it_asks_for(code: str, library: Library) -> None:
    rule = library.rules[code]
    none = Assessment(findings=(Finding("cx-uptrap-tight"),))
    assert code not in {each.rule.code for each in fired_rules(library, none, ())}
    for finding in rule.when.none:
        against = assessments_firing(rule, library)[0].with_finding(Finding(finding))
        states = procedure_states(library, against, None)
        assert code not in {each.rule.code for each in fired_rules(library, against, states)}


@pytest.mark.parametrize("code", [rule.code for rule in SHIPPED.rules.values() if rule.then.stop is None])
def test_rule_does_what_it_says(code: str, library: Library, reasoner: Reasoner) -> None:
    rule = library.rules[code]
    then = rule.then
    assessment = assessments_firing(rule, library)[0]
    outcome = reasoner.suggest(assessment)
    keys = {each.key for each in outcome.warnings}
    assert keys >= {each.key for each in then.warn if each.over_exercises is None}
    assert set(outcome.education) >= set(then.educate)
    for exercise in library.exercises.values():
        hit = set(exercise.stress) & set(then.exclude.tags) or exercise.type in then.exclude.types
        if hit or exercise.position in then.exclude.positions or exercise.code in then.exclude.exercises:
            assert code in {each.rule for each in outcome.excluded[exercise.code]}
    wanted = {state.goal for state in outcome.goals} | outcome.deferred.keys()
    assert wanted >= {*then.add_goals, *then.priority_goals}
    assert not {state.goal for state in outcome.goals} & set(then.drop_goals)


@pytest.mark.parametrize("phase", ["P0", "P1", "P2", "P3", "P4"])
def test_rule_for_some_phases_fires_in_these_alone(phase: str, library: Library) -> None:
    rules = [rule for rule in library.rules.values() if rule.when.phase]
    assert rules
    for rule in rules:
        for procedure in rule.when.any:
            day = library.procedures[procedure].days_of(phase)[0]  # type: ignore[arg-type]
            assessment = Assessment(findings=(Finding(procedure, days_since=day),))
            fired = fired_rules(library, assessment, procedure_states(library, assessment, None))
            assert (rule.code in {each.rule.code for each in fired}) == (phase in rule.when.phase)
