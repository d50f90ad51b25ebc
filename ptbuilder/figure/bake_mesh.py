"""Build time: cutting, smoothing and subdividing meshes; needs scipy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ptbuilder.figure.rotations import Array


def triangles_of(quads: Array) -> Array:
    """Two triangles a quad."""
    return np.asarray(np.r_[quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def compacted(triangles: Array, *attributes: Array) -> tuple[Array, list[Array]]:
    """Triangles over the used vertices only, and the attributes of those."""
    used, inverse = np.unique(triangles, return_inverse=True)
    return inverse.reshape(triangles.shape), [a[used] for a in attributes]


def clipped(triangles: Array, field: Array, *attributes: Array) -> tuple[Array, list[Array]]:
    """The part of a mesh where ``field`` is not negative; cut edges are crisp, attributes interpolated."""
    grown = [list(a) for a in attributes]
    cuts: dict[tuple[int, int], int] = {}

    def cut(i: int, j: int) -> int:
        key = (min(i, j), max(i, j))
        if key not in cuts:
            t = field[i] / (field[i] - field[j])
            for a in grown:
                a.append(a[i] * (1 - t) + a[j] * t)
            cuts[key] = len(grown[0]) - 1
        return cuts[key]

    kept: list[tuple[int, int, int]] = []
    for triangle in triangles.tolist():
        inside = [field[i] >= 0 for i in triangle]
        if all(inside):
            kept.append((triangle[0], triangle[1], triangle[2]))
        elif any(inside):
            corners: list[int] = []
            for k in range(3):
                i, j = triangle[k], triangle[(k + 1) % 3]
                if field[i] >= 0:
                    corners.append(i)
                if (field[i] >= 0) != (field[j] >= 0):
                    corners.append(cut(i, j))
            kept += [(corners[0], corners[k], corners[k + 1]) for k in range(1, len(corners) - 1)]
    return compacted(np.array(kept), *(np.array(a) for a in grown))


def normals(vertices: Array, triangles: Array) -> Array:
    """Unit normals of the vertices."""
    faces = np.cross(vertices[triangles[:, 1]] - vertices[triangles[:, 0]], vertices[triangles[:, 2]] - vertices[triangles[:, 0]])
    total = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(total, triangles[:, k], faces)
    return np.asarray(total / (np.linalg.norm(total, axis=1)[:, None] + 1e-12))


def relaxed(vertices: Array, triangles: Array, rounds: int, share: float = 0.5) -> Array:
    """Vertices moved towards the mean of their neighbours."""
    from scipy.sparse import coo_matrix, diags

    edges = np.r_[triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]
    edges = np.r_[edges, edges[:, ::-1]]
    near = coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=(len(vertices), len(vertices))).tocsr()
    near.data[:] = 1
    mean = diags(1 / np.maximum(np.asarray(near.sum(1)).ravel(), 1)) @ near
    for _ in range(rounds):
        vertices = vertices + share * (mean @ vertices - vertices)
    return np.asarray(vertices)


def subdivided(quads: Array, attributes: Sequence[Array]) -> tuple[Array, list[Array]]:
    """One Catmull-Clark step with smooth boundaries; every attribute is interpolated the same way."""
    count, faces = len(attributes[0]), len(quads)
    edges = np.sort(np.r_[quads[:, [0, 1]], quads[:, [1, 2]], quads[:, [2, 3]], quads[:, [3, 0]]], axis=1)
    unique, inverse, uses = np.unique(edges, axis=0, return_inverse=True, return_counts=True)
    inverse, rim = inverse.ravel(), uses == 1
    results = [_subdivided_attribute(x, quads, unique, inverse, rim) for x in attributes]
    face = np.arange(faces) + count
    edge = inverse.reshape(4, faces).T + count + faces
    children = [np.stack([quads[:, k], edge[:, k], face, edge[:, k - 1]], 1) for k in range(4)]
    return np.concatenate(children), results


def _subdivided_attribute(x: Array, quads: Array, edges: Array, inverse: Array, rim: Array) -> Array:
    centre, middle = x[quads].mean(1), x[edges].mean(1)
    beside = np.zeros_like(middle)
    np.add.at(beside, inverse, np.tile(centre, (4, 1)))
    on_edge = np.where(rim[:, None], middle, (2 * middle + beside) / 4)
    valence, touching = np.zeros(len(x)), np.zeros(len(x))
    around, along, rim_sum = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
    for k in range(4):
        np.add.at(around, quads[:, k], centre)
        np.add.at(touching, quads[:, k], 1)
    for k in range(2):
        np.add.at(along, edges[:, k], middle)
        np.add.at(valence, edges[:, k], 1)
        np.add.at(rim_sum, edges[rim][:, k], middle[rim])
    n = np.maximum(valence, 1)[:, None]
    moved = (around / np.maximum(touching, 1)[:, None] + 2 * along / n + (n - 3) * x) / n
    on_rim = np.zeros(len(x), bool)
    on_rim[edges[rim].ravel()] = True
    moved = np.where(on_rim[:, None], (rim_sum + 2 * x) / 4, moved)
    return np.asarray(np.r_[moved, centre, on_edge])


def smoothstep(low: float, high: float, x: Array) -> Array:
    """0 below ``low``, 1 above ``high``, smooth between; ``low`` may be the larger."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def inside_distance(points: Array, polygon: Array) -> Array:
    """Signed distance of points of a plane to a polygon, positive inside."""
    distance, inside = np.full(len(points), 1e9), np.zeros(len(points), bool)
    for p, q in zip(polygon, np.roll(polygon, -1, 0), strict=True):
        t = np.clip(((points - p) @ (q - p)) / ((q - p) @ (q - p)), 0, 1)
        distance = np.minimum(distance, np.linalg.norm(points - (p + t[:, None] * (q - p)), axis=1))
        crosses = (p[1] > points[:, 1]) != (q[1] > points[:, 1])
        with np.errstate(divide="ignore", invalid="ignore"):
            at = (q[0] - p[0]) * (points[:, 1] - p[1]) / (q[1] - p[1]) + p[0]
        inside ^= crosses & (points[:, 0] < at)
    return np.where(inside, distance, -distance)
