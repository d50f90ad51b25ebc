"""Rotations as 3 x 3 matrices and quaternions; angles are degrees, +x is the figure's left, +y up, +z its front."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
"""Any array; its shape is told by each function."""


def about_x(degrees: float) -> Array:
    """Turn about the left axis; positive tips the head end forward."""
    c, s = _cos_sin(degrees)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> Array:
    """Turn about the upright axis; positive turns the front to the left."""
    c, s = _cos_sin(degrees)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(degrees: float) -> Array:
    """Turn about the front axis; positive lifts the left side."""
    c, s = _cos_sin(degrees)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def about(axis: Array, degrees: float) -> Array:
    """Turn about any axis."""
    a = unit(axis)
    c, s = _cos_sin(degrees)
    cross = np.array([[0, -a[2], a[1]], [a[2], 0, -a[0]], [-a[1], a[0], 0]])
    return np.asarray(np.eye(3) * c + s * cross + (1 - c) * np.outer(a, a))


def _cos_sin(degrees: float) -> tuple[float, float]:
    radians = np.radians(degrees)
    return float(np.cos(radians)), float(np.sin(radians))


def unit(vector: Any) -> Array:
    """The vector with length one; a zero vector stays zero."""
    v = np.asarray(vector, float)
    return np.asarray(v / (np.linalg.norm(v) + 1e-12))


def across(vector: Any, axis: Array) -> Array:
    """The part of ``vector`` square to the unit vector ``axis``, with length one."""
    v = np.asarray(vector, float)
    return unit(v - (v @ axis) * axis)


def smallest(from_: Any, to: Any) -> Array:
    """The smallest rotation that takes one direction to another."""
    a, b = unit(from_), unit(to)
    v = np.cross(a, b)
    c = float(a @ b)
    if c < -0.9999:
        p = unit(np.cross(a, [1, 0, 0] if abs(a[0]) < 0.9 else [0, 1, 0]))
        return np.asarray(2 * np.outer(p, p) - np.eye(3))
    k = np.array([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]])
    return np.asarray(np.eye(3) + k + k @ k / (1 + c))


def two_axes(first: Any, second: Any, to_first: Any, to_second: Any) -> Array:
    """The rotation that takes two directions to two others; the first exactly, the second as well as it can."""

    def frame(u: Any, v: Any) -> Array:
        x = unit(u)
        y = across(v, x)
        return np.column_stack([x, y, np.cross(x, y)])

    return np.asarray(frame(to_first, to_second) @ frame(first, second).T)


def quaternions(matrices: Array) -> Array:
    """Rotation matrices (n, 3, 3) as unit quaternions (n, 4), w first; each of the four forms is used where it is sound."""
    m = np.asarray(matrices, float)
    xx, yy, zz = m[:, 0, 0], m[:, 1, 1], m[:, 2, 2]
    a, b, c = m[:, 2, 1] - m[:, 1, 2], m[:, 0, 2] - m[:, 2, 0], m[:, 1, 0] - m[:, 0, 1]
    d, e, f = m[:, 0, 1] + m[:, 1, 0], m[:, 0, 2] + m[:, 2, 0], m[:, 1, 2] + m[:, 2, 1]
    forms = np.stack(
        [
            np.column_stack([1 + xx + yy + zz, a, b, c]),
            np.column_stack([a, 1 + xx - yy - zz, d, e]),
            np.column_stack([b, d, 1 - xx + yy - zz, f]),
            np.column_stack([c, e, f, 1 - xx - yy + zz]),
        ]
    )
    best = np.column_stack([forms[k][:, k] for k in range(4)]).argmax(1)
    q = forms[best, np.arange(len(m))]
    return np.asarray(q / np.linalg.norm(q, axis=1)[:, None])


def quaternion_product(a: Array, b: Array) -> Array:
    """Product of quaternions row by row."""
    w1, x1, y1, z1 = a.T
    w2, x2, y2, z2 = b.T
    return np.column_stack(
        [
            w1 * w2 - x1 * x2 - y1 * y2 - z1 * z2,
            w1 * x2 + x1 * w2 + y1 * z2 - z1 * y2,
            w1 * y2 - x1 * z2 + y1 * w2 + z1 * x2,
            w1 * z2 + x1 * y2 - y1 * x2 + z1 * w2,
        ]
    )


def from_quaternions(q: Array) -> Array:
    """Unit quaternions (n, 4) as rotation matrices (n, 3, 3)."""
    w, x, y, z = q.T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), 2, 0)


def slerp(a: Array, b: Array, t: float) -> Array:
    """Rotation matrices between ``a`` and ``b`` (n, 3, 3), the short way round."""
    p, q = quaternions(a), quaternions(b)
    dot = np.einsum("ij,ij->i", p, q)
    q = np.where(dot[:, None] < 0, -q, q)
    angle = np.arccos(np.clip(np.abs(dot), 0, 1))
    s = np.sin(angle)
    safe = s > 1e-6
    s = np.where(safe, s, 1)
    wa = np.where(safe, np.sin((1 - t) * angle) / s, 1 - t)
    wb = np.where(safe, np.sin(t * angle) / s, t)
    mixed = wa[:, None] * p + wb[:, None] * q
    return from_quaternions(mixed / np.linalg.norm(mixed, axis=1)[:, None])
