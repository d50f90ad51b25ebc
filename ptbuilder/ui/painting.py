"""Painting that widgets and delegates share: boxes, chips, key caps, and text set on the lines of the theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.theme import CARD_RADIUS, CONTROL_RADIUS, Role, Theme

Made = TypeVar("Made")
REMEMBERED = 2000
"""Widths and broken lines that are kept for one look; some thousand bytes each."""
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
NO_PEN, NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
SOLID, DASHED = Qt.PenStyle.SolidLine, Qt.PenStyle.CustomDashLine


class Run(NamedTuple):
    """A stretch of text in one role and one colour; ``mark`` underlines it in the accent, as letters that were searched for."""

    text: str
    role: Role = "body"
    color: str = "ink"
    mark: bool = False


class TextBlock:
    """Runs of text broken into lines of ``width`` pixels; ``height`` and ``used`` (the widest line) are known before painting."""

    def __init__(self, theme: Theme, runs: Sequence[Run], width: float, most_lines: int = 0) -> None:
        role = runs[0].role if runs else "body"
        self.text = "".join(run.text for run in runs)
        self._step = theme.line(role)
        self._layout = QTextLayout(self.text, theme.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(theme, runs))
        self._layout.setCacheEnabled(True)
        self.lines, self.used, self.is_cut = self._break(max(width, 1), most_lines)
        self.height = self._step * max(self.lines, 1)

    @classmethod
    def of(cls, theme: Theme, runs: Sequence[Run], width: float, most_lines: int = 0) -> TextBlock:
        """The block as it was made before, if it was: lists ask for the same ones at each paint."""
        return remembered(theme, (tuple(runs), width, most_lines), lambda: cls(theme, runs, width, most_lines))

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the left top corner at ``x``, ``y``."""
        self._layout.draw(painter, QPointF(x, y))

    def _break(self, width: float, most: int) -> tuple[int, float, bool]:
        self._layout.beginLayout()
        count, used, cut = 0, 0.0, False
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            if most and count == most:
                cut = True
                line.setLineWidth(width)
                line.setPosition(QPointF(0, -100_000))
                continue
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * self._step + (self._step - line.height()) / 2))
            used = max(used, line.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        return count, used, cut


def _formats(theme: Theme, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        style = QTextCharFormat()
        style.setFont(theme.font(run.role))
        style.setForeground(theme.color(run.color))
        if run.mark:
            style.setFontUnderline(True)
            style.setUnderlineColor(theme.color("accent"))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, len(run.text), style
        ranges.append(part)
        start += len(run.text)
    return ranges


def remembered(theme: Theme, key: object, make: Callable[[], Made]) -> Made:
    """What was made for ``key`` in this look; made now where it was not, or where too much else was made since."""
    memory = theme.memory
    if key not in memory:
        if len(memory) >= REMEMBERED:
            memory.clear()
        memory[key] = make()
    made: Made = memory[key]
    return made


def metrics_of(theme: Theme, role: Role) -> QFontMetricsF:
    """The measures of the font of a role."""
    return remembered(theme, role, lambda: QFontMetricsF(theme.font(role)))


def text_width(theme: Theme, text: str, role: Role = "body") -> float:
    """How many pixels ``text`` takes on one line."""
    return remembered(theme, (role, text), lambda: metrics_of(theme, role).horizontalAdvance(text))


def paint_line(painter: QPainter, theme: Theme, rect: QRectF, text: str, role: Role = "body", color: str = "ink") -> None:
    """One line of text at the left, in the middle of ``rect``, shortened with an ellipsis where it does not fit."""
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(color))
    shown = shortened(theme, text, rect.width(), role)
    painter.drawText(rect, LEFT_MIDDLE, shown)


def shortened(theme: Theme, text: str, width: float, role: Role = "caption") -> str:
    """As much of ``text`` as ``width`` holds, with an ellipsis where something was cut."""
    if text_width(theme, text, role) <= width:
        return text
    return metrics_of(theme, role).elidedText(text, Qt.TextElideMode.ElideRight, width)


def paint_box(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    edge: QColor | None = None,
    radius: float = CONTROL_RADIUS,
    width: float = 1,
    style: Qt.PenStyle = SOLID,
) -> None:
    """A rounded box with its edge inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge is not None else 0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(fill if fill is not None else NO_BRUSH)
    painter.setPen(_edge_pen(edge.rgba(), width, style) if edge is not None else NO_PEN)
    painter.drawRoundedRect(inner, max(radius - inset, 0), max(radius - inset, 0))


@lru_cache(256)
def _edge_pen(rgba: int, width: float, style: Qt.PenStyle) -> QPen:
    pen = QPen(QColor.fromRgba(rgba), width)
    if style == DASHED:
        pen.setDashPattern([3, 2])
    return pen


def paint_ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float = CONTROL_RADIUS) -> None:
    """The focus ring, two pixels wide, inside ``rect``."""
    paint_box(painter, rect, None, theme.color("focus"), radius, 2)


def paint_bar(painter: QPainter, theme: Theme, rect: QRectF, color: str = "accent") -> None:
    """The three-pixel bar at the left of what is selected."""
    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color(color))


def chip_width(theme: Theme, text: str) -> float:
    """The width of a value chip that holds ``text``."""
    return text_width(theme, text, "caption") + 12


def paint_value_chip(painter: QPainter, theme: Theme, rect: QRectF, text: str, *, amber: bool = False) -> None:
    """A small box with a value; amber where something is missing."""
    fill, edge, ink = ("warn_soft", "warn_line", "on_warn") if amber else ("surface", "line", "ink_2")
    paint_box(painter, rect, theme.color(fill), theme.color(edge), 4)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def key_cap_width(theme: Theme, key: str) -> float:
    """The width of a key cap; keys with an arrow are as wide as a letter."""
    if key.startswith("arrow-"):
        return theme.wide(18)
    return max(theme.wide(18), text_width(theme, key, "caption") + 10)


def paint_key_cap(painter: QPainter, theme: Theme, x: float, middle: float, key: str) -> float:
    """A key cap with its left edge at ``x``; gives the right edge. ``arrow-up`` and its like are painted as icons."""
    height = theme.tall(18, "caption")
    rect = QRectF(x, middle - height / 2, key_cap_width(theme, key), height)
    paint_box(painter, rect, theme.color("sunken"), theme.color("line"), 4)
    if key.startswith("arrow-"):
        side = theme.wide(11)
        box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_icon(painter, key, box, theme.color("ink_2"))
    else:
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink_2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    return rect.right()


def card_path(rect: QRectF) -> QPainterPath:
    """The outline of a card or popup."""
    path = QPainterPath()
    path.addRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    return path
