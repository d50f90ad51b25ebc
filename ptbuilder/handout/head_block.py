"""The head of the first page: letterhead, title, stage and next visit."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import BODY, CLINIC_NAME, PHONE, SMALL, TITLE
from ptbuilder.wording import dates, head
from ptbuilder.wording.fixed import Run

_LOGO = mm(10.4)
_SEGMENT_GAP = mm(10)


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
