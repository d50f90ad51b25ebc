"""The head of the first page: letterhead, title, stage and next visit, and the summary box."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import BODY, CLINIC_NAME, NUMERAL, PHONE, SMALL, TITLE, Style
from ptbuilder.wording import dates, head, summary
from ptbuilder.wording.fixed import Run

_LOGO = mm(10.4)
_SEGMENT_GAP = mm(10)
_APART = mm(8)
"""Between two short texts of the summary box that share a row."""
_STOPPED_GAP = mm(5)
"""From the sign of what was stopped to its words."""
_RUN = RUN_12 + mm(10)


def letterhead(setting: Setting, clinic: Clinic, logo: Logo | None) -> Frame:
    """Clinic and therapist left, the phone right, a strong rule below."""
    frame = Frame()
    x = 0.0
    if logo is not None:
        width = min(logo.width * _LOGO / logo.height, mm(40))
        frame.form(logo.name, 0, 0.6, width / logo.width)
        x = width + mm(3)
    with frame.tag("Sect"):
        right = _phone_block(setting, clinic)
        room = CONTENT_WIDTH - x - (right.width + mm(6) if right else 0)
        y = _clinic_lines(frame, setting, clinic, x, room)
        if right:
            right.paint(frame)
            y = max(y, SMALL.leading + PHONE.leading)
    below = max(y, _LOGO + 0.6 if logo else 0) + mm(1.9)
    frame.line(0, below, CONTENT_WIDTH, below, 1.5, "teal")
    frame.height = below + 0.75
    return frame


def _clinic_lines(frame: Frame, setting: Setting, clinic: Clinic, x: float, room: float) -> float:
    y = 0.0
    if clinic.name:
        y = frame.say("P", x, y, setting.lines(clinic.name, CLINIC_NAME, room, bold=True), CLINIC_NAME)
    small = "  ·  ".join(part for part in (head.therapist(clinic), clinic.address.strip()) if part)
    if small:
        y = frame.say("P", x, y, setting.lines(small, SMALL, room), SMALL, "soft")
    return y


class _Phone:
    """The words on the right of the letterhead."""

    def __init__(self, setting: Setting, label: str, phone: str) -> None:
        self.label = setting.line(label, SMALL)
        self.phone = setting.line(phone, PHONE, bold=True)
        self.width = max(self.label.width, self.phone.width)

    def paint(self, frame: Frame) -> None:
        with frame.tag("P"):
            if self.label.parts:
                frame.text(CONTENT_WIDTH - self.label.width, 0, (self.label,), SMALL, "soft")
            frame.text(CONTENT_WIDTH - self.phone.width, SMALL.leading, (self.phone,), PHONE)


def _phone_block(setting: Setting, clinic: Clinic) -> _Phone:
    phone = head.phone(clinic)
    return _Phone(setting, setting.say("call") if phone else "", phone or setting.say("call-clinic"))


def title_block(setting: Setting, sheet: Sheet) -> Frame:
    """Title and date, stage and next visit."""
    frame = Frame()
    date = setting.line(dates.day(sheet.printed, setting.language, sheet.choices.paper), BODY)
    title = setting.lines(head.title(sheet.person.name, setting.language), TITLE, CONTENT_WIDTH - date.width - mm(6), bold=True)
    y = frame.say("H1", 0, 0, title, TITLE)
    top = (len(title) - 1) * TITLE.leading + TITLE.baseline - BODY.baseline
    frame.say("P", CONTENT_WIDTH - date.width, top, (date,), BODY)
    y = _segments(frame, setting, sheet, y + mm(0.9))
    if planned := head.planned(sheet.stage, setting.language, sheet.choices.paper):
        y = frame.say("P", 0, y, setting.lines(planned, BODY, RUN_12, bold=True), BODY)
    frame.height = y
    return frame


def _segments(frame: Frame, setting: Setting, sheet: Sheet, y: float) -> float:
    """Stage, days after the procedure and next visit beside one another, wrapping where they do not fit."""
    language, paper = setting.language, sheet.choices.paper
    visit = (Run(setting.say("next-visit") + " ", bold=True), Run(head.next_visit(sheet, language) if sheet.next_visit else ""))
    long = head.stage_days_long(sheet.stage, language)
    stage = head.stage(sheet.stage, language, paper)
    with_days = (*stage, Run(f", {long}")) if stage and long else stage
    if setting.width(with_days, BODY) + _SEGMENT_GAP + setting.width(visit, BODY) > CONTENT_WIDTH:
        with_days = stage
    segments: list[tuple[Run, ...]] = [with_days, visit]
    x = 0.0
    for runs in segments:
        if not runs:
            continue
        blank = mm(36) if runs is visit and sheet.next_visit is None else 0
        width = setting.width(runs, BODY) + blank
        if x and x + width > CONTENT_WIDTH:
            x, y = 0.0, y + BODY.leading
        frame.say("P", x, y, setting.lines(runs, BODY, CONTENT_WIDTH), BODY)
        if blank:
            frame.line(x + width - blank, y + BODY.baseline + 1.5, x + width, y + BODY.baseline + 1.5, 0.6, "line")
        x += width + _SEGMENT_GAP
    return y + BODY.leading


def summary_box(setting: Setting, sheet: Sheet) -> Frame:
    """The tinted box: one row of facts, then days, what to remember, what is needed and what was stopped."""
    inner, x = CONTENT_WIDTH - mm(8), mm(4)
    content = Frame()
    with content.tag("Sect"):
        y = _facts(content, setting, sheet, x, mm(1.8), inner)
        days, language = summary.on_days(sheet, setting.language), setting.language
        beside = setting.width(days, BODY) + _APART
        is_shared = bool(days) and beside + _needs_width(setting, sheet) <= inner
        if days:
            top = y + mm(0.6)
            y = content.say("P", x, top, setting.lines(days, BODY, min(inner, _RUN)), BODY)
            if is_shared:
                _needs(content, setting, sheet, x + beside, top, inner - beside)
        y = content.say("P", x, y + mm(0.6), setting.lines(summary.remember(sheet, language), BODY, min(inner, _RUN)), BODY)
        if not is_shared:
            y = _needs(content, setting, sheet, x, y + mm(0.6), inner)
    frame = Frame(y + mm(2.1))
    edge = {"radius": mm(2), "edge": 1.2, "edge_colour": "teal"}
    frame.box(0, 0, CONTENT_WIDTH, frame.height, fill="tint" if setting.theme.is_filled else None, **edge)
    frame.add(content, 0, 0)
    return frame


def _needs_width(setting: Setting, sheet: Sheet) -> float:
    """What is needed and what was stopped on one line."""
    needs, stopped = summary.needs(sheet, setting.language), summary.stopped(sheet, setting.language)
    return setting.width(needs, BODY) + (_APART + _STOPPED_GAP + setting.width(stopped, BODY) if stopped else 0)


def _facts(frame: Frame, setting: Setting, sheet: Sheet, x: float, y: float, inner: float) -> float:
    facts = summary.facts(sheet, setting.language)
    label = setting.line(setting.say("your-plan"), NUMERAL, bold=True)
    widths = [sum(setting.width(run, NUMERAL if run.bold else BODY) for run in runs) for runs in facts]
    gap = min((inner - label.width - sum(widths)) / len(facts), mm(20))
    frame.say("H2", x, y, (label,), NUMERAL)
    at = x + label.width + gap
    if gap < mm(4):
        gap, at, y = mm(6), x, y + NUMERAL.leading
    with frame.tag("L"):
        for runs, width in zip(facts, widths, strict=True):
            with frame.tag("LI"), frame.tag("LBody"):
                _mixed(frame, setting, runs, at, y)
            at += width + gap
    return y + NUMERAL.leading


def _mixed(frame: Frame, setting: Setting, runs: Sequence[Run], x: float, y: float) -> None:
    """Large bold numerals and plain words on one baseline."""
    for run in runs:
        style: Style = NUMERAL if run.bold else BODY
        line = setting.line(run, style)
        frame.text(x, y + NUMERAL.baseline - style.baseline, (line,), style)
        x += line.width


def _needs(frame: Frame, setting: Setting, sheet: Sheet, x: float, y: float, inner: float) -> float:
    needs = summary.needs(sheet, setting.language)
    stopped = summary.stopped(sheet, setting.language)
    sign = mm(3.8)
    beside = stopped and _needs_width(setting, sheet) <= inner
    at = x + setting.width(needs, BODY) + _APART if beside else x
    below = frame.say("P", x, y, setting.lines(needs, BODY, min(inner, _RUN)), BODY)
    if not stopped:
        return below
    top = y if beside else below + mm(0.6)
    frame.form("I-stopped", at, top + (BODY.leading - sign) / 2, sign / GRID)
    return frame.say("P", at + _STOPPED_GAP, top, setting.lines(stopped, BODY, inner - (at - x) - _STOPPED_GAP), BODY)
