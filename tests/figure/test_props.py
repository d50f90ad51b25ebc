"""Every prop in a little pose of its own: nothing floats or goes through, hands hold, straps are taut."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ptbuilder.figure.body import Body
from ptbuilder.figure.checking import faults_of
from ptbuilder.figure.mirror import mirrored_figure
from ptbuilder.figure.prop_catalogue import OPTIONS
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import Scene, build_scene
from ptbuilder.figure.supports import held_point

FOLDER = Path(__file__).parent / "props"
POSES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))
}


@cache
def solved(name: str, body: Body) -> Scene:
    return build_scene(read_figure(POSES[name], name), body)


@pytest.mark.parametrize("name", POSES)
def test_a_pose_with_a_prop_has_no_fault_in_either_body(name: str, female: Body, male: Body) -> None:
    for body in (female, male):
        assert [str(fault) for fault in faults_of(solved(name, body))] == []


def test_each_kind_of_prop_has_a_pose() -> None:
    kinds = {prop if isinstance(prop, str) else prop["kind"] for pose in POSES.values() for prop in pose.get("props", [])}
    assert set(OPTIONS) - kinds <= {"stool"}  # a stool is a chair without its back


@pytest.mark.parametrize("name", ["strap-foot", "strap-knee", "towel-foot", "band-foot"])
def test_a_strap_is_taut_between_the_hands_and_the_leg(name: str, female: Body) -> None:
    for frame in (solved(name, female).start, solved(name, female).finish):
        strap = next(mesh.vertices for mesh in frame.meshes if mesh.colour in ("band", "towel"))
        for side in "lr":
            assert np.linalg.norm(strap - held_point(frame.posed, side), axis=1).min() < 0.03
        leg = frame.vertices[frame.posed.chosen("foot_r", "toes_r", "thigh2_r", "shin1_r", "thigh1_r")]
        away = np.linalg.norm(strap[:, None] - leg[None, ::3], axis=2).min(1)
        assert away.min() < 0.012


def test_a_strap_goes_round_the_sole(female: Body) -> None:
    frame = solved("strap-foot", female).finish
    strap = next(mesh.vertices for mesh in frame.meshes if mesh.colour == "band")
    foot = frame.posed.frame_of("foot_r")
    under = (strap - frame.posed.bone("toes_r")) @ foot[:, 1]
    assert under.min() < -0.015


def test_a_band_keeps_its_anchor_while_the_hand_moves(female: Body) -> None:
    scene = solved("band-pull", female)
    anchor = scene.fixed["band anchor"].surfaces["anchor"].point
    for frame in (scene.start, scene.finish):
        band = next(mesh.vertices for mesh in frame.meshes if mesh.colour == "band")
        assert np.linalg.norm(band - anchor, axis=1).min() < 0.02
        assert np.linalg.norm(band - held_point(frame.posed, "r"), axis=1).min() < 0.02


def test_a_door_edge_is_drawn_behind_an_anchor_unless_there_is_a_wall(female: Body) -> None:
    pose = {**POSES["band-pull"], "props": [*POSES["band-pull"]["props"], {"kind": "wall", "distance": 102}]}
    walled = build_scene(read_figure(pose), female)
    assert len(walled.fixed["band anchor"].meshes) == 1
    assert len(solved("band-pull", female).fixed["band anchor"].meshes) == 2


def test_hands_hold_the_walker_where_its_grips_are(female: Body, male: Body) -> None:
    for body in (female, male):
        scene = solved("walker-march", body)
        for side, name in (("l", "left"), ("r", "right")):
            grip = scene.fixed["walker"].surfaces[name].point
            assert np.linalg.norm(held_point(scene.finish.posed, side) - grip) < 0.06


def test_a_heel_lies_on_the_chair_and_the_ankle_keeps_its_angle(female: Body, male: Body) -> None:
    for body in (female, male):
        scene = solved("chair-calf", body)
        seat = scene.fixed["chair2"].surfaces["seat"].point[1]
        assert scene.start.posed.lowest("heel_r") == pytest.approx(seat, abs=0.012)
        shin, foot = (scene.finish.posed.frame_of(bone) for bone in ("shin2_r", "foot_r"))
        assert np.degrees(np.arccos(shin[:, 1] @ foot[:, 1])) == pytest.approx(15, abs=1)


def test_feet_on_a_chair_never_go_through_its_back(female: Body, male: Body) -> None:
    for body in (female, male):
        scene = solved("chair-shins-end", body)
        back = scene.fixed["chair"].surfaces["back"].point[2]
        assert scene.start.vertices[scene.start.posed.chosen("foot_r", "toes_r")][:, 2].max() < back


def test_one_sits_forward_on_a_chair(female: Body) -> None:
    def space(forward: int) -> float:
        figure = {"props": [{"kind": "chair", "forward": forward}], "start": {"base": "sitting"}}
        scene = build_scene(read_figure(figure), female)
        return float(scene.start.posed.point("pelvis")[2] - scene.fixed["chair"].surfaces["back"].point[2])

    assert space(14) - space(0) == pytest.approx(0.14, abs=0.002)


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
def test_a_chair_stands_sideways_under_the_shins(side: str, sign: int, female: Body) -> None:
    pose = {**POSES["chair-shins"], "props": [{"kind": "chair", "under": "shins", "turned": side}]}
    back = build_scene(read_figure(pose), female).fixed["chair"].surfaces["back"].point
    assert back[0] * sign > 0.15


def test_a_stick_lies_across_both_palms(female: Body) -> None:
    for frame in (solved("stick-turn", female).start, solved("stick-turn", female).finish):
        stick = held_point(frame.posed, "l") - held_point(frame.posed, "r")
        for side in "lr":
            assert abs(frame.posed.frame_of(f"hand_{side}")[:, 2] @ stick) / np.linalg.norm(stick) > 0.9


def test_a_walking_stick_stands_on_the_floor(female: Body) -> None:
    frame = solved("stick-cane", female).finish
    stick = next(mesh.vertices for mesh in frame.meshes if mesh.colour == "wood")
    assert stick[:, 1].min() == pytest.approx(0, abs=0.003)


def test_hands_close_around_what_they_hold() -> None:
    spec = read_figure({"props": ["dumbbell", "chair"], "start": {"base": "standing", "fingers_l": 30}})
    assert spec.start.angle("fingers_r", "curl") == 80
    assert spec.start.angle("fingers_l", "curl") == 30


def test_each_hand_finds_its_own_wall_of_a_corner(female: Body) -> None:
    posed = solved("corner-stretch", female).start.posed
    assert posed.bone("hand_l")[0] > 0.2
    assert posed.bone("hand_r")[0] < -0.2


def test_a_hand_hovers_over_a_level_surface_by_up(female: Body) -> None:
    def height(up: int) -> float:
        figure = {"props": ["counter"], "start": {"base": "standing", "hand_r": {"on": "counter", "up": up}}}
        return float(build_scene(read_figure(figure), female).start.posed.bone("hand_r")[1])

    assert height(10) - height(0) == pytest.approx(0.1, abs=0.005)


def test_a_foot_on_something_without_a_height_is_told(female: Body) -> None:
    figure = {"props": ["pillow"], "start": {"base": "standing", "foot_r": "pillow"}}
    figure["start"]["foot_r"] = {"on": "pillow"}
    assert "say how high it is" in " ".join(str(fault) for fault in build_scene(read_figure(figure), female).start.posed.faults)


def test_a_sideways_chair_turns_to_the_other_side_in_the_mirror(female: Body) -> None:
    there = build_scene(read_figure(POSES["chair-shins"]), female).fixed["chair"].surfaces["back"].point
    here = build_scene(read_figure(mirrored_figure(POSES["chair-shins"])), female).fixed["chair"].surfaces["back"].point
    np.testing.assert_allclose(here, there * [-1, 1, 1], atol=0.01)
