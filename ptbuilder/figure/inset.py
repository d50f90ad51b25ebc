"""An extra close-up in a frame of its own, above or in a free corner of the picture, for movements that are small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath, Point, Segment
from ptbuilder.figure.themes import COLOUR

_EDGE = 0.35
"""Width of the frame's line, mm."""

_GAP = 1.2


def with_inset(drawing: Drawing, inset: Drawing, mm: int, left_share: float) -> Drawing:
    """``inset`` above ``drawing``; ``left_share`` says where across, 0 left to 1 right. ``mm`` is a millimetre in units."""
    gap = _GAP * mm
    width = max(drawing.width, inset.width + 2 * gap)
    shift_main = ((width - drawing.width) / 2, inset.height + 2 * gap)
    spare = width - inset.width - 2 * gap
    shift_inset = (gap + spare * min(max(left_share, 0.0), 1.0), gap)
    x, y = shift_inset
    box = _box(x, y, x + inset.width, y + inset.height)
    paths = [
        *_moved(drawing.paths, shift_main),
        PaintedPath(box, Paint(fill="#ffffff"), "halo"),
        *_moved(inset.paths, shift_inset),
        PaintedPath(box, Paint(stroke=COLOUR["prop_ink"], width=round(_EDGE * mm)), "prop"),
    ]
    return replace(drawing, width=round(width), height=round(drawing.height + shift_main[1]), paths=tuple(paths))


def _box(x0: float, y0: float, x1: float, y1: float) -> tuple[Segment, ...]:
    corners = [(round(x0), round(y0)), (round(x1), round(y0)), (round(x1), round(y1)), (round(x0), round(y1))]
    return (("M", (corners[0],)), *(("L", (corner,)) for corner in corners[1:]), ("Z", ()))


def _moved(paths: Sequence[PaintedPath], by: tuple[float, float]) -> list[PaintedPath]:
    def shifted(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple((round(x + by[0]), round(y + by[1])) for x, y in points)

    return [replace(path, segments=tuple((kind, shifted(points)) for kind, points in path.segments)) for path in paths]
