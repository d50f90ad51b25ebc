"""The parts of an exercise block: heading row, pictures, steps, note, the way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm, run_width
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import DECIMAL
from ptbuilder.handout.theme import Style
from ptbuilder.wording import alt
from ptbuilder.wording.fixed import Run

_MARK_EDGE = 1.2
NOTE_BAR = 2.4
NOTE_AT = NOTE_BAR + mm(2.4)
WAY_OUT_TEXT = mm(5)
"""From the triangle's left edge to the words."""


def heading(frame: Frame, setting: Setting, words: ExerciseWords, look: Look, mark_kind: str) -> tuple[float, float]:
    """Number square, name, mark and what changed; gives the height below the row and where its words end."""
    square, filled = _square_width(setting, words, look), setting.theme.is_filled
    name_at = square + look.name_gap
    mark_width = _mark_width(setting, words, look) if words.mark else 0
    name = setting.lines(words.name, look.name, CONTENT_WIDTH - name_at - (mark_width + mm(3) if mark_width else 0), bold=True)
    name_top = (look.square - look.name.leading) / 2
    with frame.tag("H2", actual=words.heading):
        frame.box(
            0,
            0,
            square,
            look.square,
            radius=mm(1.4),
            edge=0 if filled else 1.6,
            edge_colour="teal",
            fill="teal" if filled else None,
        )
        number = setting.line(words.number, look.number, bold=True)
        number_top = (look.square - look.number.leading) / 2
        frame.text((square - number.width) / 2, number_top, (number,), look.number, "white" if filled else "ink")
        frame.text(name_at, name_top, name, look.name)
        end = name_at + name[-1].width
        last_row = (len(name) - 1) * look.name.leading
        if words.mark:
            top = last_row + (look.square - look.mark_height) / 2
            _mark(frame, setting, words.mark, mark_kind, end + mm(3), top, look)
            end += mm(3) + mark_width
    below = look.square + last_row
    if words.changed:
        end, below = _changed(frame, setting, words, look, end, below)
    return below, end


def _square_width(setting: Setting, words: ExerciseWords, look: Look) -> float:
    return max(look.square, setting.width(words.number, look.number, bold=True) + mm(2.4))


def _changed(frame: Frame, setting: Setting, words: ExerciseWords, look: Look, end: float, below: float) -> tuple[float, float]:
    """What changed, in bold behind the mark if it fits there, else on lines of its own; gives end and height below."""
    runs = Run(words.changed, bold=True)
    top = below - look.square + (look.square - look.body.leading) / 2
    if end + mm(3) + setting.width(runs, look.body) <= CONTENT_WIDTH:
        line = setting.line(runs, look.body)
        frame.say("P", end + mm(3), top, (line,), look.body)
        return end + mm(3) + line.width, below
    lines = setting.lines(runs, look.body, run_width(look.body.size))
    return end, frame.say("P", 0, below + mm(0.6), lines, look.body)


def _mark_width(setting: Setting, words: ExerciseWords, look: Look) -> float:
    return look.mark_sign + mm(5.1) + setting.width(words.mark, look.caption, bold=True)


def _mark(frame: Frame, setting: Setting, text: str, kind: str, x: float, top: float, look: Look) -> None:
    """New: a star; changed: two arrows; with an edge and a word, never by colour alone."""
    line = setting.line(text, look.caption, bold=True)
    width = look.mark_sign + mm(5.1) + line.width
    frame.box(x, top, width, look.mark_height, radius=mm(1.4), edge=_MARK_EDGE, edge_colour="ink")
    frame.form(f"I-{kind}", x + mm(1.6), top + (look.mark_height - look.mark_sign) / 2, look.mark_sign / GRID)
    frame.text(x + look.mark_sign + mm(2.9), top + (look.mark_height - look.caption.leading) / 2, (line,), look.caption)


class PicturePair(NamedTuple):
    """Start and finish at one scale in frames of equal height; ``scale`` is points for a unit of the drawing."""

    drawings: tuple[Drawing, ...]
    scale: float
    width: float
    height: float


def picture_pair(of: SheetExercise, width: float, tallest: float, padding: float = mm(1)) -> PicturePair | None:
    """The pair sized for frames of ``width``; None where there is no drawing yet."""
    drawings = tuple(each for each in (of.start, of.finish) if each is not None)
    if not drawings:
        return None
    widest = max(each.width for each in drawings)
    highest = max(each.height for each in drawings)
    scale = min((width - 2 * padding) / widest, (tallest - 2 * padding) / highest)
    return PicturePair(drawings, scale, width, highest * scale + 2 * padding)


def pictures(
    frame: Frame,
    setting: Setting,
    of: SheetExercise,
    pair: PicturePair,
    look: Look,
    top: float,
    *,
    gap: float = mm(4),
    framed: bool = True,
    padding: float = mm(1),
    captions: tuple[str, ...] = (),
) -> float:
    """Both frames with their captions; the floor lines up. Gives the height below the captions."""
    shows = of.exercise.shows
    alone = len(pair.drawings) == 1
    if alone:
        captions = (setting.text(of.exercise.name),)
    captions = captions or (setting.say("start"), setting.say("finish"))
    alts = (alt.start(of, setting.language), alt.finish(of, setting.language))
    caption_top = top + pair.height + mm(0.7)
    for place, drawing in enumerate(pair.drawings):
        x = place * (pair.width + gap)
        with frame.tag("Figure", alt=alts[place]):
            if framed:
                frame.box(x, top, pair.width, pair.height, radius=mm(1.4), edge=0.6, edge_colour="line")
            width, height = drawing.width * pair.scale, drawing.height * pair.scale
            at = (x + (pair.width - width) / 2, top + pair.height - padding - height)
            frame.figure(setting.drawing_name(drawing), at[0], at[1], pair.scale, (width, height))
            with frame.tag("Caption"):
                number = str(shows[place]) if shows and not alone else ""
                _caption(frame, setting, number, captions[place], x, caption_top, look)
    return caption_top + look.circle


