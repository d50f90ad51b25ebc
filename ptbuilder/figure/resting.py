"""Laying head and arms down: in lying they give way until they rest on what the body lies on, whatever the body's shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from ptbuilder.figure.bases import ARMS_BESIDE
from ptbuilder.figure.body import SIDES
from ptbuilder.figure.kinematics import hang_arm, set_neck
from ptbuilder.figure.pose import Frame
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.postures import changed
from ptbuilder.figure.vocabulary import UNPAIRED, Range

ON_BACK = ("supine", "hooklying")
"""The bases that lie on the back."""

Shares = Mapping[str, Mapping[str, float]]

_ON_BACK: Shares = {"neck": {"tuck": 0.9, "flexion": -0.55}, "head": {"flexion": 0.6}}
_FACE_DOWN: Shares = {"neck": {"flexion": 0.7}, "head": {"flexion": 0.3}}
_ON_SIDE: Shares = {"neck": {"side": 0.75}, "head": {"side": 0.25}}

NECK_GIVES: dict[str, Shares] = {
    "supine": _ON_BACK,
    "hooklying": _ON_BACK,
    "prone": _FACE_DOWN,
    "side-right": _ON_SIDE,
    "side-left": _ON_SIDE,
}
"""For the bases that lie: how a degree is shared out between the joints. On the back the face stays up as the neck draws back."""

_RELAXED_TUCK = (-15.0, 36.0)
"""Degrees: a neck that is let go draws back further than one that is moved."""

HEAD_SINKS = 0.012
"""Metres by which mat and hair give way under the head."""

_HAND_SINKS = 0.004
_ARM_SINKS = (-45.0, 12.0)
"""Degrees of flexion between which an arm beside the body finds the ground."""

_STEP, _MOST = 12.0, 84.0
_NEAR = 1e-3


def rest_head(posed: Posed) -> None:
    """Bend the neck until the head rests, as far as a neck goes."""
    frame = posed.frame
    if frame.head_rests is None or frame.base not in NECK_GIVES:
        return
    _solve(partial(_head_gap, posed, frame, posed.ground + posed.length(frame.head_rests) - HEAD_SINKS))


def rest_arms(posed: Posed) -> None:
    """Let arms of which the pose says nothing sink beside a body that lies on its back, until the hands are down."""
    if posed.frame.base not in ON_BACK:
        return
    for side in SIDES:
        start = posed.frame
        if f"hand_{side}" not in start.targets and start.angles.get(f"shoulder_{side}") == ARMS_BESIDE["shoulder"]:
            _solve(partial(_arm_gap, posed, start, side))


def _arm_gap(posed: Posed, start: Frame, side: str, degrees: float) -> float:
    joint = f"shoulder_{side}"
    posed.frame = changed(start, {joint: {"flexion": float(np.clip(start.angle(joint, "flexion") + degrees, *_ARM_SINKS))}})
    hang_arm(posed.body, posed.frames, side, posed.frame)
    posed.place()
    return posed.lowest(f"hand_{side}") - posed.ground + _HAND_SINKS


def _head_gap(posed: Posed, start: Frame, level: float, degrees: float) -> float:
    posed.frame = changed(start, _bent(start, degrees))
    set_neck(posed.body, posed.frames, posed.frame)
    posed.place()
    return posed.lowest("head") - level


def _solve(gap: Callable[[float], float]) -> None:
    """Secant search in degrees; the last call leaves the body as it was found."""
    a, b = 0.0, 6.0
    gap_a, gap_b = gap(a), gap(b)
    for _ in range(16):
        if abs(gap_b) < _NEAR or abs(gap_b - gap_a) < 1e-9:
            break
        step = float(np.clip(gap_b * (b - a) / (gap_b - gap_a), -_STEP, _STEP))
        a, b, gap_a = b, float(np.clip(b - step, -_MOST, _MOST)), gap_b
        gap_b = gap(b)


def _bent(start: Frame, degrees: float) -> dict[str, dict[str, float]]:
    """The angles of neck and head after so many degrees, within their ranges."""
    return {
        joint: {
            direction: float(np.clip(start.angle(joint, direction) + share * degrees, *_range(joint, direction)))
            for direction, share in shares.items()
        }
        for joint, shares in NECK_GIVES[start.base].items()
    }


def _range(joint: str, direction: str) -> Range:
    return _RELAXED_TUCK if direction == "tuck" else UNPAIRED[joint][direction]
