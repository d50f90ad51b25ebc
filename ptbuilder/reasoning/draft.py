"""A program while it grows: what was chosen, what is left of each goal, and what no longer goes beside it."""

from __future__ import annotations

from collections.abc import Iterable

from ptbuilder.reasoning.reading import Reading
from ptbuilder.reasoning.usefulness import Pattern

AFTER_SERVED = 0.25
"""What is left of a goal's weight once an exercise serves it."""
WEIGHTY = 2.0
"""From this weight on, an unserved goal comes before a second exercise for the same primary goal."""
ENOUGH = 3
"""From this many exercises on, more of the same is left out."""
STARTS_AT_MOST = {"low": 3}
"""The difficulty at which a patient of this irritability starts at most; otherwise it is 2."""


class Draft:
    """Exercises of one reading, by place, in the order in which they were chosen."""

    def __init__(self, reading: Reading, places: Iterable[int] = ()) -> None:
        self.reading = reading
        self.places: list[int] = []
        self.remaining = dict(reading.usefulness.weights)
        self.served: set[str] = set()
        self.minutes = 0.0
        self._mains: set[str] = set()
        self._barred = 0
        self._primaries = 0
        self._alike = 0
        self._passed_over = 0
        for place in places:
            self.add(place)

    @property
    def is_full(self) -> bool:
        """Whether it holds as many exercises as are suggested."""
        return len(self.places) >= self.reading.limits.suggested

    @property
    def hardest(self) -> int:
        """The difficulty of the hardest exercise in it, 0 while it is empty."""
        return max((self.reading.index.records[place].difficulty for place in self.places), default=0)

    def add(self, place: int) -> None:
        """Take the exercise at ``place`` in."""
        index, record = self.reading.index, self.reading.index.records[place]
        goals = self.reading.usefulness.goals_of(place)
        self.places.append(place)
        self._mains.add(self.reading.usefulness.main_goal(place, self.remaining))
        self.served.update(goals)
        for goal in goals:
            self.remaining[goal] *= AFTER_SERVED
        self.minutes += self.reading.minutes(index.codes[place])
        self._barred |= index.near_twins(place)
        self._primaries |= index.by_primary[record.primary_goal]
        like = index.by_region[record.region] & index.by_group[index.group_of[place]]
        self._alike |= like & index.union(index.by_primary, record.goals)

    def score(self, place: int) -> float:
        """What the exercise at ``place`` would give now."""
        return self.reading.usefulness.score(place, self.remaining)

    def bars(self, place: int) -> bool:
        """Whether it is chosen already, or too close to one that is."""
        return bool(self._barred >> place & 1)

    def fits(self, place: int) -> bool:
        """Whether the session stays within its minutes; the first exercise always fits."""
        minutes = self.reading.minutes(self.reading.index.codes[place])
        return not self.places or self.minutes + minutes <= self.reading.limits.session_min

    def unserved(self) -> set[str]:
        """The wanted goals that nothing chosen serves."""
        return self.remaining.keys() - self.served

    def has_type(self, types: frozenset[str]) -> bool:
        """Whether one of the chosen is of these types."""
        return any(self.reading.index.records[place].type in types for place in self.places)

    def first_of(self, pattern: Pattern) -> int | None:
        """The place of the first exercise of a pattern that may be added now; None if there is none.

        It is the exercise to start with, which may be an easier one of the same chain.
        """
        mask = pattern.mask & ~self._barred & ~self._passed_over
        mask &= ~self._repeating(pattern) if mask else 0
        while mask:
            place = (mask & -mask).bit_length() - 1
            if not self.fits(place):
                # What is too long now stays so, since a session only grows.
                too_long = self.reading.index.like_dosed(place)
                self._passed_over |= too_long
                mask &= ~too_long
                continue
            start = self.starting_point(place)
            if start is not None:
                return start
            self._passed_over |= 1 << place
            mask &= mask - 1
        return None

    def starting_point(self, place: int) -> int | None:
        """The exercise to start with: the one at ``place``, or an easier one of its chain that serves its main goal as well.

        Nobody starts above difficulty 2, at low irritability 3, and what is severely limited starts at 1 if that is possible.
        None where it would be too hard a start and something easier serves its main goal.
        """
        reading, records, usefulness = self.reading, self.reading.index.records, self.reading.usefulness
        main = usefulness.main_goal(place, self.remaining)
        usual = STARTS_AT_MOST.get(reading.assessment.irritability or "", 2)
        most = 1 if any(reading.is_severe(finding) for finding in reading.wants[main].findings) else usual
        start, record = place, records[place]
        while records[start].difficulty > most and record.easier in reading.index.place_of:
            easier = reading.index.place_of[record.easier]
            record = records[easier]
            if main in usefulness.goals_of(easier) and self.fits(easier):
                start = easier
        if records[start].difficulty > usual and usefulness.can_serve(main, at_most=usual):
            return None
        return start

    def _repeating(self, pattern: Pattern) -> int:
        """The mask of what repeats something in the program while there is better to do.

        Better is a weighty goal that could be served and is not, or keeping a program of three and more short. What serves no
        new goal must at least be done in another position, and be no harder than the rest.
        """
        index = self.reading.index
        mask = 0
        if self.served.issuperset(pattern.goals):
            mask = self._alike | ~index.up_to(self.hardest)
        if len(self.places) < ENOUGH and not self._has_weighty_unserved():
            return mask
        by_primary = index.union(index.by_primary, pattern.goals)
        mask |= self._primaries | index.union(index.by_primary, self._mains.intersection(pattern.goals))
        if max(pattern.goals, key=self.remaining.__getitem__) in self._mains:
            mask |= ~by_primary
        return mask

    def _has_weighty_unserved(self) -> bool:
        can_serve = self.reading.usefulness.can_serve
        return any(self.remaining[goal] >= WEIGHTY and can_serve(goal) for goal in self.unserved())
