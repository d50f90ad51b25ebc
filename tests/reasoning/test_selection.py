from __future__ import annotations

from typing import Any

import pytest

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import Rule, Then, When
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, codes_of, exercise, found, with_exercises, with_more, with_rules

CORE, CONTROL, NEUTRAL = "train:deep-core", "train:lumbopelvic-control", "direction:lumbar-neutral"


def chosen(library: Library, exercises: list[Exercise], *findings: Any, **asked: Any) -> list[str]:
    return codes_of(Reasoner(with_exercises(library, exercises)).suggest(assess(*findings, **asked)))


@pytest.mark.parametrize(
    ("finding", "goal", "right", "wrong"),
    [
        ("hp-hamstring-tight", "lengthen:hamstrings", "stretch", "mobility"),
        ("lx-abdominal-weak", "strengthen:abdominals", "strength", "motor-control"),
        ("lx-abdominal-weak", "strengthen:abdominals", "isometric", "stretch"),
        ("lx-abdominal-weak", "strengthen:abdominals", "functional", "mobility"),
    ],
)
def test_a_stretch_is_given_where_a_stretch_is_asked(finding: str, goal: str, right: str, wrong: str, library: Library) -> None:
    fit, unfit = exercise("b-fit", type=right, goals=(goal,)), exercise("a-unfit", type=wrong, goals=(goal,))
    assert chosen(library, [fit, unfit], finding) == ["b-fit"]
    assert chosen(library, [unfit], finding) == []


def test_the_weightiest_goals_are_served_first(library: Library) -> None:
    made = [exercise(f"for-{at}", goals=(goal,)) for at, goal in enumerate((CONTROL, CORE, "condition:walking"))]
    outcome = Reasoner(with_exercises(library, made)).suggest(assess("lx-pain-local"))
    assert [state.goal for state in outcome.goals] == [CORE, CONTROL, "condition:walking"]
    assert {each.exercise for each in outcome.program} == {"for-0", "for-1", "for-2"}
    assert outcome.candidates == ("for-1", "for-0", "for-2")


def test_ties_go_to_the_easier_then_to_the_code(library: Library) -> None:
    made = [exercise("c"), exercise("b"), exercise("a", difficulty=2)]
    assert chosen(library, made, "lx-deep-core-poor", irritability="high")[0] == "b"


def test_no_second_exercise_for_one_goal_while_a_weighty_one_waits(library: Library) -> None:
    made = [
        exercise("core-1"),
        exercise("core-2", position="prone"),
        exercise("stretch", type="stretch", goals=("lengthen:hamstrings",), dosage="stretch"),
    ]
    findings = (
        found("lx-deep-core-poor", grade="severe"),
        "lx-pain-local",
        "lx-no-preference",
        "cond-lbp-chronic",
        "hp-hamstring-tight",
    )
    # The core weighs so much that a quarter of it would outweigh the stretch, and there is time for two.
    assert set(chosen(library, made, *findings, minutes_a_day=6)) == {"core-1", "stretch"}


def test_direct_neighbours_never_stand_together(library: Library) -> None:
    made = [exercise("one", harder="two"), exercise("two", easier="one", goals=(CONTROL,))]
    assert chosen(library, made, "lx-pain-local") == ["one"]


@pytest.mark.parametrize("finding", ["lx-pain-local", "cond-lbp-chronic", "cond-neck-pain-chronic", "cond-hip-oa"])
def test_the_shipped_library_gives_no_two_of_one_chain(finding: str, library: Library, reasoner: Reasoner) -> None:
    program = codes_of(reasoner.suggest(assess(finding)))
    for code in program:
        step = library.exercises[code].harder
        while step is not None:
            assert step not in program
            step = library.exercises[step].harder


@pytest.mark.parametrize(
    ("kind", "dosage", "goals"),
    [
        ("aerobic", "walking", ("condition:walking", "condition:aerobic-low-impact")),
        ("relaxation", "relaxation", ("train:relaxation", "train:diaphragm-breathing")),
        ("positional", "positional-rest", ("train:relaxation", NEUTRAL)),
    ],
)
def test_one_walk_one_rest_one_breathing_is_enough(kind: str, dosage: str, goals: tuple[str, str], library: Library) -> None:
    made = [
        exercise(f"made-{at}", type=kind, dosage=dosage, goals=(goal,), position=("supine", "sitting")[at])
        for at, goal in enumerate(goals)
    ]
    findings = ("cond-fibromyalgia", "psy-stress", "lx-no-preference", "gen-deconditioned")
    assert len(chosen(library, made, *findings, irritability="high")) == 1


