"""Places on the body that hands and feet can touch: a point of the skin or clothes and the direction it faces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.pose import Direction, Target
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.vocabulary import sided


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body: its bones, its axis from near to far bone, and where it is usually touched."""

    bones: tuple[str, ...]
    near: str
    far: str
    along: float
    side: str
    paired: bool = True
    raised: float = 0.0


_CATALOGUE: dict[str, Part] = {
    "thigh": Part(("thigh1", "thigh2", "shin1"), "thigh1", "shin1", 0.6, "front"),
    "knee": Part(("thigh2", "shin1"), "thigh1", "shin1", 1.0, "front"),
    "shin": Part(("shin1", "shin2"), "shin1", "foot", 0.35, "front"),
    "calf": Part(("shin1", "shin2"), "shin1", "foot", 0.35, "behind"),
    "ankle": Part(("shin2", "foot"), "shin1", "foot", 0.95, "front"),
    "foot": Part(("foot", "toes"), "foot", "toes", 0.5, "front"),
    "hip": Part(("pelvis", "thigh1"), "thigh1", "shin1", -0.08, "out"),
    "buttock": Part(("pelvis", "thigh1"), "thigh1", "shin1", 0.02, "behind"),
    "waist": Part(("pelvis", "lumbar1", "lumbar2"), "lumbar1", "thor1", 0.2, "out"),
    "shoulder": Part(("uarm1", "scap", "clav", "uarm2"), "uarm1", "farm1", 0.05, "front .6 out"),
    "upper_arm": Part(("uarm1", "uarm2"), "uarm1", "farm1", 0.55, "out"),
    "elbow": Part(("uarm2", "farm1"), "uarm1", "farm1", 1.0, "behind"),
    "forearm": Part(("farm1", "farm2"), "farm1", "hand", 0.5, "front"),
    "wrist": Part(("farm2", "hand"), "farm1", "hand", 0.95, "behind"),
    "hand": Part(("hand",), "hand", "f3_1", 0.6, "out"),
    "belly": Part(("lumbar1", "lumbar2", "pelvis", "thor1"), "pelvis", "thor1", 0.45, "front", paired=False),
    "ribs": Part(("thor1", "thor2", "lumbar2"), "thor1", "thor3", 0.25, "front", paired=False),
    "chest": Part(("thor2", "thor3", "thor1"), "thor2", "thor3", 0.7, "front", paired=False),
    "low_back": Part(("lumbar1", "lumbar2", "pelvis", "thor1"), "pelvis", "thor1", 0.45, "behind", paired=False),
    "neck": Part(("neck1", "neck2", "neck3", "thor3"), "neck1", "head", 0.4, "behind", paired=False),
    "head": Part(("head",), "neck3", "head", 1.0, "behind", paired=False, raised=0.075),
    "chin": Part(("head",), "neck3", "head", 1.0, "front", paired=False, raised=-0.005),
    "forehead": Part(("head",), "neck3", "head", 1.0, "front", paired=False, raised=0.11),
}

PARTS: dict[str, bool] = {name: part.paired for name, part in _CATALOGUE.items()}
"""Parts that can be touched, and whether they have a side."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a surface, the direction it faces, and the frame that the words of its directions refer to."""

    point: Array
    normal: Array
    frame: Array


def spot_on_body(posed: Posed, target: Target, limb_side: str) -> Spot:
    """Where the surface of the part is, in the direction asked for, at the place asked for."""
    stem, side = sided(target.on)
    part = _CATALOGUE[stem]
    end = f"_{side}" if part.paired else ""
    near_bone, far_bone = (name + end if name + end in posed.body.index else name for name in (part.near, part.far))
    near, far = posed.bone(near_bone), posed.bone(far_bone)
    frame = posed.frame_of(near_bone)
    axis = unit(far - near) if np.linalg.norm(far - near) > 1e-6 else frame @ np.array([0, 1.0, 0])
    along = part.along if target.along is None else target.along
    centre = near + (far - near) * along + frame @ np.array([0, part.raised, 0])
    centre = centre + _offset(posed, target, frame, side or limb_side)
    asked = target.side or _default_side(part.side)
    normal = posed.heading(asked, side or limb_side, frame)
    normal = unit(normal - 0.85 * (normal @ axis) * axis) if stem != "head" else normal
    bones = [
        bone + (f"_{s}" if f"{bone}_{s}" in posed.body.index else "")
        for bone in part.bones
        for s in ((side,) if part.paired else SIDES)
    ]
    chosen = posed.chosen(*(bone for bone in dict.fromkeys(bones) if bone in posed.body.index))
    skinned = posed.skinned(chosen) - centre
    depth = skinned @ normal
    beside = np.linalg.norm(skinned - depth[:, None] * normal, axis=1)
    for radius in (0.03, 0.05, 0.08):
        near_ray = beside < radius
        if near_ray.any():
            break
    else:
        near_ray = np.ones(len(depth), bool)
    return Spot(centre + normal * float(depth[near_ray].max()), normal, frame)


def _default_side(words: str) -> Direction:
    tokens = words.split()
    if len(tokens) == 3:
        return Direction(((tokens[0], 1.0), (tokens[2], float(tokens[1]))))
    return Direction(((tokens[0], 1.0),))


def _offset(posed: Posed, target: Target, frame: Array, side: str) -> Array:
    """``ahead``, ``out`` and ``up`` in the part's own frame."""
    local = np.array([SIDES.get(side, 1) * target.out, target.up, target.ahead])
    return np.asarray(frame @ np.array([posed.length(float(v)) for v in local]))
