"""The window's own icons: lines of 1.7 on a grid of 20, painted in the colour of a token; the typeface has no such signs."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

GRID = 20.0
LINE = 1.7
WHITE = 0xFFFFFFFF

_LINES: dict[str, str] = {
    "build": "M3 4.5 H17 M3 9.5 H17 M3 14.5 H9 M14.5 12 V18 M11.5 15 H17.5",
    "patients": "O7.5 7 3 M1.8 17 C1.8 13.6 4.2 11.8 7.5 11.8 C10.8 11.8 13.2 13.6 13.2 17 "
    "M12.4 4.2 C14.6 4 16 5.4 16 7 C16 8.6 14.8 9.8 13 9.9 M15 12.2 C17 12.8 18.3 14.4 18.3 17",
    "library": "M10 5 C8.4 3.9 5.6 3.5 2.5 3.8 V15.4 C5.6 15.1 8.4 15.6 10 16.7 "
    "C11.6 15.6 14.4 15.1 17.5 15.4 V3.8 C14.4 3.5 11.6 3.9 10 5 V16.7",
    "templates": "R2.5 3.2 15 4.4 1 R2.5 10.4 6 6.6 1 R11.5 10.4 6 6.6 1",
    "clinic": "M3.5 8 L10 2.6 L16.5 8 V16.4 Q16.5 17.4 15.5 17.4 H4.5 Q3.5 17.4 3.5 16.4 Z M10 8.8 V14.2 M7.3 11.5 H12.7",
    "lock": "R4 8.6 12 8.8 1.6 M6.6 8.6 V6 C6.6 3.9 8 2.4 10 2.4 C12 2.4 13.4 3.9 13.4 6 V8.6",
    "search": "O8.6 8.6 5.4 M12.7 12.7 L17.4 17.4",
    "chevron-down": "M5.5 7.8 L10 12.3 L14.5 7.8",
    "chevron-up": "M5.5 12.2 L10 7.7 L14.5 12.2",
    "chevron-right": "M7.8 5.5 L12.3 10 L7.8 14.5",
    "chevron-left": "M12.2 5.5 L7.7 10 L12.2 14.5",
    "plus": "M10 4.2 V15.8 M4.2 10 H15.8",
    "minus": "M4.2 10 H15.8",
    "close": "M5 5 L15 15 M15 5 L5 15",
    "check": "M4 10.6 L8.2 14.8 L16.2 5.6",
    "goal": "O10 10 7 O10 10 3",
    "arrow-right": "M3 10 H16.4 M11.6 5.2 L16.4 10 L11.6 14.8",
    "arrow-left": "M17 10 H3.6 M8.4 5.2 L3.6 10 L8.4 14.8",
    "arrow-up": "M10 17 V3.6 M5.2 8.4 L10 3.6 L14.8 8.4",
    "arrow-down": "M10 3 V16.4 M5.2 11.6 L10 16.4 L14.8 11.6",
    "swap": "M3.5 7 H16 M12.8 3.8 L16 7 L12.8 10 M16.5 13.4 H4 M7.2 10.4 L4 13.4 L7.2 16.6",
    "undo": "M7.4 3.8 L3.6 7.6 L7.4 11.4 M3.6 7.6 H11.6 C14.6 7.6 16.4 9.4 16.4 11.8 C16.4 14.2 14.6 16 11.6 16 H8",
    "redo": "M12.6 3.8 L16.4 7.6 L12.6 11.4 M16.4 7.6 H8.4 C5.4 7.6 3.6 9.4 3.6 11.8 C3.6 14.2 5.4 16 8.4 16 H12",
    "eye": "M1.8 10 C3.8 6.2 6.6 4.4 10 4.4 C13.4 4.4 16.2 6.2 18.2 10 C16.2 13.8 13.4 15.6 10 15.6 C6.6 15.6 3.8 13.8 1.8 10 Z "
    "O10 10 2.6",
    "save-pdf": "M5.2 2.4 H11.6 L15.8 6.6 V16.4 Q15.8 17.6 14.6 17.6 H5.2 Q4 17.6 4 16.4 V3.6 Q4 2.4 5.2 2.4 Z "
    "M10 7.6 V14 M7.4 11.6 L10 14.2 L12.6 11.6",
    "printer": "M5.6 7 V2.6 H14.4 V7 M5.6 14.2 H3.6 Q2.4 14.2 2.4 13 V8.2 Q2.4 7 3.6 7 H16.4 Q17.6 7 17.6 8.2 V13 "
    "Q17.6 14.2 16.4 14.2 H14.4 R5.6 11.4 8.8 6 0.4",
    "note": "M4.4 2.8 H15.6 Q16.6 2.8 16.6 3.8 V11.6 L11 17.2 H4.4 Q3.4 17.2 3.4 16.2 V3.8 Q3.4 2.8 4.4 2.8 Z M16.4 11.6 H11 V17",
    "calendar": "R3 4.4 14 12.8 1.4 M3 8.8 H17 M6.8 2.4 V6 M13.2 2.4 V6",
    "clock": "O10 10 7.4 M10 5.8 V10 L13 12",
    "body": "O10 3.4 1.9 M3.6 7.4 C7 8.2 13 8.2 16.4 7.4 M10 8 V12.2 M10 12 L6.8 18 M10 12 L13.2 18",
    "copy": "R7 7 10 10.4 1.2 M4.4 13 H4 Q2.8 13 2.8 11.8 V3.8 Q2.8 2.6 4 2.6 H11.8 Q13 2.6 13 3.8 V4.2",
    "pencil": "M3.2 16.8 L4.2 12.8 L13.6 3.4 L16.6 6.4 L7.2 15.8 Z M11.6 5.4 L14.6 8.4",
    "home": "M2.8 9.4 L10 3 L17.2 9.4 M5 8 V16.8 H15 V8",
    "gear": "O10 10 2.7 O10 10 6.2 M10 1.6 V3.8 M10 16.2 V18.4 M1.6 10 H3.8 M16.2 10 H18.4 "
    "M4.1 4.1 L5.6 5.6 M14.4 14.4 L15.9 15.9 M4.1 15.9 L5.6 14.4 M14.4 5.6 L15.9 4.1",
    "filter": "M3 4 H17 L11.8 10.4 V16.4 L8.2 14.6 V10.4 Z",
    "trash": "M3.4 5.4 H16.6 M7.4 5.2 V3 H12.6 V5.2 M5.2 5.6 L6 17 H14 L14.8 5.6",
    "shield": "M10 2.4 L16.4 4.8 V9.6 C16.4 13.6 13.8 16.4 10 17.8 C6.2 16.4 3.6 13.6 3.6 9.6 V4.8 Z",
    "circle": "O10 10 7.4",
}
_FILLED: dict[str, tuple[str, str]] = {
    "warn": ("M10 1.8 L18.8 17.2 Q19 17.8 18.4 17.8 H1.6 Q1 17.8 1.2 17.2 Z", "M10 7 V12 M10 14.9 V15"),
    "stop": ("M6.4 1.4 H13.6 L18.6 6.4 V13.6 L13.6 18.6 H6.4 L1.4 13.6 V6.4 Z", "M10 5.4 V11 M10 14.2 V14.3"),
    "info": ("O10 10 8.6", "M10 9.4 V14.4 M10 6 V6.1"),
    "check-circle": ("O10 10 8.6", "M5.8 10.3 L8.8 13.3 L14.4 7"),
}
_DOTS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "grip": tuple((x, y, 1.15) for x in (7.2, 12.8) for y in (4.4, 10, 15.6)),
    "more": ((4, 10, 1.5), (10, 10, 1.5), (16, 10, 1.5)),
}


class Glyph(NamedTuple):
    """An icon on the grid: ``lines`` are stroked, ``solid`` is filled, ``cut`` is stroked over it in the ground's colour."""

    lines: QPainterPath | None = None
    solid: QPainterPath | None = None
    cut: QPainterPath | None = None


