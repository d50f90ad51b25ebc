"""The choice: a short program that serves the weightiest goals, one exercise after the other."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from ptbuilder.reasoning.reading import Reading

AFTER_SERVED = 0.25
"""What is left of a goal's weight once an exercise serves it."""
WEIGHTY = 2.0
"""From this weight on, an unserved goal comes before a second exercise for the same primary goal."""
ENOUGH = 3
"""From this many exercises on, more of the same is left out."""
LEAST_SCORE = 1.0
"""An exercise that gives less is not worth its place; fewer exercises are followed better."""
LOADING = frozenset({"strength", "tendon-load"})
STRENGTHENING_PHASES = ("P3", "P4")
HOLDING = frozenset({"isometric", "functional"})


class Draft:
    """A program while it grows: what was chosen, in order, and what is left of each goal."""

    def __init__(self, reading: Reading, places: Iterable[int] = ()) -> None:
        self._reading = reading
        self._usefulness = reading.usefulness
        self.places: list[int] = []
        self.remaining = dict(reading.usefulness.weights)
        self.minutes = 0.0
        self._barred = 0
        for place in places:
            self.add(place)

    @property
    def is_full(self) -> bool:
        """Whether it holds as many exercises as are suggested."""
        return len(self.places) >= self._reading.limits.suggested

    def add(self, place: int) -> None:
        """Take the exercise at ``place`` in."""
        index = self._reading.index
        self.places.append(place)
        for goal in self._usefulness.goals_of(place):
            self.remaining[goal] *= AFTER_SERVED
        self.minutes += self._reading.minutes(index.codes[place])
        self._barred |= index.near_twins(place)

    def score(self, place: int) -> float:
        """What the exercise at ``place`` would give now."""
        return self._usefulness.score(place, self.remaining)

    def bars(self, place: int) -> bool:
        """Whether it is chosen already, or too close on its chain to one that is."""
        return bool(self._barred >> place & 1)

    def fits(self, place: int) -> bool:
        """Whether the session stays within its minutes; the first exercise always fits."""
        minutes = self._reading.minutes(self._reading.index.codes[place])
        return not self.places or self.minutes + minutes <= self._reading.limits.session_min

    def served(self) -> set[str]:
        """The wanted goals that something chosen serves."""
        return {goal for place in self.places for goal in self._usefulness.goals_of(place)}

    def unserved(self) -> set[str]:
        """The wanted goals that nothing chosen serves."""
        return self.remaining.keys() - self.served()

    def repeats(self, place: int) -> bool:
        """Whether one for the same goal is in while there is better to do.

        Better is a weighty goal that could be served and is not, or keeping a program of three and more short.
        """
        records, main_goal = self._reading.index.records, self._usefulness.main_goal
        primary, main = records[place].primary_goal, main_goal(place)
        if all(records[each].primary_goal != primary and main_goal(each) != main for each in self.places):
            return False
        if len(self.places) >= ENOUGH:
            return True
        return any(self.remaining[goal] >= WEIGHTY and self._usefulness.can_serve(goal) for goal in self.unserved())

    def has_type(self, types: frozenset[str]) -> bool:
        """Whether one of the chosen is of these types."""
        return any(self._reading.index.records[place].type in types for place in self.places)


def choose(reading: Reading) -> list[int]:
    """The places of the suggested exercises, in the order in which they were chosen."""
    draft = Draft(reading)
    grow(reading, draft)
    for types in required_types(reading):
        draft = with_type(reading, draft, types)
    return draft.places


def grow(reading: Reading, draft: Draft) -> None:
    """Add the most useful exercise again and again, until the program is full or nothing is worth its place.

    Scores only fall while a program grows, so a stale score is an upper bound and most are never computed again.
    """
    heap = [(-total, place) for place, total in reading.usefulness.totals.items() if total >= LEAST_SCORE]
    heapq.heapify(heap)
    waiting: list[tuple[float, int]] = []
    while heap and not draft.is_full:
        stale, place = heapq.heappop(heap)
        if draft.bars(place):
            continue
        score = draft.score(place)
        if score < LEAST_SCORE:
            continue
        if score < -stale:
            heapq.heappush(heap, (-score, place))
        elif draft.repeats(place):
            waiting.append((stale, place))
        elif draft.fits(place):
            draft.add(place)
            for each in waiting:
                heapq.heappush(heap, each)
            waiting.clear()


def required_types(reading: Reading) -> list[frozenset[str]]:
    """The kinds of work of which the program holds at least one: by rules, and strengthening from the phase P3 on."""
    required = [frozenset(each.rule.then.require_types_any) for each in reading.fired if each.rule.then.require_types_any]
    if reading.phase in STRENGTHENING_PHASES:
        required.append(LOADING)
    return required


def of_types(reading: Reading, types: frozenset[str]) -> list[int]:
    """Allowed exercises of these types: those for wanted goals, and if there are none those for the regions with findings."""
    wanted = [place for place in reading.usefulness.totals if reading.index.records[place].type in types]
    return wanted or list(reading.usefulness.near(types))


def with_type(reading: Reading, draft: Draft, types: frozenset[str]) -> Draft:
    """The same program with one exercise of these types, in the place of the last chosen one if there is no room.

    Where strengthening is asked for and none is possible, a hold or a practical task counts.
    """
    if draft.has_type(types):
        return draft
    for kinds in (types, HOLDING):
        places = of_types(reading, kinds)
        shorter = draft
        while places:
            fitting = [place for place in places if not shorter.bars(place) and shorter.fits(place)]
            if fitting and not shorter.is_full:
                grown = Draft(reading, shorter.places)
                grown.add(max(fitting, key=lambda place: (shorter.score(place), -place)))
                return grown
            if len(shorter.places) <= 1:
                break
            shorter = Draft(reading, shorter.places[:-1])
    return draft
