"""The arrangement with the steps beside the pictures: the dose is told once, and what follows goes where it takes least height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.dose_strip import DoseStrip
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import BESIDE_PICTURE, STANDARD, Fit
from ptbuilder.handout.setting import Setting, Words
from ptbuilder.handout.theme import Style
from ptbuilder.wording.dose import dose_parts

PICTURE_GAP, _GAP = mm(2), mm(4)
LEFT = 2 * BESIDE_PICTURE + PICTURE_GAP
"""Both pictures with the gap between them, and the dose below."""
RIGHT_AT = LEFT + _GAP
RIGHT = CONTENT_WIDTH - RIGHT_AT
_HALF, _HALF_AT = mm(84), mm(90)
_Side = Literal["left", "right"]
_X: dict[_Side, float] = {"left": 0.0, "right": RIGHT_AT}
_WIDTH: dict[_Side, float] = {"left": LEFT, "right": RIGHT}
_LEFT: tuple[_Side, ...] = ("left", "left")
_RIGHT: tuple[_Side, ...] = ("right", "right")
_BOTH: tuple[_Side, ...] = ("left", "right")
_Lines = tuple[Line, ...]
_InColumns = dict[_Side, list[_Lines]]
"""The lines of paragraphs in either column."""
_Ends = tuple[float, float]
"""How far down the left and the right column go."""


class _Plan(NamedTuple):
    """The columns of feel and stop (none: side by side below both), those of the way out if it stands in them, and its end."""

    told: tuple[_Side, ...]
    ways: tuple[_Side, ...]
    below: float


class Beside:
    """One exercise in this arrangement, its lines broken when they are asked for."""

    def __init__(self, setting: Setting, of: SheetExercise, words: ExerciseWords) -> None:
        self._setting = setting
        self._of = of
        self._words = words
        self._told = [runs for runs in (words.feel, words.stop) if runs]
        self._rows: dict[float, float] = {}

    def steps(self, leading: float, between: float) -> Frame:
        """The steps in their column."""
        look = STANDARD._replace(between_steps=between)
        return parts.steps_frame(self._setting, self._column, look, Style(look.body.size, leading))

    def strip(self, leading: float, runs_on: float) -> Frame:
        """The dose below the pictures."""
        return self._strip.frame(Style(STANDARD.body.size, leading), runs_on=bool(runs_on))

    @cached_property
    def _strip(self) -> DoseStrip:
        told = dose_parts(self._of.dosage, self._of.side, self._setting.language)
        return DoseStrip(self._setting, told, LEFT, STANDARD)

    @cached_property
    def _column(self) -> parts.BrokenSteps:
        return parts.break_steps(self._setting, self._words, STANDARD, RIGHT)

    def put_told(self, frame: Frame, fit: Fit, left: float, right: float) -> tuple[float, bool]:
        """Feel, stop and perhaps the way out below columns that end at ``left`` and ``right``.

        Gives the height below them, and whether the way out is among them.
        """
        ends, body = (left, right), Style(STANDARD.body.size, fit.leading)
        best = min(self._plans(fit, ends), key=lambda plan: round(self._height(plan, fit, body), 3))
        if best.told:
            ends = _put(frame, self._said, best.told, ends, fit)
        else:
            for lines, x in zip(self._halves, (0.0, _HALF_AT), strict=False):
                frame.say("P", x, max(ends) + fit.between_told, lines, body)
        _put(frame, self._ways, best.ways, ends, fit, icons=("I-hard", "I-easy"))
        return best.below, bool(best.ways)

    def _height(self, plan: _Plan, fit: Fit, body: Style) -> float:
        """The plan with the row of the way out below it, if that is still to come."""
        if plan.ways or not fit.with_steps:
            return plan.below
        row = self._rows.get(fit.leading)
        if row is None:
            row = self._rows[fit.leading] = parts.way_out(Frame(), self._setting, self._words, body, 0)
        return plan.below + fit.before_last + row

    def _plans(self, fit: Fit, ends: _Ends) -> Iterator[_Plan]:
        """The better-looking first: feel and stop side by side below both columns, then in one of them, then with the way out."""
        under = [max(ends) + fit.between_told + len(lines) * fit.leading for lines in self._halves]
        yield _Plan((), (), max([*ends, *under]))
        for told in (_RIGHT, _LEFT, *((_BOTH,) if fit.packs_way_out else ())):
            below = _below(self._said, told, ends, fit)
            yield _Plan(told, (), max(below))
            if fit.with_steps and fit.packs_way_out:
                for ways in (_LEFT, _RIGHT, _BOTH):
                    yield _Plan(told, ways, max(_below(self._ways, ways, below, fit)))

    @cached_property
    def _halves(self) -> list[_Lines]:
        return self._lines(self._told, _HALF)

    @cached_property
    def _said(self) -> _InColumns:
        return {side: self._lines(self._told, width) for side, width in _WIDTH.items()}

    @cached_property
    def _ways(self) -> _InColumns:
        told = (self._words.hard, self._words.easy)
        return {side: self._lines(told, width - parts.WAY_OUT_TEXT) for side, width in _WIDTH.items()}

    def _lines(self, told: Sequence[Words], width: float) -> list[_Lines]:
        return [self._setting.lines(words, STANDARD.body, width) for words in told]


def _below(told: _InColumns, sides: Sequence[_Side], ends: _Ends, fit: Fit) -> _Ends:
    """Where the columns end with these paragraphs in them."""
    left, right = ends
    for place, side in enumerate(sides[: len(told["left"])]):
        height = fit.between_told + len(told[side][place]) * fit.leading
        left, right = (left + height, right) if side == "left" else (left, right + height)
    return left, right


def _put(frame: Frame, told: _InColumns, sides: Sequence[_Side], ends: _Ends, fit: Fit, icons: Sequence[str] = ("", "")) -> _Ends:
    """Paragraphs one below the other in their columns, behind icons if there are any; gives where the columns end."""
    body = Style(STANDARD.body.size, fit.leading)
    at: dict[_Side, float] = {"left": ends[0], "right": ends[1]}
    for place, (side, icon) in enumerate(zip(sides, icons, strict=True) if sides else ()):
        if place == len(told[side]):
            break
        lines, top = told[side][place], at[side] + fit.between_told
        if icon:
            at[side] = parts.way(frame, icon, lines, body, _X[side], top)
        else:
            at[side] = frame.say("P", _X[side], top, lines, body)
    return at["left"], at["right"]
