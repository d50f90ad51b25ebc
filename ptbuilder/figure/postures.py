"""Postures that follow from what touches.

Shins lie level in kneeling, the trunk leans until hands or head reach the floor, the back arches until the elbows do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.kinematics import bone_frames
from ptbuilder.figure.pose import Frame
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.vocabulary import PAIRED, UNPAIRED

KNEELING = {"shins": "lr", "knees": "lr", "shin_l": "l", "shin_r": "r", "knee_l": "l", "knee_r": "r"}
"""Contacts on which one kneels, and the sides that do."""

SIDE_LAIN = ("shoulders", "arm_l", "arm_r")
"""Contacts that in side-lying bend the spine sideways."""

_ELBOW_ABOVE = 0.04
_WRIST_ABOVE = 0.03


def changed(frame: Frame, angles: Mapping[str, Mapping[str, float]]) -> Frame:
    """The frame with some angles replaced."""
    merged = {**frame.angles}
    for joint, directions in angles.items():
        merged[joint] = {**merged.get(joint, {}), **directions}
    return replace(frame, angles=merged)


def take(posed: Posed, frame: Frame) -> None:
    """Give the body the angles of ``frame``, kneeling shins level."""
    posed.frame = frame
    posed.frames = bone_frames(posed.body, frame)
    sides = {side for contact in frame.contacts for side in KNEELING.get(contact.part, "")}
    bends = {f"knee_{side}": {"flexion": _level_shin(posed, side)} for side in SIDES if side in sides}
    if bends:
        posed.frame = changed(frame, bends)
        posed.frames = bone_frames(posed.body, posed.frame)
    posed.place()


def _level_shin(posed: Posed, side: str) -> float:
    """Flexion of the knee that lays the shin level, behind the knee."""
    thigh = posed.frame_of(f"thigh2_{side}")
    bend = float(np.degrees(np.arctan2(thigh[1, 1], -thigh[1, 2])))
    return float(np.clip(bend, *PAIRED["knee"]["flexion"]))


def ready_arms(frame: Frame) -> Frame:
    """Arms that will lie on their forearms hang from the shoulders, so that contacts find the elbows."""
    arms = {side: f"rest_{side}" in frame.targets for side in SIDES}
    return changed(
        frame,
        {
            joint: angles
            for side, lies in arms.items()
            if lies
            for joint, angles in ((f"shoulder_{side}", {"flexion": 88.0, "abduction": 0.0}), (f"elbow_{side}", {"flexion": 90.0}))
        },
    )


def lean_trunk(posed: Posed, part: str) -> bool:
    """Lean the trunk at the hips, thighs staying, until hands or head reach the floor; whether that was possible."""
    start = posed.frame
    hips = {side: start.angle(f"hip_{side}", "flexion") for side in SIDES}
    lean = start.angle("body", "lean")

    def gap(degrees: float) -> float:
        angles = {f"hip_{side}": {"flexion": hips[side] + degrees} for side in SIDES}
        take(posed, changed(start, {"body": {"lean": lean + degrees}, **angles}))
        floor = min(posed.lowest(contact.part) for contact in start.contacts[:1])
        if part == "head":
            return posed.lowest("head") - floor
        highest = max(posed.bone(f"uarm1_{side}")[1] for side in SIDES if part in ("hands", f"hand_{side}"))
        return float(highest) - floor - _arm(posed) - _WRIST_ABOVE

    return _solved(gap)


def arch_back(posed: Posed) -> bool:
    """Arch the back until upright upper arms stand on their elbows; whether that was possible."""
    start = posed.frame
    low, high = start.angle("lumbar", "flexion"), start.angle("thoracic", "flexion")
    limits = UNPAIRED["lumbar"]["flexion"], UNPAIRED["thoracic"]["flexion"]

    def gap(degrees: float) -> float:
        lumbar = float(np.clip(low + degrees, *limits[0]))
        thoracic = float(np.clip(high + 0.6 * degrees, *limits[1]))
        take(posed, changed(start, {"lumbar": {"flexion": lumbar}, "thoracic": {"flexion": thoracic}}))
        upper = float(np.linalg.norm(posed.bone("farm1_r") - posed.bone("uarm1_r")))
        height = min(posed.bone(f"uarm1_{side}")[1] for side in SIDES)
        return float(height) - posed.lowest("pelvis") - upper * 0.985 - _ELBOW_ABOVE

    return _solved(gap)


def bend_sideways(posed: Posed, part: str) -> bool:
    """In side-lying, bend the spine sideways until pelvis and shoulder or arm both lie down; the pelvis stays level."""
    start = posed.frame
    lumbar, thoracic = start.angle("lumbar", "side"), start.angle("thoracic", "side")
    limits = UNPAIRED["lumbar"]["side"], UNPAIRED["thoracic"]["side"]

    def gap(degrees: float) -> float:
        bends = {
            "lumbar": {"side": float(np.clip(lumbar + degrees, *limits[0]))},
            "thoracic": {"side": float(np.clip(thoracic + 0.3 * degrees, *limits[1]))},
        }
        take(posed, changed(start, bends))
        return posed.lowest(part) - posed.lowest("pelvis")

    return _solved(gap)


def _arm(posed: Posed) -> float:
    upper = float(np.linalg.norm(posed.bone("farm1_r") - posed.bone("uarm1_r")))
    return (upper + float(np.linalg.norm(posed.bone("hand_r") - posed.bone("farm1_r")))) * 0.985


def _solved(gap: Callable[[float], float]) -> bool:
    """Secant search in degrees; the last call leaves the body in the solved posture."""
    a, b = 0.0, -4.0
    gap_a, gap_b = gap(a), gap(b)
    for _ in range(18):
        if abs(gap_b) < 1e-3 or abs(gap_b - gap_a) < 1e-9:
            break
        a, b, gap_a = b, float(np.clip(b - np.clip(gap_b * (b - a) / (gap_b - gap_a), -12, 12), -70, 70)), gap_b
        gap_b = gap(b)
    return abs(gap_b) < 0.012
