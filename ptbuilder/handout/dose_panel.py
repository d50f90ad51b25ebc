"""The dose as a true table: a panel in the right column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame, Later
from ptbuilder.handout.geometry import mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW, summary
from ptbuilder.handout.theme import Style


class _Panel(NamedTuple):
    """The words of a panel with the lines of each row's value, which start at ``value_at``."""

    words: ExerciseWords
    rows: Sequence[Sequence[Line]]
    value_at: float
    look: Look
    body: Style

    @property
    def head(self) -> float:
        """What the head row takes."""
        return self.body.leading + 2 * self.look.row_padding

    @property
    def heights(self) -> list[float]:
        """What each row takes."""
        return [len(lines) * self.body.leading + 2 * self.look.row_padding for lines in self.rows]


def dose_panel(setting: Setting, words: ExerciseWords, look: Look, body: Style) -> Frame:
    """The panel as a true table: row headers with icons left, values right."""
    label_width = max(look.label_width, *(setting.width(f"{row.label} ", body) + mm(1) for row in words.rows))
    value_at = look.label_at + label_width
    rows = [
        tuple(line for text in row.lines for line in setting.lines(text, body, look.right - value_at - mm(1.2), bold=True))
        for row in words.rows
    ]
    panel = _Panel(words, rows, value_at, look, body)
    return Later(panel.head + sum(panel.heights), partial(_put_panel, setting=setting, panel=panel))


def _put_panel(frame: Frame, *, setting: Setting, panel: _Panel) -> None:
    look, body, head = panel.look, panel.body, panel.head
    if setting.theme.is_filled:
        frame.round_top(0.5, 0.5, look.right - 1, head, mm(1.4), "tint")
    _panel_edges(frame, panel.heights, head, look)
    title = setting.say("how-much")
    with frame.tag("Table", attributes=summary(title)):
        frame.say("Caption", mm(2.4), look.row_padding, setting.lines(title, body, look.right, bold=True), body)
        y = head
        for row, lines in zip(panel.words.rows, panel.rows, strict=True):
            top = y + look.row_padding
            with frame.tag("TR"):
                frame.form(_icon(row.kind, panel.words), mm(2.2), top + (body.leading - look.icon) / 2, look.icon / GRID)
                with frame.tag("TH", attributes=TH_ROW):
                    frame.text(look.label_at, top, (setting.line(row.label, body),), body)
                frame.say("TD", panel.value_at, top, lines, body)
            y = top + len(lines) * body.leading + look.row_padding


def _panel_edges(frame: Frame, heights: list[float], head: float, look: Look) -> None:
    y = head
    frame.line(0, y, look.right, y, 1, "teal")
    for height in heights[:-1]:
        y += height
        frame.line(0.5, y, look.right - 0.5, y, 0.5, "hair")
    frame.box(0, 0, look.right, head + sum(heights), radius=mm(1.6), edge=1, edge_colour="teal")


def _icon(kind: str, words: ExerciseWords) -> str:
    """The icon of a row; the one of the side shows which."""
    if kind != "side":
        return f"I-{kind}"
    value = next(row.lines[0] for row in words.rows if row.kind == "side")
    return "I-side-right" if value in ("Right", "Derecho") else "I-side-left"
