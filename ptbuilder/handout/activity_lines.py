"""The table of activities in large print: one column, each row a name, when, and what goes with it, without boxes."""

from __future__ import annotations

from ptbuilder.domain.activity import ActivityRow
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm, run_width
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW, summary
from ptbuilder.handout.theme import Style
from ptbuilder.wording import activities, head
from ptbuilder.wording.fixed import Run

_TITLE = Style(28, 34)
_TEXT = Style(18, 27)
_WIDTH = run_width(_TEXT.size)
_SIGN = mm(6.6)
_SIGN_ROOM = mm(9)
_BESIDE = mm(5)
_PADDING, _CLOSE = mm(2), mm(1.1)


def add_large_activities(book: Book, setting: Setting, sheet: Sheet) -> None:
    """The table on as many pages as it takes; a row is never parted, and the last line never stands alone."""
    rows = sheet.activities.printed
    if not rows:
        return
    bottom = TOP + setting.page.content_height
    book.new_page()
    book.mark(setting.say("start-again"), 1, TOP)
    y = book.put(_opening(setting, sheet), TOP)
    last = _last_line(setting, sheet)
    waiting = _rows(setting, sheet, bottom - y - last.height)
    while waiting:
        number, height = 0, 0.0
        while number < len(waiting) and y + height + waiting[number].height <= bottom:
            height += waiting[number].height
            number += 1
        if number == len(waiting) > 1 and y + height + last.height > bottom:
            number -= 1
        part = waiting[: max(number, 1)] if number or y == TOP else []
        waiting = waiting[len(part) :]
        if part:
            y = book.put(_table(setting, sheet, part), y)
        if waiting:
            book.new_page()
            y = TOP
    if y + last.height > bottom:
        book.new_page()
        y = TOP
    book.put(last, y)


def _rows(setting: Setting, sheet: Sheet, room: float) -> list[Frame]:
    """The rows, closer where that keeps all of them in the room of one page."""
    for padding in (_PADDING, _CLOSE):
        rows = [_row(setting, row, sheet.choices.paper, padding) for row in sheet.activities.printed]
        if sum(row.height for row in rows) <= room:
            return rows
    return [_row(setting, row, sheet.choices.paper, _PADDING) for row in sheet.activities.printed]


def _opening(setting: Setting, sheet: Sheet) -> Frame:
    frame = Frame()
    y = frame.say("H1", 0, 0, setting.lines(setting.say("start-again"), _TITLE, CONTENT_WIDTH, bold=True), _TITLE) + mm(2)
    about = activities.about(sheet.activities, sheet.printed, setting.language, sheet.choices.paper)
    frame.height = frame.say("P", 0, y, setting.lines(about, _TEXT, _WIDTH), _TEXT) + mm(3)
    return frame


def _last_line(setting: Setting, sheet: Sheet) -> Frame:
    phone = head.phone(sheet.clinic)
    runs = setting.runs("unsure-phone", phone=phone) if phone else setting.runs("unsure")
    frame = Frame()
    frame.height = frame.say("P", 0, mm(3), setting.lines(runs, _TEXT, _WIDTH), _TEXT)
    return frame


def _table(setting: Setting, sheet: Sheet, rows: list[Frame]) -> Frame:
    about = activities.about(sheet.activities, sheet.printed, setting.language, sheet.choices.paper)
    frame, y = Frame(), 0.0
    with frame.tag("Table", attributes=summary(f"{setting.say('start-again')}. {about}".replace("\u00a0", " "))):
        for row in rows:
            y = frame.add(row, 0, y)
    frame.height = y
    return frame


def _row(setting: Setting, row: ActivityRow, paper: str, padding: float) -> Frame:
    """What is free already has its sign behind the name, if both stand on one line; else each thing has a line of its own."""
    frame, top, x = Frame(), padding, 0.0
    language, is_free = setting.language, row.state == "now"
    name = Run(activities.name(row, language), bold=True)
    when = Run(activities.when(row, language, paper), bold=True)
    width = setting.width(name, _TEXT)
    is_beside = is_free and width + _BESIDE + _SIGN_ROOM + setting.width(when, _TEXT) <= _WIDTH
    frame.line(0, 0, CONTENT_WIDTH, 0, 0.8, "line")
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_ROW):
            y = frame.text(0, top, setting.lines(name, _TEXT, _WIDTH), _TEXT)
        if is_beside:
            y, x = top, width + _BESIDE
        if is_free:
            frame.form("I-fine", x, y + (_TEXT.leading - _SIGN) / 2, _SIGN / GRID)
            x += _SIGN_ROOM
        with frame.tag("TD"):
            y = frame.text(x, y, setting.lines(when, _TEXT, _WIDTH - x), _TEXT)
        with frame.tag("TD"):
            if told := activities.how(row, language, paper):
                y = frame.text(0, y, setting.lines(told, _TEXT, _WIDTH), _TEXT)
    frame.height = y + padding
    return frame
