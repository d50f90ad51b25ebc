"""The log: a pain scale, and for each week a table with a box to tick for each exercise and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.safety_block import writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_COLUMN, TH_ROW
from ptbuilder.handout.theme import BADGE, BODY, HEADING, TITLE, Style
from ptbuilder.wording import alt, dates
from ptbuilder.wording import log as words

_NAME_COLUMN = mm(48)
_DAY_COLUMN = mm(18)
ROWS = (mm(11), mm(10), mm(9), mm(8.2))
"""Heights of a row, the best first; a box and a line of text fit into the least."""
_BOX = mm(6.4)
_CELL = Style(12, 13.2)


def log_head(setting: Setting, sheet: Sheet) -> Frame:
    """Title, how to use the log, and the pain scale."""
    frame = Frame()
    with frame.tag("Sect"):
        y = frame.say("H1", 0, 0, setting.lines(setting.say("log-title"), TITLE, CONTENT_WIDTH, bold=True), TITLE) + mm(0.9)
        for key in ("log-tick", "log-pain"):
            y = frame.say("P", 0, y, setting.lines(setting.say(key), BODY, RUN_12), BODY)
        frame.height = _pain_scale(frame, setting, sheet.lowest_pain_limit, y + mm(1.8))
    return frame


def _pain_scale(frame: Frame, setting: Setting, most: int | None, top: float) -> float:
    """The scale from 0 to 10, thick up to the pain that is fine."""
    none, worst = setting.line(setting.say("no-pain"), BODY), setting.line(setting.say("worst-pain"), BODY)
    left, base = none.width + mm(7), top + mm(3.2)
    step = (CONTENT_WIDTH - left - worst.width - mm(7)) / 10
    with frame.tag("Figure", alt=alt.pain_scale(most, setting.language)):
        frame.text(0, top + mm(3.2) - BODY.leading / 2, (none,), BODY)
        frame.line(left, base, left + 10 * step, base, 0.8, "ink")
        if most:
            frame.line(left, base, left + most * step, base, 4.2, "ink")
        for number in range(11):
            x = left + number * step
            frame.line(x, base - mm(1.4), x, base + mm(1.4), 1, "ink")
            label = setting.line(str(number), BADGE, bold=number in (0, most, 10))
            frame.text(x - label.width / 2, base + mm(2), (label,), BADGE)
        frame.text(left + 10 * step + mm(7), top + mm(3.2) - BODY.leading / 2, (worst,), BODY)
    y = base + mm(2) + BADGE.leading + mm(1.2)
    if not most:
        return y
    return frame.say("P", 0, y, setting.lines(setting.say("thick-line", p=most), BODY, RUN_12), BODY)


def log_week(setting: Setting, sheet: Sheet, exercises: Sequence[SheetExercise], week: words.Week, row: float = ROWS[1]) -> Frame:
    """The table of one week for these exercises, with rows of at least ``row``."""
    frame = Frame()
    names = [setting.lines(words.row_name(each, setting.language), _CELL, _NAME_COLUMN - mm(3.4)) for each in exercises]
    pains = [setting.lines(setting.say(key), _CELL, _NAME_COLUMN - mm(3.4), bold=True) for key in ("pain-before", "pain-after")]
    with frame.tag("Sect"):
        title = setting.lines(week.heading, HEADING, CONTENT_WIDTH, bold=True)
        top = frame.say("H2", 0, 0, title, HEADING) + mm(1)
        rows = [max(row, len(lines) * _CELL.leading + mm(1.2)) for lines in (*names, *pains)]
        head = mm(10.8)
        _grid(frame, top, [head, *rows])
        with frame.tag("Table"):
            with frame.tag("THead"):
                _days(frame, setting, sheet, week.days, top, head)
            y = top + head
            with frame.tag("TBody"):
                for place, lines in enumerate((*names, *pains)):
                    _row(frame, setting, lines, y, rows[place], to_tick=place < len(names))
                    y += rows[place]
    frame.height = y
    return frame


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


def _days(frame: Frame, setting: Setting, sheet: Sheet, days: Sequence[date], top: float, height: float) -> None:
    style = Style(12, 14)
    language, paper = setting.language, sheet.choices.paper
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_COLUMN):
            label = setting.line(setting.say("log-exercise"), style, bold=True)
            frame.text(mm(2), top + (height - style.leading) / 2, (label,), style)
        for place, day in enumerate(days):
            centre = _NAME_COLUMN + (place + 0.5) * _DAY_COLUMN
            name = setting.line(dates.short_weekday(day, language), style, bold=True)
            number = setting.line(str(day.day), style)
            start = top + (height - 2 * style.leading) / 2
            with frame.tag("TH", attributes=TH_COLUMN, actual=dates.weekday_day(day, language, paper)):
                frame.text(centre - name.width / 2, start, (name,), style)
                frame.text(centre - number.width / 2, start + style.leading, (number,), style)


def _row(frame: Frame, setting: Setting, lines: Sequence[Line], top: float, height: float, *, to_tick: bool) -> None:
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_ROW):
            frame.text(mm(2), top + (height - len(lines) * _CELL.leading) / 2, lines, _CELL)
        for day in range(7):
            if to_tick:
                centre = _NAME_COLUMN + (day + 0.5) * _DAY_COLUMN
                frame.centred("I-tick", centre, top + height / 2, _BOX)
            with frame.tag("TD", actual=setting.say("to-tick") if to_tick else ""):
                pass


def log_foot(setting: Setting, room: float) -> Frame:
    """What to do after missed days, and lines to write on in the room that is left, at least two."""
    frame = Frame()
    y = frame.say("P", 0, 0, setting.lines(setting.say("missed-log"), BODY, RUN_12), BODY) + mm(2.6)
    number = max(2, min(6, int((room - y - HEADING.leading - mm(3)) / mm(9))))
    frame.height = writing_lines(frame, setting, "how-did-it-go", y, number)
    return frame


def least_foot_height() -> float:
    """What the foot takes with two writing lines."""
    return BODY.leading + mm(2.6) + HEADING.leading + 2 * mm(9)
