"""From jagged pixel chains to few calm Bezier curves: Gaussian smoothing, corners, Schneider's fit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from ptbuilder.figure.rotations import Array

Curve = tuple[Array, Array, Array, Array]
"""Start, two control points, end."""

Fineness = Callable[[Array], Array]
"""How much detail to keep at each point, 0 to 1."""

_FINE_SIGMA = 1.6
_CORNER_REACH, _CORNER_DEGREES = 7, 55


def gaussian(points: Array, sigma: float, *, closed: bool) -> Array:
    """Smoothed points; the ends of an open line stay."""
    count = len(points)
    if count < 5:
        return points
    reach = int(3 * sigma)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    if closed:
        ring = points[:-1]
        wrapped = ring[np.arange(-reach, len(ring) + reach) % len(ring)]
        smooth = _convolved(wrapped, kernel / kernel.sum())
        return np.asarray(np.r_[smooth, smooth[:1]])
    shorter = min(reach, count - 1)
    kernel = kernel[reach - shorter : reach + shorter + 1]
    mirrored = np.r_[2 * points[0] - points[shorter:0:-1], points, 2 * points[-1] - points[-2 : -shorter - 2 : -1]]
    return _convolved(mirrored, kernel / kernel.sum())


def _convolved(points: Array, kernel: Array) -> Array:
    return np.column_stack([np.convolve(points[:, i], kernel, "valid") for i in (0, 1)])


def smoothed(points: Array, sigma: float, fine: Array | None, *, closed: bool) -> Array:
    """Smoothed points, less where ``fine`` (0 to 1 a point) says that detail must stay."""
    coarse = gaussian(points, sigma, closed=closed)
    if fine is None or not fine.any():
        return coarse
    weight = fine[:, None]
    return np.asarray(coarse * (1 - weight) + gaussian(points, min(sigma, _FINE_SIGMA), closed=closed) * weight)


def curves_of(
    points: Array,
    sigma: float,
    tolerance: float,
    *,
    closed: bool,
    corners: bool = True,
    fine: Fineness | None = None,
    straight: bool = False,
) -> list[Curve]:
    """A pixel chain as Bezier curves; corners stay sharp, and the straight edges of props stay straight if asked."""
    found = sharp_corners(gaussian(points, 1.0, closed=closed), closed=closed) if corners else []
    if closed and found:
        points = np.r_[points[found[0] : -1], points[: found[0] + 1]]
        found = sharp_corners(gaussian(points, 1.0, closed=False), closed=False)
    elif closed:
        smooth = smoothed(points, sigma, fine(points) if fine else None, closed=True)
        way = smooth[1] - smooth[-2]
        way = way / (np.linalg.norm(way) + 1e-9)
        return fit(smooth, tolerance, way, -way)
    cuts = [0, *(c for c in found if 3 < c < len(points) - 4), len(points) - 1]
    result: list[Curve] = []
    for i, j in pairwise(cuts):
        piece = points[i : j + 1]
        smooth = smoothed(piece, sigma, fine(piece) if fine else None, closed=False)
        result += _line(smooth) if straight and _is_straight(smooth, piece) else fit(smooth, tolerance)
    return result


def _is_straight(smooth: Array, piece: Array) -> bool:
    way = smooth[-1] - smooth[0]
    length = float(np.hypot(*way))
    off = piece - piece[0]
    return length > 8 and float(np.abs(off[:, 0] * way[1] - off[:, 1] * way[0]).max()) / length < 1.6


def _line(smooth: Array) -> list[Curve]:
    way = smooth[-1] - smooth[0]
    return [(smooth[0], smooth[0] + way / 3, smooth[0] + way * 2 / 3, smooth[-1])]


def sharp_corners(points: Array, *, closed: bool) -> list[int]:
    """Indices where a slightly smoothed chain turns sharply."""
    count, w = len(points), _CORNER_REACH
    if count < 2 * w + 3:
        return []
    i = np.arange(count)
    before = points[(i - w) % (count - 1)] if closed else points[np.clip(i - w, 0, count - 1)]
    after = points[(i + w) % (count - 1)] if closed else points[np.clip(i + w, 0, count - 1)]
    u, v = points - before, after - points
    cosine = np.einsum("ij,ij->i", u, v) / (np.linalg.norm(u, axis=1) * np.linalg.norm(v, axis=1) + 1e-9)
    if not closed:
        cosine[:w] = cosine[-w:] = 1
    found = []
    candidates = np.nonzero(cosine < np.cos(np.radians(_CORNER_DEGREES)))[0]
    while len(candidates):
        sharpest = int(candidates[cosine[candidates].argmin()])
        found.append(sharpest)
        candidates = candidates[np.abs(candidates - sharpest) > w]
    return sorted(found)


def fit(points: Array, tolerance: float, first: Array | None = None, last: Array | None = None) -> list[Curve]:
    """Bezier curves through points, none farther off than ``tolerance``; ``first`` and ``last`` are the end tangents."""
    count = len(points)
    if count < 2:
        return []
    w = min(count - 1, 7)
    t1 = _way(points[w] - points[0]) if first is None else first
    t2 = _way(points[-1 - w] - points[-1]) if last is None else last
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    if count <= 3 or lengths[-1] < 1e-6:
        third = np.linalg.norm(points[-1] - points[0]) / 3
        return [(points[0], points[0] + t1 * third, points[-1] + t2 * third, points[-1])]
    curve, split = _best_curve(points, lengths, t1, t2, tolerance)
    if curve is not None:
        return [curve]
    k = min(max(split, 2), count - 3) if count > 5 else count // 2
    w = min(8, k, count - 1 - k)
    middle = _way(points[k - w] - points[k + w])
    return fit(points[: k + 1], tolerance, t1, middle) + fit(points[k:], tolerance, -middle, t2)


def _way(v: Array) -> Array:
    return np.asarray(v / (np.linalg.norm(v) + 1e-9))


def _best_curve(points: Array, lengths: Array, t1: Array, t2: Array, tolerance: float) -> tuple[Curve | None, int]:
    """One curve within tolerance, or None and the worst point, after a few rounds of moving the parameters."""
    u = lengths / lengths[-1]
    worst = 0
    for _ in range(4):
        curve = _least_squares(points, u, t1, t2, float(lengths[-1]))
        off = _at(curve, u) - points
        error = (off * off).sum(1)
        worst = int(error.argmax())
        if error[worst] <= tolerance * tolerance:
            return curve, worst
        if error[worst] > (6 * tolerance) ** 2:
            break
        u = _moved(curve, u, off)
    return None, worst


def _least_squares(points: Array, u: Array, t1: Array, t2: Array, length: float) -> Curve:
    v = 1 - u
    b0, b1, b2, b3 = v**3, 3 * v * v * u, 3 * v * u * u, u**3
    a1, a2 = b1[:, None] * t1, b2[:, None] * t2
    c11, c12, c22 = (a1 * a1).sum(), (a1 * a2).sum(), (a2 * a2).sum()
    rest = points - ((b0 + b1)[:, None] * points[0] + (b2 + b3)[:, None] * points[-1])
    x1, x2 = (a1 * rest).sum(), (a2 * rest).sum()
    determinant = c11 * c22 - c12 * c12
    s1 = s2 = length / 3
    if abs(determinant) > 1e-9:
        s1, s2 = (x1 * c22 - x2 * c12) / determinant, (c11 * x2 - c12 * x1) / determinant
    if min(s1, s2) < 0.02 * length or max(s1, s2) > 2 * length:
        s1 = s2 = float(np.linalg.norm(points[-1] - points[0])) / 3
    return (points[0], points[0] + t1 * s1, points[-1] + t2 * s2, points[-1])


def _at(c: Curve, t: Array) -> Array:
    t = t[:, None]
    u = 1 - t
    return np.asarray(u**3 * c[0] + 3 * u * u * t * c[1] + 3 * u * t * t * c[2] + t**3 * c[3])


def _moved(c: Curve, u: Array, off: Array) -> Array:
    """Parameters after one Newton step towards the nearest points of the curve."""
    d1 = [3 * (c[k + 1] - c[k]) for k in range(3)]
    d2 = [2 * (d1[k + 1] - d1[k]) for k in range(2)]
    t = u[:, None]
    q1 = (1 - t) ** 2 * d1[0] + 2 * (1 - t) * t * d1[1] + t**2 * d1[2]
    q2 = (1 - t) * d2[0] + t * d2[1]
    above = (off * q1).sum(1)
    below = (q1 * q1).sum(1) + (off * q2).sum(1)
    moved = np.clip(u - above / np.where(np.abs(below) > 1e-9, below, np.inf), 0, 1)
    return np.asarray(np.maximum.accumulate(moved))


def box_blur(values: Array, reach: int) -> Array:
    """Mean over a square of ``2 * reach + 1`` pixels, the edge repeated."""
    rows, columns = values.shape
    wide = 2 * reach + 1
    down = np.cumsum(np.pad(values, ((reach + 1, reach), (0, 0)), mode="edge"), axis=0)
    across = np.cumsum(np.pad(down[wide:] - down[:rows], ((0, 0), (reach + 1, reach)), mode="edge"), axis=1)
    return np.asarray((across[:, wide:] - across[:, :columns]) / values.dtype.type(wide * wide))