def test_preferred_exercises_gain_one(library: Library) -> None:
    made = [exercise("a"), exercise("b")]
    then = Then(prefer_exercises=("b",))
    preferring = Rule("T-1", {}, "preference", When(any=("lx-deep-core-poor",)), then, {}, "test", "expert", "reason")
    outcome = Reasoner(with_rules(with_exercises(library, made), preferring)).suggest(assess("lx-deep-core-poor"))
    assert outcome.candidates == ("b", "a")
    assert outcome.program[0].score == 4
    assert "T-1" in outcome.program[0].rules


def test_preferred_positions_gain_one(library: Library) -> None:
    made = [exercise("a", position="side-lying"), exercise("b", position="sitting")]
    assert chosen(library, made, "lx-deep-core-poor", "prec-floor-unsafe")[0] == "b"


def test_care_costs_one_and_a_half_for_each_tag(library: Library) -> None:
    made = [exercise("a", stress=("lx-rot",)), exercise("b")]
    reasoner = Reasoner(with_exercises(library, made))
    outcome = reasoner.suggest(assess("cond-lumbar-facet", "lx-deep-core-poor"))
    assert outcome.candidates == ("b", "a")
    assert "a" not in outcome.excluded


def test_no_bicycle_where_a_walk_will_do(library: Library) -> None:
    made = [
        exercise("bike", type="aerobic", dosage="aerobic", goals=("condition:aerobic-low-impact",), equipment=("bike",)),
        exercise(
            "walk", type="aerobic", dosage="walking", goals=("condition:aerobic-low-impact",), position="walking", difficulty=2
        ),
    ]
    assert chosen(library, made, "gen-deconditioned", equipment=frozenset({"bike"})) == ["walk"]


def test_an_exercise_for_a_far_region_is_no_filler(library: Library) -> None:
    made = [exercise("knee", region="knee", goals=("strengthen:quadriceps", "train:upper-posture"))]
    assert chosen(library, made, "cx-forward-head") == []
    assert chosen(library, [exercise("neck", region="cervical", goals=("train:upper-posture",))], "cx-forward-head") == ["neck"]


def test_massage_goes_where_it_is_needed(library: Library) -> None:
    made = [exercise("back", goals=("ease:muscle-tension",)), exercise("neck", region="cervical", goals=("ease:muscle-tension",))]
    assert chosen(library, made, "fn-desk-work", "cx-uptrap-tight") == ["neck"]


@pytest.mark.parametrize(
    ("asked", "suggested", "most"),
    [({}, 5, 6), ({"irritability": "high"}, 4, 4), ({"age": 65}, 5, 5), ({"age": 64}, 5, 6)],
)
def test_the_size_of_a_program(asked: dict[str, Any], suggested: int, most: int, library: Library) -> None:
    goals = (
        "train:deep-core",
        "train:hip-hinge",
        "train:gait",
        "train:lifting",
        "train:relaxation",
        "train:pelvic-floor",
        "mobilise:pelvis",
    )
    findings = (
        "lx-deep-core-poor",
        "lx-control-flexion-poor",
        "gait-antalgic",
        "fn-lifting",
        "fn-sleep",
        "lx-pelvic-floor-weak",
        "lx-hyperlordosis",
    )
    made = [exercise(f"e-{at}", goals=(goal,), dosage="mobility") for at, goal in enumerate(goals)]
    outcome = Reasoner(with_exercises(library, made)).suggest(assess(*findings, **asked))
    assert (outcome.limits.suggested, outcome.limits.exercises) == (suggested, most)
    assert len(outcome.program) == suggested


def test_a_session_stays_within_its_minutes(library: Library) -> None:
    goals = ("train:deep-core", "train:relaxation", "condition:walking", "train:diaphragm-breathing")
    made = [exercise(f"e-{at}", goals=(goal,), dosage="walking") for at, goal in enumerate(goals)]
    outcome = Reasoner(with_exercises(library, made)).suggest(assess("lx-deep-core-poor", "psy-stress", "fn-walking"))
    assert sum(each.dosage.session_minutes(1) for each in outcome.program) == 20
    assert len(outcome.program) == 2


def test_a_shorter_exercise_takes_the_place_of_one_that_is_too_long(library: Library) -> None:
    made = [
        exercise("a-walk", goals=("condition:walking",), dosage="walking"),
        exercise("b-long", goals=(CORE, NEUTRAL), dosage="walking"),
        exercise("d-short", goals=(CONTROL,), dosage="mobility"),
        exercise("e-short", goals=(CORE,), dosage="mobility"),
    ]
    program = chosen(library, made, "lx-pain-local", found("fn-walking", grade="severe"), minutes_a_day=15)
    assert set(program) == {"a-walk", "d-short", "e-short"}


