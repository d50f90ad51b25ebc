"""The line that says why an exercise is here, as rows of the program and cards paint it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_line, text_width
from ptbuilder.ui.theme import Theme


def paint_why(painter: QPainter, theme: Theme, rect: QRectF, words: tuple[str, str], color: str = "ink_2") -> None:
    """One line: the goal's sign, the finding, an arrow, the goal; the finding is shortened first where it does not fit."""
    finding, goal = words
    sign, arrow = theme.wide(13), theme.wide(14)
    middle = rect.center().y()
    paint_icon(painter, "goal", QRectF(rect.left(), middle - sign / 2, sign, sign), theme.color("accent"))
    left = rect.left() + sign + 5
    room = rect.right() - left
    if not goal:
        paint_line(painter, theme, QRectF(left, rect.top(), room, rect.height()), finding, "caption", color)
        return
    wide_finding, wide_goal = text_width(theme, finding, "caption") + 1, text_width(theme, goal, "caption") + 1
    room -= arrow + 8
    if wide_finding + wide_goal > room:
        wide_goal = min(wide_goal, max(room - wide_finding, room * 0.62))
        wide_finding = room - wide_goal
    paint_line(painter, theme, QRectF(left, rect.top(), wide_finding, rect.height()), finding, "caption", color)
    left += wide_finding + 4
    paint_icon(painter, "arrow-right", QRectF(left, middle - arrow / 2, arrow, arrow), theme.color("accent"))
    left += arrow + 4
    paint_line(painter, theme, QRectF(left, rect.top(), wide_goal + 1, rect.height()), goal, "caption", color)
