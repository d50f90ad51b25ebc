"""Where on floor and props limbs are sought: level directions of a body, places under a point, and which limbs stay."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.pose import Target
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.surfaces import PARTS
from ptbuilder.figure.vocabulary import sided

MISS = 0.015
"""Metres by which a target may be missed before it is a fault."""


def walking_axes(posed: Posed) -> tuple[Array, Array]:
    """Level directions ahead and to the left of the body; ahead is the way of the head in lying and on hands and knees."""
    trunk = posed.trunk
    ahead = trunk @ np.array([0, 0, 1.0]) * [1, 0, 1]
    if np.linalg.norm(ahead) < 0.6:
        ahead = trunk @ np.array([0, 1.0, 0]) * [1, 0, 1]
    ahead = unit(ahead)
    left = np.cross([0, 1.0, 0], ahead)
    if posed.frame.base in ("supine", "hooklying"):
        left = -left
    return ahead, left


def may_hold(posed: Posed, name: str) -> bool:
    """Whether a limb is held and rests on floor or prop, not on the body, which may move."""
    if name not in posed.frame.holds:
        return False
    target = posed.frame.targets.get(name)
    if target is None:
        return posed.frame.foot_rules.get(name) == "floor"
    return sided(target.on)[0] not in PARTS


def floor_place(posed: Posed, side: str, target: Target, under: str, otherwise: Array) -> Array:
    """The level place of a target; where nothing is said of it, the place the limb has now."""
    if not (target.under or target.ahead or target.out):
        return otherwise.copy()
    ahead, left = walking_axes(posed)
    start = posed.point(target.under or under)
    steps = ahead * posed.length(target.ahead) + left * SIDES[side] * posed.length(target.out)
    return np.asarray(start + steps)
