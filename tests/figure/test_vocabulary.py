"""Each clinical angle moves the right joint the right way; x is the figure's left, y up, z its front."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from ptbuilder.figure import reading, reading_frames, reading_targets
from ptbuilder.figure.bases import BASES
from ptbuilder.figure.body import Body
from ptbuilder.figure.prop_catalogue import AROUND, CHOICES, GROUNDS, OPTIONS
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.surfaces import PARTS
from ptbuilder.figure.vocabulary import (
    CONTACT_PARTS,
    DIRECTIONS,
    PAIRED,
    PLURALS,
    POINTS,
    SURFACE_POINTS,
    UNPAIRED,
    VIEWS,
    part_bones,
)
from ptbuilder.services.drawing.figure_vocabulary import vocabulary_poses
from tests.figure.conftest import posed, where

# what is said, the joint that is watched, the axis along which it must go, and the sign
MOVES = [
    ({"shoulder_r": {"flexion": 40}}, "hand_r", 2, 1),
    ({"shoulder_r": {"flexion": -30}}, "hand_r", 2, -1),
    ({"shoulder_r": {"abduction": 50}}, "hand_r", 0, -1),
    ({"shoulder_l": {"abduction": 50}}, "hand_l", 0, 1),
    ({"elbow_r": 90}, "hand_r", 2, 1),
    ({"elbow_r": 90, "shoulder_r": {"rotation": 40}}, "hand_r", 0, -1),
    ({"elbow_r": 90, "shoulder_r": {"rotation": -40}}, "hand_r", 0, 1),
    ({"wrist_r": 60}, "f3_3_r", 0, 1),
    ({"wrist_r": {"deviation": 25}}, "f3_3_r", 2, 1),
    ({"fingers_r": 80}, "f3_3_r", 0, 1),
    ({"scapula_r": {"elevation": 25}}, "uarm1_r", 1, 1),
    ({"scapula_r": {"protraction": 25}}, "uarm1_r", 2, 1),
    ({"hip_r": {"flexion": 60}}, "shin1_r", 2, 1),
    ({"hip_r": {"flexion": -20}}, "shin1_r", 2, -1),
    ({"hip_r": {"abduction": 30}}, "shin1_r", 0, -1),
    ({"hip_r": {"flexion": 90, "rotation": 30}, "knee_r": 90}, "foot_r", 0, 1),
    ({"knee_r": 70}, "foot_r", 2, -1),
    ({"ankle_r": 20, "foot": "free"}, "toes_r", 1, 1),
    ({"ankle_r": -40, "foot": "free"}, "toes_r", 1, -1),
    ({"lumbar": 40}, "neck1", 2, 1),
    ({"lumbar": {"side": 20}}, "neck1", 0, 1),
    ({"lumbar": {"rotation": 20}}, "uarm1_l", 2, -1),
    ({"thoracic": 30}, "neck1", 2, 1),
    ({"thoracic": {"side": 20}}, "neck1", 0, 1),
    ({"neck": 40}, "head", 2, 1),
    ({"neck": -40}, "head", 2, -1),
    ({"neck": {"side": 30}}, "head", 0, 1),
    ({"neck": {"tuck": 15}}, "head", 2, -1),
    ({"body": {"lean": 30}, "hip": 30}, "head", 2, 1),
    ({"body": {"side": 10}}, "head", 0, 1),
]


@pytest.mark.parametrize(("said", "joint", "axis", "sign"), MOVES)
def test_an_angle_moves_its_joint_the_right_way(female: Body, said: dict, joint: str, axis: int, sign: int) -> None:
    bent = {"elbow_r": 90} if "elbow_r" in said and len(said) > 1 else {}
    if "hip_r" in said and "knee_r" in said:
        bent = {"hip_r": {"flexion": 90}, "knee_r": 90}
    moved = where(female, joint, said)[axis] - where(female, joint, bent)[axis]
    assert moved * sign > 0.008


@pytest.mark.parametrize("joint", [name for name in PAIRED if name not in ("fingers", "toes")])
def test_left_mirrors_right(female: Body, joint: str) -> None:
    for direction, (low, high) in PAIRED[joint].items():
        angle = 0.6 * high if high > -low else 0.6 * low
        ends = {"foot": "free"}
        left = posed(female, {f"{joint}_l": {direction: angle}, **ends})
        right = posed(female, {f"{joint}_r": {direction: angle}, **ends})
        for bone in ("hand", "f3_3", "uarm1", "shin1", "foot", "toes"):
            one = left.bone(f"{bone}_l") - left.bone("pelvis")
            other = right.bone(f"{bone}_r") - right.bone("pelvis")
            np.testing.assert_allclose(one, other * [-1, 1, 1], atol=0.004)


def test_pelvic_tilt_leaves_trunk_and_thighs(female: Body) -> None:
    level, tilted = posed(female, {}), posed(female, {"pelvis": {"tilt": 15}})
    for bone in ("thor3", "thigh2_r"):
        np.testing.assert_allclose(tilted.frame_of(bone), level.frame_of(bone), atol=1e-9)
    assert tilted.frame_of("pelvis")[1, 2] < -0.2  # the front of the pelvis looks down


def test_the_neck_turns_the_nose_to_the_left(female: Body) -> None:
    assert posed(female, {"neck": {"rotation": 50}}).point("nose")[0] > 0.05


def test_every_range_holds_its_resting_value() -> None:
    for directions in (*PAIRED.values(), *UNPAIRED.values()):
        for low, high in directions.values():
            assert low < 0 < high or low <= 0 <= high


def test_the_manual_has_a_sound_pose_for_every_direction() -> None:
    poses = vocabulary_poses()
    assert len(poses) == sum(len(directions) for directions in (*PAIRED.values(), *UNPAIRED.values()))
    for name, pose in poses.items():
        spec = read_figure(pose, name)
        assert spec.start != spec.finish


def _said() -> set[str]:
    """Words of the manual, read as the code it quotes: letters, with underscores and hyphens."""
    manual = (Path(__file__).parents[2] / "docs" / "poses.md").read_text(encoding="utf-8")
    return set(re.findall(r"[a-z]+(?:[-_][a-z]+)*_?", manual))


def _stem(word: str) -> str:
    return word[:-2] if word.endswith(("_l", "_r")) else word


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((*PAIRED, *UNPAIRED), id="joints"),
        pytest.param([d for ranges in (*PAIRED.values(), *UNPAIRED.values()) for d in ranges], id="directions of joints"),
        pytest.param(BASES, id="bases"),
        pytest.param(VIEWS, id="cameras"),
        pytest.param(PARTS, id="parts that are touched"),
        pytest.param((*CONTACT_PARTS, *(word for word in PLURALS if part_bones(word))), id="contact parts"),
        pytest.param((*POINTS, *SURFACE_POINTS), id="points"),
        pytest.param(DIRECTIONS, id="directions"),
        pytest.param(GROUNDS, id="grounds"),
        pytest.param(OPTIONS, id="props"),
        pytest.param({option for options in OPTIONS.values() for option in options}, id="options of props"),
        pytest.param({word for words in CHOICES.values() for word in words}, id="choices of options"),
        pytest.param({word for words in AROUND.values() for word in words}, id="what a strap goes around"),
        pytest.param(reading.FIGURE_KEYS, id="keys of a figure"),
        pytest.param(reading.ARROW_KEYS, id="keys of an arrow"),
        pytest.param(reading.CROP_KEYS, id="keys of a close-up"),
        pytest.param(reading.CROPS, id="close-ups"),
        pytest.param(reading_frames.FRAME_KEYS, id="keys of a frame"),
        pytest.param(reading_frames.FOOT_RULES, id="rules of feet"),
        pytest.param((*reading_targets.TARGET_KEYS, *reading_targets.RESTS), id="keys of a target"),
    ],
)
def test_the_manual_names_every_word(words: Iterable[str]) -> None:
    said = _said()
    assert [word for word in words if not {word, _stem(word), f"{_stem(word)}_r", f"{_stem(word)}_"} & said] == []
