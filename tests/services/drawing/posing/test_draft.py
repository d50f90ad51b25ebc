"""Changes of a draft say in JSON what the form said, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.figure.reading import read_figure
from ptbuilder.services.drawing.posing.arrows import with_arrows
from ptbuilder.services.drawing.posing.draft import (
    PoseDraft,
    angle_of,
    blank,
    copied_to_finish,
    merged_frames,
    taken_over,
    with_angle,
    with_base,
    with_limb,
    with_said,
)
from ptbuilder.services.drawing.posing.form import contacts_of
from ptbuilder.services.drawing.posing.picture import check
from ptbuilder.services.drawing.posing.places import (
    BY_POSITION,
    Place,
    held_by,
    nearest,
    numbers_of,
    place_of,
    places_of,
    with_heading,
    with_number,
    with_place,
)
from ptbuilder.services.drawing.posing.posing import PoseHistory, Posing
from ptbuilder.services.drawing.posing.things import _USED, all_kinds, options_of, things_of, with_option, with_thing


def said(draft: PoseDraft, frame: str = "finish") -> dict[str, Any]:
    return dict(draft.figure[frame])


def test_an_angle_of_both_sides_is_said_once() -> None:
    assert said(with_angle(blank(), "finish", "hip", "flexion", "both", 90.0)) == {"hip": 90}


def test_an_angle_of_one_side_keeps_the_other() -> None:
    draft = with_angle(blank(), "finish", "elbow", "flexion", "both", 40)
    draft = with_angle(draft, "finish", "elbow", "flexion", "r", 90)
    assert said(draft) == {"elbow_l": 40, "elbow_r": 90}
    assert angle_of(merged_frames(draft)["finish"], "elbow_l", "flexion") == 40


def test_a_second_direction_keeps_the_first() -> None:
    draft = with_angle(blank(), "start", "lumbar", "flexion", "", 20)
    draft = with_angle(draft, "start", "lumbar", "side", "", -10)
    assert said(draft, "start") == {"base": "standing", "lumbar": {"flexion": 20, "side": -10}}


def test_the_finish_continues_the_start_until_it_says_otherwise() -> None:
    draft = with_angle(blank(), "start", "neck", "rotation", "", 30)
    assert angle_of(merged_frames(draft)["finish"], "neck", "rotation") == 30
    draft = with_angle(draft, "finish", "neck", "rotation", "", 60)
    draft = with_angle(draft, "start", "neck", "rotation", "", 10)
    assert angle_of(merged_frames(draft)["finish"], "neck", "rotation") == 60


def test_what_the_draft_shows_is_what_the_engine_reads(library: Library) -> None:
    for exercise in library.exercises.values():
        if not exercise.figure or "start" not in exercise.figure:
            continue
        spec = read_figure(exercise.figure, exercise.code)
        for name, frame in merged_frames(taken_over(exercise.figure)).items():
            for joint, angles in getattr(spec, name).angles.items():
                for direction, angle in angles.items():
                    assert angle_of(frame, joint, direction) == angle, (exercise.code, name, joint)


def test_a_leg_that_moves_alone_leaves_the_floor_and_carries_no_more() -> None:
    draft = with_angle(blank(), "finish", "hip", "flexion", "r", 60)
    assert said(draft) == {"hip_r": 60, "foot_r": "free", "contact": ["foot_l"], "anchor": "foot_l"}
    kneeling = with_angle(blank("hands-knees"), "finish", "shoulder", "flexion", "r", 170)
    assert said(kneeling)["contact"] == ["shins", "hand_l"]
    assert place_of(kneeling, "finish", "hand", "r") == "free"


def test_legs_that_move_together_stay_on_the_floor() -> None:
    draft = with_angle(blank("hooklying"), "finish", "hip", "flexion", "both", 10)
    assert said(draft) == {"hip": 10}
    assert place_of(draft, "finish", "foot", "r") == "floor-rule"


def test_who_points_the_feet_in_standing_is_on_the_toes() -> None:
    draft = with_angle(blank(), "finish", "ankle", "dorsiflexion", "both", -30)
    assert said(draft) == {"ankle": -30, "foot_l": "free", "foot_r": "free", "contact": ["both_toes"]}
    one = with_angle(with_angle(blank(), "start", "knee", "flexion", "l", 60), "finish", "ankle", "dorsiflexion", "r", -30)
    assert said(one)["contact"] == ["toes_r"]
    seated = with_angle(blank("sitting"), "finish", "ankle", "dorsiflexion", "both", -30)
    assert said(seated) == {"ankle": -30, "foot_l": "rest", "foot_r": "rest"}


def test_the_other_foot_carries_on_the_thing_that_both_were_on() -> None:
    on_pad = with_thing(blank(), "pad", present=True)
    assert said(on_pad, "start")["contact"] == [{"part": "feet", "on": "pad"}]
    assert said(with_angle(on_pad, "finish", "hip", "flexion", "r", 60))["contact"] == [{"part": "foot_l", "on": "pad"}]


def test_a_step_is_stepped_on_and_leaves_no_trace() -> None:
    on_step = with_thing(blank(), "step", present=True)
    assert place_of(on_step, "start", "foot", "r") == "step"
    assert with_thing(on_step, "step", present=False).figure == blank().figure
    on_pad = with_thing(blank(), "pad", present=True)
    moved = with_angle(on_pad, "finish", "hip", "flexion", "r", 60)
    assert said(with_thing(moved, "pad", present=False))["contact"] == ["foot_l"]


@pytest.mark.parametrize(("kind", "base"), sorted(_USED))
def test_things_that_are_used_begin_without_anything_to_mend(kind: str, base: str) -> None:
    assert check(with_thing(blank(base), kind, present=True).figure) == ()


def test_moving_an_arm_lets_its_hand_go() -> None:
    draft = with_limb(blank("sitting"), "finish", "hand", "r", {"on": "belly"})
    draft = with_angle(draft, "finish", "shoulder", "flexion", "r", 90)
    assert place_of(draft, "finish", "hand", "r") == "free"
    assert place_of(draft, "finish", "hand", "l") == "thigh_l"


def test_it_is_told_beforehand_what_a_joint_lets_go() -> None:
    held = held_by(blank("sitting"), "start", "elbow", "both")
    assert held is not None
    assert held.label == "On the right thigh"
    assert held_by(blank("sitting"), "start", "knee", "r") is None
    planted = held_by(blank("hooklying"), "finish", "knee", "r")
    assert planted is not None
    assert planted.label == "Sole on the floor"
    assert held_by(blank("hooklying"), "finish", "knee", "both") is None
    assert held_by(blank("sitting"), "start", "neck", "") is None


def test_copying_the_start_takes_the_finish_back() -> None:
    draft = copied_to_finish(with_angle(blank(), "finish", "knee", "flexion", "r", 60))
    assert said(draft) == {}


def test_a_new_base_of_the_start_begins_anew_and_one_of_the_finish_only_there() -> None:
    draft = with_angle(blank(), "start", "neck", "side", "", 20)
    assert with_base(draft, "start", "kneeling").figure["start"] == {"base": "kneeling"}
    pointed = with_arrows(draft, [{"follow": "nose"}]).with_key("crop", "head")
    anew = with_base(pointed, "start", "kneeling")
    assert anew.follows
    assert not {"arrows", "crop"} & set(anew.figure)
    on_side = with_base(draft, "start", "side-right")
    assert on_side.figure["props"] == ["pillow"]
    assert "props" not in with_base(on_side, "start", "supine").figure
    sat = with_base(draft, "finish", "sitting")
    assert sat.figure["start"] == draft.figure["start"]
    assert place_of(sat, "finish", "hand", "l") == "thigh_l"
    assert with_base(sat, "finish", "").figure["finish"] == {}


def test_what_carries_the_body_is_read_from_base_and_pose() -> None:
    assert contacts_of(merged_frames(blank())["start"]) == ("feet",)
    draft = with_said(blank("hooklying"), "finish", "contact", ["shoulders", "feet"])
    assert contacts_of(merged_frames(draft)["finish"]) == ("shoulders", "feet")
    assert contacts_of(merged_frames(with_said(draft, "finish", "contact", None))["finish"]) == ()


@pytest.mark.parametrize("kind", all_kinds())
@pytest.mark.parametrize("base", ["standing", "sitting", "supine"])
def test_every_thing_begins_as_something_the_engine_reads(kind: str, base: str) -> None:
    draft = with_thing(blank(base), kind, present=True)
    spec = read_figure(draft.figure)
    assert [prop.kind for prop in spec.props] == [kind]
    assert [name for _, name, _ in things_of(draft.figure)] == [prop.name for prop in spec.props]


@pytest.mark.parametrize("kind", all_kinds())
def test_every_option_that_the_form_offers_can_be_read(kind: str) -> None:
    for option in options_of(kind, {}):
        values = [value for value, _ in option.choices] or [True] if option.kind != "number" else [option.low, option.high]
        for value in values:
            read_figure(with_option(with_thing(blank(), kind, present=True), 0, option.key, value).figure)


def test_a_thing_taken_away_frees_what_was_on_it() -> None:
    draft = with_thing(blank(), "wall", present=True)
    wall = next(each for each in places_of(draft, "hand", "r") if each.key == "wall:surface")
    draft = with_place(draft, "start", "hand", "r", wall)
    assert place_of(draft, "finish", "hand", "r") == "wall:surface"
    draft = with_thing(draft, "wall", present=False)
    assert draft.figure == {**blank().figure}
    assert place_of(draft, "start", "hand", "r") == "free"


@pytest.mark.parametrize("limb", ["hand", "foot"])
def test_every_place_can_be_read_and_is_found_again(limb: str) -> None:
    draft = blank()
    for kind in ("wall", "chair", "step", "ball", "walker"):
        draft = with_thing(draft, kind, present=True)
    for place in places_of(draft, limb, "r"):
        placed = with_place(draft, "finish", limb, "r", place)
        read_figure(placed.figure)
        if place.key != BY_POSITION:
            assert nearest(places_of(placed, limb, "r"), place_of(placed, "finish", limb, "r")) == place


def test_a_place_is_moved_by_numbers_and_words() -> None:
    draft = with_limb(blank(), "finish", "hand", "r", {"on": "knee"})
    draft = with_number(draft, "finish", "hand", "r", "along", 80)
    draft = with_number(draft, "finish", "hand", "r", "gap", 2)
    draft = with_heading(draft, "finish", "hand", "r", "bend", "out")
    assert said(draft)["hand_r"] == {"on": "knee_r", "along": 0.8, "gap": 2, "bend": "out"}
    assert {each.key: each.value for each in numbers_of(draft, "finish", "hand", "r")}["along"] == 80
    assert said(with_heading(draft, "finish", "hand", "r", "bend", ""))["hand_r"] == {"on": "knee_r", "along": 0.8, "gap": 2}
    assert numbers_of(blank(), "finish", "hand", "r") == ()


def test_a_forearm_on_the_floor_is_told_and_taken_back() -> None:
    forearm = next(each for each in places_of(blank("prone"), "hand", "l") if each.key == "forearm")
    draft = with_place(blank("prone"), "start", "hand", "l", forearm)
    assert place_of(draft, "start", "hand", "l") == "forearm"
    assert place_of(with_place(draft, "start", "hand", "l", Place("free", "")), "start", "hand", "l") == "free"


def test_an_unknown_place_keeps_its_name() -> None:
    assert nearest((), "chair:middle").label == "Chair"


def test_a_draft_begins_with_the_exercise_or_like_another(library: Library) -> None:
    posing = Posing(library)
    own = library.exercises["lx-bridge"]
    draft = posing.begin(own)
    assert draft.figure["start"] == own.figure["start"]  # type: ignore[index]
    assert not draft.follows
    like = posing.begin_like("lx-bird-dog", posing.begin(own).with_key("shows", [2, 3]))
    assert like.figure["start"]["base"] == "hands-knees"
    assert like.figure["shows"] == [2, 3]


def test_an_exercise_without_figure_begins_with_a_person_who_stands(library: Library) -> None:
    own = Exercise("own-1", {"en": "Own"}, "lumbar", "stretch", (), "standing", "stretch", {"en": ("a", "b", "c")})
    draft = Posing(library).begin(own)
    assert draft.base == "standing"
    assert draft.figure["shows"] == [1, 3]
    assert draft.follows


def test_only_exercises_with_a_figure_are_found(library: Library) -> None:
    found = Posing(library).find("bridge")
    assert found[0].code == "lx-bridge"
    assert all(each.figure for each in Posing(library).find("", 400))


def test_changes_of_one_slider_are_one_step_until_it_is_let_go() -> None:
    history = PoseHistory(blank())
    for degrees in (10, 20, 30):
        assert history.change(with_angle(history.draft, "finish", "hip", "flexion", "r", degrees), "finish.hip")
    history.close_step()
    history.change(with_angle(history.draft, "finish", "hip", "flexion", "r", 50), "finish.hip")
    assert history.undo()
    assert said(history.draft)["hip_r"] == 30
    assert history.undo()
    assert history.draft == blank()
    assert not history.undo()
    assert history.redo()
    assert said(history.draft)["hip_r"] == 30
    assert not history.change(history.draft)
