from __future__ import annotations

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, codes_of, exercise, found, with_exercises, with_more

SORE_BACK = assess(
    "cond-lumbar-facet", "lx-deep-core-poor", found("proc-facet-injection-lumbar", days_since=10), irritability="moderate"
)


def check_traces(assessment: Assessment, outcome: Outcome, library: Library) -> None:
    """Every reason leads from a finding that is there, or from a rule that fired, to a goal that the exercise has."""
    fired = {each.rule: each.findings for each in outcome.fired}
    for suggestion in [each for stage in outcome.stages for each in stage.program]:
        for because in suggestion.because:
            assert because.goal in suggestion.goals
            assert because.goal in library.exercises[suggestion.exercise].goals
            assert because.finding or because.rules
            assert not because.finding or assessment.finding(because.finding) is not None
            for rule in because.rules:
                assert because.finding in (fired[rule] or ("",))
                assert library.rules[rule].source


def test_reasons_trace_and_weigh_as_much_as_the_goals(library: Library, reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(SORE_BACK)
    check_traces(SORE_BACK, outcome, library)
    weights = {state.goal: state.weight for state in outcome.goals}
    for suggestion in outcome.program:
        for goal in suggestion.goals:
            parts = [because.weight for because in suggestion.because if because.goal == goal]
            assert sum(parts) == pytest.approx(weights[goal], abs=0.05)


def test_what_a_rule_adds_stands_under_the_findings_that_fired_it(reasoner: Reasoner) -> None:
    reasons = reasoner.because(assess("lx-pain-extension-provoked", "lx-relief-sitting-flexion"), "lx-knee-chest-single")
    flexion = [each for each in reasons if each.goal == "direction:lumbar-flexion"]
    assert [(each.finding, each.weight, each.rules) for each in flexion] == [
        ("lx-pain-extension-provoked", 4, ("R-DP-01",)),
        ("lx-relief-sitting-flexion", 4, ("R-DP-01",)),
    ]


def test_what_age_adds_stands_under_the_rule_alone(library: Library) -> None:
    made = exercise("steady", goals=("balance:static",), region="balance-gait", type="balance", dosage="balance")
    outcome = Reasoner(with_exercises(library, [made])).suggest(assess("lx-pain-local", age=70))
    assert [(each.finding, each.rules) for each in outcome.program[0].because] == [("", ("R-AG-01",))]


def test_the_reasons_for_the_main_goal_come_first(library: Library) -> None:
    made = exercise("made-up", goals=("lengthen:hip-flexors", "train:deep-core"), type="stretch")
    reasons = Reasoner(with_more(library, made)).because(assess("lx-deep-core-poor", "cond-lumbar-facet"), "made-up")
    assert [each.goal for each in reasons][:1] == ["lengthen:hip-flexors"]


def test_why_not_names_all_that_keeps_an_exercise_out(library: Library) -> None:
    made = exercise("made-up", stress=("lx-ext-end",), earliest_phase="P3", difficulty=4, equipment=("band",))
    answer = Reasoner(with_more(library, made)).why_not(SORE_BACK, "made-up")
    kinds = {(each.kind, each.rule) for each in answer.obstacles}
    assert kinds == {
        ("tag", "R-DP-04"),
        ("tag", "R-PP-03"),
        ("phase", "R-PP-01"),
        ("difficulty", "R-IR-02"),
        ("equipment", None),
    }
    assert [each.rule for each in answer.failed("movement")] == ["R-DP-04", "R-PP-03"]
    assert answer.not_chosen is None


def test_instead_serves_the_same_goal_and_is_allowed(library: Library, reasoner: Reasoner) -> None:
    answer = reasoner.why_not(SORE_BACK, "lx-press-up")
    assert answer.obstacles
    goals = set(library.exercises["lx-press-up"].goals)
    candidates = set(reasoner.suggest(SORE_BACK).candidates)
    assert answer.instead
    for code in answer.instead:
        assert goals & set(library.exercises[code].goals)
        assert code in candidates


@pytest.mark.parametrize(
    ("made", "reason", "value"),
    [
        (exercise("asked", goals=("strengthen:grip",)), "no-goal", ""),
        (exercise("asked", easier="b-core", goals=("train:lumbopelvic-control",)), "neighbour", "b-core"),
        (exercise("asked", position="prone", difficulty=2), "served", "b-core"),
        (exercise("b-core"), "chosen", ""),
    ],
)
def test_an_allowed_exercise_says_what_came_before_it(made: object, reason: str, value: str, library: Library) -> None:
    exercises = {each.code: each for each in (exercise("b-core"), made)}  # type: ignore[attr-defined]
    reasoner = Reasoner(with_exercises(library, exercises.values()))
    answer = reasoner.why_not(assess("lx-pain-local"), made.code)  # type: ignore[attr-defined]
    assert answer.obstacles == ()
    assert answer.not_chosen is not None
    assert (answer.not_chosen.reason, answer.not_chosen.value) == (reason, value)


def test_a_useful_exercise_without_room_says_so(library: Library) -> None:
    walks = [
        exercise(f"w-{at}", goals=(goal,), dosage="walking")
        for at, goal in enumerate(("train:deep-core", "train:lumbopelvic-control", "condition:walking"))
    ]
    answer = Reasoner(with_exercises(library, walks)).why_not(assess("lx-pain-local"), "w-2")
    assert answer.not_chosen is not None
    assert answer.not_chosen.reason == "size"


def test_the_same_question_has_the_same_answer_in_any_order(library: Library) -> None:
    others = [assess("cx-dnf-weak"), SORE_BACK, assess("cond-hip-oa", age=80)]
    fresh = Reasoner(library).suggest(SORE_BACK)
    used = Reasoner(library)
    for each in others * 5:
        used.suggest(each)
        used.side_for(each, next(iter(library.exercises)))
    assert used.suggest(SORE_BACK) == fresh


def test_every_fired_rule_is_listed_with_its_findings(reasoner: Reasoner) -> None:
    fired = {each.rule: each.findings for each in reasoner.suggest(SORE_BACK).fired}
    assert fired["R-DP-04"] == ("cond-lumbar-facet",)
    assert fired["R-PP-01"] == ("proc-facet-injection-lumbar",)
    assert fired["R-IR-02"] == ()
    assert "R-IR-01" not in fired


def test_topics_of_every_handout_come_last(reasoner: Reasoner) -> None:
    topics = reasoner.suggest(assess("cond-lbp-acute", "lx-slr-slump-positive")).education
    assert topics[-2:] == ("edu-exercise-safety", "edu-seek-help")
    assert len(set(topics)) == len(topics)
    assert topics[:3] == ("edu-flare-up", "edu-heat-ice", "edu-pacing")


def test_a_warning_is_raised_once(reasoner: Reasoner) -> None:
    keys = [
        each.key
        for each in reasoner.suggest(assess("lx-slr-slump-positive", "lx-neuro-deficit-stable", "cx-radiating-arm-pain")).warnings
    ]
    assert keys.count("watch-neuro") == 1
    assert "program-too-long" not in keys


def test_no_change_after_six_weeks_asks_for_a_review(reasoner: Reasoner) -> None:
    stuck = assess("lx-pain-local", weeks_in_care=6, no_mcid=True)
    assert "review-plan" in {each.key for each in reasoner.suggest(stuck).warnings}
    assert "review-plan" not in {each.key for each in reasoner.suggest(assess("lx-pain-local", weeks_in_care=6)).warnings}


@pytest.mark.parametrize(
    ("findings", "answer"),
    [
        (("lx-pain-local", "lx-pain-extension-provoked", "lx-relief-sitting-flexion"), "offered"),
        (("lx-pain-local", "lx-pain-extension-provoked"), None),
        (("lx-pain-local", "lx-pain-extension-provoked", "lx-pain-rotation-provoked", "lx-radicular-leg-pain"), "atypical"),
        (("cond-lumbar-facet", "lx-slr-slump-positive"), "atypical"),
        (("cond-lumbar-facet", "lx-pain-local", "lx-pain-extension-provoked", "lx-pain-rotation-provoked"), None),
    ],
)
def test_the_facet_pattern_is_offered_and_never_entered(findings: tuple[str, ...], answer: str | None, reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess(*findings))
    assert outcome.facet_pattern == answer
    assert "R-DP-04" not in {each.rule for each in outcome.fired} or "cond-lumbar-facet" in findings


def test_a_hand_made_program_keeps_its_order(reasoner: Reasoner) -> None:
    assert codes_of(reasoner.suggest(SORE_BACK)) == [each.exercise for each in reasoner.suggest(SORE_BACK).stages[0].program]
    assert reasoner.suggest(assess(Finding("lx-pain-local"))).stages[0].first is None
