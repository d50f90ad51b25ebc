"""The dose in two languages, right of the pictures: a panel of numbers with both words, or both sentences in a box."""

from __future__ import annotations

from functools import partial

from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout.beside import RIGHT
from ptbuilder.handout.dose_strip import weighed
from ptbuilder.handout.frame import Frame, Later
from ptbuilder.handout.geometry import RIGHT_COLUMN, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import STANDARD, Fit, Look
from ptbuilder.handout.pair import Pair
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW, summary
from ptbuilder.handout.theme import BODY, Style
from ptbuilder.wording.dose import dose_parts
from ptbuilder.wording.dose_pair import PairRow
from ptbuilder.wording.fixed import Run

_INSET, _PADDING = mm(2.2), mm(0.8)
_Half = tuple[Setting, tuple[Line, ...]]


def dose_width(fit: Fit) -> float:
    """How wide the dose is at a rung."""
    return RIGHT if fit.is_beside else RIGHT_COLUMN


def dose_box_of_two(pair: Pair, of: SheetExercise, look: Look, body: Style) -> Frame:
    """Both sentences, English first, with what the patient acts on in bold."""
    halves: list[_Half] = []
    for setting in pair.both:
        told = [run for part in dose_parts(of.dosage, of.side, setting.language) for run in weighed(part)]
        label = Run(f"{setting.say('how-much')}: ", bold=True)
        halves.append((setting, setting.lines((label, *told), look.body, RIGHT - 2 * _INSET)))
    height = sum(len(lines) * body.leading + 2 * _PADDING for _, lines in halves)
    return Later(height, partial(_put_box, halves=halves, body=body, is_filled=pair.setting.theme.is_filled))


def _put_box(frame: Frame, *, halves: list[_Half], body: Style, is_filled: bool) -> None:
    fill = "tint" if is_filled else None
    frame.box(0, 0, RIGHT, frame.height, radius=mm(1.6), edge=1, edge_colour="teal", fill=fill)
    y = 0.0
    for setting, lines in halves:
        if y:
            frame.line(0.5, y, RIGHT - 0.5, y, 0.5, "hair")
        with frame.tag("P", language=setting.language):
            y = frame.text(_INSET, y + _PADDING, lines, body) + _PADDING


def dose_panel_of_two(pair: Pair, rows: tuple[PairRow, ...]) -> Frame:
    """The panel without a head: an icon, the number in bold, both words."""
    look = STANDARD
    told = [pair.english.lines(_runs(row), BODY, RIGHT_COLUMN - look.label_at - mm(1.2)) for row in rows]
    heights = [len(lines) * BODY.leading + 2 * look.row_padding for lines in told]
    frame = Frame(sum(heights))
    y = 0.0
    for height in heights[:-1]:
        y += height
        frame.line(0.5, y, RIGHT_COLUMN - 0.5, y, 0.5, "hair")
    frame.box(0, 0, RIGHT_COLUMN, frame.height, radius=mm(1.6), edge=1, edge_colour="teal")
    y = 0.0
    with frame.tag("Table", attributes=summary(pair.setting.say("how-much"))):
        for row, lines, height in zip(rows, told, heights, strict=True):
            _put_row(frame, pair, row, lines, y + look.row_padding)
            y += height
    return frame


def _runs(row: PairRow) -> tuple[Run, ...]:
    number = (Run(row.number, bold=True), Run(" ")) if row.number else ()
    return (*number, Run(row.words, bold=not row.number))


def _put_row(frame: Frame, pair: Pair, row: PairRow, lines: tuple[Line, ...], top: float) -> None:
    look = STANDARD
    frame.form(_icon(row), mm(2.2), top + (BODY.leading - look.icon) / 2, look.icon / GRID)
    with frame.tag("TR"):
        with frame.tag("TH", attributes=TH_ROW, actual=pair.setting.say(f"row-{row.kind}")):
            pass
        frame.say("TD", look.label_at, top, lines, BODY)


def _icon(row: PairRow) -> str:
    if row.kind != "side":
        return f"I-{row.kind}"
    return "I-side-right" if row.words.startswith("Right") else "I-side-left"
