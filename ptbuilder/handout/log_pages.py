"""Puts the log on pages: two weeks on one page, or one page a week for a long program."""

from __future__ import annotations

from functools import cache

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout.book import Book
from ptbuilder.handout.geometry import TOP, mm
from ptbuilder.handout.log_block import STANDARD_LOG, LogLook, least_foot_height, log_foot, log_head, log_week, week_height
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.safety_block import SafetyBlock
from ptbuilder.handout.setting import Setting
from ptbuilder.wording import dates, head
from ptbuilder.wording.log import Week

_WEEK_GAP, _FOOT_GAP = mm(5), mm(4)
_FEWEST_ROWS = 3
"""Exercises that a table which must part has on its first page at least."""


def add_log(book: Book, setting: Setting, sheet: Sheet, look: LogLook = STANDARD_LOG) -> None:
    """Two weeks of the log, on as many pages as they take; a table that is taller than a page goes on with its head repeated."""
    bottom = TOP + setting.page.content_height
    y = _new_page(book, setting, sheet, look)
    book.mark(setting.say("log-title"), 1, y)
    y = book.put(log_head(setting, sheet, look), y)
    row = _row_height(setting, sheet, bottom - y, look)
    weeks, foot = setting.weeks(sheet), _FOOT_GAP + log_foot(setting, 0, look).height
    for number, week in enumerate(weeks):
        rest = list(sheet.exercises)
        below = y + _WEEK_GAP + week_height(setting, rest, week, row, look)
        if 0 < number == len(weeks) - 1 and below <= bottom < below + foot:
            # the foot needs a page more in any case, and goes there with its week
            y = _new_page(book, setting, sheet, look) - _WEEK_GAP
        while rest:
            y, rest = _put_week(book, setting, sheet, week, rest, y + _WEEK_GAP, row, look)
    if y + foot > bottom:
        y = _new_page(book, setting, sheet, look) - _FOOT_GAP
    book.put(log_foot(setting, bottom - y - _FOOT_GAP, look), y + _FOOT_GAP)


def log_only_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """The log alone, with the safety page that no handout is without."""
    del logo
    book = Book(TOP + setting.page.content_height)
    add_log(book, setting, sheet)
    words = head.running_kind("safety", sheet, setting.language)
    book.new_page(running_head(setting, sheet.person, sheet.clinic, words))
    start = TOP + HEAD_HEIGHT
    book.mark(setting.say("stay-safe"), 1, start)
    book.put(SafetyBlock(setting, sheet, book.bottom - start).frame(book.bottom - start), start)
    return book


def _row_height(setting: Setting, sheet: Sheet, room: float, look: LogLook) -> float:
    """The best height of a row at which both weeks share the first page with lines to write on, or else with the last line.

    The usual height where no row is low enough for that.
    """
    both = setting.weeks(sheet)

    @cache
    def tables(row: float) -> float:
        return sum(_WEEK_GAP + week_height(setting, sheet.exercises, week, row, look) for week in both)

    for foot in (least_foot_height(look), log_foot(setting, 0, look).height):
        for row in look.rows:
            if tables(row) + _FOOT_GAP + foot <= room:
                return row
    return look.rows[min(1, len(look.rows) - 1)]


def _put_week(
    book: Book, setting: Setting, sheet: Sheet, week: Week, rest: list[SheetExercise], y: float, row: float, look: LogLook
) -> tuple[float, list[SheetExercise]]:
    """The week with as many exercises as the page, or else a new page, holds; the height below it, and what is left.

    A table is parted only where no page holds it whole: on the page at hand where half of it finds room there.
    """
    bottom, height = TOP + setting.page.content_height, week_height(setting, rest, week, row, look)
    if y + height > bottom >= _start(look) + height:
        y = _new_page(book, setting, sheet, look)
    if y + height <= bottom:
        return book.put(log_week(setting, rest, week, row, look), y), []
    number = _fitting(setting, rest, week, row, look, bottom - y)
    if number < _FEWEST_ROWS or 2 * number < len(rest):
        y = _new_page(book, setting, sheet, look)
        number = max(_fitting(setting, rest, week, row, look, bottom - y), 1)
    part = log_week(setting, rest[:number], week, row, look, is_last=number == len(rest))
    return book.put(part, y), rest[number:]


def _fitting(setting: Setting, rest: list[SheetExercise], week: Week, row: float, look: LogLook, room: float) -> int:
    """How many of the exercises a table of this height has; one that is not the last part has no pain rows."""
    number = len(rest)
    while number and week_height(setting, rest[:number], week, row, look, is_last=number == len(rest)) > room:
        number -= 1
    return number


def _start(look: LogLook) -> float:
    """Where the content of a page starts: large print has no running heads."""
    return TOP + HEAD_HEIGHT if look is STANDARD_LOG else TOP


def _new_page(book: Book, setting: Setting, sheet: Sheet, look: LogLook) -> float:
    if look is not STANDARD_LOG:
        book.new_page()
        return _start(look)
    words = f"{setting.say('kind-log')}, {dates.day(sheet.printed, setting.language, sheet.choices.paper)}"
    book.new_page(running_head(setting, sheet.person, sheet.clinic, words))
    return _start(look)
