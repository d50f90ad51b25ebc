"""Hands that hold one stick together: turned at the wrist until the stick lies across both palms."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, about, unit
from ptbuilder.figure.supports import held_point

_MOST = 55.0
"""Degrees that a wrist gives way to a grip."""


def grip(posed: Posed, props: Iterable[PropSpec]) -> None:
    """Turn the hands of a pose whose arms are solved; hands that are laid on something else stay."""
    both = any(prop.kind == "stick" and prop.options.get("in", "hands") == "hands" for prop in props)
    if not both or posed.frame.targets.keys() & {"hand_l", "hand_r"}:
        return
    for _ in range(2):
        stick = unit(held_point(posed, "l") - held_point(posed, "r"))
        for side in "lr":
            _turn_hand(posed, side, stick)


def _turn_hand(posed: Posed, side: str, stick: Array) -> None:
    across = posed.frame_of(f"hand_{side}")[:, 2]
    wanted = stick if stick @ across >= 0 else -stick
    degrees = float(np.degrees(np.arccos(np.clip(across @ wanted, -1, 1))))
    axis = np.cross(across, wanted)
    if np.linalg.norm(axis) < 1e-6:
        return
    bones = posed.body.bones_starting("hand", "f1_", "f2_", "f3_", "f4_", "f5_", side=side)
    posed.frames[bones] = about(axis, min(degrees, _MOST)) @ posed.frames[bones]
    posed.place()
