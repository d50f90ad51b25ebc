"""The summary box of the first page: the facts of the plan, its days, what to remember, what is needed and what was stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import BODY, NUMERAL, Style
from ptbuilder.wording import summary
from ptbuilder.wording.fixed import Run

_X, _INNER = mm(4), CONTENT_WIDTH - mm(8)
_APART = mm(8)
"""Between two short texts that share a row."""
_SENTENCE_GAP = mm(5)
_STOPPED_GAP = mm(5)
"""From the sign of what was stopped to its words."""
_RUN = RUN_12 + mm(10)
_ROW_GAP = mm(0.6)
_ENDS = (".", "!", "?")
_BEHIND_SENTENCE = re.compile(r"(?<=[.!?] )")


class _Piece(NamedTuple):
    """A line of a text, with its left end and the number of its row."""

    line: Line
    x: float
    row: int


def summary_box(setting: Setting, sheet: Sheet) -> Frame:
    """The tinted box: one row of facts, then the texts on as few rows as they take."""
    content = Frame()
    with content.tag("Sect"):
        below = _texts(content, setting, sheet, _facts(content, setting, sheet, mm(1.8)))
    frame = Frame(below + mm(2.1))
    edge = {"radius": mm(2), "edge": 1.2, "edge_colour": "teal"}
    frame.box(0, 0, CONTENT_WIDTH, frame.height, fill="tint" if setting.theme.is_filled else None, **edge)
    frame.add(content, 0, 0)
    return frame


def _texts(frame: Frame, setting: Setting, sheet: Sheet, y: float) -> float:
    """Days, what to remember, and what is needed: the last on a row of its own, or behind one of the others where it fits."""
    width, is_told = _needs_width(setting, sheet), False
    for runs in (summary.on_days(sheet, setting.language), summary.remember(sheet, setting.language)):
        if not runs:
            continue
        pieces, top = _pieces(setting, runs), y + _ROW_GAP
        with frame.tag("P"):
            for piece in pieces:
                y = frame.text(piece.x, top + piece.row * BODY.leading, (piece.line,), BODY)
        end = pieces[-1].x + pieces[-1].line.width + _APART
        if not is_told and end + width <= _X + _INNER:
            _needs(frame, setting, sheet, end, y - BODY.leading)
            is_told = True
    return y if is_told else _needs(frame, setting, sheet, _X, y + _ROW_GAP)


def _pieces(setting: Setting, runs: tuple[Run, ...]) -> list[_Piece]:
    """The text in lines that are not too long to read, or its sentences whole side by side where that takes no more rows."""
    lines = setting.lines(runs, BODY, min(_INNER, _RUN))
    beside = _side_by_side([setting.line(sentence, BODY) for sentence in _sentences(runs)])
    if beside[-1].row < len(lines) and len(lines) > 1 and all(piece.line.width <= _RUN for piece in beside):
        return beside
    return [_Piece(line, _X, row) for row, line in enumerate(lines)]


def _side_by_side(sentences: Sequence[Line]) -> list[_Piece]:
    found: list[_Piece] = []
    x, row = _X, 0
    for line in sentences:
        if found and x + line.width > _X + _INNER:
            x, row = _X, row + 1
        found.append(_Piece(line, x, row))
        x += line.width + _SENTENCE_GAP
    return found


def _sentences(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """The runs parted behind each sentence, with the space there."""
    found: list[tuple[Run, ...]] = []
    sentence: list[Run] = []
    for run in runs:
        text = run.text
        if sentence and text.startswith(" ") and sentence[-1].text.endswith(_ENDS):
            sentence[-1], text = sentence[-1]._replace(text=f"{sentence[-1].text} "), text[1:]
        for piece in _BEHIND_SENTENCE.split(text):
            if sentence and sentence[-1].text.rstrip(" ").endswith(_ENDS) and sentence[-1].text.endswith(" "):
                found.append(tuple(sentence))
                sentence = []
            if piece:
                sentence.append(Run(piece, run.bold))
    return [*found, tuple(sentence)] if sentence else found


def _needs_width(setting: Setting, sheet: Sheet) -> float:
    """What is needed and what was stopped on one line."""
    needs, stopped = summary.needs(sheet, setting.language), summary.stopped(sheet, setting.language)
    return setting.width(needs, BODY) + (_APART + _STOPPED_GAP + setting.width(stopped, BODY) if stopped else 0)


def _facts(frame: Frame, setting: Setting, sheet: Sheet, y: float) -> float:
    facts = summary.facts(sheet, setting.language)
    label = setting.line(setting.say("your-plan"), NUMERAL, bold=True)
    widths = [sum(setting.width(run, NUMERAL if run.bold else BODY) for run in runs) for runs in facts]
    gap = min((_INNER - label.width - sum(widths)) / len(facts), mm(20))
    frame.say("H2", _X, y, (label,), NUMERAL)
    at = _X + label.width + gap
    if gap < mm(4):
        gap, at, y = mm(6), _X, y + NUMERAL.leading
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


def _needs(frame: Frame, setting: Setting, sheet: Sheet, x: float, y: float) -> float:
    """What is needed, and what was stopped behind it or below; gives the height below both."""
    needs = summary.needs(sheet, setting.language)
    stopped = summary.stopped(sheet, setting.language)
    sign, inner = mm(3.8), _X + _INNER - x
    beside = stopped and _needs_width(setting, sheet) <= inner
    at = x + setting.width(needs, BODY) + _APART if beside else x
    below = frame.say("P", x, y, setting.lines(needs, BODY, min(inner, _RUN)), BODY)
    if not stopped:
        return below
    top = y if beside else below + mm(0.6)
    frame.form("I-stopped", at, top + (BODY.leading - sign) / 2, sign / GRID)
    return frame.say("P", at + _STOPPED_GAP, top, setting.lines(stopped, BODY, inner - (at - x) - _STOPPED_GAP), BODY)
