"""Poses between start and finish: joints turn the short way, hands and feet that rest on something stay on it."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.posed import Posed
from ptbuilder.figure.postures import changed
from ptbuilder.figure.reach import bent_towards, reach
from ptbuilder.figure.rotations import Array, slerp

_LIMBS = ("hand_l", "hand_r", "foot_l", "foot_r")
_STILL = 0.03


def between(start: Posed, finish: Posed, t: float) -> Posed:
    """The pose at ``t`` from 0 (start) to 1 (finish); an end itself is returned as it is."""
    if t <= 0 or t >= 1:
        return start if t <= 0 else finish
    parents = np.array(start.body.parents)
    frames = slerp(_local(start.frames, parents), _local(finish.frames, parents), t)
    for i, parent in enumerate(parents):
        if parent >= 0:
            frames[i] = frames[parent] @ frames[i]
    breath = {
        name: start.frame.angle("breath", name) * (1 - t) + finish.frame.angle("breath", name) * t for name in ("belly", "ribs")
    }
    frame = changed(finish.frame, {"breath": breath})
    middle = Posed(start.body, frame, frames, start.root * (1 - t) + finish.root * t, start.record)
    for name in _LIMBS:
        if _rests(start, name) and _rests(finish, name):
            _hold(middle, start, finish, name, t)
    return middle


def _local(frames: Array, parents: Array) -> Array:
    local = frames.copy()
    local[1:] = np.einsum("nji,njk->nik", frames[parents[1:]], frames[1:])
    return local


def _rests(posed: Posed, name: str) -> bool:
    return name in posed.frame.targets or posed.frame.foot_rules.get(name) in ("flat", "floor")


def _hold(middle: Posed, start: Posed, finish: Posed, name: str, t: float) -> None:
    """Keep wrist or ankle on the straight way from where it is at the start to where it is at the finish."""
    bone = f"{name[:4]}_{name[-1]}"
    a, b = start.bone(bone), finish.bone(bone)
    whole = middle.frames.copy()
    end = (
        middle.body.bones_starting("hand", "f1_", "f2_", "f3_", "f4_", "f5_", side=name[-1])
        if name.startswith("hand")
        else (middle.body.bones_starting("foot", "toes", side=name[-1]))
    )
    reach(middle, name, a * (1 - t) + b * t, bent_towards(middle, name))
    middle.frames[end] = whole[end]
    if np.linalg.norm(a - b) < _STILL:
        middle.frames[end] = slerp(start.frames[end], finish.frames[end], t)
    middle.place()
