"""Two-bone inverse kinematics: arms and legs that end at a point, with the elbow or knee towards a direction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.body import SIDES, Body
from ptbuilder.figure.kinematics import curl_fingers, set_arm, set_leg
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, about_y, across, smallest, unit


@dataclass(frozen=True, slots=True)
class Limb:
    """The bones of an arm or a leg."""

    side: str
    arm: bool
    upper: str
    lower: str
    end: str

    def chain(self, body: Body) -> list[int]:
        """Numbers of all bones that move with the limb."""
        starts = ("uarm", "farm", "hand", "f1_", "f2_", "f3_", "f4_", "f5_") if self.arm else ("thigh", "shin", "foot", "toes")
        return body.bones_starting(*starts, side=self.side)


def limb(name: str) -> Limb:
    """The limb of ``hand_l``, ``foot_r`` and so on."""
    side = name[-1]
    if name.startswith("hand"):
        return Limb(side, True, f"uarm1_{side}", f"farm1_{side}", f"hand_{side}")
    return Limb(side, False, f"thigh1_{side}", f"shin1_{side}", f"foot_{side}")


def reach(posed: Posed, name: str, goal: Array, bend: Array) -> float:
    """Bring wrist or ankle to ``goal`` with the middle joint towards ``bend``; returns the metres that are missing (0 if none).

    Small offsets between anatomical axes and bone directions are taken away by repetition.
    """
    part = limb(name)
    ix = posed.body.index
    missing = 0.0
    chain = part.chain(posed.body)
    spare = 0.0
    for _ in range(5 if part.arm else 3):
        origin = posed.joints[ix[part.upper]]
        upper = float(np.linalg.norm(posed.joints[ix[part.lower]] - origin))
        lower = float(np.linalg.norm(posed.joints[ix[part.end]] - posed.joints[ix[part.lower]]))
        away = goal - origin
        missing = float(np.linalg.norm(away)) - (upper + lower)
        swing, flexion = _two_bones(away + unit(away) * spare, upper, lower, bend, arm=part.arm)
        if part.arm:
            set_arm(posed.body, posed.frames, part.side, posed.frame, swing, elbow=flexion, twist=0)
            if part.side in posed.girdle:
                bones = [ix[f"clav_{part.side}"], ix[f"scap_{part.side}"]]
                posed.frames[bones] = posed.girdle[part.side] @ posed.frames[bones]
        else:
            set_leg(posed.body, posed.frames, part.side, posed.frame, swing, knee=flexion, twist=0)
        posed.place()
        here = posed.joints[ix[part.end]] - posed.joints[ix[part.upper]]
        if missing <= 0:
            spare += float(np.linalg.norm(goal - posed.joints[ix[part.upper]]) - np.linalg.norm(here))
        posed.frames[chain] = smallest(here, goal - posed.joints[ix[part.upper]]) @ posed.frames[chain]
        posed.place()
    return max(missing, 0.0)


def _two_bones(away: Array, upper: float, lower: float, bend: Array, *, arm: bool) -> tuple[Array, float]:
    """The upper bone's frame and the flexion of the middle joint for a goal at ``away`` from the limb's root."""
    reachable = float(np.clip(np.linalg.norm(away), abs(upper - lower) + 0.01, (upper + lower) * 0.999))
    line = unit(away)
    at_root = np.arccos(np.clip((upper**2 + reachable**2 - lower**2) / (2 * upper * reachable), -1, 1))
    inside = np.arccos(np.clip((upper**2 + lower**2 - reachable**2) / (2 * upper * lower), -1, 1))
    pole = across(bend, line)
    if np.linalg.norm(pole) < 0.5:
        pole = across([0.3, 0.5, 1.0], line)
    up = np.cos(at_root) * line + np.sin(at_root) * pole
    low = unit(reachable * line - upper * up)
    normal = np.cross(up, low)
    normal = unit(normal) if np.linalg.norm(normal) > 1e-6 else unit(np.cross(up, -pole))
    x = -normal if arm else normal
    return np.column_stack([x, -up, np.cross(x, -up)]), float(180 - np.degrees(inside))


def bent_towards(posed: Posed, name: str, least: float = 0.025) -> Array:
    """The direction in which elbow or knee points now, or a usual one where it is less than ``least`` metres off the line."""
    part = limb(name)
    root, middle, end = (posed.bone(bone) for bone in (part.upper, part.lower, part.end))
    line = unit(end - root)
    off = (middle - root) - ((middle - root) @ line) * line
    if np.linalg.norm(off) > least:
        return unit(off)
    return np.asarray(posed.frame_of(part.upper) @ np.array([0, 0, -1.0 if part.arm else 1.0]))


def turn_hand(posed: Posed, side: str, fingers: Array, palm: Array) -> None:
    """Point the fingers and face the palm as asked; the twist goes into the forearm as far as a forearm can."""
    ix = posed.body.index
    posed.frames[ix[f"hand_{side}"]] = hand_frame(side, fingers, palm)
    fore = posed.frames[ix[f"farm1_{side}"]]
    along = fore @ np.array([0, -1.0, 0])
    hand_x = posed.frames[ix[f"hand_{side}"]] @ np.array([1.0, 0, 0])
    if np.linalg.norm(hand_x - (hand_x @ along) * along) > 0.2:
        hand_x, fore_x = across(hand_x, along), fore @ np.array([1.0, 0, 0])
        twist = np.degrees(np.arctan2(np.cross(fore_x, hand_x) @ -along, fore_x @ hand_x))
        twist = float(np.clip(twist, -110, 110))
        posed.frames[ix[f"farm1_{side}"]] = fore @ about_y(twist * 0.15)
        posed.frames[ix[f"farm2_{side}"]] = fore @ about_y(twist * 0.65)
    curl_fingers(posed.body, posed.frames, side, posed.frame)
    posed.place()


def hand_frame(side: str, fingers: Array, palm: Array) -> Array:
    """The hand's frame for a direction of the fingers and one of the palm, square to it as nearly as can be."""
    along = unit(fingers)
    face = across(palm, along)
    x = -SIDES[side] * face
    return np.column_stack([x, -along, np.cross(x, -along)])
