"""The heading of an exercise: number square, name, mark and what changed; in two languages each half carries its own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm, run_width
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import Look
from ptbuilder.handout.setting import Setting
from ptbuilder.wording.fixed import Run

_MARK_EDGE = 1.2
_MARK_GAP = mm(3)
Half = tuple[Setting, ExerciseWords]
"""A language with its words of the exercise."""


class _Name(NamedTuple):
    """A name with its place in the row: ``row`` lines below the first."""

    half: Half
    lines: tuple[Line, ...]
    x: float
    row: int


def heading(frame: Frame, setting: Setting, words: ExerciseWords, look: Look, mark_kind: str) -> tuple[float, float]:
    """The heading in one language; gives the height below the row and where its words end."""
    names = _names([(setting, words)], words, look)
    below, end = _row(frame, names, words, look, mark_kind)
    return _changed(frame, setting, words, look, end, below) if words.changed else (below, end)


def heading_of_two(frame: Frame, halves: Sequence[Half], words: ExerciseWords, look: Look, mark_kind: str) -> float:
    """The heading in two languages; ``words`` holds what stands once, the mark in both languages. Gives the height below."""
    same = halves[0][1].name == halves[1][1].name
    names = _names(halves[:1] if same else halves, words, look)
    return _row(frame, names, words, look, mark_kind, is_of_two=True)[0]


def _names(halves: Sequence[Half], words: ExerciseWords, look: Look) -> list[_Name]:
    """Both names on one line where they fit with the mark, else each on lines of its own."""
    setting, style = halves[0][0], look.name
    x = _square_width(setting, words, look) + look.name_gap
    mark = _mark_width(setting, words, look) + _MARK_GAP if words.mark else 0
    room = CONTENT_WIDTH - x - mark
    told = [half[1].name for half in halves]
    if len(told) > 1:
        told[0] += " /"
    is_beside = setting.fits(" ".join(told), style, room, bold=True)
    names, row = [], 0
    for half, name in zip(halves, told, strict=True):
        lines = half[0].lines(name, style, room, bold=True)
        names.append(_Name(half, lines, x, row))
        if is_beside:
            x += setting.width(f"{name} ", style, bold=True)
        else:
            row += len(lines)
    return names


def _row(
    frame: Frame, names: Sequence[_Name], words: ExerciseWords, look: Look, mark_kind: str, *, is_of_two: bool = False
) -> tuple[float, float]:
    setting = names[0].half[0]
    last = names[-1]
    end = last.x + last.lines[-1].width
    last_row = (last.row + len(last.lines) - 1) * look.name.leading
    with frame.tag("H2", actual="" if is_of_two else words.heading):
        for name in names:
            spoken, told = name.half
            with frame.tag("Span", language=spoken.language, actual=told.heading) if is_of_two else nullcontext():
                if name is names[0]:
                    _number(frame, setting, words, look)
                top = (look.square - look.name.leading) / 2 + name.row * look.name.leading
                frame.text(name.x, top, name.lines, look.name)
                if words.mark and name is last:
                    _mark(frame, setting, words.mark, mark_kind, end + _MARK_GAP, last_row, look)
                    end += _MARK_GAP + _mark_width(setting, words, look)
    return look.square + last_row, end


def _number(frame: Frame, setting: Setting, words: ExerciseWords, look: Look) -> None:
    """The number in its square: filled, or in black and white framed."""
    width, filled = _square_width(setting, words, look), setting.theme.is_filled
    paint = {"fill": "teal"} if filled else {"edge": 1.6, "edge_colour": "teal"}
    frame.box(0, 0, width, look.square, radius=mm(1.4), **paint)
    number = setting.line(words.number, look.number, bold=True)
    top = (look.square - look.number.leading) / 2
    frame.text((width - number.width) / 2, top, (number,), look.number, "white" if filled else "ink")


def _square_width(setting: Setting, words: ExerciseWords, look: Look) -> float:
    return max(look.square, setting.width(words.number, look.number, bold=True) + mm(2.4))


def _changed(frame: Frame, setting: Setting, words: ExerciseWords, look: Look, end: float, below: float) -> tuple[float, float]:
    """What changed, in bold behind the mark if it fits there, else on lines of its own; gives height below and end."""
    runs = Run(words.changed, bold=True)
    top = below - look.square + (look.square - look.body.leading) / 2
    if end + _MARK_GAP + setting.width(runs, look.body) <= CONTENT_WIDTH:
        line = setting.line(runs, look.body)
        frame.say("P", end + _MARK_GAP, top, (line,), look.body)
        return below, end + _MARK_GAP + line.width
    lines = setting.lines(runs, look.body, run_width(look.body.size))
    return frame.say("P", 0, below + mm(0.6), lines, look.body), end


def _mark_width(setting: Setting, words: ExerciseWords, look: Look) -> float:
    return look.mark_sign + mm(5.1) + setting.width(words.mark, look.caption, bold=True)


def _mark(frame: Frame, setting: Setting, text: str, kind: str, x: float, row: float, look: Look) -> None:
    """New: a star; changed: two arrows; with an edge and a word, never by colour alone."""
    line = setting.line(text, look.caption, bold=True)
    width = look.mark_sign + mm(5.1) + line.width
    top = row + (look.square - look.mark_height) / 2
    frame.box(x, top, width, look.mark_height, radius=mm(1.4), edge=_MARK_EDGE, edge_colour="ink")
    frame.form(f"I-{kind}", x + mm(1.6), top + (look.mark_height - look.mark_sign) / 2, look.mark_sign / GRID)
    frame.text(x + look.mark_sign + mm(2.9), top + (look.mark_height - look.caption.leading) / 2, (line,), look.caption)
