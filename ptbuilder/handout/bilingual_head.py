"""The head of a sheet in two languages: letterhead, title, next visit, and the summary box in two columns."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.pair import COLUMN, SECOND, Pair
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import BODY, TITLE, Style
from ptbuilder.wording import dates, head, summary
from ptbuilder.wording.fixed import Run, plain

_INNER = mm(4)
_FACTS = Style(15, 19)
_BLANK, _LEAST_GAP = mm(36), mm(5)
_BOX_COLUMN = mm(79)
_BOX_SECOND = mm(91)


def title_block(pair: Pair, sheet: Sheet) -> Frame:
    """Both titles, then for whom, the stage and the next visit in both languages."""
    frame, english, paper = Frame(), pair.english, sheet.choices.paper
    date = english.line(dates.day(sheet.printed, "en", paper), BODY)
    y = pair.setting.heading(frame, "H1", pair.setting.say("title-plain"), TITLE, width=CONTENT_WIDTH - date.width - mm(6))
    frame.say("P", CONTENT_WIDTH - date.width, y - TITLE.leading + TITLE.baseline - BODY.baseline, (date,), BODY)
    y += mm(0.9)
    y = _for_and_visit(frame, pair, sheet, y)
    if sheet.stage is not None:
        stages = [_stage(setting, sheet) for setting in pair.both]
        if all(stages):
            lines = [setting.lines(runs, BODY, COLUMN) for setting, runs in zip(pair.both, stages, strict=True)]
            y = pair.row(frame, "P", lines, y, (0, SECOND))
    frame.height = y
    return frame


def _for_and_visit(frame: Frame, pair: Pair, sheet: Sheet, y: float) -> float:
    """For whom the sheet is, and the next visit behind it where it fits, or below; gives the height below both."""
    english = pair.english
    visit = Run(f"{_without_colon(pair, 'next-visit')}: ")
    told = _joined_visit(sheet) if sheet.next_visit else ""
    segments = [(visit, Run(told, bold=True))]
    if sheet.person.name:
        segments.insert(0, (Run(f"{pair.setting.say('for')}: "), Run(sheet.person.name, bold=True)))
    widths = [english.width(runs, BODY) for runs in segments]
    widths[-1] += 0 if told else _BLANK
    gap = min(mm(10), CONTENT_WIDTH - sum(widths))
    x = 0.0
    for runs, width in zip(segments, widths, strict=True):
        if x and gap < _LEAST_GAP:
            x, y = 0.0, y + BODY.leading
        frame.say("P", x, y, (english.line(runs, BODY),), BODY)
        x += width + gap
    if not told:
        line = y + BODY.baseline + 1.5
        frame.line(x - gap - _BLANK, line, x - gap, line, 0.6, "line")
    return y + BODY.leading


def _stage(setting: Setting, sheet: Sheet) -> tuple[Run, ...]:
    paper = sheet.choices.paper
    runs = head.stage(sheet.stage, setting.language, paper)
    planned = head.planned(sheet.stage, setting.language, paper)
    return (*runs, Run("  "), Run(planned, bold=True)) if planned else runs


def _without_colon(pair: Pair, key: str) -> str:
    return " / ".join(setting.say(key).rstrip(":") for setting in pair.both)


def _joined_visit(sheet: Sheet) -> str:
    """``26 March / 26 de marzo, 10:30``: the time once."""
    at, paper = sheet.next_visit, sheet.choices.paper
    assert at is not None
    days = " / ".join(dates.day_month(at.date(), language, paper) for language in ("en", "es"))
    return days if (at.hour, at.minute) == (0, 0) else f"{days}, {dates.clock(at, paper)}"


def summary_box(pair: Pair, sheet: Sheet) -> Frame:
    """The plan in two columns of the tinted box."""
    content = Frame()
    at = (_INNER, _BOX_SECOND)
    with content.tag("Sect"):
        y = pair.row(
            content,
            "H2",
            [setting.lines(_facts(setting, sheet), _FACTS, _BOX_COLUMN, bold=True) for setting in pair.both],
            mm(1.8),
            at,
            _FACTS,
        )
        for said in (summary.times_and_days, summary.remember, summary.needs, summary.stopped):
            runs = [said(sheet, setting.language) for setting in pair.both]
            if all(runs):
                lines = [setting.lines(each, BODY, _BOX_COLUMN) for setting, each in zip(pair.both, runs, strict=True)]
                y = pair.row(content, "P", lines, y + mm(0.4), at)
    frame = Frame(y + mm(2.1))
    fill = "tint" if pair.english.theme.is_filled else None
    frame.box(0, 0, CONTENT_WIDTH, frame.height, radius=mm(2), edge=1.2, edge_colour="teal", fill=fill)
    frame.add(content, 0, 0)
    return frame


def _facts(setting: Setting, sheet: Sheet) -> str:
    """``4 exercises, about 11 minutes``."""
    exercises, minutes, _ = summary.facts(sheet, setting.language)
    return f"{plain(exercises)}, {plain(minutes)}"
