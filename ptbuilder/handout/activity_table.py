"""The table of activities after a procedure: what may be done again and from when, as a block among the topic sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.domain.activity import ActivityRow
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.both_setting import BothSetting
from ptbuilder.handout.education_block import SIZES, Sizes
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_COLUMN, TH_ROW, summary
from ptbuilder.handout.theme import Style
from ptbuilder.wording import activities
from ptbuilder.wording.fixed import Run

_COLUMNS = {1: (mm(2.4), mm(48), mm(102)), 2: (mm(2.4), mm(48), mm(108))}
"""Where the columns begin, by the number of languages: in two a date is kept on one line rather than what goes with it."""
_BETWEEN_COLUMNS = mm(3)
_SIGN = mm(4.4)
_SIGN_ROOM = mm(6)
_RADIUS = mm(1.6)
_MORE_PADDING, _LEAST_MORE = mm(0.6), mm(0.3)
"""What a row has above and below beyond the rows of a topic's table, since it stands in a frame; less at the closest size."""

_Cell = tuple[tuple[Line, ...], ...]
"""The lines of one cell, language by language."""


class _Row(NamedTuple):
    """One row with its lines broken: what, when, how; ``is_free`` gets a sign beside its word."""

    cells: tuple[_Cell, _Cell, _Cell]
    is_free: bool

    def height(self, sizes: Sizes) -> float:
        """What it takes with its padding."""
        most = max(sum(len(lines) for lines in cell) for cell in self.cells)
        return most * sizes.body.leading + 2 * _padding(sizes)


class ActivityBlock:
    """The table with its title; ``languages`` are those in which each cell is told, one below the other.

    It is one unit. Only where a therapist added more rows than ``room`` holds, ``parts`` goes on with the head repeated.
    """

    def __init__(self, languages: Sequence[Setting], sheet: Sheet, room: float) -> None:
        self.setting = languages[0]
        self.title = " / ".join(setting.say("start-again") for setting in languages)
        self._languages = languages
        self._sheet = sheet
        self._room = room
        self._frames: dict[Sizes, Frame] = {}

    def frame(self, sizes: Sizes) -> Frame:
        """The whole table; made once for each size."""
        found = self._frames.get(sizes)
        if found is None:
            found = self._frames[sizes] = Frame()
            for part in (self._opening(sizes), self._table(self._rows(sizes), sizes)):
                found.height = found.add(part, 0, found.height)
        return found

    def parts(self, sizes: Sizes) -> list[Frame]:
        """The title, then as many rows at a time as stand on a page with it."""
        opening, rows = self._opening(sizes), self._rows(sizes)
        tables = []
        while rows:
            number, height = 0, _head(self._languages, sizes).height(sizes)
            while number < len(rows) and opening.height + height + rows[number].height(sizes) <= self._room:
                height += rows[number].height(sizes)
                number += 1
            tables.append(self._table(rows[: max(number, 1)], sizes))
            rows = rows[max(number, 1) :]
        return [opening, *tables]

    def _opening(self, sizes: Sizes) -> Frame:
        """The title, and which day all is counted from."""
        frame = Frame()
        whole = BothSetting(*self._languages) if len(self._languages) > 1 else self.setting
        y = whole.heading(frame, "H1", self.title, sizes.title) + mm(1)
        for setting in self._languages:
            with frame.tag("P", language=setting.language if len(self._languages) > 1 else ""):
                y = frame.text(0, y, setting.lines(self._about(setting), sizes.body, CONTENT_WIDTH), sizes.body)
        frame.height = y + mm(2.6)
        return frame

    def _about(self, setting: Setting) -> str:
        sheet = self._sheet
        return activities.about(sheet.activities, sheet.printed, setting.language, sheet.choices.paper)

    def _rows(self, sizes: Sizes) -> list[_Row]:
        paper = self._sheet.choices.paper
        return [_row(self._languages, row, paper, sizes) for row in self._sheet.activities.printed]

    def _table(self, rows: Sequence[_Row], sizes: Sizes) -> Frame:
        """A head row and these rows in the frame that the dose panel has: teal edge, tinted head, lines between rows."""
        head, first = _head(self._languages, sizes), self.setting
        height = head.height(sizes)
        frame = Frame(height + sum(row.height(sizes) for row in rows))
        if first.theme.is_filled:
            frame.round_top(0, 0, CONTENT_WIDTH, height, _RADIUS, "tint")
        y = height
        for row in rows:
            frame.line(0.5, y, CONTENT_WIDTH - 0.5, y, 0.8 if row is rows[0] else 0.5, "line")
            y += row.height(sizes)
        frame.box(0, 0, CONTENT_WIDTH, frame.height, radius=_RADIUS, edge=1, edge_colour="teal")
        told = f"{first.say('start-again')}. {self._about(first)}".replace("\u00a0", " ")
        with frame.tag("Table", attributes=summary(told)):
            _put_row(frame, self._languages, head, _padding(sizes), sizes.body, is_head=True)
            y = height
            for row in rows:
                _put_row(frame, self._languages, row, y + _padding(sizes), sizes.body)
                y += row.height(sizes)
        return frame


