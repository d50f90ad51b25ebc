"""One frame as a ``Drawing``: fills, second tone, lines, face and arrows as painted paths."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath, Point, Role, Segment
from ptbuilder.figure import arrows as arrow_shapes
from ptbuilder.figure.arrows import Arrow
from ptbuilder.figure.camera import View
from ptbuilder.figure.curves import Curve, fit
from ptbuilder.figure.face import draw_face, quiet_zone
from ptbuilder.figure.fills import find_fills
from ptbuilder.figure.healing import healed
from ptbuilder.figure.meshes import Mesh
from ptbuilder.figure.model import build_model
from ptbuilder.figure.outlines import CREASE, FACE, HAND, INNER, OUTER, PROP, detail_map, find_lines, read_buffers
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.raster import rasterize
from ptbuilder.figure.rotations import Array
from ptbuilder.figure.themes import COLOUR, ROLES, shade

PIXELS_PER_MM = 20
UNITS_PER_PIXEL = 4
UNITS_PER_MM = PIXELS_PER_MM * UNITS_PER_PIXEL
"""Units of a drawing in a millimetre of print at its usual size."""

_WIDTHS = {CREASE: 0.24, PROP: 0.32, INNER: 0.31, OUTER: 0.40, FACE: 0.26, HAND: 0.28}
"""Line widths in mm of print."""

_FACE_WIDTH = 0.28


def draw_picture(posed: Posed, vertices: Array, meshes: Sequence[Mesh], view: View, arrows: Sequence[Arrow] = ()) -> Drawing:
    """Draw one frame; ``view`` has 20 pixels a millimetre of print."""
    model = build_model(posed, vertices, meshes, view.camera)
    points = view.project(model.vertices)
    numbers, depth = healed(*rasterize(points, model.triangles, view.size), model)
    buffers = read_buffers(model, numbers, depth, quiet_zone(posed, view), view.pixels_per_metre)
    detail = detail_map(buffers)
    lines = find_lines(buffers, detail)
    areas, tones = find_fills(model, points, numbers, view, detail)
    paths = [_filled(COLOUR.get(name, COLOUR["prop"]), outlines, ROLES.get(name.split("_")[0], "prop")) for name, outlines in areas]
    paths += [_filled(shade(name), outlines, "tone") for name, outlines in tones]
    for kind in (CREASE, PROP, FACE, HAND, INNER, OUTER):
        if lines[kind]:
            ink = COLOUR["prop_ink"] if kind in (CREASE, PROP) else COLOUR["ink"]
            paths.append(_stroked(ink, _WIDTHS[kind], lines[kind], "line"))
    face = draw_face(posed, view, buffers.depth)
    if face.lines:
        paths.append(_stroked(COLOUR["ink"], _FACE_WIDTH, face.lines, "line"))
    if face.dots:
        paths.append(_filled(COLOUR["ink"], face.dots, "line"))
    for arrow in arrows:
        paths += _arrow_paths(arrow, view)
    width, height = view.size
    return Drawing(
        width=(width + 2) * UNITS_PER_PIXEL,
        height=(height + 2) * UNITS_PER_PIXEL,
        paths=tuple(paths),
        body=posed.body.name,
        meta=(("unit", f"1/{UNITS_PER_MM} mm"),),
    )


def _point(p: Array) -> Point:
    return (round(float(p[0]) * UNITS_PER_PIXEL), round(float(p[1]) * UNITS_PER_PIXEL))


def _segments(lines: Sequence[Sequence[Curve]], *, close: bool) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for curves in lines:
        if not curves:
            continue
        segments.append(("M", (_point(curves[0][0]),)))
        segments += [("C", (_point(b), _point(c), _point(d))) for _, b, c, d in curves]
        if close:
            segments.append(("Z", ()))
    return tuple(segments)


def _filled(colour: str, outlines: Sequence[Sequence[Curve]], role: Role) -> PaintedPath:
    return PaintedPath(_segments(outlines, close=True), Paint(fill=colour), role)


def _stroked(colour: str, width_mm: float, lines: Sequence[Sequence[Curve]], role: Role) -> PaintedPath:
    return PaintedPath(_segments(lines, close=False), Paint(stroke=colour, width=round(width_mm * UNITS_PER_MM)), role)


def _arrow_paths(arrow: Arrow, view: View) -> list[PaintedPath]:
    """White halo below, then shaft and head."""
    scale = np.array([view.pixels_per_metre, -view.pixels_per_metre])
    line = (arrow.line - [view.low[0], view.high[1]]) * scale + 1
    shaft, heads = arrow_shapes.shaft_and_head(line, PIXELS_PER_MM, two_heads=arrow.two_heads)
    stem = _segments([fit(shaft, 1.0)], close=False)
    tips: list[Segment] = []
    for head in heads:
        corners = [_point(corner) for corner in head]
        tips += [("M", (corners[0],)), *(("L", (corner,)) for corner in corners[1:]), ("Z", ())]
    colour, mm = COLOUR["arrow"], UNITS_PER_MM
    halo = round((arrow_shapes.SHAFT_MM + arrow_shapes.HALO_MM) * mm)
    return [
        PaintedPath(stem, Paint(stroke="#ffffff", width=halo), "halo"),
        PaintedPath(tuple(tips), Paint(fill="#ffffff", stroke="#ffffff", width=round(arrow_shapes.HALO_MM * mm)), "halo"),
        PaintedPath(stem, Paint(stroke=colour, width=round(arrow_shapes.SHAFT_MM * mm)), "arrow"),
        PaintedPath(tuple(tips), Paint(fill=colour), "arrow"),
    ]
