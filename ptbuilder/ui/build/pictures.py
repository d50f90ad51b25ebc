"""Pictures of exercises, painted once from their drawings and kept as pixmaps."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ptbuilder.domain.drawing import Drawing, PaintedPath
from ptbuilder.domain.vocabulary import Side
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import PICTURE_RADIUS, Theme

Frame = Literal["start", "finish"]
Provider = Callable[[str, Side | None, Frame], Drawing | None]
"""Exercise code, side and frame to its drawing, or None while there is none."""
KEPT = 600
"""Pixmaps kept at most; one at 112 x 76 and ratio 2 takes 136 KB."""


def no_pictures(code: str, side: Side | None, frame: Frame) -> Drawing | None:
    """Give no drawing; for a library without pictures."""
    del code, side, frame
    return None


class DrawingCache:
    """Asks ``provide`` for drawings and keeps them as pixmaps by exercise, side, frame, size and pixel ratio."""

    def __init__(self, provide: Provider = no_pictures) -> None:
        self._provide = provide
        self._pixmaps: OrderedDict[tuple[str, Side | None, Frame, int, int, float], QPixmap] = OrderedDict()
        self._known: dict[tuple[str, Side | None, Frame], Drawing | None] = {}

    def has(self, code: str, side: Side | None = None) -> bool:
        """Whether there is a start picture of this exercise."""
        return self._drawing(code, side, "start") is not None

    def pixmap(self, code: str, side: Side | None, frame: Frame, size: QSize, ratio: float) -> QPixmap | None:
        """The picture to fit ``size`` on a screen of this pixel ratio, or None."""
        key = (code, side, frame, size.width(), size.height(), ratio)
        if key in self._pixmaps:
            self._pixmaps.move_to_end(key)
            return self._pixmaps[key]
        drawing = self._drawing(code, side, frame)
        if drawing is None:
            return None
        self._pixmaps[key] = drawn(drawing, size, ratio)
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        return self._pixmaps[key]

    def forget(self) -> None:
        """Ask for all drawings anew, as after an exercise was posed again or the drawn body changed."""
        self._pixmaps.clear()
        self._known.clear()

    def _drawing(self, code: str, side: Side | None, frame: Frame) -> Drawing | None:
        key = (code, side, frame)
        if key not in self._known:
            self._known[key] = self._provide(code, side, frame)
        return self._known[key]


def drawn(drawing: Drawing, size: QSize, ratio: float) -> QPixmap:
    """The drawing in the middle of a transparent picture, as large as fits."""
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    scale = min(size.width() / max(drawing.width, 1e-6), size.height() / max(drawing.height, 1e-6))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((size.width() - drawing.width * scale) / 2, (size.height() - drawing.height * scale) / 2)
    painter.scale(scale, scale)
    for path in drawing.paths:
        _paint_path(painter, path)
    painter.end()
    return pixmap


def paint_picture(painter: QPainter, theme: Theme, rect: QRectF, pixmap: QPixmap | None) -> None:
    """A picture on its paper, with a hairline around it; the paper alone where the frame is missing."""
    paint_box(painter, rect, theme.color("paper"), theme.color("line"), PICTURE_RADIUS)
    if pixmap is not None:
        size = pixmap.deviceIndependentSize()
        at = QPointF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2)
        painter.drawPixmap(at, pixmap)


def _paint_path(painter: QPainter, painted: PaintedPath) -> None:
    paint = painted.paint
    painter.setOpacity(paint.opacity)
    painter.setBrush(QColor(paint.fill) if paint.fill else Qt.BrushStyle.NoBrush)
    pen = QPen(Qt.PenStyle.NoPen)
    if paint.stroke and paint.width:
        pen = QPen(QColor(paint.stroke), paint.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        if paint.dash:
            pen.setDashPattern([length / paint.width for length in paint.dash])
    painter.setPen(pen)
    painter.drawPath(_outline(painted))


def _outline(painted: PaintedPath) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for letter, points in painted.segments:
        at = [QPointF(x, y) for x, y in points]
        if letter == "M":
            path.moveTo(at[0])
        elif letter == "L":
            path.lineTo(at[0])
        elif letter == "C":
            path.cubicTo(at[0], at[1], at[2])
        else:
            path.closeSubpath()
    return path
