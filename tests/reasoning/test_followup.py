from __future__ import annotations

from datetime import date, datetime

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import OverrideNote, Prescription, Stage
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.followup import Change, adapt
from tests.reasoning.assessments import assess, exercise, with_exercises

TODAY = date(2026, 3, 12)
WORSE = assess("lx-deep-core-poor", irritability="high")


def changes(
    library: Library, codes: list[str], assessment: Assessment = WORSE, notes: tuple[OverrideNote, ...] = ()
) -> tuple[Change, ...]:
    chain = [
        exercise("easy", harder="middle"),
        exercise("middle", easier="easy", harder="hard", difficulty=3),
        exercise("hard", easier="middle", difficulty=4),
        exercise("alone", difficulty=4),
    ]
    stage = Stage(tuple(Prescription(f"id-{code}", code, Dosage(), overrides=notes) for code in codes))
    return adapt(Reasoner(with_exercises(library, chain)), assessment, stage, TODAY)


def test_what_is_excluded_gives_way_to_the_nearest_easier_that_is_allowed(library: Library) -> None:
    assert [(each.prescription, each.instead) for each in changes(library, ["hard"])] == [("id-hard", "easy")]


def test_what_has_no_easier_neighbour_goes(library: Library) -> None:
    assert [(each.exercise, each.instead) for each in changes(library, ["alone"])] == [("alone", None)]


def test_what_is_allowed_stays(library: Library) -> None:
    assert changes(library, ["easy"]) == ()
    assert changes(library, ["hard"], assess("lx-deep-core-poor", irritability="low")) == ()


def test_nothing_is_put_in_twice(library: Library) -> None:
    assert [(each.exercise, each.instead) for each in changes(library, ["easy", "middle", "hard"])] == [
        ("middle", None),
        ("hard", None),
    ]


def test_a_reason_given_for_every_rule_keeps_it(library: Library) -> None:
    note = OverrideNote("R-IR-01", "done before without pain", "PT", datetime(2026, 3, 12, 9, 0))
    assert changes(library, ["hard"], notes=(note,)) == ()


def test_each_change_says_why(library: Library) -> None:
    obstacles = changes(library, ["hard"])[0].obstacles
    assert {(each.kind, each.value, each.rule) for each in obstacles} == {("difficulty", "4", "R-IR-01")}


def test_a_red_flag_takes_everything_out(library: Library) -> None:
    out = changes(library, ["easy", "hard"], assess("lx-deep-core-poor", "rf-cauda-equina"))
    assert [(each.exercise, each.instead) for each in out] == [("easy", None), ("hard", None)]
    assert {each.obstacles[0].rule for each in out} == {"R-RF-01"}


def test_a_foreign_exercise_is_left_alone(library: Library) -> None:
    assert changes(library, ["of-another-library"]) == ()
