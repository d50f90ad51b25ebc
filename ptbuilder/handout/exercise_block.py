"""The exercise block of the standard layout: set once, then measured at any rung of the ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.dose_panel import dose_box, dose_panel
from ptbuilder.handout.exercise_heading import heading
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RIGHT_AT, RUN_12, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import STANDARD, Fit, Look
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import Style

MakeDose = Callable[[Setting, ExerciseWords, Look, Style], Frame]
_WHY_GAP = mm(4)
_BETWEEN = mm(1.7)
_RUN, _SECOND_RUN = mm(84), mm(90)


class ExerciseBlock:
    """One exercise with its lines broken; ``frame`` lays it out for a rung."""

    def __init__(self, setting: Setting, of: SheetExercise, clinic: Clinic) -> None:
        look = STANDARD
        self.of = of
        self.words: ExerciseWords = exercise_words(setting, of, clinic)
        self._setting = setting
        self._steps = parts.break_steps(setting, self.words, look, look.left)
        self._dose = setting.lines(self.words.dose, look.body, look.left)
        self._why = setting.lines(self.words.why, look.body, RUN_12)
        told = [runs for runs in (self.words.feel, self.words.stop) if runs]
        self._said_right = [setting.lines(runs, look.body, look.right) for runs in told]
        self._said_left = [setting.lines(runs, look.body, look.left) for runs in told]
        self._way_right = [
            setting.lines(runs, look.body, look.right - parts.WAY_OUT_TEXT) for runs in (self.words.hard, self.words.easy)
        ]
        self._note = setting.lines(self.words.note, look.body, RUN_12) if self.words.note else ()
        self._frames: dict[Fit, Frame] = {}
        self._doses: dict[tuple[MakeDose, float], Frame] = {}

    def frame(self, fit: Fit) -> Frame:
        """The block at this rung; made once for each."""
        found = self._frames.get(fit)
        if found is None:
            found = self._frames[fit] = self._laid_out(fit)
        return found

    def _laid_out(self, fit: Fit) -> Frame:
        frame = Frame()
        body = Style(STANDARD.body.size, fit.leading)
        with frame.tag("Sect"):
            y = self._head(frame, fit, body) + mm(1.8)
            if fit.is_wide:
                y, has_room = self._wide(frame, fit, body, y)
            else:
                left = self._left(frame, fit, body, y)
                y, has_room = self._right(frame, body, y, left), False
            if self._note:
                y = parts.note(frame, self._note, body, y + mm(1.8))
            if fit.with_steps and not has_room:
                y = parts.way_out(frame, self._setting, self.words, body, y + fit.before_last)
        frame.height = y
        return frame

    def _head(self, frame: Frame, fit: Fit, body: Style) -> float:
        words, setting = self.words, self._setting
        below, end = heading(frame, setting, words, STANDARD, self.of.mark)
        if not words.why:
            return below
        beside = fit.why_beside and len(self._why) == 1 and end + _WHY_GAP + self._why[0].width <= CONTENT_WIDTH
        if beside:
            top = below - STANDARD.square + (STANDARD.square - body.leading) / 2 + 0.6
            frame.say("P", end + _WHY_GAP, top, self._why, body)
            return below
        return frame.say("P", 0, below + mm(0.6), self._why, body)

    def _pictures(self, frame: Frame, fit: Fit, top: float) -> float:
        pair = parts.picture_pair(self.of, fit.picture, fit.tallest)
        return top if pair is None else parts.pictures(frame, self._setting, self.of, pair, STANDARD, top)

    @property
    def _has_pictures(self) -> bool:
        return self.of.start is not None or self.of.finish is not None

    def _left(self, frame: Frame, fit: Fit, body: Style, top: float) -> float:
        y = self._pictures(frame, fit, top) + (fit.before_steps if self._has_pictures else 0)
        y = parts.steps(frame, self._setting, self._steps, STANDARD, body, 0, y)
        return frame.say("P", 0, y + fit.before_dose, self._dose, body)

    def _right(self, frame: Frame, body: Style, top: float, left: float) -> float:
        """Panel, feel and stop; without pictures feel and stop stand below the steps where that makes the block lower."""
        below = frame.add(self._dose_frame(dose_panel, body), RIGHT_AT, top)
        if self._goes_left(body, left, below):
            return max(below, _said(frame, self._said_left, body, 0, left + _BETWEEN))
        return max(left, _said(frame, self._said_right, body, RIGHT_AT, below + _BETWEEN))

    def _dose_frame(self, make: MakeDose, body: Style) -> Frame:
        """The panel or the box, which are the same at all rungs of one leading."""
        found = self._doses.get((make, body.leading))
        if found is None:
            found = self._doses[make, body.leading] = make(self._setting, self.words, STANDARD, body)
        return found

    def _goes_left(self, body: Style, left: float, below: float) -> bool:
        if self._has_pictures:
            return False
        right_end, left_end = below + _height(self._said_right, body), left + _height(self._said_left, body)
        return max(left_end, below) < max(right_end, left) - mm(3)

    def _wide(self, frame: Frame, fit: Fit, body: Style, top: float) -> tuple[float, bool]:
        """Pictures with feel and stop at their right, the steps in two runs, the dose in a box; read in the usual order.

        Gives the height below, and whether the way out stands in the right column too: where it takes less height there.
        """
        below = self._pictures(frame, fit, top)
        right = top + _height(self._said_right, body)
        with_way = right + _BETWEEN + _height(self._way_right, body)
        has_room = fit.with_steps and with_way <= max(below, right) + fit.before_last + body.leading
        y = self._two_runs(frame, body, max(below, with_way if has_room else right) + fit.before_steps)
        y = frame.add(self._dose_frame(dose_box, body), 0, y + mm(1.4))
        right = _said(frame, self._said_right, body, RIGHT_AT, top)
        if has_room:
            parts.way_out_column(frame, self._way_right, body, RIGHT_AT, right + _BETWEEN)
        return y, has_room

    def _two_runs(self, frame: Frame, body: Style, top: float) -> float:
        """The steps in two runs of about equal height, the first read to its end."""
        return parts.steps_in_runs(frame, self._setting, self._runs, STANDARD, body, (0, _SECOND_RUN), top)

    @cached_property
    def _runs(self) -> tuple[parts.BrokenSteps, parts.BrokenSteps]:
        broken = parts.break_steps(self._setting, self.words, STANDARD, _RUN)
        at = _even_split([len(lines) for lines in broken])
        return broken[:at], broken[at:]


def _said(frame: Frame, said: Sequence[Sequence[Line]], body: Style, x: float, top: float) -> float:
    """Paragraphs one below the other; gives the height below the last one."""
    y = top
    for lines in said:
        y = frame.say("P", x, y, lines, body) + _BETWEEN
    return y - _BETWEEN


def _height(said: Sequence[Sequence[Line]], body: Style) -> float:
    """What the paragraphs take one below the other."""
    return sum(len(lines) * body.leading + _BETWEEN for lines in said) - _BETWEEN


def _even_split(heights: Sequence[int]) -> int:
    """After how many items the first of two runs ends, so that the higher one is as low as can be."""
    return min(range(1, max(len(heights), 1) + 1), key=lambda at: (max(sum(heights[:at]), sum(heights[at:])), at))
