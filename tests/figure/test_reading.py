from __future__ import annotations

import pytest

from ptbuilder.figure.errors import PoseError
from ptbuilder.figure.reading import read_figure


def faults(figure: dict) -> list[str]:
    with pytest.raises(PoseError) as caught:
        read_figure(figure, "lx-test")
    return [str(fault) for fault in caught.value.faults]


def test_a_misspelt_joint_is_named_with_record_and_frame_and_the_nearest_word() -> None:
    (fault,) = faults({"start": {"base": "standing"}, "finish": {"kne_r": 20}})
    assert fault.startswith("lx-test, finish, kne_r: ")
    assert "did you mean knee_r?" in fault


def test_an_angle_out_of_human_range_is_named_with_the_range() -> None:
    (fault,) = faults({"start": {"base": "standing", "knee_r": 190}})
    assert fault == "lx-test, start, knee_r.flexion: 190 degrees is outside the human range -5 to 158"


@pytest.mark.parametrize(
    ("figure", "part"),
    [
        ({"start": {"base": "stading"}}, "base"),
        ({"start": {"base": "standing"}, "view": "rigt"}, "view"),
        ({"start": {"base": "standing"}, "props": ["chiar"]}, "props"),
        ({"start": {"base": "standing"}, "props": [{"kind": "wall", "plce": "front"}]}, "wall.plce"),
        ({"start": {"base": "standing"}, "props": [{"kind": "wall", "place": "above"}]}, "wall.place"),
        ({"start": {"base": "standing"}, "arrows": ["knee"]}, "arrows.follow"),
        ({"start": {"base": "standing", "hand_r": {"on": "wall"}}}, "hand_r"),
        ({"start": {"base": "standing", "hand_r": {"on": "knee_r", "bend": "outward"}}}, "hand_r.bend"),
        ({"start": {"base": "standing", "contact": ["foot"]}}, "contact"),
        ({"start": {"base": "standing", "hip_r": {"flexoin": 3}}}, "hip_r.flexoin"),
        ({"start": {"base": "standing", "anchor": "somewhere"}}, "anchor"),
        ({"start": {"base": "standing"}, "crop": "hed"}, "crop"),
        ({"start": {"base": "standing"}, "shows": ["1"]}, "shows"),
    ],
)
def test_every_slip_is_found_where_it_is(figure: dict, part: str) -> None:
    assert any(f", {part}: " in fault for fault in faults(figure))


def test_all_faults_are_told_at_once() -> None:
    assert len(faults({"start": {"base": "standing", "kne": 3, "elbow_r": 500}, "view": "x"})) == 3


def test_the_finish_continues_the_start() -> None:
    spec = read_figure({"start": {"base": "standing", "knee": 20, "hip_r": 10}, "finish": {"knee_r": 60}})
    assert spec.finish.angle("knee_l", "flexion") == 20
    assert spec.finish.angle("knee_r", "flexion") == 60
    assert spec.finish.angle("hip_r", "flexion") == 10


def test_a_side_wins_over_both_in_any_order() -> None:
    spec = read_figure({"start": {"base": "standing", "knee_r": 60, "knee": 20}})
    assert (spec.start.angle("knee_r", "flexion"), spec.start.angle("knee_l", "flexion")) == (60, 20)


def test_naming_the_shoulder_frees_the_hand() -> None:
    spec = read_figure({"start": {"base": "hands-knees"}, "finish": {"shoulder_l": 160}})
    assert "hand_l" in spec.start.targets
    assert "hand_l" not in spec.finish.targets
    assert "hand_r" in spec.finish.targets
    assert spec.finish.holds == ("hand_r",)


def test_null_takes_a_target_back() -> None:
    spec = read_figure({"start": {"base": "sitting", "hand_r": None}})
    assert "hand_r" not in spec.start.targets
