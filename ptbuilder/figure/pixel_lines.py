"""Lines of moving pictures: edges between pixels, as wide as the lines of the still drawings are, and the face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.camera import View
from ptbuilder.figure.curves import Curve
from ptbuilder.figure.face import draw_face
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array

OUTER_MM, INNER_MM, PROP_MM, FACE_MM = 0.40, 0.30, 0.27, 0.28
"""Widths in mm of print, as in the still drawings."""

_FOLD = 0.03
_GAP = 0.012
_STEEPEST = 0.3
_SQUARE = 0.85
"""Share of its width that a line drawn with a square has, since it is wider across its corners."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What each pixel shows: label (-1 nothing), depth in metres, whether it is the body, and whether it is the head's skin."""

    labels: Array
    depth: Array
    body: Array
    head: Array


def line_masks(shown: Shown, pixels_per_mm: float) -> list[tuple[str, Array]]:
    """Pixels of lines with the name of their ink, in the order in which they are painted."""
    props, inner, outer = (np.zeros(shown.labels.shape, bool) for _ in range(3))
    for axis in (0, 1):
        one, two = _both(shown.labels, axis)
        z1, z2 = _both(shown.depth, axis)
        f1, f2 = _both(shown.body, axis)
        h1, h2 = _both(shown.head, axis)
        step = np.abs(z1 - z2)
        slope = np.minimum(np.maximum(np.roll(step, 1, axis), np.roll(step, -1, axis)), _STEEPEST)
        differs = one != two
        fold = ~differs & (one >= 0) & (step > _FOLD) & (step > 2 * slope) & ~(h1 & h2)
        near_body = np.where(z1 < z2, f1, f2)
        edge = differs | fold
        of_body = edge & (near_body | ((f1 | f2) & (step < _GAP)))
        for mask, part in ((inner, of_body & f1 & f2), (outer, of_body & ~(f1 & f2)), (props, edge & ~of_body)):
            mask[(slice(None), slice(0, -1)) if axis else slice(0, -1)] |= part
    wide = (("prop_ink", props, PROP_MM), ("ink", inner, INNER_MM), ("ink", outer, OUTER_MM))
    return [(ink, widened(mask, max(1, round(_SQUARE * mm * pixels_per_mm)))) for ink, mask, mm in wide]


def _both(image: Array, axis: int) -> tuple[Array, Array]:
    return (image[:, :-1], image[:, 1:]) if axis else (image[:-1], image[1:])


def widened(mask: Array, width: int) -> Array:
    """The mask with lines of one pixel made ``width`` pixels wide."""
    result = mask.copy()
    before, after = (width - 1) // 2, width // 2
    for _ in range(after):
        result[1:] |= result[:-1].copy()
        result[:, 1:] |= result[:, :-1].copy()
    for _ in range(before):
        result[:-1] |= result[1:].copy()
        result[:, :-1] |= result[:, 1:].copy()
    return result


def face_mask(posed: Posed, view: View, depth: Array, pixels_per_mm: float) -> Array:
    """Pixels of eyes, brows, mouth and ear."""
    face = draw_face(posed, view, np.pad(np.where(np.isinf(depth), 1e3, depth), 1, mode="edge"))
    mask = np.zeros(depth.shape, bool)
    for line in face.lines:
        _mark(mask, _points(line))
    mask = widened(mask, max(1, round(_SQUARE * FACE_MM * pixels_per_mm)))
    for dot in face.dots:
        points = _points(dot)
        middle = points.mean(0)
        for share in np.linspace(0, 1, 6):
            _mark(mask, middle + (points - middle) * share)
    return mask


def _points(curves: Sequence[Curve]) -> Array:
    t = np.linspace(0, 1, 24)[:, None]
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return np.concatenate([sum(share * point for share, point in zip(shares, curve, strict=True)) for curve in curves])


def _mark(mask: Array, points: Array) -> None:
    columns, rows = (points - 1).round().astype(int).T
    inside = (rows >= 0) & (rows < mask.shape[0]) & (columns >= 0) & (columns < mask.shape[1])
    mask[rows[inside], columns[inside]] = True
