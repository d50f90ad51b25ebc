"""Simple volumes of the body, to see and to mend arms that go through it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, about

_RADII = {"elbow": 0.035, "wrist": 0.026, "knuckle": 0.018, "fingertip": 0.008}
_ARM_POINTS = {"elbow": "farm1", "wrist": "hand", "knuckle": "f3_1", "fingertip": "f3_3"}


def depth_in_body(posed: Posed) -> Iterator[tuple[str, str, str, float]]:
    """For each point of each arm and each volume of trunk and legs: side, point, volume, metres inside (negative outside)."""
    volumes = body_volumes(posed)
    for side in SIDES:
        for name, bone in _ARM_POINTS.items():
            point = posed.bone(f"{bone}_{side}")
            for volume, (a, b, radius) in volumes.items():
                yield side, name, volume, radius + _RADII[name] - _distance(point, a, b)


def body_volumes(posed: Posed) -> dict[str, tuple[Array, Array, float]]:
    """Capsules of trunk, legs and head: two ends and a radius in metres."""
    at = posed.bone
    scale = posed.body.stature / 1.64
    head = at("head") + posed.frame_of("head") @ np.array([0, 0.055, 0.035])
    volumes = {
        "pelvis": (at("thigh1_l"), at("thigh1_r"), 0.085),
        "belly": (at("pelvis"), at("thor2"), 0.10),
        "chest": (at("thor2"), at("neck1") * 0.85 + at("thor3") * 0.15, 0.105),
        "head": (head, head, 0.085),
    }
    for side in SIDES:
        hip, knee, ankle = at(f"thigh1_{side}"), at(f"shin1_{side}"), at(f"foot_{side}")
        volumes[f"thigh_{side}"] = (hip * 0.8 + knee * 0.2, knee, 0.062)
        volumes[f"shin_{side}"] = (knee, ankle, 0.04)
    return {name: (a, b, radius * scale) for name, (a, b, radius) in volumes.items()}


def _distance(point: Array, a: Array, b: Array) -> float:
    t = np.clip((point - a) @ (b - a) / ((b - a) @ (b - a) + 1e-12), 0, 1)
    return float(np.linalg.norm(point - (a + t * (b - a))))


def clear_free_arms(posed: Posed) -> None:
    """Abduct hanging arms in small steps until wrist and hand are out of thigh and trunk."""
    for side in SIDES:
        if f"hand_{side}" in posed.frame.targets or f"rest_{side}" in posed.frame.targets:
            continue
        for _ in range(16):
            deepest = max(
                (depth for s, name, volume, depth in depth_in_body(posed) if s == side and name != "elbow" and volume != "head"),
                default=0.0,
            )
            if deepest < 0.004:
                break
            _swing_out(posed, side, 2.5)


def _swing_out(posed: Posed, side: str, degrees: float) -> None:
    chain = posed.body.bones_starting("uarm", "farm", "hand", "f1_", "f2_", "f3_", "f4_", "f5_", side=side)
    axis = posed.trunk @ np.array([0, 0, SIDES[side] * 1.0])
    posed.frames[chain] = about(axis, degrees) @ posed.frames[chain]
    posed.place()
