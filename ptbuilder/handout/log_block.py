"""The log: a pain scale, and for each week a table with a box to tick for each exercise and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.safety_block import writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_COLUMN, TH_ROW
from ptbuilder.handout.theme import BADGE, BODY, HEADING, TITLE, Style
from ptbuilder.wording import alt
from ptbuilder.wording import log as words

_NAME_COLUMN = mm(48)
_DAY_COLUMN = mm(18)
ROWS = (mm(11), mm(10), mm(9), mm(8.2))
"""Heights of a row, the best first; a box and a line of text fit into the least."""
_BOX = mm(6.4)
_BELOW_WEEK = mm(1)
_ABOVE_LINES, _LINE_GAP, _FEWEST_LINES = mm(2.6), mm(9), 2
_ABOVE_FOOT = mm(1.2)
"""From the last line to write on to the end of the content, so that it does not lie on the rule of the footer."""


class LogLook(NamedTuple):
    """Type of the log; ``rows`` are the heights of a row to choose from, the best first."""

    title: Style = TITLE
    week: Style = HEADING
    body: Style = BODY
    cell: Style = Style(12, 13.2)
    day: Style = Style(12, 14)
    scale: Style = BADGE
    head_row: float = mm(10.8)
    rows: tuple[float, ...] = ROWS


STANDARD_LOG = LogLook()
LARGE_LOG = LogLook(Style(28, 34), Style(20, 26), Style(18, 25), Style(18, 21), Style(18, 21), Style(18, 20), mm(16), (mm(12),))


def log_head(setting: Setting, sheet: Sheet, look: LogLook = STANDARD_LOG) -> Frame:
    """Title, how to use the log, and the pain scale."""
    frame = Frame()
    with frame.tag("Sect"):
        y = setting.heading(frame, "H1", setting.say("log-title"), look.title) + mm(0.9)
        for key in ("log-tick", "log-pain"):
            y = setting.paragraph(frame, key, look.body, y)
        frame.height = _pain_scale(frame, setting, sheet.lowest_pain_limit, y + mm(1.8), look)
    return frame


def _pain_scale(frame: Frame, setting: Setting, most: int | None, top: float, look: LogLook) -> float:
    """The scale from 0 to 10, thick up to the pain that is fine."""
    none, worst = setting.line(setting.say("no-pain"), look.body), setting.line(setting.say("worst-pain"), look.body)
    left, base = none.width + mm(7), top + mm(3.2)
    step = (CONTENT_WIDTH - left - worst.width - mm(7)) / 10
    with frame.tag("Figure", alt=alt.pain_scale(most, setting.language)):
        frame.text(0, top + mm(3.2) - look.body.leading / 2, (none,), look.body)
        frame.line(left, base, left + 10 * step, base, 0.8, "ink")
        if most:
            frame.line(left, base, left + most * step, base, 4.2, "ink")
        for number in range(11):
            x = left + number * step
            frame.line(x, base - mm(1.4), x, base + mm(1.4), 1, "ink")
            label = setting.line(str(number), look.scale, bold=number in (0, most, 10))
            frame.text(x - label.width / 2, base + mm(2), (label,), look.scale)
        frame.text(left + 10 * step + mm(7), top + mm(3.2) - look.body.leading / 2, (worst,), look.body)
    y = base + mm(2) + look.scale.leading + mm(1.2)
    if not most:
        return y
    return setting.paragraph(frame, "thick-line", look.body, y, p=most)


def log_week(
    setting: Setting,
    exercises: Sequence[SheetExercise],
    week: words.Week,
    row: float,
    look: LogLook = STANDARD_LOG,
    *,
    is_last: bool = True,
) -> Frame:
    """The table of one week for these exercises, with rows of at least ``row``; the pain rows end the last part of a week."""
    frame = Frame()
    names, pains, rows = _rows(setting, exercises, row, look, is_last=is_last)
    with frame.tag("Sect"):
        top = setting.heading(frame, "H2", week.heading, look.week) + _BELOW_WEEK
        head = _head_height(setting, week, look)
        _grid(frame, top, [head, *rows])
        with frame.tag("Table"):
            with frame.tag("THead"):
                _days(frame, setting, week.days, top, head, look)
            y = top + head
            with frame.tag("TBody"):
                for place, lines in enumerate((*names, *pains)):
                    _row(frame, setting, lines, y, rows[place], look, to_tick=place < len(names))
                    y += rows[place]
    frame.height = y
    return frame


def week_height(
    setting: Setting, exercises: Sequence[SheetExercise], week: words.Week, row: float, look: LogLook, *, is_last: bool = True
) -> float:
    """What ``log_week`` takes, without making it."""
    _, _, rows = _rows(setting, exercises, row, look, is_last=is_last)
    title = len(setting.lines(week.heading, look.week, CONTENT_WIDTH, bold=True)) * look.week.leading
    return title + _BELOW_WEEK + _head_height(setting, week, look) + sum(rows)


_Cells = list[tuple[Line, ...]]


def _rows(
    setting: Setting, exercises: Sequence[SheetExercise], row: float, look: LogLook, *, is_last: bool
) -> tuple[_Cells, _Cells, list[float]]:
    """The first cells of the exercises and of the pain rows, and the heights of all."""
    width = _NAME_COLUMN - mm(3.4)
    names = [setting.lines(setting.row_name(each), look.cell, width) for each in exercises]
    keys = ("pain-before", "pain-after") if is_last else ()
    pains = [setting.lines(setting.say(key), look.cell, width, bold=True) for key in keys]
    return names, pains, [max(row, len(lines) * look.cell.leading + mm(1.2)) for lines in (*names, *pains)]


def _head_height(setting: Setting, week: words.Week, look: LogLook) -> float:
    return look.head_row + (len(setting.weekday(week.days[0])) - 1) * look.day.leading


def _grid(frame: Frame, top: float, heights: Sequence[float]) -> None:
    total = sum(heights)
    y = top
    for height in heights[:-1]:
        y += height
        frame.line(0, y, CONTENT_WIDTH, y, 0.8, "line")
    for day in range(7):
        x = _NAME_COLUMN + day * _DAY_COLUMN
        frame.line(x, top, x, top + total, 0.8, "line")
    frame.box(0, top, CONTENT_WIDTH, total, edge=0.8, edge_colour="line")


def _days(frame: Frame, setting: Setting, days: Sequence[date], top: float, height: float, look: LogLook) -> None:
    """The head row: the short name of each day, in each language on a line of its own, over its number."""
    style = look.day
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_COLUMN):
            label = setting.lines(setting.say("log-exercise"), style, _NAME_COLUMN - mm(3.4), bold=True)
            frame.text(mm(2), top + (height - len(label) * style.leading) / 2, label, style)
        for place, day in enumerate(days):
            centre = _NAME_COLUMN + (place + 0.5) * _DAY_COLUMN
            told = [(name, True) for name in setting.weekday(day)] + [(str(day.day), False)]
            y = top + (height - len(told) * style.leading) / 2
            with frame.tag("TH", attributes=TH_COLUMN, actual=setting.long_day(day)):
                for text, bold in told:
                    line = setting.line(text, style, bold=bold)
                    y = frame.text(centre - line.width / 2, y, (line,), style)


def _row(frame: Frame, setting: Setting, lines: Sequence[Line], top: float, height: float, look: LogLook, *, to_tick: bool) -> None:
    told = setting.say("to-tick") if to_tick else ""
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_ROW):
            frame.text(mm(2), top + (height - len(lines) * look.cell.leading) / 2, lines, look.cell)
        for day in range(7):
            if told:
                centre = _NAME_COLUMN + (day + 0.5) * _DAY_COLUMN
                frame.centred("I-tick", centre, top + height / 2, _BOX)
            with frame.tag("TD", actual=told):
                pass


def log_foot(setting: Setting, room: float, look: LogLook = STANDARD_LOG) -> Frame:
    """What to do after missed days, and lines to write on in the room that is left, unless there is none."""
    frame = Frame()
    y = setting.paragraph(frame, "missed-log", look.body, 0)
    number = min(6, int((room - y - _ABOVE_LINES - look.week.leading - _ABOVE_FOOT + 0.1) / _LINE_GAP))
    if number >= _FEWEST_LINES:
        y = writing_lines(frame, setting, setting.say("how-did-it-go"), y + _ABOVE_LINES, number, style=look.week)
    frame.height = y
    return frame


def least_foot_height(look: LogLook = STANDARD_LOG) -> float:
    """What the foot takes with two writing lines."""
    return look.body.leading + _ABOVE_LINES + look.week.leading + _FEWEST_LINES * _LINE_GAP + _ABOVE_FOOT
