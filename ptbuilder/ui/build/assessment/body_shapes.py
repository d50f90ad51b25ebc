"""The outline of a body, front and back, and its parts, as painter paths on a sheet of 160 x 300."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

View = Literal["front", "back"]
SHEET = QRectF(0, 0, 160, 300)
FIGURE = QRectF(4, 4, 152, 292)
"""A drawn body fills this part of its sheet, in width or in height."""
MIDDLE = 80.0

_Curve = tuple[float, ...]
# The right half of each shape as seen on the sheet, from the top to the bottom; x counts from the middle line.
# Each row is a cubic curve (two control points and the end).
_BODY: tuple[_Curve, ...] = (
    (6, 46, 7, 50, 13, 53),
    (22, 56, 33, 57, 38, 65),
    (43, 73, 43, 86, 46, 97),
    (49, 108, 54, 122, 58, 141),
    (60, 148, 64, 155, 65, 163),
    (66, 171, 65, 180, 61, 182),
    (57, 183, 55, 175, 54, 168),
    (53, 160, 51, 153, 49, 145),
    (45, 130, 39, 118, 36, 104),
    (34, 96, 32, 90, 31, 86),
    (30, 98, 27, 110, 27, 122),
    (28, 134, 34, 146, 35, 160),
    (36, 176, 33, 192, 30, 208),
    (28, 220, 31, 232, 29, 246),
    (27, 258, 22, 266, 22, 274),
    (22, 280, 28, 285, 27, 289),
    (26, 292, 14, 292, 11, 290),
    (9, 286, 11, 280, 11, 274),
    (10, 262, 7, 250, 8, 238),
    (9, 228, 10, 222, 8, 212),
    (6, 198, 3, 186, 2, 172),
    (1.5, 170, 0.5, 170, 0, 170),
)
_SHIRT: tuple[_Curve, ...] = (
    (5, 55, 9, 53, 13, 53),
    (22, 56, 33, 57, 38, 65),
    (42, 72, 43, 82, 45, 92),
    (41, 95, 37, 96, 34, 96),
    (33, 93, 32, 90, 31, 86),
    (30, 98, 27, 110, 27, 122),
    (28, 128, 30, 134, 32, 140),
    (22, 143, 10, 144, 0, 144),
)
_SHORTS: tuple[_Curve, ...] = (
    (10, 142, 22, 141, 32, 138),
    (34, 145, 35, 152, 35, 160),
    (36, 170, 35, 180, 33, 190),
    (25, 193, 14, 193, 6, 191),
    (4, 184, 3, 178, 2, 172),
    (1.5, 170, 0.5, 170, 0, 170),
)


class BodyPart(NamedTuple):
    """A part one can press: its region in the library, the side of the body (None in the middle), the view, and its shape."""

    region: str
    side: Literal["left", "right"] | None
    view: View
    shape: QPainterPath


@lru_cache(maxsize=4)
def outline(piece: Literal["body", "shirt", "shorts"]) -> QPainterPath:
    """A piece of the figure, both halves closed into one shape."""
    rows, start = {"body": (_BODY, QPointF(0, 40)), "shirt": (_SHIRT, QPointF(0, 58)), "shorts": (_SHORTS, QPointF(0, 142))}[piece]
    half = QPainterPath(start)
    for row in rows:
        half.cubicTo(*row)
    mirrored = QTransform.fromScale(-1, 1).map(half)
    whole = QPainterPath(half)
    whole.connectPath(mirrored.toReversed())
    whole.closeSubpath()
    return QTransform.fromTranslate(MIDDLE, 0).map(whole)


@lru_cache(maxsize=2)
def head(view: View) -> tuple[QPainterPath, QPainterPath]:
    """Head and hair."""
    face = QPainterPath()
    face.addRoundedRect(QRectF(MIDDLE - 13, 10, 26, 36), 13, 16)
    hair = QPainterPath()
    if view == "back":
        hair.addRoundedRect(QRectF(MIDDLE - 13.6, 8.5, 27.2, 30), 13.5, 13.5)
        return face, hair
    hair.moveTo(MIDDLE - 13.6, 25)
    hair.cubicTo(MIDDLE - 15, 4, MIDDLE + 15, 4, MIDDLE + 13.6, 25)
    hair.cubicTo(MIDDLE + 12, 20, MIDDLE + 10, 17, MIDDLE + 8, 16)
    hair.cubicTo(MIDDLE + 3, 19, MIDDLE - 5, 19, MIDDLE - 9, 16)
    hair.cubicTo(MIDDLE - 11, 18, MIDDLE - 12, 21, MIDDLE - 13.6, 25)
    return face, hair


@lru_cache(maxsize=1)
def body_parts() -> tuple[BodyPart, ...]:
    """All parts in reading order: front from the top, then back; on the front the patient's right is at the left of the sheet."""
    parts: list[BodyPart] = []
    for view in ("front", "back"):
        parts.append(_middle("cervical", view, 45 if view == "back" else 50, 13, 8))
        parts.extend(_pair("shoulder", view, 36, 68, 14, 14))
        if view == "back":
            parts.append(_middle("thoracic", view, 82, 24, 23))
        parts.extend(_pair("elbow", view, 45, 111, 10, 10))
        if view == "back":
            parts.append(_middle("lumbar", view, 126, 23, 16))
        parts.extend(_pair("hip", view, 26, 158, 12, 17))
        parts.extend(_pair("wrist-hand", view, 58, 166, 11, 17))
        parts.extend(_pair("knee", view, 19, 222, 12, 14))
        parts.extend(_pair("ankle-foot", view, 18, 280, 14, 14))
    return tuple(parts)


def _ellipse(x: float, y: float, wide: float, tall: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(MIDDLE + x, y), wide, tall)
    return path


def _middle(region: str, view: View, y: float, wide: float, tall: float) -> BodyPart:
    return BodyPart(region, None, view, _ellipse(0, y, wide, tall))


def _pair(region: str, view: View, x: float, y: float, wide: float, tall: float) -> tuple[BodyPart, BodyPart]:
    first, second = ("right", "left") if view == "front" else ("left", "right")
    return (
        BodyPart(region, first, view, _ellipse(-x, y, wide, tall)),  # type: ignore[arg-type]
        BodyPart(region, second, view, _ellipse(x, y, wide, tall)),  # type: ignore[arg-type]
    )
