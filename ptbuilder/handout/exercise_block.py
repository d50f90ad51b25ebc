"""The exercise block of the standard layout: set once, then measured at any rung of the ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.beside import PICTURE_GAP, Beside
from ptbuilder.handout.beside import RIGHT_AT as BESIDE_AT
from ptbuilder.handout.dose_panel import dose_panel
from ptbuilder.handout.exercise_heading import heading
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.frame import Frame, Later
from ptbuilder.handout.geometry import CONTENT_WIDTH, RIGHT_AT, RUN_12, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import STANDARD, Fit
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import Style

_WHY_GAP = _PICTURE_GAP = mm(4)
_BETWEEN = mm(1.7)


class ExerciseBlock:
    """One exercise with its lines broken; ``frame`` lays it out for a rung."""

    def __init__(self, setting: Setting, of: SheetExercise, clinic: Clinic) -> None:
        self.of = of
        self.words: ExerciseWords = exercise_words(setting, of, clinic)
        self._setting = setting
        self._why = setting.lines(self.words.why, STANDARD.body, RUN_12)
        self._told = [runs for runs in (self.words.feel, self.words.stop) if runs]
        self._note = setting.lines(self.words.note, STANDARD.body, RUN_12) if self.words.note else ()
        self._frames: dict[Fit, Frame] = {}
        self._parts: dict[tuple[str, tuple[float, ...]], Frame] = {}

    def frame(self, fit: Fit) -> Frame:
        """The block at this rung; made once for each, of parts that are made once for what they depend on."""
        found = self._frames.get(fit)
        if found is None:
            found = self._frames[fit] = self._laid_out(fit)
        return found

    def _part(self, make: Callable[..., Frame], *how: float) -> Frame:
        """The part that ``make`` gives for ``how``, made once."""
        found = self._parts.get((make.__qualname__, how))
        if found is None:
            found = self._parts[make.__qualname__, how] = make(*how)
        return found

    def _laid_out(self, fit: Fit) -> Frame:
        frame = Frame()
        body = Style(STANDARD.body.size, fit.leading)
        with frame.tag("Sect"):
            y = self._put_head(frame, fit, body) + fit.below_head
            is_beside = fit.is_beside and self._has_pictures
            y, has_way = self._put_beside(frame, fit, y) if is_beside else (self._below(frame, fit, body, y), False)
            if self._note:
                y = parts.note(frame, self._note, body, y + mm(1.8))
            if fit.with_steps and not has_way:
                y = parts.way_out(frame, self._setting, self.words, body, y + fit.before_last)
        frame.height = y
        return frame

    def _put_head(self, frame: Frame, fit: Fit, body: Style) -> float:
        """The heading with what it is for behind it, if there is room, or below; gives the height below both."""
        title, end = self._title
        below = frame.add(title, 0, 0)
        if self.words.why and fit.why_beside and len(self._why) == 1 and end + _WHY_GAP + self._why[0].width <= CONTENT_WIDTH:
            top = below - STANDARD.square + (STANDARD.square - body.leading) / 2 + 0.6
            frame.say("P", end + _WHY_GAP, top, self._why, body)
        elif self.words.why:
            below = frame.say("P", 0, below + mm(0.6), self._why, body)
        return below

    @cached_property
    def _title(self) -> tuple[Frame, float]:
        """The heading, and where its words end."""
        frame = Frame()
        frame.height, end = heading(frame, self._setting, self.words, STANDARD, self.of.mark)
        return frame, end

    def _pictures(self, width: float, tallest: float, gap: float) -> Frame:
        pair = parts.picture_pair(self.of, width, tallest)
        if pair is None:
            return Frame()
        # without self: a block must not hold itself, or it would stay in memory until the next search for garbage
        setting, of = self._setting, self.of
        height = parts.pictures_height(pair, STANDARD)
        return Later(height, lambda frame: parts.pictures(frame, setting, of, pair, STANDARD, 0, gap=gap))

    def _steps(self, leading: float) -> Frame:
        column = parts.break_steps(self._setting, self.words, STANDARD, STANDARD.left)
        return parts.steps_frame(self._setting, column, STANDARD, Style(STANDARD.body.size, leading))

    def _panel(self, leading: float) -> Frame:
        return dose_panel(self._setting, self.words, STANDARD, Style(STANDARD.body.size, leading))

    @property
    def _has_pictures(self) -> bool:
        return self.of.start is not None or self.of.finish is not None

    def _below(self, frame: Frame, fit: Fit, body: Style, top: float) -> float:
        """Pictures, steps and dose left; panel, feel and stop right: without pictures feel and stop left where that is lower."""
        y = frame.add(self._part(self._pictures, fit.picture, fit.tallest, _PICTURE_GAP), 0, top)
        y += fit.before_steps if self._has_pictures else 0
        y = frame.add(self._part(self._steps, fit.leading), 0, y)
        left = frame.say("P", 0, y + fit.before_dose, self._dose, body)
        below = frame.add(self._part(self._panel, fit.leading), RIGHT_AT, top)
        if self._goes_left(body, left, below):
            return max(below, _said(frame, self._said_left, body, 0, left + _BETWEEN))
        return max(left, _said(frame, self._said_right, body, RIGHT_AT, below + _BETWEEN))

    def _goes_left(self, body: Style, left: float, below: float) -> bool:
        if self._has_pictures:
            return False
        right_end, left_end = below + _height(self._said_right, body), left + _height(self._said_left, body)
        return max(left_end, below) < max(right_end, left) - mm(3)

    def _put_beside(self, frame: Frame, fit: Fit, top: float) -> tuple[float, bool]:
        """Pictures and dose left, steps right; gives the height below, and whether the way out stands there too."""
        pictures = self._part(self._pictures, fit.picture, fit.tallest, PICTURE_GAP)
        steps = self._part(self._beside.steps, fit.leading, fit.between_steps)
        left, right = frame.add(pictures, 0, top), frame.add(steps, BESIDE_AT, top)
        left = frame.add(self._part(self._beside.strip, fit.leading, fit.runs_dose_on), 0, left + fit.before_dose)
        return self._beside.put_told(frame, fit, left, right)

    @cached_property
    def _beside(self) -> Beside:
        return Beside(self._setting, self.of, self.words)

    @cached_property
    def _dose(self) -> tuple[Line, ...]:
        return self._setting.lines(self.words.dose, STANDARD.body, STANDARD.left)

    @cached_property
    def _said_right(self) -> list[tuple[Line, ...]]:
        return [self._setting.lines(runs, STANDARD.body, STANDARD.right) for runs in self._told]

    @cached_property
    def _said_left(self) -> list[tuple[Line, ...]]:
        return [self._setting.lines(runs, STANDARD.body, STANDARD.left) for runs in self._told]


def _said(frame: Frame, said: Sequence[Sequence[Line]], body: Style, x: float, top: float) -> float:
    """Paragraphs one below the other; gives the height below the last one."""
    y = top
    for lines in said:
        y = frame.say("P", x, y, lines, body) + _BETWEEN
    return y - _BETWEEN


def _height(said: Sequence[Sequence[Line]], body: Style) -> float:
    """What the paragraphs take one below the other."""
    return sum(len(lines) * body.leading + _BETWEEN for lines in said) - _BETWEEN