def _padding(sizes: Sizes) -> float:
    return sizes.row_padding + (_LEAST_MORE if sizes is SIZES[-1] else _MORE_PADDING)


def _row(languages: Sequence[Setting], row: ActivityRow, paper: str, sizes: Sizes) -> _Row:
    is_free, body = row.state == "now", sizes.body
    first, second, third = _COLUMNS[len(languages)]
    widths = second - first - _BETWEEN_COLUMNS, third - second - _BETWEEN_COLUMNS, CONTENT_WIDTH - mm(2.4) - third
    what, when, how = [], [], []
    for setting in languages:
        language = setting.language
        what.append(setting.lines(Run(activities.name(row, language), bold=True), body, widths[0]))
        said = Run(activities.when(row, language, paper), bold=True)
        when.append(setting.lines(said, body, widths[1] - (_SIGN_ROOM if is_free else 0)))
        told = activities.how(row, language, paper)
        how.append(setting.lines(told, body, widths[2]) if told else ())
    return _Row((_once(what), tuple(when), _once(how)), is_free)


def _once(lines: Sequence[tuple[Line, ...]]) -> _Cell:
    """What a therapist typed is the same in each language, and stands there once."""
    return tuple(lines[:1] if len(set(lines)) == 1 else lines)


def _head(languages: Sequence[Setting], sizes: Sizes) -> _Row:
    """The head of each column, language below language as in the rows."""
    what, when, how = (
        tuple((setting.line(Run(setting.say(key), bold=True), sizes.body),) for setting in languages) for key in activities.HEADS
    )
    return _Row((what, when, how), is_free=False)


def _put_row(frame: Frame, languages: Sequence[Setting], row: _Row, top: float, body: Style, *, is_head: bool = False) -> None:
    columns = _COLUMNS[len(languages)]
    if row.is_free:
        frame.form("I-fine", columns[1], top + (body.leading - _SIGN) / 2, _SIGN / GRID, "teal")
    with frame.tag("TR"):
        for place, cell in enumerate(row.cells):
            x = columns[place] + (_SIGN_ROOM if place == 1 and row.is_free else 0)
            is_heading = is_head or place == 0
            scope = TH_COLUMN if is_head else TH_ROW
            with frame.tag("TH" if is_heading else "TD", attributes=scope if is_heading else b""):
                _put_cell(frame, languages, cell, (x, top), body)


def _put_cell(frame: Frame, languages: Sequence[Setting], cell: _Cell, at: tuple[float, float], body: Style) -> None:
    x, y = at
    if len(languages) == 1:
        frame.text(x, y, [line for lines in cell for line in lines], body)
        return
    for setting, lines in zip(languages, cell, strict=False):
        if lines:
            with frame.tag("Span", language=setting.language):
                y = frame.text(x, y, lines, body)
