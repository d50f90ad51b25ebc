"""How useful each allowed exercise is: the weight of the goals it serves, less care, plus preference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, reduce
from operator import or_

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.conditions import Fired
from ptbuilder.reasoning.index import ExerciseIndex, places_in
from ptbuilder.reasoning.wants import Want

CAUTION = 1.5
"""Off the score for each tag that asks for care."""
PREFERENCE = 1.0
"""On the score for what a rule prefers."""
BESIDE_THE_POINT = 1.0
"""Off the score of an exercise that is mainly for something nobody asked for."""
MACHINE = 0.5
"""Off the score of aerobic work that needs a thing: no bicycle where a walk will do."""
EVERYWHERE = frozenset({"ease:muscle-tension"})
"""Goals that work on any region serves: only work on a region that was found to need it counts."""


class Usefulness:
    """What the exercises in ``within`` give, for the goals that were not dropped."""

    def __init__(
        self, index: ExerciseIndex, within: int, wants: Mapping[str, Want], active: tuple[Fired, ...], regions: frozenset[str]
    ) -> None:
        self.weights = {goal: want.weight for goal, want in wants.items() if want.dropped_by is None}
        self._index = index
        self._near = _union(index.by_region, (*regions, "general"))
        self._cautions = {tag for each in active for tag in each.rule.then.caution_tags}
        self._preferred = {code for each in active for code in each.rule.then.prefer_exercises}
        self._positions = {position for each in active for position in each.rule.then.prefer_positions}
        dropped = (goal for goal, want in wants.items() if want.dropped_by is not None)
        wanted = _union(index.by_primary, self.weights)
        self._fitting = within & (wanted | self._near) & ~_union(index.by_primary, dropped)

    @cached_property
    def totals(self) -> dict[int, float]:
        """Place to score, before anything is chosen, of every exercise that is worth suggesting at all."""
        totals: dict[int, float] = {}
        for goal, weight in self.weights.items():
            for place in places_in(self._serving(goal)):
                totals[place] = totals.get(place, 0.0) + weight
        return {place: round(total + self._fixed(place), 6) for place, total in totals.items()}

    def score(self, place: int, remaining: Mapping[str, float]) -> float:
        """The score of the exercise at ``place`` while its goals weigh ``remaining``."""
        return round(sum(remaining[goal] for goal in self.goals_of(place)) + self._fixed(place), 6)

    def goals_of(self, place: int) -> tuple[str, ...]:
        """The wanted goals for which this exercise is worth suggesting, in its own order."""
        if not self._fitting >> place & 1:
            return ()
        near = self._near >> place & 1
        return tuple(goal for goal in self._index.served[place] if goal in self.weights and (near or goal not in EVERYWHERE))

    def main_goal(self, place: int) -> str:
        """The wanted goal it would be suggested for: its primary one, else the weightiest it serves, or an empty string."""
        goals = self.goals_of(place)
        primary = self._index.records[place].primary_goal
        return primary if primary in goals else max(goals, key=self.weights.__getitem__, default="")

    def can_serve(self, goal: str) -> bool:
        """Whether anything worth suggesting serves this goal."""
        return bool(self._serving(goal))

    def serving(self, goals: Iterable[str]) -> Iterator[int]:
        """The places of what is worth suggesting for one of these goals, easier first."""
        return places_in(reduce(or_, (self._serving(goal) for goal in goals), 0))

    def near(self, types: frozenset[str]) -> Iterator[int]:
        """The places of allowed exercises of these types for the regions with findings, easier first."""
        return places_in(_union(self._index.by_type, types) & self._fitting & self._near)

    def _serving(self, goal: str) -> int:
        mask = self._index.by_goal.get(goal, 0) & self._fitting
        return mask & self._near if goal in EVERYWHERE else mask

    def _fixed(self, place: int) -> float:
        """The part of the score that does not change while a program grows."""
        record = self._index.records[place]
        fixed = -MACHINE if record.type == "aerobic" and record.equipment else 0.0
        if self._cautions:
            fixed -= CAUTION * len(self._cautions & self._index.stress[place])
        if record.code in self._preferred:
            fixed += PREFERENCE
        if record.position in self._positions:
            fixed += PREFERENCE
        if record.primary_goal not in self.weights:
            fixed -= BESIDE_THE_POINT
        return fixed


def involved_regions(library: Library, assessment: Assessment) -> frozenset[str]:
    """The regions in which something was found; precautions and the general region name none."""
    regions = set()
    for finding in assessment.findings:
        kind = library.findings.get(finding.code)
        if kind is not None and kind.kind not in ("precaution", "red-flag"):
            regions.update({kind.region, finding.region or kind.region})
    return frozenset(regions - {"general"})


def _union(masks: Mapping[str, int], keys: Iterable[str]) -> int:
    return reduce(or_, (masks.get(key, 0) for key in keys), 0)
