"""No limb goes through another limb or through the trunk: seen by the check, and where possible prevented."""

from __future__ import annotations

import pytest

from ptbuilder.figure.body import Body
from ptbuilder.figure.checking import faults_of
from ptbuilder.figure.clearance import DEEP, arm_depth, depth_in_body
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import build_scene


def start(body: Body, frame: dict) -> Posed:
    return build_scene(read_figure({"start": frame}), body).start.posed


def deepest(posed: Posed, probe: str, volume: str) -> float:
    return max(depth for _, name, inside, depth in depth_in_body(posed) if name == probe and inside.startswith(volume))


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        ({"base": "standing", "shoulder_r": {"flexion": 30, "abduction": -50}, "elbow_r": 90}, "inside the"),
        ({"base": "standing", "hip_r": {"abduction": -20}, "foot": "free"}, "inside the thigh_l"),
        ({"base": "standing", "shoulder": {"flexion": 80, "abduction": -32}, "elbow": 0}, "inside the forearm"),
    ],
    ids=["arm in trunk", "leg in leg", "arm in arm"],
)
def test_a_limb_inside_another_part_is_told(frame: dict, told: str, female: Body) -> None:
    faults = [str(fault) for fault in faults_of(build_scene(read_figure({"start": frame}), female))]
    assert any(told in fault for fault in faults)


def test_a_person_who_stands_or_sits_touches_nothing(female: Body, male: Body) -> None:
    for body in (female, male):
        for base in ("standing", "sitting", "hands-knees", "kneeling", "supine"):
            assert max(depth for *_, depth in depth_in_body(start(body, {"base": base}))) < DEEP


def test_the_upper_leg_lies_on_the_lower_one_in_side_lying(female: Body, male: Body) -> None:
    for body in (female, male):
        posed = start(body, {"base": "side-right", "hip_l": {"flexion": 50, "abduction": -14}})
        assert deepest(posed, "knee", "thigh") < DEEP
        assert deepest(posed, "ankle", "shin") < DEEP


def test_pelvis_and_legs_stay_level_in_side_lying(female: Body, male: Body) -> None:
    for body in (female, male):
        posed = start(body, {"base": "side-right"})
        assert abs(posed.frame_of("pelvis")[1, 1]) < 0.02
        assert -0.045 < posed.lowest("arm_r") < 0.005
        assert -0.04 < posed.lowest("knee_r") < 0.005


def test_an_elbow_swings_out_of_the_body(female: Body) -> None:
    into = {"base": "standing", "hand_r": {"on": "belly", "out": 4, "bend": "left behind"}}
    assert arm_depth(start(female, into), "r") <= 0
