"""How useful each allowed exercise is: the weight of the goals it serves, less care, plus preference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import or_

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.reasoning.conditions import Fired
from ptbuilder.reasoning.index import ExerciseIndex
from ptbuilder.reasoning.wants import Want

CAUTION = 1.5
"""Off the score for each tag that asks for care."""
PREFERENCE = 1.0
"""On the score for what a rule prefers."""
BESIDE_THE_POINT = 1.0
"""Off the score of an exercise that is mainly for something nobody asked for."""
MACHINE = 1.5
"""Off the score of aerobic work that needs a thing: no bicycle where a walk will do."""
NEXT_TO: Mapping[str, tuple[str, ...]] = {
    "cervical": ("thoracic", "shoulder"),
    "thoracic": ("cervical", "shoulder"),
    "lumbar": ("hip",),
    "shoulder": ("cervical", "thoracic"),
    "elbow": ("wrist-hand", "shoulder"),
    "wrist-hand": ("elbow",),
    "hip": ("lumbar", "knee"),
    "knee": ("hip", "ankle-foot"),
    "ankle-foot": ("knee",),
    "balance-gait": ("hip", "knee", "ankle-foot"),
}
"""Regions whose exercises may help a region in passing; those of any other region must be mainly for a wanted goal."""
EVERYWHERE = frozenset({"ease:muscle-tension"})
"""Goals that work on any region serves: only work on a region that was found to need it counts."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Exercises that give the same: they serve the same wanted goals, and the fixed part of their score is equal."""

    goals: tuple[str, ...]
    fixed: float
    mask: int

    def score(self, remaining: Mapping[str, float]) -> float:
        """The score while the goals weigh ``remaining``."""
        return round(sum([remaining[goal] for goal in self.goals]) + self.fixed, 6)


class Usefulness:
    """What the exercises in ``within`` give, for the goals that were not dropped."""

    def __init__(
        self, index: ExerciseIndex, within: int, wants: Mapping[str, Want], active: tuple[Fired, ...], regions: frozenset[str]
    ) -> None:
        self.weights = {goal: want.weight for goal, want in wants.items() if want.dropped_by is None}
        self._index = index
        self._near = index.union(index.by_region, (*regions, "general"))
        self._cautions = sorted({tag for each in active for tag in each.rule.then.caution_tags})
        self._preferred = {code for each in active for code in each.rule.then.prefer_exercises}
        self._positions = sorted({position for each in active for position in each.rule.then.prefer_positions})
        around = index.union(index.by_region, (next_to for region in regions for next_to in NEXT_TO.get(region, ())))
        dropped = (goal for goal, want in wants.items() if want.dropped_by is not None)
        self._wanted = index.union(index.by_primary, self.weights)
        self._fitting = within & (self._wanted | self._near | around) & ~index.union(index.by_primary, dropped)

    @cached_property
    def useful(self) -> int:
        """The mask of every exercise that is worth suggesting for a wanted goal."""
        return reduce(or_, (self._serving(goal) for goal in self.weights), 0)

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """All useful exercises, those that give the same together."""
        parts = [Pattern((), 0.0, self.useful)]
        for goal in self.weights:
            parts = _split(parts, self._serving(goal), goal, 0.0)
        for mask, amount in self._adjustments():
            parts = _split(parts, mask, None, amount)
        return tuple(parts)

    def by_score(self) -> list[tuple[float, int]]:
        """Each score before anything is chosen, with the mask of the exercises that have it, the highest first."""
        masks: dict[float, int] = {}
        for pattern in self.patterns:
            score = pattern.score(self.weights)
            masks[score] = masks.get(score, 0) | pattern.mask
        return sorted(masks.items(), reverse=True)

    def goals_of(self, place: int) -> tuple[str, ...]:
        """The wanted goals for which this exercise is worth suggesting, in its own order."""
        if not self._fitting >> place & 1:
            return ()
        near = self._near >> place & 1
        return tuple([goal for goal in self._index.served[place] if goal in self.weights and (near or goal not in EVERYWHERE)])

    def score(self, place: int, remaining: Mapping[str, float]) -> float:
        """The score of the exercise at ``place`` while its goals weigh ``remaining``."""
        fixed = sum(amount for mask, amount in self._adjustments() if mask >> place & 1)
        return round(sum(remaining[goal] for goal in self.goals_of(place)) + fixed, 6)

    def main_goal(self, place: int, remaining: Mapping[str, float] | None = None) -> str:
        """The goal it would be suggested for: its primary one if wanted, else the weightiest it serves, or an empty string."""
        goals = self.goals_of(place)
        primary = self._index.records[place].primary_goal
        weights = self.weights if remaining is None else remaining
        return primary if primary in goals else max(goals, key=weights.__getitem__, default="")

    def can_serve(self, goal: str, at_most: int | None = None) -> bool:
        """Whether anything worth suggesting serves this goal, at a difficulty of ``at_most`` if that is given."""
        mask = self._serving(goal)
        return bool(mask if at_most is None else mask & self._index.up_to(at_most))

    def of_types(self, types: Iterable[str]) -> int:
        """The mask of allowed exercises of these types: useful ones, and if there are none those for the regions with findings."""
        mask = self._index.union(self._index.by_type, types)
        return mask & self.useful or mask & self._fitting & self._near

    def _serving(self, goal: str) -> int:
        mask = self._index.by_goal.get(goal, 0) & self._fitting
        return mask & self._near if goal in EVERYWHERE else mask

    def _adjustments(self) -> list[tuple[int, float]]:
        """What is put on or off a score, with the mask of the exercises it touches."""
        index = self._index
        aerobic = index.by_type.get("aerobic", 0)
        preferred = reduce(or_, (1 << index.place_of[code] for code in self._preferred if code in index.place_of), 0)
        adjustments = [(index.by_tag.get(tag, 0), -CAUTION) for tag in self._cautions]
        adjustments += [(index.by_position.get(position, 0), PREFERENCE) for position in self._positions]
        adjustments += [(preferred, PREFERENCE), (aerobic & index.with_things, -MACHINE)]
        adjustments.append((index.everything & ~self._wanted & ~aerobic, -BESIDE_THE_POINT))
        return adjustments


def _split(patterns: list[Pattern], mask: int, goal: str | None, amount: float) -> list[Pattern]:
    """Each pattern parted by ``mask``; what lies in it gains the goal and the amount."""
    parts = []
    for pattern in patterns:
        inside = pattern.mask & mask
        outside = pattern.mask ^ inside
        if outside:
            parts.append(pattern if not inside else Pattern(pattern.goals, pattern.fixed, outside))
        if inside:
            goals = pattern.goals if goal is None else (*pattern.goals, goal)
            parts.append(Pattern(goals, pattern.fixed + amount, inside))
    return parts


def involved_regions(library: Library, assessment: Assessment) -> frozenset[str]:
    """The regions in which something was found; precautions and the general region name none."""
    regions = set()
    for finding in assessment.findings:
        kind = library.findings.get(finding.code)
        if kind is not None and kind.kind not in ("precaution", "red-flag"):
            regions.update({kind.region, finding.region or kind.region})
    return frozenset(regions - {"general"})
