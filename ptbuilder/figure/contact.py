"""Standing, lying and kneeling on the floor: the height of the body, and its pitch where two parts touch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ptbuilder.figure.bases import SOFT_SINK
from ptbuilder.figure.body import SIDES
from ptbuilder.figure.kinematics import level_foot
from ptbuilder.figure.pose import Contact
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.postures import KNEELING, SIDE_LAIN, arch_back, bend_sideways, lean_trunk
from ptbuilder.figure.rotations import Array, about, unit

Heights = Mapping[str, float]
"""Height of the upper side of each prop in metres; ``floor`` is 0."""


def settle(posed: Posed, heights: Heights) -> None:
    """Bring the body's contacts onto what they touch; the anchor point comes to stand over the origin."""
    contacts = posed.frame.contacts
    if len(contacts) == 2:
        _settle_pair(posed, contacts[0], contacts[1], heights)
    level_feet(posed)
    sink = posed.frame.sink
    sunk = SOFT_SINK.get(posed.frame.base, 0.0) if sink is None else sink
    if contacts:
        low, posed.ground = posed.lowest(contacts[0].part), _height(posed, contacts[0], heights)
    else:
        low = float(posed.skinned()[:, 1].min())
    posed.move(np.array([0, posed.ground - low - sunk, 0]))
    centre_on_anchor(posed)


def _settle_pair(posed: Posed, first: Contact, second: Contact, heights: Heights) -> None:
    """Two contacts: kneeling with hands or head down leans the trunk, lying arches or bends the back, else all is tipped."""
    if first.part in KNEELING and second.part in ("hands", "hand_l", "hand_r", "head"):
        met = lean_trunk(posed, second.part)
    elif first.part == "pelvis" and second.part in ("elbows", "forearms"):
        met = arch_back(posed)
    elif posed.frame.base.startswith("side-") and first.part == "pelvis" and second.part in SIDE_LAIN:
        met = bend_sideways(posed, second.part)
    else:
        _pitch(posed, first, second, heights)
        return
    if not met:
        posed.fault("contact", f"{second.part} cannot reach the floor while {first.part} stays on it")


def centre_on_anchor(posed: Posed) -> None:
    """Move the anchor over the origin, then by the frame's shift."""
    anchor = posed.point(posed.frame.anchor)
    left, up, ahead = (posed.length(100 * v) for v in posed.frame.shift)
    posed.move(np.array([left - anchor[0], up, ahead - anchor[2]]))


def level_feet(posed: Posed) -> None:
    """Lay the soles level of feet whose rule is flat or floor."""
    for side in SIDES:
        if posed.frame.foot_rules.get(f"foot_{side}") in ("flat", "floor"):
            level_foot(posed.body, posed.frames, side, posed.frame)
    posed.place()


def _height(posed: Posed, contact: Contact, heights: Heights) -> float:
    """How high what it touches is; a prop that is sized by the body has no height of its own."""
    if contact.height is not None:
        return posed.length(contact.height)
    if contact.on not in heights:
        posed.fault("contact", f"nothing says how high {contact.on} is; give it a size")
    return heights.get(contact.on, 0.0)


def _pitch(posed: Posed, first: Contact, second: Contact, heights: Heights) -> None:
    """Tip the whole body so that both contacts touch: a secant search in degrees."""
    axis = _tipping_axis(posed, first, second)
    start = posed.frames.copy()
    wanted = _height(posed, first, heights) - _height(posed, second, heights)

    def gap(angle: float) -> float:
        posed.frames = about(axis, angle) @ start
        level_feet(posed)
        return posed.lowest(first.part) - posed.lowest(second.part) - wanted

    a, b = 0.0, 4.0
    gap_a, gap_b = gap(a), gap(b)
    for _ in range(25):
        if abs(gap_b) < 2e-4 or abs(gap_b - gap_a) < 1e-9:
            break
        a, b, gap_a = b, b - float(np.clip(gap_b * (b - a) / (gap_b - gap_a), -15, 15)), gap_b
        gap_b = gap(b)
    if abs(gap_b) > 0.01:
        posed.fault("contact", f"{first.part} and {second.part} cannot both touch; {abs(gap_b) * 100:.0f} cm are left")


def _tipping_axis(posed: Posed, first: Contact, second: Contact) -> Array:
    """Level, and square to the line from one contact to the other."""
    centres = [posed.skinned(posed.part_vertices(c.part)).mean(0) for c in (first, second)]
    line = (centres[1] - centres[0]) * [1, 0, 1]
    if np.linalg.norm(line) < 0.02:
        return np.array([1.0, 0, 0])
    return unit(np.cross([0, 1.0, 0], line))
