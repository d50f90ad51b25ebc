"""A baked body: clothed mesh, 66 bones, weights and face landmarks, read from ``assets/figure/<name>.npz``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from ptbuilder.figure.neutral import neutral_rotations
from ptbuilder.figure.rotations import Array, about_x, unit

SIDES = {"l": 1, "r": -1}
"""Suffix of paired bones and the sign of x on that side."""

BODIES = ("female", "male", "female-full", "male-full")
"""Names of the shipped bodies."""

SKIN, SHIRT, SHORTS, SHOE, HAIR, KNOT = range(6)
"""Numbers of the mesh regions; the knot is a part of the hair with an outline of its own."""

_KNOT_TURN, _KNOT_IN = 36.0, 0.018
"""Degrees by which a knot goes up towards the crown where something is behind the head, and metres inwards."""

_HEAD_MIDDLE = np.array([0, 0.075, 0.02])
"""The middle of the skull from the head's joint, in metres."""


_BARE_FROM, _LIMB = 0.54, 0.16
"""Share of upper arm and thigh from which on skin shows below a hem, and metres around the bone that belong to the limb."""

_COLLAR_MIDDLE, _COLLAR_UP, _COLLAR_DEEP = np.array([0, 0, 0.025]), np.array([0, 0.848, 0.530]), 0.006
"""The plane of the collar from the neck's first joint, as the shirt is cut, and metres below it where no skin shows."""


@dataclass(frozen=True, slots=True)
class Smoothing:
    """Neighbours of the garment vertices, for averaging; hems are averaged along the hem only."""

    vertices: Array
    starts: Array
    counts: Array
    neighbours: Array


@dataclass(frozen=True, eq=False, repr=False)
class Body:
    """One body in its rest pose, in metres, feet on y = 0.

    ``neutral`` holds one rotation a bone from the rest pose to anatomical neutral (standing, palms medial), where every
    segment's frame equals the frame of the room. ``colours`` names the colour of each mesh region, by its number.
    """

    name: str
    bones: tuple[str, ...]
    parents: tuple[int, ...]
    joints: Array
    vertices: Array
    triangles: Array
    regions: Array
    bone_index: Array
    weights: Array
    landmarks: dict[str, Array]
    neutral: Array
    colours: tuple[str, ...]
    index: dict[str, int] = field(default_factory=dict)

    @cached_property
    def offsets(self) -> Array:
        """Each joint from its parent's joint in the rest pose."""
        return np.array([self.joints[i] - self.joints[p] if p >= 0 else self.joints[i] for i, p in enumerate(self.parents)])

    @cached_property
    def main_bone(self) -> Array:
        """The bone with the largest weight, for each vertex."""
        return np.asarray(self.bone_index[np.arange(len(self.vertices)), self.weights.argmax(1)])

    @cached_property
    def vertex_region(self) -> Array:
        """The mesh region of each vertex."""
        regions = np.zeros(len(self.vertices), np.uint8)
        regions[self.triangles.ravel()] = np.repeat(self.regions, 3)
        return regions

    @cached_property
    def surfaces(self) -> Array:
        """What each triangle belongs to: its region, or the knot of the hair."""
        regions = self.regions.astype(int)
        hair = np.nonzero(regions == HAIR)[0]
        regions[hair[self.triangles[hair].min(1) >= self._knot_start]] = KNOT
        return regions

    @cached_property
    def _knot_start(self) -> int:
        """The number of the first vertex of the knot, which comes after all other hair; beyond all vertices if there is none."""
        hair = self.triangles[self.regions == HAIR]
        hair = hair[np.argsort(hair.min(1))]
        reached = np.maximum.accumulate(hair.max(1))[:-1]
        starts = hair.min(1)[1:][hair.min(1)[1:] > reached]
        return int(starts[0]) if len(starts) else len(self.vertices)

    @cached_property
    def leant_on(self) -> Body:
        """The same body with its knot of hair on the crown, for a head with a mat or wall behind it; itself where it has none."""
        if self._knot_start == len(self.vertices):
            return self
        middle = self.joints[self.index["head"]] + _HEAD_MIDDLE
        knot = self.vertices[self._knot_start :] - middle
        knot = (knot - unit(knot.mean(0)) * _KNOT_IN) @ about_x(_KNOT_TURN).T + middle
        return replace(self, vertices=np.r_[self.vertices[: self._knot_start], knot])

    @cached_property
    def stature(self) -> float:
        """Height in metres without hair bun, from sole to the top of the skull."""
        return float(self.joints[self.index["head"]][1] + 0.165 - self.vertices[:, 1].min())

    @cached_property
    def leg_length(self) -> float:
        """Hip joint to sole in metres."""
        return float(self.joints[self.index["thigh1_l"]][1] - self.vertices[:, 1].min())

    @cached_property
    def arm_length(self) -> float:
        """Shoulder joint to wrist in metres."""
        j, ix = self.joints, self.index
        upper = np.linalg.norm(j[ix["farm1_l"]] - j[ix["uarm1_l"]])
        return float(upper + np.linalg.norm(j[ix["hand_l"]] - j[ix["farm1_l"]]))

    @cached_property
    def ankle_height(self) -> float:
        """Ankle joint above the sole of a flat foot in metres."""
        foot = np.isin(self.main_bone, [self.index["foot_l"], self.index["toes_l"]])
        return float(self.joints[self.index["foot_l"]][1] - self.vertices[foot][:, 1].min())

    @cached_property
    def belly(self) -> float:
        """Metres by which the belly stands out in front of the chest; soft as it is, it gives way by as much on the floor."""
        shirt = self.vertices[self.vertex_region == SHIRT]
        chest, waist = (float(self.joints[self.index[name]][1]) for name in ("thor3", "pelvis"))
        front_of_chest = shirt[np.abs(shirt[:, 1] - chest) < 0.05][:, 2].max()
        front_of_belly = shirt[(shirt[:, 1] > waist) & (shirt[:, 1] < chest)][:, 2].max()
        return max(float(front_of_belly - front_of_chest), 0.0)

    @cached_property
    def smoothing(self) -> Smoothing:
        """How garments are smoothed after skinning."""
        return _garment_smoothing(self.vertices, self.triangles[np.isin(self.regions, [SHIRT, SHORTS])])

    def bones_starting(self, *starts: str, side: str = "") -> list[int]:
        """Numbers of the bones whose names begin so; of one side only if given."""
        return [i for i, name in enumerate(self.bones) if name.startswith(starts) and name.endswith(f"_{side}" if side else "")]

    @cached_property
    def finger_bones(self) -> dict[str, list[int]]:
        """Numbers of the finger bones of each side."""
        return {side: self.bones_starting("f1_", "f2_", "f3_", "f4_", "f5_", side=side) for side in SIDES}


