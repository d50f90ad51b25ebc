from __future__ import annotations

import json

import numpy as np
import pytest

from ptbuilder.figure.bases import SOFT_SINK
from ptbuilder.figure.body import Body
from ptbuilder.figure.checking import bend_of, faults_of
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import build_scene
from tests.figure.conftest import EXAMPLES, example, posed

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_worked_example_has_no_fault_in_either_body(name: str, female: Body, male: Body) -> None:
    for body in (female, male):
        assert [str(fault) for fault in faults_of(build_scene(read_figure(example(name), name), body))] == []


def test_the_rear_knee_of_the_calf_stretch_is_straight_in_both_bodies(female: Body, male: Body) -> None:
    for body in (female, male):
        scene = build_scene(read_figure(example("calf-stretch")), body)
        assert bend_of(scene.finish.posed, "knee_r") < 10


@pytest.mark.parametrize(
    "base", ["standing", "sitting", "hooklying", "hands-knees", "kneeling", "half-kneeling", "side-right", "long-sitting"]
)
def test_a_base_rests_on_the_floor(base: str, female: Body, male: Body) -> None:
    for body in (female, male):
        low = build_scene(read_figure({"start": {"base": base}}), body).start.posed.raw_vertices()[:, 1].min()
        assert -0.04 < low < 0.003


def test_two_contacts_both_touch(female: Body) -> None:
    scene = build_scene(read_figure(example("bridge")), female)
    solved = scene.finish.posed
    assert abs(solved.lowest("shoulders") + SOFT_SINK["hooklying"]) < 0.002
    assert abs(solved.lowest("feet")) < 0.03


def test_hands_reach_their_targets_to_the_millimetre(female: Body) -> None:
    scene = build_scene(read_figure(example("wall-slide")), female)
    wall = scene.fixed["wall"].surfaces["surface"].point[2]
    for side in "lr":
        palm = scene.finish.posed.bone(f"hand_{side}")[2]
        assert wall - palm == pytest.approx(0.026, abs=0.004)


def test_hands_on_the_floor_stay_where_they_are_while_the_back_bends(female: Body) -> None:
    figure = {"start": {"base": "hands-knees"}, "finish": {"lumbar": 30, "thoracic": 20}}
    scene = build_scene(read_figure(figure), female)
    np.testing.assert_allclose(scene.finish.posed.bone("hand_r"), scene.start.posed.bone("hand_r"), atol=0.002)


def test_a_kneeling_shin_lies_level(female: Body) -> None:
    solved = posed(female, {"base": "kneeling", "hip": -15})
    assert abs(solved.bone("shin1_r")[1] - solved.bone("foot_r")[1]) < 0.02


def test_a_hanging_arm_does_not_enter_the_shorts(female: Body) -> None:
    figure = {"start": {"base": "standing", "lumbar": {"side": -22}, "thoracic": {"side": -16}}}
    assert faults_of(build_scene(read_figure(figure), female)) == []


def test_an_unreachable_target_is_a_fault_with_frame_and_limb(female: Body) -> None:
    figure = {"start": {"base": "standing"}, "finish": {"hand_r": {"on": "foot_r"}}}
    (first, *_) = [str(fault) for fault in faults_of(build_scene(read_figure(figure, "lx-x"), female))]
    assert first.startswith("lx-x, finish, hand_r: the target on foot_r is ")


def test_below_the_floor_is_seen_before_it_is_flattened(female: Body) -> None:
    figure = {"start": {"base": "standing", "contact": ["foot_l"], "hip_l": 40, "knee_l": 70}}
    assert any("below the floor" in str(fault) for fault in faults_of(build_scene(read_figure(figure), female)))


def test_a_claim_that_does_not_hold_is_told(female: Body) -> None:
    figure = {"start": {"base": "standing", "knee_r": 30}, "check": {"start": ["knee_r < 10"]}}
    (fault,) = faults_of(build_scene(read_figure(figure), female))
    assert "against knee_r < 10" in str(fault)


@pytest.mark.parametrize(
    "frame", [{"elbow": 145}, {"knee": 140, "hip": 120}, {"shoulder": {"abduction": 170}}, {"hip_r": {"abduction": 45}}]
)
def test_skin_keeps_its_volume_at_the_extremes(frame: dict, female: Body) -> None:
    neutral, bent = (_volume(female, posed(female, said).skinned()) for said in ({}, frame))
    assert 0.9 < bent / neutral < 1.1


def _volume(body: Body, vertices: np.ndarray) -> float:
    """Volume under the triangles; open seams give the same share in both poses."""
    a, b, c = (vertices[body.triangles[:, k]] for k in range(3))
    return abs(float(np.einsum("ij,ij->i", a - vertices.mean(0), np.cross(b - a, c - a)).sum()) / 6)


def test_breathing_lifts_the_belly_only(female: Body) -> None:
    shift = posed(female, {"breath": {"belly": 3}}).skinned() - posed(female, {}).skinned()
    moved = np.linalg.norm(shift, axis=1)
    assert moved.max() == pytest.approx(0.03, abs=0.004)
    limbs = female.bones_starting("head", "neck", "thigh", "shin", "foot", "uarm", "farm", "hand")
    assert moved[np.isin(female.main_bone, limbs)].max() < 0.012


def test_examples_are_valid_json_with_steps() -> None:
    for path in EXAMPLES.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["shows"]
