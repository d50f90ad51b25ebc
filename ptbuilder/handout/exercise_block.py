"""The exercise block of the standard layout: set once, then measured at any rung of the ladder."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RIGHT_AT, RUN_12, mm
from ptbuilder.handout.look import STANDARD, Fit
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import Style

_WHY_GAP = mm(4)


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
        self._note = setting.lines(self.words.note, look.body, RUN_12) if self.words.note else ()
        self._frames: dict[Fit, Frame] = {}

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
            left = self._left(frame, fit, body, y)
            y = self._right(frame, body, y, left)
            if self._note:
                y = parts.note(frame, self._note, body, y + mm(1.8))
            if fit.with_steps:
                y = parts.way_out(frame, self._setting, self.words, body, y + fit.before_last)
        frame.height = y
        return frame

    def _head(self, frame: Frame, fit: Fit, body: Style) -> float:
        words, setting = self.words, self._setting
        below, end = parts.heading(frame, setting, words, STANDARD, self.of.mark)
        if not words.why:
            return below
        beside = fit.why_beside and len(self._why) == 1 and end + _WHY_GAP + self._why[0].width <= CONTENT_WIDTH
        if beside:
            top = below - STANDARD.square + (STANDARD.square - body.leading) / 2 + 0.6
            frame.say("P", end + _WHY_GAP, top, self._why, body)
            return below
        return frame.say("P", 0, below + mm(0.6), self._why, body)

    def _left(self, frame: Frame, fit: Fit, body: Style, top: float) -> float:
        pair = parts.picture_pair(self.of, fit.picture, fit.tallest)
        y = top
        if pair is not None:
            y = parts.pictures(frame, self._setting, self.of, pair, STANDARD, y) + fit.before_steps
        y = parts.steps(frame, self._setting, self._steps, STANDARD, body, 0, y)
        return frame.say("P", 0, y + fit.before_dose, self._dose, body)

    def _right(self, frame: Frame, body: Style, top: float, left: float) -> float:
        """Panel, feel and stop; without pictures feel and stop stand below the steps where that makes the block lower."""
        panel = parts.dose_panel(self._setting, self.words, STANDARD, body)
        below = frame.add(panel, RIGHT_AT, top)
        x, y, said = (0.0, left, self._said_left) if self._goes_left(body, left, below) else (RIGHT_AT, below, self._said_right)
        for lines in said:
            y = frame.say("P", x, y + mm(1.7), lines, body)
        return max(left, below, y)

    def _goes_left(self, body: Style, left: float, below: float) -> bool:
        if self.of.start is not None or self.of.finish is not None:
            return False
        right_end = below + sum(len(lines) * body.leading + mm(1.7) for lines in self._said_right)
        left_end = left + sum(len(lines) * body.leading + mm(1.7) for lines in self._said_left)
        return max(left_end, below) < max(right_end, left) - mm(3)
