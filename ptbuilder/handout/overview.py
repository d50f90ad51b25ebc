"""The list of all exercises with their short doses, for a first page on which no exercise stands."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW
from ptbuilder.handout.theme import BODY

_DOSE_AT = mm(82)


def contents(setting: Setting, sheet: Sheet) -> Frame:
    """Number and name of each exercise, a row each, for a page without the room for the doses."""
    frame, y = Frame(), 0.0
    with frame.tag("L"):
        for each in sheet.exercises:
            name = setting.lines(f"{each.number}  {setting.text(each.exercise.name)}", BODY, CONTENT_WIDTH, bold=True)
            with frame.tag("LI"):
                y = frame.say("LBody", 0, y + mm(1), name, BODY) + mm(1)
            frame.line(0, y, CONTENT_WIDTH, y, 0.6, "line")
    frame.height = y
    return frame


def overview(setting: Setting, sheet: Sheet) -> Frame:
    """A table with a row for each exercise: number and name, short dose."""
    frame, y = Frame(), 0.0
    if not sheet.exercises:
        return frame
    with frame.tag("Table"):
        for each in sheet.exercises:
            name = setting.lines(f"{each.number}  {setting.text(each.exercise.name)}", BODY, _DOSE_AT - mm(4), bold=True)
            short = setting.lines(setting.short_dose(each), BODY, CONTENT_WIDTH - _DOSE_AT)
            with frame.tag("TR"):
                with frame.tag("TH", attributes=TH_ROW):
                    frame.text(0, y + mm(1), name, BODY)
                frame.say("TD", _DOSE_AT, y + mm(1), short, BODY)
            y += max(len(name), len(short)) * BODY.leading + mm(2)
            frame.line(0, y, CONTENT_WIDTH, y, 0.6, "line")
    frame.height = y
    return frame
