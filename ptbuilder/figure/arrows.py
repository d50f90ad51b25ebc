"""Movement arrows: along the way of a point of the body, put where the picture is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.camera import Camera
from ptbuilder.figure.curves import box_blur, gaussian
from ptbuilder.figure.motion import between
from ptbuilder.figure.pose import ArrowSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.raster import rasterize
from ptbuilder.figure.rotations import Array

SHAFT_MM, HEAD_MM, HALO_MM = 1.25, 3.0, 1.0
"""Width of the shaft, length of the head, and white around both, in mm of print."""

_LEAST_MM, _MOST_MM = 7.5, 14.0
_GRID = 60
"""Pixels a metre of the map in which free space is sought."""

_SEARCH = 0.55


@dataclass(frozen=True, slots=True)
class Arrow:
    """The middle line of an arrow (n, 2) in metres of the picture plane, the tip last; ``tail_head`` gives it two heads."""

    line: Array
    on: str
    two_heads: bool = False


def place_arrows(
    specs: Sequence[ArrowSpec],
    ends: tuple[Posed, Posed],
    camera: Camera,
    shapes: Mapping[str, tuple[Array, Array]],
    shown: tuple[Array, Array],
    mm_per_m: float,
) -> tuple[Arrow, ...]:
    """Arrows for one exercise between the poses ``ends``.

    ``shapes`` are vertices and triangles of what must not be covered in the frame (start, finish or both) in which an arrow
    stands, ``shown`` is the low and high corner of the picture.
    """
    start, finish = ends
    rooms = {frame: _FreeSpace(camera, each, shown, reach=(HEAD_MM * 0.62) / mm_per_m) for frame, each in shapes.items()}
    arrows = []
    for spec in specs:
        room = rooms[spec.on]
        line = _line(spec, start, finish, camera, mm_per_m)
        shift = np.array([start.length(v) for v in spec.shift]) if spec.shift is not None else room.nearest_free(line)
        placed = line + shift
        room.occupy(placed)
        arrows.append(Arrow(placed, spec.on, spec.both_ways))
    return tuple(arrows)


def _line(spec: ArrowSpec, start: Posed, finish: Posed, camera: Camera, mm_per_m: float) -> Array:
    """The way of the point in the picture: a calm curve, or a straight line where it is short or a direction is given."""
    least, most = _LEAST_MM / mm_per_m, _MOST_MM / mm_per_m
    points = np.array([between(start, finish, t).point(spec.follow) for t in np.linspace(0, 1, 7)])
    seen = camera.seen(points)[:, :2]
    if spec.direction is not None:
        at, here = (start, seen[0]) if spec.on == "start" else (finish, seen[-1])
        way = camera.seen(at.heading(spec.direction, spec.follow[-1])[None])[0, :2]
        length = start.length(spec.length) if spec.length else float(np.clip(abs((seen[-1] - seen[0]) @ way), least, most))
        return _straight(here, way, length)
    moved = seen[-1] - seen[0]
    if spec.straight or float(np.abs(np.linalg.norm(moved))) < least:
        length = start.length(spec.length) if spec.length else float(np.clip(np.linalg.norm(moved), least, most))
        return _straight((seen[0] + seen[-1]) / 2, moved, length)
    return _shortened(_parabola(seen), start.length(spec.length) if spec.length else most)


def _straight(middle: Array, way: Array, length: float) -> Array:
    way = way / (np.linalg.norm(way) + 1e-9)
    return np.asarray(middle + np.linspace(-0.5, 0.5, 9)[:, None] * way * length)


def _parabola(points: Array) -> Array:
    """The quadratic curve nearest to the points that keeps their ends."""
    t = np.linspace(0, 1, len(points))[:, None]
    bulge = 2 * t * (1 - t)
    control = ((points - (1 - t) ** 2 * points[0] - t**2 * points[-1]) * bulge).sum(0) / (bulge * bulge).sum()
    t = np.linspace(0, 1, 24)[:, None]
    return np.asarray((1 - t) ** 2 * points[0] + 2 * t * (1 - t) * control + t**2 * points[-1])


def _shortened(line: Array, most: float) -> Array:
    """The last part of a line that is too long."""
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    spare = max(0.0, float(lengths[-1]) - most)
    t = np.linspace(spare * 0.6, lengths[-1] - spare * 0.4, len(line))
    return np.column_stack([np.interp(t, lengths, line[:, k]) for k in (0, 1)])


class _FreeSpace:
    """A coarse map of what is drawn, and the search for the nearest free place."""

    def __init__(self, camera: Camera, shapes: tuple[Array, Array], shown: tuple[Array, Array], reach: float) -> None:
        vertices, triangles = shapes
        seen = camera.seen(vertices)
        self.low = seen[:, :2].min(0) - _SEARCH
        self.drawn = shown
        size = np.ceil((seen[:, :2].max(0) + _SEARCH - self.low) * _GRID).astype(int)
        flat = np.column_stack([(seen[:, :2] - self.low) * _GRID, -seen[:, 2]])
        numbers, _ = rasterize(flat, triangles, (int(size[0]), int(size[1])))
        self.reach = max(1, round(reach * _GRID))
        self.map = box_blur((numbers >= 0).astype(float), self.reach)

    def nearest_free(self, line: Array) -> Array:
        """The shift that keeps the line off the drawing, near its own place, and the picture small."""
        steps = np.arange(-_SEARCH, _SEARCH + 1e-9, 1 / _GRID * 1.5)
        x, y = (axis.ravel() for axis in np.meshgrid(steps, steps))
        shifts = np.column_stack([x, y])
        shifts = shifts[np.hypot(x, y) <= _SEARCH]
        placed = line[None] + shifts[:, None]
        cells = ((placed - self.low) * _GRID).astype(int)
        rows = np.clip(cells[:, :, 1], 0, self.map.shape[0] - 1)
        columns = np.clip(cells[:, :, 0], 0, self.map.shape[1] - 1)
        covered = self.map[rows, columns]
        cost = covered.mean(1) * 4 + covered.max(1) * 2 + np.hypot(shifts[:, 0], shifts[:, 1]) * 1.6
        way = line[-1] - line[0]
        aside = np.abs(shifts @ np.array([-way[1], way[0]])) / (np.linalg.norm(way) + 1e-9)
        cost += aside * 1.4  # beside its way an arrow belongs to something else; ahead or behind it does not
        margin = self.reach / _GRID
        grown = np.maximum(placed.max(1) + margin - self.drawn[1], 0) + np.maximum(self.drawn[0] - placed.min(1) + margin, 0)
        cost += grown @ self._growth_price()
        return np.asarray(shifts[int(cost.argmin())])

    def _growth_price(self) -> Array:
        """A wider picture costs most where width decides the scale, a taller one where height does."""
        width, height = self.drawn[1] - self.drawn[0]
        return np.array([2.2 if width >= height else 0.5, 2.2 if height > width else 0.5])

    def occupy(self, line: Array) -> None:
        """Take the place of an arrow."""
        cells = ((line - self.low) * _GRID).astype(int)
        for column, row in cells:
            r = self.reach + 2
            self.map[max(row - r, 0) : row + r, max(column - r, 0) : column + r] = 1.0


def arrow_extent(arrows: Sequence[Arrow], mm_per_m: float) -> Array:
    """Corners of what the arrows cover, metres of the picture plane."""
    margin = (HEAD_MM * 0.6 + HALO_MM * 0.3) / mm_per_m
    return np.concatenate(
        [arrow.line + np.array([sx * margin, sy * margin]) for arrow in arrows for sx in (-1, 1) for sy in (-1, 1)]
    )


def shaft_and_head(line: Array, mm: float, *, two_heads: bool) -> tuple[Array, list[Array]]:
    """Points of the shaft and polygons of the heads, in the units of ``line``; ``mm`` is a millimetre in them."""
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    t = np.linspace(0, lengths[-1], 40)
    dense = np.column_stack([np.interp(t, lengths, line[:, k]) for k in (0, 1)])
    dense = gaussian(dense, 2.0, closed=False)
    polygons, last = [_head(dense, mm)], _neck(dense, mm)
    first = 0
    if two_heads:
        polygons.append(_head(dense[::-1], mm))
        first = len(dense) - 1 - _neck(dense[::-1], mm)
    return dense[first : last + 1], polygons


def _neck(line: Array, mm: float) -> int:
    away = np.linalg.norm(line - line[-1], axis=1)
    return int(np.clip(np.argmin(np.abs(away - HEAD_MM * 0.85 * mm)), 1, len(line) - 2))


def _head(line: Array, mm: float) -> Array:
    tip, base = line[-1], line[_neck(line, mm)]
    way = (tip - base) / (np.linalg.norm(tip - base) + 1e-9)
    side = np.array([-way[1], way[0]])
    length = HEAD_MM * mm
    foot = tip - way * length
    return np.array([tip, foot + side * length * 0.52, foot + way * length * 0.14, foot - side * length * 0.52])
