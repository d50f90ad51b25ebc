"""The dose as a true table: a panel in the right column, or a box of full width whose head is the dose sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW, summary
from ptbuilder.handout.theme import Style
from ptbuilder.wording.dose import DoseRow

_CELL_ICON_AT, _CELL_LABEL_AT = mm(1.8), mm(7.8)
_CELL_GAP, _CELL_END = mm(1.6), mm(1.8)


def dose_panel(setting: Setting, words: ExerciseWords, look: Look, body: Style) -> Frame:
    """The panel as a true table: row headers with icons left, values right."""
    label_width = max(look.label_width, *(setting.width(f"{row.label} ", body) + mm(1) for row in words.rows))
    value_at = look.label_at + label_width
    rows = [
        tuple(line for text in row.lines for line in setting.lines(text, body, look.right - value_at - mm(1.2), bold=True))
        for row in words.rows
    ]
    head = body.leading + 2 * look.row_padding
    frame = Frame(head + sum(len(lines) * body.leading + 2 * look.row_padding for lines in rows))
    if setting.theme.is_filled:
        frame.round_top(0.5, 0.5, look.right - 1, head, mm(1.4), "tint")
    _panel_edges(frame, [len(lines) * body.leading + 2 * look.row_padding for lines in rows], head, look)
    title = setting.say("how-much")
    with frame.tag("Table", attributes=summary(title)):
        frame.say("Caption", mm(2.4), look.row_padding, setting.lines(title, body, look.right, bold=True), body)
        y = head
        for row, lines in zip(words.rows, rows, strict=True):
            top = y + look.row_padding
            with frame.tag("TR"):
                frame.form(_icon(row.kind, words), mm(2.2), top + (body.leading - look.icon) / 2, look.icon / GRID)
                with frame.tag("TH", attributes=TH_ROW):
                    frame.text(look.label_at, top, (setting.line(row.label, body),), body)
                frame.say("TD", value_at, top, lines, body)
            y = top + len(lines) * body.leading + look.row_padding
    return frame


def _panel_edges(frame: Frame, heights: list[float], head: float, look: Look) -> None:
    y = head
    frame.line(0, y, look.right, y, 1, "teal")
    for height in heights[:-1]:
        y += height
        frame.line(0.5, y, look.right - 0.5, y, 0.5, "hair")
    frame.box(0, 0, look.right, head + sum(heights), radius=mm(1.6), edge=1, edge_colour="teal")


class _Cell(NamedTuple):
    """A row of the dose on one line: label and value with their widths."""

    row: DoseRow
    label: Line
    value: Line


def dose_box(setting: Setting, words: ExerciseWords, look: Look, body: Style) -> Frame:
    """The dose sentence as the head of a box, and below it the rows of the panel in columns, each read downwards."""
    sentence = setting.lines(words.dose, look.body, RUN_12)
    padding = look.row_padding
    head = len(sentence) * body.leading + 2 * padding
    row = body.leading + 2 * padding
    columns, widths = _columns(setting, words, look)
    most = max(len(cells) for cells in columns)
    frame = Frame(head + most * row)
    if setting.theme.is_filled:
        frame.round_top(0.5, 0.5, CONTENT_WIDTH - 1, head, mm(1.4), "tint")
    _box_edges(frame, [head + place * row for place in range(1, most)], widths, head)
    frame.say("P", mm(2.4), padding, sentence, body)
    with frame.tag("Table", attributes=summary(setting.say("how-much"))):
        x = 0.0
        for cells, width in zip(columns, widths, strict=True):
            label_width = max(cell.label.width for cell in cells) + _CELL_GAP
            for place, cell in enumerate(cells):
                _draw_cell(frame, words, cell, (x, head + place * row + padding), label_width, look, body)
            x += width
    return frame


def _columns(setting: Setting, words: ExerciseWords, look: Look) -> tuple[list[list[_Cell]], list[float]]:
    """The rows in as few lines as fit, spread over columns whose widths fill the box."""
    cells = [
        _Cell(row, setting.line(row.label, look.body), setting.line(", ".join(row.lines), look.body, bold=True))
        for row in words.rows
    ]
    for deep in range(1, len(cells) + 1):
        columns = [cells[at : at + deep] for at in range(0, len(cells), deep)]
        widths = [_natural_width(column) for column in columns]
        if sum(widths) <= CONTENT_WIDTH:
            break
    spare = (CONTENT_WIDTH - sum(widths)) / len(widths)
    return columns, [width + spare for width in widths]


def _natural_width(cells: Sequence[_Cell]) -> float:
    label, value = max(cell.label.width for cell in cells), max(cell.value.width for cell in cells)
    return _CELL_LABEL_AT + label + _CELL_GAP + value + _CELL_END


def _box_edges(frame: Frame, rows: Sequence[float], widths: Sequence[float], head: float) -> None:
    frame.line(0, head, CONTENT_WIDTH, head, 1, "teal")
    for y in rows:
        frame.line(0.5, y, CONTENT_WIDTH - 0.5, y, 0.5, "hair")
    x = 0.0
    for width, _ in pairwise(widths):
        x += width
        frame.line(x, head + 0.5, x, frame.height - 0.5, 0.5, "hair")
    frame.box(0, 0, CONTENT_WIDTH, frame.height, radius=mm(1.6), edge=1, edge_colour="teal")


def _draw_cell(
    frame: Frame, words: ExerciseWords, cell: _Cell, at: tuple[float, float], label_width: float, look: Look, body: Style
) -> None:
    x, top = at
    with frame.tag("TR"):
        frame.form(_icon(cell.row.kind, words), x + _CELL_ICON_AT, top + (body.leading - look.icon) / 2, look.icon / GRID)
        with frame.tag("TH", attributes=TH_ROW):
            frame.text(x + _CELL_LABEL_AT, top, (cell.label,), body)
        frame.say("TD", x + _CELL_LABEL_AT + label_width, top, (cell.value,), body)


def _icon(kind: str, words: ExerciseWords) -> str:
    """The icon of a row; the one of the side shows which."""
    if kind != "side":
        return f"I-{kind}"
    value = next(row.lines[0] for row in words.rows if row.kind == "side")
    return "I-side-right" if value in ("Right", "Derecho") else "I-side-left"
