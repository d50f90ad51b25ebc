"""A drawing, and a picture made of pixels, as a QImage: painting that may happen on a worker."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from ptbuilder.domain.drawing import Drawing, PaintedPath
from ptbuilder.domain.image import RasterImage


def drawn_image(drawing: Drawing, size: QSize, ratio: float) -> QImage:
    """The drawing in the middle of a transparent picture, as large as fits."""
    image = QImage(round(size.width() * ratio), round(size.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    scale = min(size.width() / max(drawing.width, 1e-6), size.height() / max(drawing.height, 1e-6))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((size.width() - drawing.width * scale) / 2, (size.height() - drawing.height * scale) / 2)
    painter.scale(scale, scale)
    for path in drawing.paths:
        _paint_path(painter, path)
    painter.end()
    return image


def raster_image(raster: RasterImage, ratio: float) -> QImage:
    """The same pixels, in memory of their own."""
    image = QImage(raster.rgba, raster.width, raster.height, 4 * raster.width, QImage.Format.Format_RGBA8888)
    own = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    own.setDevicePixelRatio(ratio)
    return own


def outline_of(painted: PaintedPath) -> QPainterPath:
    """The path in units of its drawing."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for letter, points in painted.segments:  # numbers, not points: a QPointF for each would take as long as the rest
        if letter == "C":
            (a, b), (c, d), (x, y) = points
            path.cubicTo(a, b, c, d, x, y)
        elif letter == "M":
            path.moveTo(*points[0])
        elif letter == "L":
            path.lineTo(*points[0])
        else:
            path.closeSubpath()
    return path


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
    painter.drawPath(outline_of(painted))
