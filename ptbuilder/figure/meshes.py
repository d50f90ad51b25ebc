"""Simple solids for props: vertices, triangles and a face number for each triangle (creases are drawn between faces)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ptbuilder.figure.rotations import Array, unit


@dataclass(frozen=True, slots=True)
class Mesh:
    """A solid with one colour of the theme."""

    vertices: Array
    triangles: Array
    faces: Array
    colour: str = "prop"


def joined(meshes: Sequence[Mesh], colour: str) -> Mesh:
    """Several solids as one prop."""
    at, face = 0, 0
    triangles, faces = [], []
    for mesh in meshes:
        triangles.append(mesh.triangles + at)
        faces.append(mesh.faces + face)
        at += len(mesh.vertices)
        face += int(mesh.faces.max()) + 1
    return Mesh(np.concatenate([m.vertices for m in meshes]), np.concatenate(triangles), np.concatenate(faces), colour)


def box(low: Any, high: Any, colour: str = "prop", turn: Array | None = None) -> Mesh:
    """A box between two corners, turned about its middle if asked."""
    corners = np.array([low, high], float)
    vertices = np.array([[corners[i][0], corners[j][1], corners[k][2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    if turn is not None:
        middle = corners.mean(0)
        vertices = (vertices - middle) @ turn.T + middle
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    triangles = [t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))]
    return Mesh(vertices, np.array(triangles), np.repeat(np.arange(6), 2), colour)


def tube(path: Any, radius: float, colour: str = "prop", sides: int = 14) -> Mesh:
    """A round tube with closed ends along a line of points."""
    points = np.asarray(path, float)
    count = len(points)
    ways = np.gradient(points, axis=0)
    ways /= np.linalg.norm(ways, axis=1)[:, None] + 1e-12
    across = np.array([0, 1.0, 0]) if abs(ways[0][1]) < 0.9 else np.array([1.0, 0, 0])
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = []
    for point, way in zip(points, ways, strict=True):
        across = unit(across - (across @ way) * way)
        rings.append(point + radius * (np.cos(angles)[:, None] * across + np.sin(angles)[:, None] * np.cross(way, across)))
    triangles, faces = _ring_sides(count, sides)
    vertices = np.r_[np.concatenate(rings), points[:1], points[-1:]]
    last = len(vertices)
    caps = [((j + 1) % sides, j, last - 2) for j in range(sides)]
    top = (count - 1) * sides
    caps += [(top + j, top + (j + 1) % sides, last - 1) for j in range(sides)]
    return Mesh(vertices, np.r_[triangles, np.array(caps)], np.r_[faces, np.repeat([1, 2], sides)], colour)


def _ring_sides(rings: int, sides: int) -> tuple[Array, Array]:
    i, j = np.meshgrid(np.arange(rings - 1), np.arange(sides), indexing="ij")
    a, b = (i * sides + j).ravel(), (i * sides + (j + 1) % sides).ravel()
    triangles = np.concatenate([np.stack([a, b, a + sides], 1), np.stack([b, b + sides, a + sides], 1)])
    return triangles, np.zeros(len(triangles), int)


def ribbon(path: Any, width_direction: Any, half_width: float, colour: str = "band", thickness: float = 0.004) -> Mesh:
    """A flat strap along a line of points; the direction of its width may differ from point to point."""
    points = np.asarray(path, float)
    ways = np.gradient(points, axis=0)
    ways /= np.linalg.norm(ways, axis=1)[:, None] + 1e-12
    widths = np.broadcast_to(np.asarray(width_direction, float), points.shape)
    widths = widths - np.einsum("ij,ij->i", widths, ways)[:, None] * ways
    widths = widths / (np.linalg.norm(widths, axis=1)[:, None] + 1e-12)
    normals = np.cross(ways, widths)
    rows = [points + s * widths * half_width + t * normals * thickness for s, t in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    vertices = np.stack(rows, 1).reshape(-1, 3)
    triangles, _ = _ring_sides(len(points), 4)
    last = 4 * len(points)
    ends = [(0, 1, 2), (0, 2, 3), (last - 4, last - 2, last - 3), (last - 4, last - 1, last - 2)]
    triangles = np.r_[triangles, np.array(ends)]
    return Mesh(vertices, triangles, np.zeros(len(triangles), int), colour)


def ellipsoid(centre: Any, radii: Any, colour: str = "prop", power: float = 2.0, turn: Array | None = None) -> Mesh:
    """An ellipsoid; a power above 2 makes it boxier."""
    rows, sides = 28, 40
    u = np.linspace(-np.pi / 2, np.pi / 2, rows)[:, None]
    v = np.linspace(-np.pi, np.pi, sides, endpoint=False)[None]

    def shaped(x: Array) -> Array:
        return np.asarray(np.sign(x) * np.abs(x) ** (2.0 / power))

    parts = [shaped(np.cos(u)) * shaped(np.cos(v)), np.repeat(np.sin(u), sides, 1), shaped(np.cos(u)) * shaped(np.sin(v))]
    vertices = np.stack(parts, 2).reshape(-1, 3) * np.asarray(radii, float)
    if turn is not None:
        vertices = vertices @ turn.T
    triangles, faces = _ring_sides(rows, sides)
    return Mesh(vertices + np.asarray(centre, float), triangles[:, ::-1], faces, colour)


def cushion(centre: Any, halves: Any, colour: str = "prop", turn: Array | None = None, floor: float | None = None) -> Mesh:
    """A stuffed case of half a width, height and length in metres, its sides drawn in between the corners, lying on ``floor``."""
    steps = np.linspace(-1.0, 1.0, 25)
    u, v = (grid.ravel() for grid in np.meshgrid(steps, steps, indexing="ij"))
    height = ((1 - np.abs(u) ** 2.6) * (1 - np.abs(v) ** 2.6)) ** 0.7
    drawn_in = [1 - 0.06 * (1 - across**2) - 0.07 * across**8 for across in (v, u)]
    sheet = np.stack([u * drawn_in[0], height, v * drawn_in[1]], 1)
    vertices = np.r_[sheet, sheet * [1, -1, 1]] * np.asarray(halves, float)
    if turn is not None:
        vertices = vertices @ turn.T
    vertices = vertices + np.asarray(centre, float)
    if floor is not None:
        vertices[:, 1] = np.maximum(vertices[:, 1], floor)
    upper = _grid_triangles(len(steps))
    triangles = np.r_[upper, upper[:, ::-1] + len(sheet)]
    return Mesh(vertices, triangles, np.zeros(len(triangles), int), colour)


def _grid_triangles(count: int) -> Array:
    """Two triangles for each square of a grid of ``count`` by ``count`` points, its upper side out."""
    i, j = (grid.ravel() for grid in np.meshgrid(np.arange(count - 1), np.arange(count - 1), indexing="ij"))
    a = i * count + j
    return np.concatenate([np.stack([a, a + 1, a + count], 1), np.stack([a + 1, a + count + 1, a + count], 1)])


def hull(points: Array) -> Array:
    """Convex hull of points of a plane (n, 2), anticlockwise."""
    ordered = points[np.lexsort((points[:, 1], points[:, 0]))]

    def half(row: Array) -> list[Array]:
        kept: list[Array] = []
        for p in row:
            while len(kept) > 1 and _turns_right(kept[-2], kept[-1], p):
                kept.pop()
            kept.append(p)
        return kept[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


def _turns_right(a: Array, b: Array, c: Array) -> bool:
    return bool((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0)
