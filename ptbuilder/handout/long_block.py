"""An exercise that is taller than a page: in one column, parted at lines, with its heading repeated on each further page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.dose_panel import dose_panel
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.exercise_heading import heading
from ptbuilder.handout.flow import Flow, Unit
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import STANDARD, Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook
from ptbuilder.handout.theme import BODY, NAME
from ptbuilder.wording.fixed import Run


def put_long_block(made: SheetBook, block: ExerciseBlock, top: float) -> float:
    """Place the block from ``top`` on; gives the height below it."""
    book = made.book
    book.mark(block.words.bookmark, 2, top)
    first = len(book.pages) - 1
    y = _flow(made.setting, block).put(book, top, _next_page(made, block))
    book.exercises.append((block.of.id, first, top, (y if len(book.pages) - 1 == first else book.bottom) - top))
    return y


def _next_page(made: SheetBook, block: ExerciseBlock) -> Callable[[], float]:
    def turn() -> float:
        start = made.turn()
        frame = Frame(NAME.leading + mm(2))
        text = f"{block.words.bookmark} {made.setting.say('continued')}"
        frame.aside(0, 0, made.setting.lines(text, NAME, CONTENT_WIDTH, bold=True)[:1], NAME)
        return made.book.put(frame, start)

    return turn


def _flow(setting: Setting, block: ExerciseBlock) -> Flow:
    words, look, flow = block.words, STANDARD, Flow()
    title = Frame()
    title.height, _ = heading(title, setting, words, look, block.of.mark)
    flow.add(title)
    _text(flow, setting, (Run(words.why),) if words.why else (), mm(0.6))
    pair = parts.picture_pair(block.of, mm(53), mm(52))
    if pair is not None:
        pictures = Frame()
        pictures.height = parts.pictures(pictures, setting, block.of, pair, look, 0)
        flow.add(pictures, mm(1.8))
    for number, step in enumerate(words.steps, start=1):
        lines = setting.lines(step, BODY, RUN_12 - look.circle - look.step_gap)
        draw = partial(_step, setting=setting, number=number, look=look, whole=lines)
        flow.add(Unit(lines, BODY, draw, least=look.circle), mm(2.2) if number == 1 else look.between_steps)
    _text(flow, setting, words.dose, mm(1.1))
    flow.add(dose_panel(setting, words, look, BODY), mm(1.8))
    for runs in (words.feel, words.stop):
        _text(flow, setting, runs, mm(1.7))
    if words.note:
        flow.add(Unit(setting.lines(words.note, BODY, RUN_12), BODY, _note), mm(1.8))
    for runs in (words.hard, words.easy):
        _text(flow, setting, runs, mm(1.8))
    return flow


def _text(flow: Flow, setting: Setting, runs: Sequence[Run], gap: float) -> None:
    if runs:
        flow.add(Unit(setting.lines(runs, BODY, RUN_12), BODY, _paragraph), gap)


def _paragraph(frame: Frame, lines: Sequence[Line], top: float) -> None:
    frame.say("P", 0, top, lines, BODY)


def _note(frame: Frame, lines: Sequence[Line], top: float) -> None:
    parts.note(frame, lines, BODY, top)


def _step(
    frame: Frame, lines: Sequence[Line], top: float, *, setting: Setting, number: int, look: Look, whole: Sequence[Line]
) -> None:
    """Some lines of one step; its number stands before the first."""
    if lines[0] is whole[0]:
        with frame.tag("P"):
            parts.badge(frame, setting, str(number), 0, top + (BODY.leading - look.circle) / 2, look)
    frame.say("P", look.circle + look.step_gap, top, lines, BODY)
