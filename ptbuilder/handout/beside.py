"""The arrangement with the steps beside the pictures: the dose is told once, and what follows goes where it takes least height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.dose_strip import dose_strip
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import BESIDE_PICTURE, STANDARD, Fit
from ptbuilder.handout.setting import Setting, Words
from ptbuilder.handout.theme import Style
from ptbuilder.wording.dose import dose_parts

_GAP = mm(4)
LEFT = 2 * BESIDE_PICTURE + _GAP
"""Both pictures with the gap between them, and the dose below."""
RIGHT_AT = LEFT + _GAP
RIGHT = CONTENT_WIDTH - RIGHT_AT
_HALF, _HALF_AT = mm(84), mm(90)
_BETWEEN = mm(1.7)
_Lines = tuple[Line, ...]


class _Place(NamedTuple):
    """A paragraph with the left end and the upper edge of its lines."""

    lines: _Lines
    x: float
    top: float


class _Plan(NamedTuple):
    """Where feel and stop stand, and the way out where it stands in a column; all of it ends at ``below``."""

    said: tuple[_Place, ...]
    ways: tuple[_Place, ...]
    below: float


class Beside:
    """One exercise in this arrangement, its lines broken when they are asked for."""

    def __init__(self, setting: Setting, of: SheetExercise, words: ExerciseWords) -> None:
        self._setting = setting
        self._of = of
        self._words = words
        self._told = [runs for runs in (words.feel, words.stop) if runs]
        self._rows: dict[float, float] = {}
        self._broken: dict[tuple[str, float], list[_Lines]] = {}

    def steps(self, leading: float) -> Frame:
        """The steps in their column."""
        frame = Frame()
        frame.height = parts.steps(frame, self._setting, self._column, STANDARD, Style(STANDARD.body.size, leading), 0, 0)
        return frame

    def strip(self, leading: float) -> Frame:
        """The dose below the pictures."""
        told = dose_parts(self._of.dosage, self._of.side, self._setting.language)
        return dose_strip(self._setting, told, LEFT, STANDARD, Style(STANDARD.body.size, leading))

    def put_told(self, frame: Frame, fit: Fit, left: float, right: float) -> tuple[float, bool]:
        """Feel, stop and perhaps the way out below columns that end at ``left`` and ``right``.

        Gives the height below them, and whether the way out is among them.
        """
        body = Style(STANDARD.body.size, fit.leading)
        plans = list(self._plans(fit, body, left, right))
        best = min(plans, key=lambda plan: round(self._height(plan, fit, body), 3))
        for place in best.said:
            frame.say("P", place.x, place.top, place.lines, body)
        for icon, place in zip(("I-hard", "I-easy"), best.ways, strict=False):
            parts.way(frame, icon, place.lines, body, place.x, place.top)
        return best.below, bool(best.ways)

    def _height(self, plan: _Plan, fit: Fit, body: Style) -> float:
        """The plan with the row of the way out below it, if that is still to come."""
        if plan.ways or not fit.with_steps:
            return plan.below
        row = self._rows.get(fit.leading)
        if row is None:
            row = self._rows[fit.leading] = parts.way_out(Frame(), self._setting, self._words, body, 0)
        return plan.below + fit.before_last + row

    def _plans(self, fit: Fit, body: Style, left: float, right: float) -> Iterator[_Plan]:
        """The better-looking first: feel and stop side by side below both columns, then in one of them, then with the way out."""
        under = max(left, right) + _BETWEEN
        halves = tuple(_Place(lines, x, under) for lines, x in zip(self._said(_HALF), (0.0, _HALF_AT), strict=False))
        yield _Plan(halves, (), max([left, right, *_ends(halves, body)]))
        for is_right in (True, False):
            said = _stacked(self._said(_width(is_right)), body, is_right, right if is_right else left)
            yield _Plan(said, (), max([left, right, *_ends(said, body)]))
            if not (fit.with_steps and fit.packs_way_out):
                continue
            ends = {True: right, False: left}
            ends[is_right] = max([ends[is_right], *_ends(said, body)])
            for way_right in (False, True):
                ways = _stacked(self._ways(_width(way_right)), body, way_right, ends[way_right])
                yield _Plan(said, ways, max([*ends.values(), *_ends(ways, body)]))

    def _said(self, width: float) -> list[_Lines]:
        return self._lines("said", self._told, width)

    def _ways(self, width: float) -> list[_Lines]:
        return self._lines("ways", (self._words.hard, self._words.easy), width - parts.WAY_OUT_TEXT)

    def _lines(self, of: str, told: Sequence[Words], width: float) -> list[_Lines]:
        """Each of the paragraphs in a column of ``width``; broken once."""
        found = self._broken.get((of, width))
        if found is None:
            found = self._broken[of, width] = [self._setting.lines(words, STANDARD.body, width) for words in told]
        return found

    @cached_property
    def _column(self) -> parts.BrokenSteps:
        return parts.break_steps(self._setting, self._words, STANDARD, RIGHT)


def _width(is_right: bool) -> float:
    return RIGHT if is_right else LEFT


def _stacked(said: Sequence[_Lines], body: Style, is_right: bool, end: float) -> tuple[_Place, ...]:
    """Paragraphs one below the other in the column that ends at ``end`` so far."""
    places, top = [], end + _BETWEEN
    for lines in said:
        places.append(_Place(lines, RIGHT_AT if is_right else 0.0, top))
        top += len(lines) * body.leading + _BETWEEN
    return tuple(places)


def _ends(places: Sequence[_Place], body: Style) -> list[float]:
    return [place.top + len(place.lines) * body.leading for place in places]
