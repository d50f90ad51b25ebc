"""The line that says why an exercise is here, as rows of the program and cards paint it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_line, text_width
from ptbuilder.ui.theme import Theme

LEAST_FINDING = 44
"""So many pixels at 100 % text stay for the beginning of the finding, however long the goal is."""


def shared(theme: Theme, words: tuple[str, str], room: float) -> tuple[float, float]:
    """How finding and goal share ``room``: the goal is whole as long as the beginning of the finding fits beside it."""
    finding, goal = (text_width(theme, each, "caption") + 1 for each in words)
    if finding + goal <= room:
        return finding, goal
    goal = min(goal, max(room - min(finding, theme.wide(LEAST_FINDING)), room / 2))
    return room - goal, goal


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
    wide_finding, wide_goal = shared(theme, words, room - arrow - 8)
    paint_line(painter, theme, QRectF(left, rect.top(), wide_finding, rect.height()), finding, "caption", color)
    left += wide_finding + 4
    paint_icon(painter, "arrow-right", QRectF(left, middle - arrow / 2, arrow, arrow), theme.color("accent"))
    left += arrow + 4
    paint_line(painter, theme, QRectF(left, rect.top(), wide_goal + 1, rect.height()), goal, "caption", color)
