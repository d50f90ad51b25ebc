"""The referral note: the patient's part first and large, then the part for the team, then blanks for the therapist.

Only recorded findings are printed; what is not known stays a blank line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.domain.handout import Referral
from ptbuilder.handout.book import Book
from ptbuilder.handout.both_setting import BothSetting
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, TOP, mm, run_width
from ptbuilder.handout.head_block import letterhead
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW
from ptbuilder.handout.theme import BODY, EDUCATION, NAME, REFERRAL_TEXT, REFERRAL_TITLE, SMALL, Style
from ptbuilder.wording import dates, head, referral
from ptbuilder.wording.fixed import Run

_VALUE_AT = mm(52)


class Gaps(NamedTuple):
    """What a note gives up so that it stays one page: behind a row, above a writing line, above the signature."""

    row: float
    blank: float
    signature: float
    text: Style = REFERRAL_TEXT


_USUAL, _CLOSE = Gaps(mm(1.6), mm(11), mm(14)), Gaps(mm(0.8), mm(9), mm(10.5))
_SMALLER = _CLOSE._replace(text=EDUCATION)
"""For a patient's part in two languages alone, which is still larger than any other text of the note."""


def referral_book(patient: Sequence[Setting], team: Setting, note: Referral, logo: Logo | None) -> Book:
    """The pages of a note; ``patient`` sets the patient's language, or both of them, ``team`` the clinic's."""
    first, *others = patient
    bottom = TOP + first.page.content_height
    book = Book(bottom)
    book.new_page()
    y = book.put(letterhead(BothSetting(first, *others) if others else first, note.clinic, logo), TOP) + mm(3)
    book.mark(referral.title(note, first.language), 1, y)
    for frame in _parts(patient, team, note, bottom - y):
        if y + frame.height > bottom:
            words = f"{referral.title(note, team.language)}, {dates.day(note.seen.date(), team.language, note.choices.paper)}"
            book.new_page(running_head(team, note.person, note.clinic, words))
            y = TOP + HEAD_HEIGHT
        y = book.put(frame, y)
    return book


def _parts(patient: Sequence[Setting], team: Setting, note: Referral, room: float) -> list[Frame]:
    """The parts that stay whole, closer where that keeps them on one page; the signature never stands alone on the next."""
    for gaps in (_USUAL, _CLOSE, _SMALLER) if len(patient) > 1 else (_USUAL, _CLOSE):
        frames = _parts_with(patient, team, note, gaps)
        if sum(frame.height for frame in frames) <= room:
            return frames
    *before, checks, signature = _parts_with(patient, team, note, _CLOSE)
    checks.height = checks.add(signature, 0, checks.height)
    return [*before, checks]


def _parts_with(patient: Sequence[Setting], team: Setting, note: Referral, gaps: Gaps) -> list[Frame]:
    return [
        _patient_part(patient, note, gaps.text),
        _team_part(team, note, gaps),
        _checks(team, note, gaps),
        _signature(team, note, gaps),
    ]


def _patient_part(languages: Sequence[Setting], note: Referral, text: Style) -> Frame:
    """The box with its sign, then what to do until then; all of the box stands in one language before the next."""
    frame, inner = Frame(), Frame()
    text_at = mm(27)
    width = CONTENT_WIDTH - text_at - mm(4)
    y = mm(4)
    inner.form("I-danger", mm(6), y + mm(0.6), mm(17) / GRID, "red")
    for place, setting in enumerate(languages):
        with inner.tag("Sect", language=setting.language):
            title = setting.lines(referral.title(note, setting.language), REFERRAL_TITLE, width, bold=True)
            y = inner.say("H1", text_at, y + (mm(2) if place else 0), title, REFERRAL_TITLE, "red") + mm(1)
            told = referral.to_patient(note, setting.language)
            y = inner.say("P", text_at, y, setting.lines(told, text, width), text)
    y += mm(4)
    frame.box(0, 0, CONTENT_WIDTH, y, radius=mm(2.4), edge=3, edge_colour="red")
    frame.add(inner, 0, 0)
    y += mm(2.6)
    phone = head.phone(note.clinic)
    for setting in languages:
        number = (Run(" "), *setting.runs("ref-number", phone=phone)) if phone else ()
        runs = (*setting.runs("ref-no-exercise"), *number)
        with frame.tag("Sect", language=setting.language):
            y = frame.say("P", 0, y, setting.lines(runs, EDUCATION, run_width(14)), EDUCATION)
    frame.height = y + mm(2.6)
    return frame