def _caption(frame: Frame, setting: Setting, number: str, text: str, x: float, top: float, look: Look) -> None:
    if number:
        badge(frame, setting, number, x, top, look)
        x += look.circle + look.badge_gap
    frame.text(x, top + (look.circle - look.caption.leading) / 2, (setting.line(text, look.caption, bold=True),), look.caption)


def badge(frame: Frame, setting: Setting, number: str, x: float, top: float, look: Look) -> None:
    """A number in a circle, as content of the open element."""
    line = setting.line(number, look.badge, bold=True)
    frame.centred("I-circle", x + look.circle / 2, top + look.circle / 2, look.circle)
    frame.text(x + (look.circle - line.width) / 2, top + (look.circle - look.badge.leading) / 2, (line,), look.badge)


def steps(
    frame: Frame, setting: Setting, broken_steps: tuple[tuple[Line, ...], ...], look: Look, body: Style, x: float, top: float
) -> float:
    """Numbered steps; gives the height below the last one."""
    return steps_in_runs(frame, setting, (broken_steps,), look, body, (x,), top)


def steps_in_runs(
    frame: Frame,
    setting: Setting,
    runs: Sequence[Sequence[Sequence[Line]]],
    look: Look,
    body: Style,
    at: Sequence[float],
    top: float,
) -> float:
    """Numbered steps as one list that goes on in a further run at the right; gives the height below the longest run."""
    number, below = 1, top
    with frame.tag("L", attributes=DECIMAL):
        for broken_steps, x in zip(runs, at, strict=True):
            y = top
            for lines in broken_steps:
                _step(frame, setting, number, lines, look, body, x, y)
                y += _step_height(lines, look, body) + look.between_steps
                number += 1
            below = max(below, top + steps_height(broken_steps, look, body))
    return below


def steps_height(broken_steps: Sequence[Sequence[Line]], look: Look, body: Style) -> float:
    """What the steps take one below the other."""
    return sum(_step_height(lines, look, body) + look.between_steps for lines in broken_steps) - look.between_steps


def _step_height(lines: Sequence[Line], look: Look, body: Style) -> float:
    return max(len(lines) * body.leading, look.circle)


def _step(
    frame: Frame, setting: Setting, number: int, lines: Sequence[Line], look: Look, body: Style, x: float, top: float
) -> None:
    with frame.tag("LI"):
        with frame.tag("Lbl"):
            badge(frame, setting, str(number), x, top + (body.leading - look.circle) / 2, look)
        frame.say("LBody", x + look.circle + look.step_gap, top, lines, body)


def break_steps(setting: Setting, words: ExerciseWords, look: Look, width: float) -> tuple[tuple[Line, ...], ...]:
    """The steps set into a column of ``width``, badge included."""
    return tuple(setting.lines(step, look.body, width - look.circle - look.step_gap) for step in words.steps)


def note(frame: Frame, lines: Sequence[Line], body: Style, top: float) -> float:
    """The therapist's note behind a strong bar; gives the height below."""
    below = top + len(lines) * body.leading
    frame.box(0, top, NOTE_BAR, below - top, fill="ink")
    frame.say("P", NOTE_AT, top, lines, body)
    return below


def way_out(frame: Frame, setting: Setting, words: ExerciseWords, body: Style, top: float, *, apart: bool = False) -> float:
    """Too hard and too easy on one line, or on two where they do not fit; gives the height below."""
    gap = mm(12)
    widths = [setting.width(runs, body) for runs in (words.hard, words.easy)]
    beside = not apart and WAY_OUT_TEXT + widths[0] + gap + WAY_OUT_TEXT + widths[1] <= CONTENT_WIDTH
    x, y = 0.0, top
    for icon, runs, width in (("I-hard", words.hard, widths[0]), ("I-easy", words.easy, widths[1])):
        below = _way(frame, icon, setting.lines(runs, body, run_width(body.size)), body, x, y)
        if beside and icon == "I-hard":
            x = WAY_OUT_TEXT + width + gap
        else:
            y = below
    return y


def way_out_column(frame: Frame, ways: Sequence[Sequence[Line]], body: Style, x: float, top: float) -> float:
    """Too hard above too easy, set to a column; gives the height below."""
    y = top
    for icon, lines in zip(("I-hard", "I-easy"), ways, strict=True):
        y = _way(frame, icon, lines, body, x, y) + mm(1.7)
    return y - mm(1.7)


def _way(frame: Frame, icon: str, lines: Sequence[Line], body: Style, x: float, top: float) -> float:
    sign = mm(3.4)
    frame.form(icon, x, top + (body.leading - sign) / 2, sign / GRID)
    return frame.say("P", x + WAY_OUT_TEXT, top, lines, body)
