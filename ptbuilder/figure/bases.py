"""Base positions: how the trunk lies in the room, and the angles, contacts and targets that a position starts with.

Each base is written in the vocabulary of a pose itself; what a pose says replaces it joint by joint.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ptbuilder.figure.rotations import Array, about_x

ARMS_BESIDE = {"shoulder": {"flexion": -9, "abduction": 12}, "elbow": 12, "forearm": 70}
_HANDS_DOWN = {
    f"hand_{side}": {"on": "floor", "under": f"shoulder_{side}", "bend": "behind .4 out", "fingers": "head"} for side in "lr"
}
_LAP = {f"hand_{side}": {"on": f"thigh_{side}", "along": 0.62} for side in "lr"}


def _side_lying(lower: str, upper: str) -> dict[str, Any]:
    """Lying on one side, hips and knees bent, the lower hand beside the head and the upper one on the floor in front."""
    return {
        "hip": 50,
        "knee": 92,
        f"foot_{lower}": "rest",
        f"shoulder_{lower}": {"flexion": 80, "abduction": -6},
        f"elbow_{lower}": 128,
        f"forearm_{lower}": 60,
        f"hand_{upper}": {"on": "floor", "ahead": 24, "under": "chest", "fingers": "head", "bend": "out .6 front"},
        "contact": ["pelvis", f"arm_{lower}"],
        "anchor": "pelvis",
        "ground": "mat",
    }


BASES: dict[str, dict[str, Any]] = {
    "standing": {
        "foot": "flat",
        "contact": ["feet"],
        "anchor": "feet",
        "ground": "floor",
        "shoulder": {"abduction": 3},
        "elbow": 12,
    },
    "sitting": {
        "hip": {"flexion": 88, "abduction": 4},
        "knee": 88,
        "foot": "flat",
        "contact": ["feet"],
        "anchor": "pelvis",
        "fingers": 6,
        "ground": "floor",
        **_LAP,
    },
    "long-sitting": {
        "hip": {"flexion": 88, "abduction": 4},
        "knee": 3,
        "ankle": -10,
        "contact": ["pelvis", "heels"],
        "anchor": "pelvis",
        "ground": "mat",
        "fingers": 6,
        **_LAP,
    },
    "supine": {"head_rests": True, "ankle": -18, **ARMS_BESIDE, "anchor": "pelvis", "ground": "mat"},
    "hooklying": {
        "head_rests": True,
        "hip": 52,
        "knee": 104,
        "foot": "floor",
        **ARMS_BESIDE,
        "neck": 6,
        "head": 2,
        "anchor": "pelvis",
        "ground": "mat",
    },
    "prone": {"head_rests": True, "ankle": -55, "anchor": "pelvis", "contact": ["pelvis"], "ground": "mat"},
    "side-right": _side_lying("r", "l"),
    "side-left": _side_lying("l", "r"),
    "hands-knees": {
        "body": {"lean": -11},
        "hip": {"flexion": 80, "abduction": 0},
        "knee": 93,
        "ankle": -62,
        "toes": -10,
        "shoulder": 90,
        "elbow": 4,
        "neck": -14,
        "head": -4,
        "fingers": 2,
        "contact": ["shins", "hands"],
        "anchor": "knees",
        "ground": "mat",
        **_HANDS_DOWN,
    },
    "kneeling": {
        "knee": 90,
        "ankle": -55,
        "toes": -10,
        "contact": ["shins"],
        "anchor": "knees",
        "ground": "mat",
        "shoulder": {"abduction": 4},
    },
    "half-kneeling": {
        "hip_l": 88,
        "knee_l": 88,
        "foot_l": "floor",
        "hip_r": -2,
        "knee_r": 92,
        "ankle_r": -55,
        "toes_r": -10,
        "contact": ["shin_r"],
        "anchor": "knee_r",
        "ground": "mat",
        "shoulder": {"abduction": 4},
    },
}
"""What each base starts with; ``half-kneeling`` kneels on the right knee."""

SOFT_SINK = {
    "supine": 0.012,
    "hooklying": 0.012,
    "prone": 0.012,
    "side-right": 0.02,
    "side-left": 0.02,
    "hands-knees": 0.006,
    "kneeling": 0.006,
    "half-kneeling": 0.006,
    "long-sitting": 0.012,
}
"""Metres by which soft tissue gives way to the floor."""

_LYING_RIGHT = np.array([[0, 0, -1], [1, 0, 0], [0, -1, 0]], float)
_LYING_LEFT = np.array([[0, 0, 1], [-1, 0, 0], [0, -1, 0]], float)


def orientation(base: str) -> Array:
    """How the trunk of a base lies in the room: its left, cranial and front axes as columns."""
    if base in ("supine", "hooklying"):
        return about_x(-90)
    if base in ("prone", "hands-knees"):
        return about_x(90)
    if base == "side-right":
        return _LYING_RIGHT
    if base == "side-left":
        return _LYING_LEFT
    return np.eye(3)
