"""One pose for each joint and direction of the vocabulary: the pictures of the authors' manual."""

from __future__ import annotations

from typing import Any

_FROM_THE_SIDE = ("flexion", "tuck", "tilt", "lean", "extension", "dorsiflexion", "protraction", "belly", "ribs", "deviation")
_CROPS = {
    "neck": "head-shoulders",
    "head": "head-shoulders",
    "scapula": "upper-body",
    "pelvis": "trunk",
    "breath": "trunk",
    "forearm": "hand_r",
    "wrist": "hand_r",
    "fingers": "hand_r",
    "ankle": "foot_r",
    "toes": "foot_r",
}
_BENT = {
    ("shoulder", "rotation"): {"elbow_r": 90},
    ("forearm", "pronation"): {"elbow_r": 90},
    ("hip", "rotation"): {"hip_r": 90, "knee_r": 90},
    ("knee", "flexion"): {"hip_r": 20},
}
"""What must be bent first, so that a turn is seen."""


def vocabulary_poses() -> dict[str, dict[str, Any]]:
    """A figure for each direction, named for joint, direction and angle; start is 0, finish about two thirds of the range."""
    from ptbuilder.figure.vocabulary import PAIRED, UNPAIRED

    poses: dict[str, dict[str, Any]] = {}
    for stem, directions in (UNPAIRED | PAIRED).items():
        joint = f"{stem}_r" if stem in PAIRED else stem
        for direction, (low, high) in directions.items():
            angle = _shown(stem, direction, low, high)
            unit = " cm" if stem == "breath" else "°"
            poses[f"{joint} {direction} {angle:g}{unit}"] = _pose(stem, joint, direction, angle)
    return poses


def _shown(stem: str, direction: str, low: float, high: float) -> float:
    if stem == "body":
        return 20
    if (stem, direction) in (("ankle", "dorsiflexion"), ("scapula", "protraction")):
        return round(high * 0.8)
    return round((high if high >= -low * 0.5 else low) * 0.65)


def _pose(stem: str, joint: str, direction: str, angle: float) -> dict[str, Any]:
    """The pose of one direction on a person who stands."""
    side_view = direction in _FROM_THE_SIDE and (stem, direction) != ("wrist", "flexion")
    start: dict[str, Any] = {"base": "standing", **_BENT.get((stem, direction), {})}
    if stem in ("hip", "knee", "ankle", "toes"):
        start |= {"contact": ["foot_l"], "anchor": "foot_l", "foot_r": "free"}
    held = start.get(joint)
    finish = {joint: {**({} if held is None else {"flexion": held}), direction: angle}}
    pose: dict[str, Any] = {"view": "right" if side_view else "front", "start": start, "finish": finish, "ground": "floor"}
    if stem in _CROPS:
        pose["crop"] = _CROPS[stem]
    return pose
