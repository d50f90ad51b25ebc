from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import TIERS, Rule, Then, Tier, When
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, with_rules

FLEXION, EXTENSION, NEUTRAL = "direction:lumbar-flexion", "direction:lumbar-extension", "direction:lumbar-neutral"


def goals(outcome: Outcome) -> dict[str, float]:
    return {state.goal: state.weight for state in outcome.goals}


def rule(code: str, tier: Tier, then: Then) -> Rule:
    return Rule(code, {"en": code}, tier, When(any=("lx-pain-local",)), then, {"en": ""}, "test", "expert", "reason")


def test_a_tested_extension_preference_outweighs_stenosis(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("cond-lumbar-stenosis", "lx-extension-preference"))
    assert EXTENSION in goals(outcome)
    assert outcome.deferred[FLEXION] == "R-DP-02"
    assert "direction-conflict" in {each.key for each in outcome.warnings}


def test_exclusions_unite_though_one_direction_wins(library: Library, reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("cond-lumbar-stenosis", "lx-extension-preference"))
    for code in outcome.candidates:
        assert not set(library.exercises[code].stress) & {"lx-ext-end", "lx-ext-loaded", "lx-flex-end", "lx-flex-loaded"}


def test_flexion_rule_counts_as_tested_with_a_tested_preference(reasoner: Reasoner) -> None:
    reported = reasoner.suggest(assess("lx-relief-sitting-flexion", "lx-pain-flexion-provoked"))
    assert reported.deferred[FLEXION] == "R-DP-10"
    tested = reasoner.suggest(assess("lx-flexion-preference", "lx-pain-flexion-provoked"))
    assert FLEXION in goals(tested)


def test_patterns_that_point_both_ways_drop_both(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("lx-pain-extension-provoked", "lx-pain-flexion-provoked"))
    assert FLEXION not in goals(outcome)
    assert EXTENSION not in goals(outcome)
    assert goals(outcome)[NEUTRAL] > 0


@pytest.mark.parametrize("adding", TIERS)
@pytest.mark.parametrize("dropping", TIERS)
def test_the_higher_tier_wins_and_within_one_the_drop(adding: Tier, dropping: Tier, library: Library) -> None:
    wanted = "strengthen:grip"
    changed = with_rules(
        library, rule("T-ADD", adding, Then(add_goals=(wanted,))), rule("T-DROP", dropping, Then(drop_goals=(wanted,)))
    )
    outcome = Reasoner(changed).suggest(assess("lx-pain-local"))
    is_kept = TIERS.index(adding) < TIERS.index(dropping)
    assert (wanted in goals(outcome)) == is_kept
    assert (outcome.deferred.get(wanted) == "T-DROP") == (not is_kept)


def test_an_exercise_mainly_for_a_dropped_goal_is_not_suggested(library: Library, reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("lx-extension-preference", "lx-paraspinal-tight", "lx-rom-flexion-limited"))
    assert FLEXION not in {library.exercises[each.exercise].primary_goal for each in outcome.program}


def test_weights_are_sums_of_places_severity_and_rules(reasoner: Reasoner) -> None:
    severe = replace(assess("lx-ql-tight").findings[0], grade="severe")
    assert goals(reasoner.suggest(assess("lx-ql-tight")))["lengthen:quadratus-lumborum"] == 3
    assert goals(reasoner.suggest(assess(severe)))["lengthen:quadratus-lumborum"] == 3.6
    both = goals(reasoner.suggest(assess("lx-pain-extension-provoked", "lx-relief-sitting-flexion")))
    assert both == {FLEXION: 8, NEUTRAL: 2, "train:deep-core": 1}
    assert goals(reasoner.suggest(assess("lx-lateral-shift")))["direction:lumbar-lateral-shift"] == 3 + 2 + 5


@pytest.mark.parametrize(
    ("code", "value", "weight"),
    [("lx-pain-local", 2, 2.4), ("lx-pain-local", 9, 3.6), ("hp-gmax-weak", 2, 3.6), ("hp-gmax-weak", 4, 2.4)],
)
def test_values_are_graded_on_their_scale(code: str, value: float, weight: float, reasoner: Reasoner) -> None:
    graded = replace(assess(code).findings[0], value=value)
    assert max(goals(reasoner.suggest(assess(graded))).values()) == weight
