"""The parts of an exercise block: pictures, steps, note, the way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame, Later
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm, run_width
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import DECIMAL
from ptbuilder.handout.theme import Style
from ptbuilder.wording import alt

NOTE_BAR = 2.4
NOTE_AT = NOTE_BAR + mm(2.4)
CAPTION_GAP = mm(0.7)
_IN_FRAME = mm(0.8)
"""From the edges of a frame to the number in its corner."""
BrokenSteps = tuple[tuple[Line, ...], ...]
"""The lines of each step."""
WAY_OUT_TEXT = mm(5)
"""From the triangle's left edge to the words."""


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


def pictures_height(pair: PicturePair, look: Look) -> float:
    """What the frames take with the captions below them."""
    return pair.height + CAPTION_GAP + look.circle


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
    numbers_inside: bool = False,
) -> float:
    """Both frames with their captions; the floor lines up. Gives the height below the captions.

    With ``numbers_inside`` the numbers stand in the upper left corners, and the words are only read aloud.
    """
    captions, alts = _captions(setting, of, pair), (alt.start(of, setting.language), alt.finish(of, setting.language))
    below = top + pair.height
    for place, drawing in enumerate(pair.drawings):
        x, (number, name) = place * (pair.width + gap), captions[place]
        with frame.tag("Figure", alt=alts[place]):
            if framed:
                frame.box(x, top, pair.width, pair.height, radius=mm(1.4), edge=0.6, edge_colour="line")
            _figure(frame, setting, drawing, pair, x, below - padding)
            with frame.tag("Caption", actual=f"{number} {name}" if numbers_inside else ""):
                if numbers_inside:
                    badge(frame, setting, number, x + _IN_FRAME, top + _IN_FRAME, look)
                else:
                    _caption(frame, setting, number, name, x, below + CAPTION_GAP, look)
    return below if numbers_inside else below + CAPTION_GAP + look.circle


def _captions(setting: Setting, of: SheetExercise, pair: PicturePair) -> tuple[tuple[str, str], ...]:
    """The number and the words below each picture; a picture that stands alone is named by its exercise."""
    if len(pair.drawings) == 1:
        return (("", setting.text(of.exercise.name)),)
    shows = of.exercise.shows
    numbers = (str(shows[0]), str(shows[1])) if shows else ("", "")
    return (numbers[0], setting.say("start")), (numbers[1], setting.say("finish"))


def _figure(frame: Frame, setting: Setting, drawing: Drawing, pair: PicturePair, x: float, floor: float) -> None:
    """A drawing centred in its frame, standing on ``floor``."""
    width, height = drawing.width * pair.scale, drawing.height * pair.scale
    name, above = setting.drawings.place(drawing, pair.scale)
    frame.figure(name, x + (pair.width - width) / 2, floor - height, pair.scale, (width, height), above * pair.scale)


def has_room_for_numbers(of: SheetExercise, pair: PicturePair, look: Look) -> bool:
    """Whether both drawings are known to show a step, and leave a corner of their frames free for its number."""
    widest = max(drawing.width for drawing in pair.drawings) * pair.scale
    has_numbers = len(pair.drawings) == 2 and bool(of.exercise.shows)
    return has_numbers and (pair.width - widest) / 2 >= 2 * _IN_FRAME + look.circle


def _caption(frame: Frame, setting: Setting, number: str, text: str, x: float, top: float, look: Look) -> None:
    if number:
        badge(frame, setting, number, x, top, look)
        x += look.circle + look.badge_gap
    setting.phrase(frame, text, look.caption, x, top + (look.circle - look.caption.leading) / 2)


def badge(frame: Frame, setting: Setting, number: str, x: float, top: float, look: Look) -> None:
    """A number in a circle, as content of the open element."""
    line = setting.line(number, look.badge, bold=True)
    frame.centred("I-circle", x + look.circle / 2, top + look.circle / 2, look.circle)
    frame.text(x + (look.circle - line.width) / 2, top + (look.circle - look.badge.leading) / 2, (line,), look.badge)


def steps(frame: Frame, setting: Setting, broken_steps: BrokenSteps, look: Look, body: Style, x: float, top: float) -> float:
    """Numbered steps; gives the height below the last one."""
    y = top
    with frame.tag("L", attributes=DECIMAL):
        for number, lines in enumerate(broken_steps, start=1):
            _step(frame, setting, number, lines, look, body, x, y)
            y += _step_height(lines, look, body) + look.between_steps
    return top + steps_height(broken_steps, look, body)


def steps_frame(setting: Setting, broken_steps: BrokenSteps, look: Look, body: Style) -> Frame:
    """The numbered steps as a frame of their own."""
    height = steps_height(broken_steps, look, body)
    return Later(height, lambda frame: steps(frame, setting, broken_steps, look, body, 0, 0))


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


def break_steps(setting: Setting, words: ExerciseWords, look: Look, width: float) -> BrokenSteps:
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
        below = way(frame, icon, setting.lines(runs, body, run_width(body.size)), body, x, y)
        if beside and icon == "I-hard":
            x = WAY_OUT_TEXT + width + gap
        else:
            y = below
    return y


def way(frame: Frame, icon: str, lines: Sequence[Line], body: Style, x: float, top: float) -> float:
    """One way out behind its triangle; gives the height below."""
    sign = mm(3.4)
    frame.form(icon, x, top + (body.leading - sign) / 2, sign / GRID)
    return frame.say("P", x + WAY_OUT_TEXT, top, lines, body)
