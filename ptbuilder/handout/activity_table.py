"""The table of activities after a procedure: what may be done again and from when, on a page of its own before the topic sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.domain.activity import ActivityRow
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_COLUMN, TH_ROW, summary
from ptbuilder.handout.theme import BODY, EDUCATION, EDUCATION_TITLE, TITLE, Style
from ptbuilder.wording import activities, head
from ptbuilder.wording.fixed import Run

_COLUMNS = (mm(2.4), mm(48), mm(102))
_ENDS = (mm(45), mm(99), CONTENT_WIDTH - mm(2.4))
_SIGN = mm(4.4)
_SIGN_ROOM = mm(6)
_RADIUS = mm(1.6)


class _Look(NamedTuple):
    """Type and padding of one size of the table."""

    title: Style
    body: Style
    padding: float


_LOOKS = (_Look(EDUCATION_TITLE, EDUCATION, mm(1.5)), _Look(TITLE, BODY, mm(1.4)), _Look(TITLE, BODY, mm(0.7)))
"""As a topic sheet has it, and smaller where it would not fit on its page; compact begins with the second."""

_Cell = tuple[tuple[Line, ...], ...]
"""The lines of one cell, language by language."""


class _Row(NamedTuple):
    """One row with its lines broken: what, when, how; ``is_free`` gets a sign beside its word."""

    cells: tuple[_Cell, _Cell, _Cell]
    is_free: bool

    def height(self, look: _Look) -> float:
        """What it takes with its padding."""
        most = max(sum(len(lines) for lines in cell) for cell in self.cells)
        return most * look.body.leading + 2 * look.padding


def add_activities(book: Book, settings: Sequence[Setting], sheet: Sheet) -> None:
    """The page of the table; ``settings`` are the languages in which each cell is told, one below the other.

    The table is one unit. Only where a therapist added more rows than a page holds it goes on, with its head repeated.
    """
    rows = sheet.activities.printed
    if not rows:
        return
    bottom, start = TOP + settings[0].page.content_height, TOP + HEAD_HEIGHT
    looks = _LOOKS[1:] if sheet.choices.layout == "compact" or len(settings) > 1 else _LOOKS
    for look in looks:
        opening, last = _opening(settings, sheet, look), _last_line(settings, sheet, look)
        told = [_row(settings, sheet, row, look) for row in rows]
        if start + opening.height + _table(settings, sheet, told, look).height + last.height <= bottom:
            break
    y = _turn(book, settings, sheet)
    book.mark(" / ".join(setting.say("start-again") for setting in settings), 1, y)
    y = book.put(opening, y)
    while told:
        part = _fitting(told, bottom - y - _head_height(look), look) or told[:1]
        y = book.put(_table(settings, sheet, part, look), y)
        told = told[len(part) :]
        if told:
            y = _turn(book, settings, sheet)
    if y + last.height > bottom:
        y = _turn(book, settings, sheet)
    book.put(last, y)


def _turn(book: Book, settings: Sequence[Setting], sheet: Sheet) -> float:
    words = " / ".join(head.running_kind("guide", sheet, setting.language) for setting in settings[:1])
    book.new_page(running_head(settings[0], sheet.person, sheet.clinic, words))
    return TOP + HEAD_HEIGHT


def _fitting(rows: list[_Row], room: float, look: _Look) -> list[_Row]:
    """As many rows as the room holds."""
    number, height = 0, 0.0
    while number < len(rows) and height + rows[number].height(look) <= room:
        height += rows[number].height(look)
        number += 1
    return rows[:number]


def _opening(settings: Sequence[Setting], sheet: Sheet, look: _Look) -> Frame:
    """The title, and which day all is counted from."""
    frame = Frame()
    title = " / ".join(setting.say("start-again") for setting in settings)
    y = frame.say("H1", 0, 0, settings[0].lines(title, look.title, CONTENT_WIDTH, bold=True), look.title) + mm(1)
    for setting in settings:
        about = activities.about(sheet.activities, sheet.printed, setting.language, sheet.choices.paper)
        with frame.tag("P", language=setting.language if len(settings) > 1 else ""):
            y = frame.text(0, y, setting.lines(about, look.body, CONTENT_WIDTH), look.body)
    frame.height = y + mm(2.6)
    return frame


def _last_line(settings: Sequence[Setting], sheet: Sheet, look: _Look) -> Frame:
    frame, y, phone = Frame(), mm(4), head.phone(sheet.clinic)
    for setting in settings:
        runs = setting.runs("unsure-phone", phone=phone) if phone else setting.runs("unsure")
        with frame.tag("P", language=setting.language if len(settings) > 1 else ""):
            y = frame.text(0, y, setting.lines(runs, look.body, CONTENT_WIDTH), look.body)
    frame.height = y
    return frame


def _row(settings: Sequence[Setting], sheet: Sheet, row: ActivityRow, look: _Look) -> _Row:
    is_free, paper = row.state == "now", sheet.choices.paper
    widths = [end - at for at, end in zip(_COLUMNS, _ENDS, strict=True)]
    what, when, how = [], [], []
    for setting in settings:
        language = setting.language
        what.append(setting.lines(Run(activities.name(row, language), bold=True), look.body, widths[0]))
        said = Run(activities.when(row, language, paper), bold=True)
        when.append(setting.lines(said, look.body, widths[1] - (_SIGN_ROOM if is_free else 0)))
        told = activities.how(row, language, paper)
        how.append(setting.lines(told, look.body, widths[2]) if told else ())
    typed = len(settings) > 1 and len(set(row.name.values())) == 1 and len(row.name) == 1
    cells = (tuple(what[:1] if typed else what), tuple(when), tuple(how[:1] if len(set(how)) == 1 else how))
    return _Row(cells, is_free)


def _head_height(look: _Look) -> float:
    return look.body.leading + 2 * look.padding


def _table(settings: Sequence[Setting], sheet: Sheet, rows: Sequence[_Row], look: _Look) -> Frame:
    """A head row and these rows in the frame that the dose panel has: teal edge, tinted head, hairlines."""
    height = _head_height(look)
    frame = Frame(height + sum(row.height(look) for row in rows))
    if settings[0].theme.is_filled:
        frame.round_top(0, 0, CONTENT_WIDTH, height, _RADIUS, "tint")
    y = height
    for row in rows:
        frame.line(0.5, y, CONTENT_WIDTH - 0.5, y, 0.8 if row is rows[0] else 0.5, "line")
        y += row.height(look)
    frame.box(0, 0, CONTENT_WIDTH, frame.height, radius=_RADIUS, edge=1, edge_colour="teal")
    about = activities.about(sheet.activities, sheet.printed, settings[0].language, sheet.choices.paper)
    with frame.tag("Table", attributes=summary(f"{settings[0].say('start-again')}. {about}".replace("\u00a0", " "))):
        _head_row(frame, settings, look)
        y = height
        for row in rows:
            _put_row(frame, settings, row, y + look.padding, look)
            y += row.height(look)
    return frame


def _head_row(frame: Frame, settings: Sequence[Setting], look: _Look) -> None:
    with frame.tag("TR"):
        for x, key in zip(_COLUMNS, activities.HEADS, strict=True):
            words = " / ".join(dict.fromkeys(setting.say(key) for setting in settings))
            with frame.tag("TH", attributes=TH_COLUMN):
                frame.text(x, look.padding, (settings[0].line(Run(words, bold=True), look.body),), look.body)


def _put_row(frame: Frame, settings: Sequence[Setting], row: _Row, top: float, look: _Look) -> None:
    if row.is_free:
        frame.form("I-fine", _COLUMNS[1], top + (look.body.leading - _SIGN) / 2, _SIGN / GRID, "teal")
    with frame.tag("TR"):
        for place, cell in enumerate(row.cells):
            x = _COLUMNS[place] + (_SIGN_ROOM if place == 1 and row.is_free else 0)
            with frame.tag("TH" if place == 0 else "TD", attributes=TH_ROW if place == 0 else b""):
                _put_cell(frame, settings, cell, (x, top), look.body)


def _put_cell(frame: Frame, settings: Sequence[Setting], cell: _Cell, at: tuple[float, float], body: Style) -> None:
    x, y = at
    if len(settings) == 1:
        frame.text(x, y, [line for lines in cell for line in lines], body)
        return
    for setting, lines in zip(settings, cell, strict=False):
        if lines:
            with frame.tag("Span", language=setting.language):
                y = frame.text(x, y, lines, body)