def test_chronic_back_pain_is_never_left_with_stretches_alone(library: Library) -> None:
    made = [
        exercise(f"s-{at}", type="stretch", dosage="stretch", goals=(goal,))
        for at, goal in enumerate(
            ("lengthen:hamstrings", "lengthen:hip-flexors", "lengthen:quadriceps", "lengthen:hip-adductors", "lengthen:lateral-hip")
        )
    ]
    findings = [
        found(code, grade="severe")
        for code in ("hp-hamstring-tight", "hp-flexor-tight", "hp-quad-tight", "hp-adductor-tight", "hp-tfl-tight")
    ]
    active = exercise("active", type="strength", goals=("strengthen:lumbar-extensors",), dosage="strength")
    program = chosen(library, [*made, active], "cond-lbp-chronic", *findings)
    assert "active" in program
    assert len(program) <= 5


def test_what_is_severely_limited_starts_at_the_easiest(library: Library) -> None:
    made = [
        exercise("low", goals=("train:sit-to-stand",), region="knee", harder="high"),
        exercise("high", goals=("train:sit-to-stand", "condition:general-strength"), region="knee", difficulty=2, easier="low"),
    ]
    assert chosen(library, made, found("fn-sit-to-stand", value=1), "gen-weak-overall") == ["low"]
    assert chosen(library, made, found("fn-sit-to-stand", value=6), "gen-weak-overall") == ["high"]


def test_nobody_starts_hard_where_something_easier_serves(library: Library) -> None:
    made = [exercise("hard", goals=(CORE, CONTROL), difficulty=4), exercise("easy")]
    assert chosen(library, made, "lx-pain-local") == ["easy"]
    assert chosen(library, [made[0]], "lx-pain-local") == ["hard"]


def test_no_finding_gives_no_program_whatever_the_age(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess(age=80))
    assert (outcome.program, outcome.goals, dict(outcome.deferred)) == ((), (), {})
    assert outcome.candidates


def test_exercises_of_no_use_change_nothing(library: Library) -> None:
    asked = assess("cond-lbp-chronic", "hp-gmax-weak", irritability="moderate")
    useless = [exercise(f"a-{at}", goals=("strengthen:grip",), region="wrist-hand") for at in range(50)]
    more = Reasoner(with_more(library, *useless)).suggest(asked)
    assert more.program == Reasoner(library).suggest(asked).program


def test_goals_name_what_is_served_and_what_nothing_serves(library: Library) -> None:
    outcome = Reasoner(with_exercises(library, [exercise("core")])).suggest(assess("lx-pain-local"))
    assert {state.goal: state.served for state in outcome.goals} == {CORE: True, CONTROL: False, "condition:walking": False}
    assert dict(outcome.deferred) == {}


def test_a_goal_that_only_excluded_exercises_serve_names_the_rule(library: Library) -> None:
    made = exercise("end-range", goals=("lengthen:lumbar-extensors",), type="stretch", stress=("lx-flex-end",))
    outcome = Reasoner(with_exercises(library, [made])).suggest(assess("lx-paraspinal-tight", irritability="high"))
    assert dict(outcome.deferred) == {"lengthen:lumbar-extensors": "R-IR-01"}


def test_the_sheet_is_ordered_by_position(library: Library) -> None:
    positions = ("standing", "sitting", "quadruped", "side-lying", "prone", "supine")
    groups = [library.positions[position].group for position in reversed(positions)]
    assert groups == sorted(groups)
    goals = (CORE, CONTROL, "condition:walking", "train:relaxation", "train:hip-hinge", "train:lifting")
    made = [
        exercise(f"{5 - at}", position=position, goals=(goals[at],), dosage="mobility") for at, position in enumerate(positions)
    ]
    program = chosen(library, made, "lx-pain-local", "psy-fear-movement", "fn-lifting")
    assert program == sorted(program)
    assert len(program) == 5


def test_more_of_the_same_is_done_in_another_position_and_no_harder(library: Library) -> None:
    first = exercise("a-core", goals=(CONTROL, CORE))
    for same in ({"position": "sitting"}, {"position": "prone", "difficulty": 2}):
        assert chosen(library, [first, exercise("b-core", **same)], "lx-pain-local", "lx-deep-core-poor") == ["a-core"]
    other = exercise("b-core", position="prone")
    assert set(chosen(library, [first, other], "lx-pain-local", "lx-deep-core-poor")) == {"a-core", "b-core"}
