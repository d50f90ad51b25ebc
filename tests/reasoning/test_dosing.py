from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.conditions import Fired
from ptbuilder.reasoning.dosing import EFFORTS, DoseBook, fit_day
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, exercise, with_more

HIGH, OLD, PRESSURE = {"irritability": "high"}, {"age": 70}, "prec-hypertension"


def dose(
    library: Library, purpose: str, *findings: str, kind: str = "strength", goals: tuple[str, ...] = (), **asked: object
) -> Dosage:
    made = exercise("made-up", dosage=purpose, type=kind, goals=goals or ("train:deep-core",))
    return Reasoner(with_more(library, made)).dosage_for(assess("lx-pain-local", *findings, **asked), "made-up")


def test_the_usual_dose_is_that_of_the_purpose(library: Library) -> None:
    assert dose(library, "strength") == library.purposes["strength"].default


def test_high_irritability_halves_the_work_and_the_pain(library: Library) -> None:
    usual, low = library.purposes["strength"].default, dose(library, "strength", **HIGH)
    assert (low.sets, low.reps, low.per_week, low.effort) == (1, 6, 2, "easy")
    assert low.pain is not None
    assert low.pain.most == 2
    assert low.reps < usual.reps


def test_older_people_hold_stretches_longer_and_lift_less(library: Library) -> None:
    assert dose(library, "stretch", **OLD) == library.purposes["stretch-older"].default
    assert dose(library, "strength", **OLD) == library.purposes["strength-older"].default


def test_older_keeps_its_longer_stretch_when_irritability_is_high(library: Library) -> None:
    both = dose(library, "stretch", **OLD, **HIGH)
    assert both.hold_s == library.purposes["stretch-older"].default.hold_s
    assert dose(library, "stretch", **HIGH).hold_s == 10
    assert dose(library, "strength", **OLD, **HIGH).reps == 8


def test_high_blood_pressure_shortens_hard_holds_and_leaves_stretches(library: Library) -> None:
    long_hold = replace(library.purposes["isometric"].default, hold_s=30)
    changed = replace(
        library, purposes={**library.purposes, "isometric": replace(library.purposes["isometric"], default=long_hold)}
    )
    assert dose(changed, "isometric", PRESSURE, kind="isometric").hold_s == 10
    assert dose(changed, "stretch", PRESSURE, kind="stretch").hold_s == 30
    assert dose(changed, "positional-rest", PRESSURE, kind="positional").hold_s == 300
    assert dose(changed, "strength", PRESSURE).effort == "moderate"


@pytest.mark.parametrize("purpose", ["walking", "aerobic"])
def test_walking_starts_at_ten_minutes_and_at_five_when_sore(purpose: str, library: Library) -> None:
    assert dose(library, purpose, kind="aerobic").minutes == 10
    assert dose(library, purpose, kind="aerobic", **HIGH).minutes == 5
    assert dose(library, purpose, kind="aerobic", **HIGH).kind == "time"


@pytest.mark.parametrize(("irritability", "most"), [("high", 2), ("moderate", 4), ("low", 4), (None, 4)])
def test_the_smallest_pain_limit_counts(irritability: str | None, most: int, library: Library) -> None:
    pain = dose(library, "strength", irritability=irritability).pain
    assert pain is not None
    assert pain.most == most


def test_a_limit_in_words_stays_in_words(library: Library) -> None:
    for asked in ({}, HIGH):
        assert dose(library, "directional", **asked).pain == library.purposes["directional"].default.pain


def test_a_number_keeps_the_words_beside_it(library: Library) -> None:
    pain = dose(library, "tendon", kind="tendon-load", irritability="moderate").pain
    assert pain is not None
    assert pain.most == 4
    assert pain.words == library.purposes["tendon"].default.pain.words  # type: ignore[union-attr]


def test_a_rule_sets_the_purpose_for_a_goal(library: Library) -> None:
    goals = ("load-tendon:rotator-cuff",)
    tendon = library.purposes["tendon"].default
    assert dose(library, "strength", "cond-rc-tendinopathy", goals=goals).reps == tendon.reps
    assert dose(library, "strength", "cond-rc-tendinopathy", goals=goals).sets == tendon.sets
    held = dose(library, "isometric", "cond-rc-tendinopathy", kind="isometric", goals=goals)
    assert held.hold_s == library.purposes["isometric"].default.hold_s


def test_every_dose_lies_in_the_usual_range(library: Library) -> None:
    dosing = [rule for rule in library.rules.values() if rule.then.dose]
    for count in range(len(dosing) + 1):
        for rules in combinations(dosing, count):
            book = DoseBook(library, [Fired(rule, ()) for rule in rules])
            for purpose in library.purposes.values():
                made = exercise("made-up", dosage=purpose.code)
                used = book.purpose_of(made)
                assert used is not None
                assert used.outside(book.dosage_of(made)) == ()


def test_more_rules_never_make_a_dose_larger(library: Library) -> None:
    dosing = [rule for rule in library.rules.values() if rule.then.dose]
    for one, other in combinations(dosing, 2):
        for purpose in library.purposes:
            made = exercise("made-up", dosage=purpose)
            alone, both = (
                DoseBook(library, [Fired(one, ())]).dosage_of(made),
                DoseBook(library, [Fired(one, ()), Fired(other, ())]).dosage_of(made),
            )
            assert both.sets <= alone.sets
            if alone.effort in EFFORTS and both.effort in EFFORTS:
                assert EFFORTS.index(both.effort) <= EFFORTS.index(alone.effort)


def test_a_short_day_lowers_the_times_a_day_first_where_they_are_many() -> None:
    often, once = Dosage(reps=10, rep_s=6, per_day=4), Dosage(reps=10, rep_s=6, per_day=1)
    fitted = fit_day({"often": (often, 1), "once": (once, 1)}, 3)
    assert (fitted["often"].per_day, fitted["once"].per_day) == (2, 1)
    assert fit_day({"once": (once, 1)}, 0) == {"once": once}


def test_a_patient_with_ten_minutes_a_day_gets_a_program_for_them(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("cond-lbp-chronic", "lx-deep-core-poor", minutes_a_day=10))
    assert outcome.limits.session_min == 10
    assert outcome.program
    assert sum(each.dosage.day_minutes(2 if each.side == "both" else 1) for each in outcome.program) <= 10
