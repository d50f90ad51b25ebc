"""The openings of legs and sleeves, closed just inside the hem, so that one never looks into the clothes past a limb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ptbuilder.figure.body import SHIRT, SHORTS, Body
from ptbuilder.figure.rotations import Array

_LIMBS = {SHIRT: ("uarm", "farm"), SHORTS: ("thigh", "shin")}
"""The bones to which the hem of a limb belongs, by the region that it ends."""


@dataclass(frozen=True, slots=True)
class Lids:
    """Lids from each hem to a point in the middle of its limb.

    ``rims`` numbers the vertices of each hem; ``triangles`` count the lids' own vertices (each rim, then its middle);
    ``regions`` names one region a triangle.
    """

    rims: tuple[Array, ...]
    triangles: Array
    regions: Array

    def spread(self, values: Array) -> Array:
        """What holds for the vertices of the body, for those of the lids."""
        return np.concatenate([np.r_[values[rim], values[rim].mean(0, keepdims=True)] for rim in self.rims])


@cache
def lids(body: Body) -> Lids:
    """The lids of one body."""
    rims: list[Array] = []
    triangles: list[Array] = []
    regions: list[Array] = []
    count = 0
    for region, starts in _LIMBS.items():
        for edges in _hems(body, region, body.bones_starting(*starts)):
            rim, ends = np.unique(edges, return_inverse=True)
            ends = ends.reshape(edges.shape) + count
            triangles.append(np.column_stack([ends, np.full(len(ends), count + len(rim))]))
            regions.append(np.full(len(ends), region))
            rims.append(rim)
            count += len(rim) + 1
    return Lids(tuple(rims), np.concatenate(triangles), np.concatenate(regions))


def _hems(body: Body, region: int, bones: list[int]) -> list[Array]:
    """The edges of the hems of a region that go around a limb, by side."""
    triangles = body.triangles[body.regions == region]
    edges, counts = np.unique(np.sort(triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), 1), axis=0, return_counts=True)
    hem = edges[counts == 1]
    hem = hem[np.isin(body.main_bone[hem], bones).all(1)]
    left = body.vertices[hem[:, 0], 0] > 0
    return [hem[left], hem[~left]]
