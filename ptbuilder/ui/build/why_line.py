"""The line that says why an exercise is here, as rows of the program and cards paint it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ptbuilder.ui.build.short_words import short_finding, short_goal
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_line, shortened, text_width
from ptbuilder.ui.theme import Theme

LEAST_FINDING = 44
"""So many pixels at 100 % text stay for the beginning of the finding, however long the goal is."""


def fitting(theme: Theme, words: tuple[str, str], room: float) -> tuple[str, str]:
    """Finding and goal in as many words as ``room`` holds: whole, without the test in brackets, without what is done to the goal.

    An empty finding says that only the goal has room.
    """
    finding, goal = words
    for tried in (words, (short_finding(finding), goal), (finding, short_goal(goal))):
        if sum(text_width(theme, each, "caption") + 1 for each in tried) <= room:
            return tried
    least = text_width(theme, short_goal(goal), "caption") + 1 + theme.wide(LEAST_FINDING)
    return (short_finding(finding) if least <= room else ""), short_goal(goal)


def shared(theme: Theme, words: tuple[str, str], room: float) -> tuple[float, float]:
    """How finding and goal share ``room``: the goal is whole as long as the beginning of the finding fits beside it."""
    finding, goal = (text_width(theme, each, "caption") + 1 for each in words)
    if finding + goal <= room:
        return finding, goal
    goal = min(goal, max(room - min(finding, theme.wide(LEAST_FINDING)), room / 2))
    return room - goal, goal


def paint_why(painter: QPainter, theme: Theme, rect: QRectF, words: tuple[str, str], color: str = "ink_2") -> None:
    """One line: the goal's sign, the finding, an arrow, the goal; in fewer words, and at last cut, where it does not fit."""
    sign, arrow = theme.wide(13), theme.wide(14)
    middle = rect.center().y()
    paint_icon(painter, "goal", QRectF(rect.left(), middle - sign / 2, sign, sign), theme.color("accent"))
    left = rect.left() + sign + 5
    room = rect.right() - left
    finding, goal = fitting(theme, words, room - arrow - 8)
    if not words[1] or not finding:
        paint_line(painter, theme, QRectF(left, rect.top(), room, rect.height()), goal or words[0], "caption", color)
        return
    wide_finding, wide_goal = shared(theme, (finding, goal), room - arrow - 8)
    finding = shortened(theme, finding, wide_finding)
    wide_finding = min(wide_finding, text_width(theme, finding, "caption") + 1)
    paint_line(painter, theme, QRectF(left, rect.top(), wide_finding, rect.height()), finding, "caption", color)
    left += wide_finding + 4
    paint_icon(painter, "arrow-right", QRectF(left, middle - arrow / 2, arrow, arrow), theme.color("accent"))
    left += arrow + 4
    paint_line(painter, theme, QRectF(left, rect.top(), wide_goal + 1, rect.height()), goal, "caption", color)
