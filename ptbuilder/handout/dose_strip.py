"""The dose told once: the parts of its sentence one after the other in a box, each behind the icon of its row in the panel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, partial
from typing import NamedTuple

from ptbuilder.handout.frame import Frame, Later
from ptbuilder.handout.geometry import mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import Colour, Style
from ptbuilder.wording.dose import DosePart
from ptbuilder.wording.fixed import Run

_INSET, _APART, _END = mm(2.2), mm(3.6), mm(1.6)
_ICON_GAP = mm(1.4)
_RUNNING_PADDING = mm(1)
_FROM_NUMBER = re.compile(r"\d.*", re.DOTALL)


class _Told(NamedTuple):
    """A part of the sentence on its lines, with what it takes in a row; more than one line only where it is wider than the box."""

    kind: str
    lines: tuple[Line, ...]
    width: float


class DoseStrip:
    """A box of ``width`` with the parts in as many rows as they take, set once; the whole is one paragraph."""

    def __init__(self, setting: Setting, parts: Sequence[DosePart], width: float, look: Look) -> None:
        self._rows = _rows([_told(setting, part, width, look) for part in parts], width)
        self._setting = setting
        self._parts = parts
        self._fill: Colour | None = "tint" if setting.theme.is_filled else None
        self._width = width
        self._look = look

    def frame(self, body: Style, *, runs_on: bool = False) -> Frame:
        """The box with its text at this leading; with ``runs_on`` as running text without icons, where that is lower."""
        heights = [max(len(told.lines) for told in row) * body.leading + 2 * self._look.row_padding for row in self._rows]
        running = len(self._running) * body.leading + 2 * _RUNNING_PADDING
        if runs_on and running < sum(heights):
            return Later(running, partial(self._put_running, body=body))
        return Later(sum(heights), partial(self._put, heights=heights, body=body))

    @cached_property
    def _running(self) -> tuple[Line, ...]:
        runs = [run for part in self._parts for run in weighed(part)]
        return self._setting.lines(runs, self._look.body, self._width - _INSET - _END)

    def _put_running(self, frame: Frame, *, body: Style) -> None:
        self._box(frame)
        frame.say("P", _INSET, _RUNNING_PADDING, self._running, body)

    def _box(self, frame: Frame) -> None:
        frame.box(0, 0, self._width, frame.height, radius=mm(1.6), edge=1, edge_colour="teal", fill=self._fill)

    def _put(self, frame: Frame, *, heights: Sequence[float], body: Style) -> None:
        width = self._width
        self._box(frame)
        y = 0.0
        for height in heights[:-1]:
            y += height
            frame.line(0.5, y, width - 0.5, y, 0.5, "hair")
        with frame.tag("P"):
            y = 0.0
            for row, height in zip(self._rows, heights, strict=True):
                _put_row(frame, row, y + self._look.row_padding, self._look, body)
                y += height


def _told(setting: Setting, part: DosePart, width: float, look: Look) -> _Told:
    icon = look.icon + _ICON_GAP
    lines = setting.lines(weighed(part), look.body, width - _INSET - icon - _END)
    return _Told(part.kind, lines, icon + max(line.width for line in lines))


def weighed(part: DosePart) -> tuple[Run, ...]:
    """What the patient acts on in bold: from the number on, and all of "Twice a day, every day."; a space joins the next part."""
    text = f"{part.text} "
    found = None if part.kind == "when" else _FROM_NUMBER.search(text)
    if found is None:
        return (Run(text, bold=part.kind == "when"),)
    return tuple(run for run in (Run(text[: found.start()]), Run(found[0], bold=True)) if run.text)


def _rows(parts: Sequence[_Told], width: float) -> list[list[_Told]]:
    rows: list[list[_Told]] = []
    at = width
    for told in parts:
        if at + told.width > width - _END:
            rows.append([])
            at = _INSET
        rows[-1].append(told)
        at += told.width + _APART
    return rows


def _put_row(frame: Frame, row: Sequence[_Told], top: float, look: Look, body: Style) -> None:
    x = _INSET
    for told in row:
        if told.kind:
            frame.form(f"I-{told.kind}", x, top + (body.leading - look.icon) / 2, look.icon / GRID)
        frame.text(x + look.icon + _ICON_GAP, top, told.lines, body)
        x += told.width + _APART
