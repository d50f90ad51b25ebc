"""From the mesh's rest pose (arms spread) to anatomical neutral: one constant rotation for each bone."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.rotations import Array, about_x, about_y, about_z, quaternions, smallest, two_axes, unit

_CARRY_UPPER, _CARRY_FOREARM = 7, 4
"""Degrees by which upper arm and forearm stand off the body at neutral, so that the hands clear the hips."""

_TOE_OUT = 5


def neutral_rotations(bones: tuple[str, ...], index: dict[str, int], joints: Array) -> Array:
    """Rotations (bones, 3, 3) that take the rest pose to standing with the palms medial and the feet forward."""
    turns = np.tile(np.eye(3), (len(bones), 1, 1))
    for side, sign in (("l", 1), ("r", -1)):
        at = {name[:-2]: joints[i] for name, i in index.items() if name.endswith(f"_{side}")}
        for name, turn in (_arm(at, sign) | _leg(at, sign)).items():
            turns[index[f"{name}_{side}"]] = turn
    return turns


def _arm(at: dict[str, Array], sign: int) -> dict[str, Array]:
    upper, fore = unit(at["farm1"] - at["uarm1"]), unit(at["hand"] - at["farm1"])
    bend = unit(np.cross(upper, fore))
    turn_upper = about_z(sign * _CARRY_UPPER) @ two_axes(upper, bend, [0, -1, 0], [-1, 0, 0])
    turn_fore = about_z(sign * _CARRY_FOREARM) @ two_axes(fore, bend, [0, -1, 0], [-1, 0, 0])
    turn_hand = _hand(at, sign)
    q = quaternions((turn_hand @ turn_fore.T)[None])[0]
    twist = (np.degrees(2 * np.arctan2(q[2], q[0])) + 180) % 360 - 180
    turns = {
        "uarm1": turn_upper,
        "uarm2": turn_upper,
        "farm1": about_y(twist * 0.25) @ turn_fore,
        "farm2": about_y(twist * 0.7) @ turn_fore,
        "hand": turn_hand,
    }
    return turns | _fingers(at, turn_hand)


def _hand(at: dict[str, Array], sign: int) -> Array:
    along = unit(at["f3_1"] - at["hand"])
    palm = unit(np.cross(at["f2_1"] - at["hand"], at["f5_1"] - at["hand"])) * -sign
    tip = at["f3_3"] - at["f3_1"]
    if (tip - (tip @ along) * along) @ palm < 0:  # the finger tips curl towards the palm
        palm = -palm
    return about_z(sign * _CARRY_FOREARM) @ two_axes(along, palm, [0, -1, 0], [-sign, 0, 0])


def _fingers(at: dict[str, Array], hand: Array) -> dict[str, Array]:
    """Fingers side by side, else they print as black blobs; the thumb close to the index finger."""
    turns: dict[str, Array] = {}
    middle = hand @ unit(at["f3_2"] - at["f3_1"])
    for finger in (2, 3, 4, 5):
        direction = hand @ unit(at[f"f{finger}_2"] - at[f"f{finger}_1"])
        spread = np.degrees(np.arctan2(direction[2], -direction[1]) - np.arctan2(middle[2], -middle[1]))
        for k in (1, 2, 3):
            turns[f"f{finger}_{k}"] = about_x(spread) @ hand
    for k in (1, 2, 3):
        turns[f"f1_{k}"] = about_x(8 + 4 * k) @ hand
    return turns


def _leg(at: dict[str, Array], sign: int) -> dict[str, Array]:
    toes = unit((at["toes"] - at["foot"]) * [1, 0, 1])
    forward = about_y(-np.degrees(np.arctan2(toes[0], toes[2])) + sign * _TOE_OUT)
    thigh, shin = forward @ (at["shin1"] - at["thigh1"]), forward @ (at["foot"] - at["shin1"])
    turn_thigh = smallest(thigh, [sign * 0.012, -1, 0.01]) @ forward
    turn_shin = smallest(shin, [0, -1, -0.03]) @ forward
    return {
        "thigh1": turn_thigh,
        "thigh2": turn_thigh,
        "shin1": turn_shin,
        "shin2": turn_shin,
        "foot": forward,
        "toes": forward,
    }
