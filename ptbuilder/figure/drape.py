"""The loose end of the shirt lies down where it faces up: in standing it hangs free, in lying it rests on the body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ptbuilder.figure.body import SHIRT, SHORTS, Body
from ptbuilder.figure.rotations import Array

_BAND = 0.10
"""Metres above the hem in which the shirt gives way, less and less."""

_LIES = 0.004
"""Metres of cloth and air between shorts and shirt where it rests."""

_STEEP, _FLAT = 0.1, 0.65
"""How far the shorts below face up, from not at all to fully, while the shirt comes down on them."""


@dataclass(frozen=True, slots=True)
class _Loose:
    """Vertices of the shirt near its hem, the vertices of the shorts below them, how loose each is, and the faces of the shorts."""

    shirt: Array
    below: Array
    share: Array
    shorts: Array


@cache
def _loose(body: Body) -> _Loose:
    shirt, shorts = (np.nonzero(body.vertex_region == region)[0] for region in (SHIRT, SHORTS))
    hem = float(body.vertices[shirt, 1].min())
    shirt = shirt[body.vertices[shirt, 1] < hem + _BAND]
    apart = np.linalg.norm(body.vertices[shirt][:, None] - body.vertices[shorts], axis=2)
    share = 1 - (body.vertices[shirt, 1] - hem) / _BAND
    return _Loose(shirt, shorts[apart.argmin(1)], share * share * (3 - 2 * share), body.triangles[body.regions == SHORTS])


def laid_down(body: Body, vertices: Array) -> Array:
    """Posed vertices with the shirt's end resting on the shorts where these face up."""
    loose = _loose(body)
    normals = _normals(vertices, loose.shorts)[loose.below]
    gap = np.einsum("ij,ij->i", vertices[loose.shirt] - vertices[loose.below], normals) - _LIES
    facing = np.clip((normals[:, 1] - _STEEP) / (_FLAT - _STEEP), 0, 1)
    result = vertices.copy()
    result[loose.shirt] -= (np.maximum(gap, 0) * facing * loose.share)[:, None] * normals
    return result


def _normals(vertices: Array, triangles: Array) -> Array:
    """Unit normals of the vertices of these triangles; of all others zero."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    total = np.stack([np.bincount(triangles.ravel(), np.repeat(faces[:, k], 3), len(vertices)) for k in range(3)], 1)
    return np.asarray(total / (np.linalg.norm(total, axis=1)[:, None] + 1e-12))