def _garment_smoothing(vertices: Array, triangles: Array) -> Smoothing:
    edges = np.r_[triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]
    edges, counts = np.unique(np.sort(edges, 1), axis=0, return_counts=True)
    hem_edge = counts == 1
    on_hem = np.zeros(len(vertices), bool)
    on_hem[edges[hem_edge].ravel()] = True
    both_ways = np.r_[edges, edges[:, ::-1]]
    kept = both_ways[~on_hem[both_ways[:, 0]] | np.r_[hem_edge, hem_edge]]
    kept = kept[np.argsort(kept[:, 0], kind="stable")]
    moved = np.unique(kept[:, 0])
    starts = np.searchsorted(kept[:, 0], moved)
    return Smoothing(moved, starts, np.diff(np.r_[starts, len(kept)]), kept[:, 1])


def _bare(triangles: Array, regions: Array, vertices: Array, joints: Array, index: dict[str, int]) -> Array:
    """Which triangles are drawn: all but skin that lies deep under the clothes, where it could only poke through."""
    collar = joints[index["neck1"]] + _COLLAR_MIDDLE - vertices
    deep = (collar @ _COLLAR_UP > _COLLAR_DEEP) & (np.abs(vertices[:, 0]) < _LIMB) & (collar[:, 1] < 2 * _LIMB)
    for near, far in (("uarm1", "farm1"), ("thigh1", "shin1")):
        for side, sign in SIDES.items():
            start, end = joints[index[f"{near}_{side}"]], joints[index[f"{far}_{side}"]]
            along = (vertices - start) @ (end - start) / ((end - start) @ (end - start))
            off = np.linalg.norm(vertices - start - along[:, None] * (end - start), axis=1)
            deep |= (along < _BARE_FROM) & (along > 0.2) & (off < _LIMB) & (vertices[:, 0] * sign > 0)
    return np.asarray((regions != SKIN) | ~deep[triangles].all(1))


@cache
def load_body(path: Path) -> Body:
    """Read a body once; raises FileNotFoundError for a path without one."""
    with np.load(path) as data:
        bones = tuple(str(name) for name in data["names"])
        index = {name: i for i, name in enumerate(bones)}
        joints = data["J"].astype(float)
        weights = data["bw"].astype(float)
        vertices = data["V"].astype(float)
        bare = _bare(data["T"].astype(np.int32), data["reg"], vertices, joints, index)
        landmarks = {str(name): point for name, point in zip(data["lm_names"], data["lm"].astype(float), strict=True)}
        return Body(
            name=path.stem,
            bones=bones,
            parents=tuple(int(p) for p in data["parent"]),
            joints=joints,
            vertices=vertices,
            triangles=data["T"].astype(np.int32)[bare],
            regions=data["reg"][bare],
            bone_index=data["bi"].astype(int),
            weights=weights / weights.sum(1)[:, None],
            landmarks=landmarks,
            neutral=neutral_rotations(bones, index, joints),
            colours=tuple(str(name) for name in data["regions"]),
            index=index,
        )
