from __future__ import annotations

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.domain.text import LANGUAGES, say_all
from ptbuilder.wording.fixed_safety import CALL_SIGNS, ER_SIGNS, STOP_SIGNS

NECK_MOVES = {
    "cx-chin-tuck-supine": "cx-flex",
    "cx-chin-tuck-sit": "cx-flex",
    "cx-chin-tuck-wall": "cx-flex",
    "cx-levator-stretch": "cx-rot",
    "cx-rotation-sit": "cx-rot",
    "lx-cat-camel": "cx-ext",
    "lx-press-up": "cx-ext",
    "lx-prone-elbows": "cx-ext",
    "lx-prone-lying": "cx-rot",
    "lx-sciatic-slider-side": "cx-ext",
    "lx-sciatic-slider-sit": "cx-ext",
    "lx-sciatic-tensioner": "cx-flex",
}
NOT_MUSCLES = ("spine", "joint", "tissue", "body", "heart", "lungs", "hips", "control")


@pytest.mark.parametrize("code", NECK_MOVES)
def test_what_moves_the_neck_stays_away_from_a_new_neck_fusion(code: str, library: Library) -> None:
    tag = NECK_MOVES[code]
    assert tag in library.exercises[code].stress
    assert tag in library.rules["R-PP-10"].then.exclude.tags


def test_side_of_neck_stretch_stays_away_from_a_new_neck_fusion(library: Library) -> None:
    assert "cx-uptrap-stretch" in library.rules["R-PP-10"].then.exclude.exercises


def test_hugging_a_knee_bends_the_hip_past_a_right_angle(library: Library) -> None:
    assert "hip-flex-over-90" in library.exercises["hp-hipflexor-supine-flat"].stress


def test_legs_on_a_chair_means_lying_on_the_floor(library: Library) -> None:
    assert "floor" in library.exercises["lx-legs-up-rest"].stress


@pytest.mark.parametrize("code", ["gn-belly-breath-lying", "gn-movement-break"])
def test_breathing_and_breaks_are_timed_and_never_held(code: str, library: Library) -> None:
    usual = library.purposes[library.exercises[code].dosage].default
    assert (usual.kind, usual.hold_s) == ("time", 0)


def test_breaks_come_about_every_hour_of_the_day(library: Library) -> None:
    usual = library.purposes["movement-break"].default
    assert (usual.per_day, usual.per_week) == (8, 7)


def test_muscles_are_muscles(library: Library) -> None:
    named = {muscle for each in library.exercises.values() for muscle in each.muscles}
    assert [each for each in sorted(named) if any(word in each.split() for word in NOT_MUSCLES)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_safety_page_says_what_the_topics_say(language: str, library: Library) -> None:
    safety = [say_all(each.lines, language) for each in library.topics["edu-exercise-safety"].sections]
    help_ = [say_all(each.lines, language) for each in library.topics["edu-seek-help"].sections]
    emergency = "ER" if language == "en" else "urgencias"
    assert tuple(sign.replace("{er}", emergency) for sign in STOP_SIGNS[language]) in safety
    assert ER_SIGNS[language] in help_
    assert CALL_SIGNS[language] in help_


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_name_a_side_exactly_where_the_exercise_has_one(language: str, library: Library) -> None:
    for each in library.exercises.values():
        names_side = "{side" in str(each.steps.get(language))
        assert names_side == each.unilateral, each.code