def _team_part(setting: Setting, note: Referral, gaps: Gaps) -> Frame:
    frame = Frame()
    frame.line(0, mm(1), CONTENT_WIDTH, mm(1), 0.8, "ink")
    with frame.tag("Sect", language=setting.language):
        heading = referral.team(note, setting.language)
        y = frame.say("H2", 0, mm(2.4), setting.lines(heading, NAME, CONTENT_WIDTH, bold=True), NAME) + mm(1)
        with frame.tag("Table"):
            for label, values in referral.rows(note, setting.language):
                y = _row(frame, setting, label, values, y) + gaps.row
    frame.height = y + mm(1.4)
    return frame


def _row(frame: Frame, setting: Setting, label: str, values: Sequence[str], top: float) -> float:
    y = top
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_ROW):
            lines = setting.lines(label, BODY, _VALUE_AT - mm(3))
            frame.text(0, y, lines, BODY, "soft")
        if values:
            with frame.tag("TD"):
                for value in values:
                    y = frame.text(_VALUE_AT, y, setting.lines(value, BODY, CONTENT_WIDTH - _VALUE_AT, bold=True), BODY) + mm(0.5)
        else:
            with frame.tag("TD"):
                pass
            frame.line(_VALUE_AT, y + BODY.leading, CONTENT_WIDTH, y + BODY.leading, 0.6, "line")
            y += BODY.leading + mm(0.5)
    return max(y, top + len(lines) * BODY.leading)


def _checks(setting: Setting, note: Referral, gaps: Gaps) -> Frame:
    """Boxes to tick for this danger sign's reviewed list, then lines to write on."""
    frame = Frame()
    frame.line(0, mm(1), CONTENT_WIDTH, mm(1), 0.8, "ink")
    with frame.tag("Sect", language=setting.language):
        heading = setting.lines(setting.say("ref-checked"), NAME, CONTENT_WIDTH, bold=True)
        y = frame.say("H2", 0, mm(2.4), heading, NAME) + mm(0.4)
        y = frame.say("P", 0, y, setting.lines(setting.say("ref-fill"), BODY, RUN_12), BODY) + mm(1.6)
        if note.checks:
            y = _boxes(frame, setting, [setting.text(each) for each in note.checks], y)
        for label in _blanks(setting, note):
            y += gaps.blank
            frame.say("P", 0, y - BODY.leading, setting.lines(label, BODY, _VALUE_AT - mm(2)), BODY, "soft")
            frame.line(_VALUE_AT, y, CONTENT_WIDTH, y, 0.8, "ink")
    frame.height = y + mm(2)
    return frame


def _boxes(frame: Frame, setting: Setting, checks: Sequence[str], top: float) -> float:
    box, second, y = mm(5.6), mm(90), top
    with frame.tag("L"):
        for first in range(0, len(checks), 2):
            height = mm(8)
            for place, check in enumerate(checks[first : first + 2]):
                x = place * second
                lines = setting.lines(check, BODY, second - box - mm(6))
                frame.box(x, y, box, box, radius=mm(0.8), edge=1.2, edge_colour="ink")
                with frame.tag("LI"):
                    frame.say("LBody", x + box + mm(2.4), y + (box - BODY.leading) / 2, lines, BODY)
                height = max(height, len(lines) * BODY.leading + mm(2))
            y += height
    return y


def _blanks(setting: Setting, note: Referral) -> list[str]:
    """The lines to write on; the one about urine only where the list asks about it."""
    keys = [setting.say("ref-started")]
    if any("urine" in check.get("en", "") for check in note.checks):
        keys.append(setting.say("ref-urine"))
    return [*keys, referral.called(note, setting.language)]


def _signature(setting: Setting, note: Referral, gaps: Gaps) -> Frame:
    frame = Frame()
    y = gaps.signature
    therapist = head.therapist(note.clinic)
    signature = setting.say("ref-signature", name=therapist) if therapist else setting.say("ref-therapist")
    with frame.tag("Sect", language=setting.language):
        for x, text in ((0.0, signature), (mm(92), setting.say("ref-date"))):
            frame.line(x, y, x + mm(82), y, 0.8, "ink")
            frame.say("P", x, y + mm(0.8), setting.lines(text, SMALL, mm(82)), SMALL, "soft")
        y += mm(0.8) + SMALL.leading + mm(3)
        if rule := referral.rule(note, setting.language):
            y = frame.say("P", 0, y, setting.lines(rule, SMALL, mm(140)), SMALL, "soft")
        y = frame.say("P", 0, y, setting.lines(setting.say("ref-not-replace"), SMALL, mm(140)), SMALL, "soft")
    frame.height = y
    return frame
