"""The drawn body of the body map: its two views as pictures, and its parts where its joints are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage, QPainterPath, QTransform

from ptbuilder.domain.clinic import Skin
from ptbuilder.domain.drawing import Drawing, Point
from ptbuilder.services.drawing.body_map import VIEWS, map_drawing, map_points
from ptbuilder.ui.build.assessment.body_shapes import FIGURE, MIDDLE, SHEET, BodyPart, View, body_parts
from ptbuilder.ui.build.figures.drawing_image import drawn_image

_PLACES: Mapping[str, tuple[str, str, float, float, float, float]] = {
    "cervical": ("neck", "pelvis", -0.01, 1.0, 12, 8.5),
    "shoulder": ("shoulder", "elbow", 0.02, 1.0, 12.5, 13),
    "thoracic": ("upper_back", "low_back", 0.3, 1.0, 20, 21),
    "elbow": ("elbow", "wrist", 0.0, 1.0, 9, 10.5),
    "lumbar": ("low_back", "pelvis", 0.2, 1.0, 20, 13),
    "hip": ("hip", "knee", 0.09, 1.22, 11, 15),
    "wrist-hand": ("wrist", "fingers", 0.5, 1.0, 10, 15.5),
    "knee": ("knee", "ankle", 0.0, 1.0, 11, 13),
    "ankle-foot": ("ankle", "toes", 0.2, 1.0, 11, 13.5),
}
"""From which point towards which, by how much of the way, how much farther from the middle line; half sizes of the ellipse."""


class BodyFigure:
    """One body, with the parts in the order of :func:`body_parts`."""

    def __init__(self, drawings: Mapping[View, Drawing], points: Mapping[View, Mapping[str, Point]]) -> None:
        self._drawings = drawings
        self._images: dict[tuple[View, int, int, float], QImage] = {}
        self.parts = tuple(
            BodyPart(part.region, part.side, part.view, _shape(part, to_sheet(drawings[part.view]), points[part.view]))
            for part in body_parts()
        )

    def image(self, view: View, size: QSize, ratio: float) -> QImage:
        """The drawing in the middle of a picture of this size; painted once for each size of the last few."""
        key = (view, size.width(), size.height(), ratio)
        if key not in self._images:
            if len(self._images) >= 8:
                self._images.clear()
            self._images[key] = drawn_image(self._drawings[view], size, ratio)
        return self._images[key]


@lru_cache(maxsize=2)
def body_figure(body: str, skin: Skin = "light") -> BodyFigure | None:
    """The drawn body in one skin, or None where it is not baked."""
    views: tuple[View, ...] = ("front", "back")
    assert views == VIEWS
    drawings, points = {}, {}
    for view in views:
        drawing = map_drawing(body, view, skin)
        points[view] = map_points(body, view)
        if drawing is None or not points[view]:
            return None
        drawings[view] = drawing
    return BodyFigure(drawings, points)


def to_sheet(drawing: Drawing) -> QTransform:
    """From the drawing's own units to the sheet."""
    scale = min(FIGURE.width() / drawing.width, FIGURE.height() / drawing.height)
    left = SHEET.center().x() - drawing.width * scale / 2
    return QTransform(scale, 0, 0, scale, left, SHEET.center().y() - drawing.height * scale / 2)


def _shape(part: BodyPart, way: QTransform, points: Mapping[str, Point]) -> QPainterPath:
    near, far, share, outwards, wide, tall = _PLACES[part.region]
    tail = f"_{part.side[0]}" if part.side else ""
    start, end = way.map(QPointF(*points[near + tail])), way.map(QPointF(*points[far + tail]))
    at = start + (end - start) * share
    path = QPainterPath()
    path.addEllipse(QPointF(MIDDLE + (at.x() - MIDDLE) * outwards, at.y()), wide, tall)
    return path