def icon_names() -> tuple[str, ...]:
    """All icons there are."""
    return (*_LINES, *_FILLED, *_DOTS, "star", "star-full")


@lru_cache(maxsize=128)
def glyph(name: str) -> Glyph:
    """The shapes of an icon; raises KeyError for a name that does not exist."""
    if name in _LINES:
        return Glyph(lines=_parse(_LINES[name]))
    if name in _FILLED:
        solid, cut = _FILLED[name]
        return Glyph(solid=_parse(solid), cut=_parse(cut))
    if name in ("star", "star-full"):
        return Glyph(lines=_star(), solid=_star() if name == "star-full" else None)
    solid_dots = QPainterPath()
    for x, y, radius in _DOTS[name]:
        solid_dots.addEllipse(QPointF(x, y), radius, radius)
    return Glyph(solid=solid_dots)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor, ground: QColor | None = None) -> None:
    """Paint an icon to fit ``rect``; ``ground`` is the colour of the sign inside a filled one (white if None)."""
    shapes = glyph(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    if shapes.solid is not None:
        painter.fillPath(shapes.solid, color)
    if shapes.lines is not None:
        painter.strokePath(shapes.lines, _pen(color.rgba(), LINE))
    if shapes.cut is not None:
        painter.strokePath(shapes.cut, _pen(ground.rgba() if ground is not None else WHITE, 2.0))
    painter.restore()


def icon_pixmap(name: str, size: int, color: QColor, ratio: float = 1.0, ground: QColor | None = None) -> QPixmap:
    """An icon of ``size`` pixels as a picture for a screen of this pixel ratio."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), color, ground)
    painter.end()
    return pixmap


def icon(name: str, size: int, color: QColor) -> QIcon:
    """An icon for Qt's own widgets, as sharp at twice the pixels."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, size, color, ratio))
    return made


@lru_cache(256)
def _pen(rgba: int, width: float) -> QPen:
    return QPen(QColor.fromRgba(rgba), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _star() -> QPainterPath:
    path = QPainterPath()
    for corner in range(10):
        radius = 8.2 if corner % 2 == 0 else 3.6
        angle = pi * corner / 5 - pi / 2
        point = QPointF(10 + radius * cos(angle), 10.6 + radius * sin(angle))
        path.lineTo(point) if corner else path.moveTo(point)
    path.closeSubpath()
    return path


_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0, "O": 3, "R": 5}


def _parse(text: str) -> QPainterPath:
    """A path from letters as in SVG (absolute), and O for a circle (centre, radius), R for a rounded rectangle."""
    path = QPainterPath()
    tokens = _tokens(text)
    while tokens:
        letter = tokens.pop(0)
        count = _ARGUMENTS[letter]
        numbers = [float(each) for each in tokens[:count]]
        del tokens[:count]
        _draw(path, letter, numbers)
    return path


def _tokens(text: str) -> list[str]:
    spaced = "".join(f" {sign} " if sign.isalpha() else sign for sign in text)
    return spaced.split()


def _draw(path: QPainterPath, letter: str, n: list[float]) -> None:
    at = path.currentPosition()
    if letter == "M":
        path.moveTo(*n)
    elif letter == "L":
        path.lineTo(*n)
    elif letter == "H":
        path.lineTo(n[0], at.y())
    elif letter == "V":
        path.lineTo(at.x(), n[0])
    elif letter == "C":
        path.cubicTo(*n)
    elif letter == "Q":
        path.quadTo(*n)
    elif letter == "Z":
        path.closeSubpath()
    elif letter == "O":
        path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    else:
        path.addRoundedRect(QRectF(*n[:4]), n[4], n[4])
