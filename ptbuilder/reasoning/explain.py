"""Why not this exercise: what keeps it out, or what came before it, and what would do instead."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.domain.suggestion import GoalState, NotChosen, Obstacle, Outcome, WhyNot
from ptbuilder.domain.vocabulary import Override
from ptbuilder.reasoning.index import places_in
from ptbuilder.reasoning.reading import Reading

MOST_INSTEAD = 5


def why_not(reading: Reading, outcome: Outcome, code: str) -> WhyNot:
    """The answer for one exercise, also where a stop keeps everything out."""
    obstacles = (*_stopping(outcome), *reading.excluded.get(code, ()))
    not_chosen = None if obstacles else _not_chosen(reading, outcome, code)
    return WhyNot(code, obstacles, not_chosen, () if outcome.stop else instead_of(reading, code))


def instead_of(reading: Reading, code: str) -> tuple[str, ...]:
    """Allowed exercises for the same goals: those for its primary goal first, then those that share most, then the easier."""
    index = reading.index
    place = index.place_of[code]
    goals = index.served[place] or index.records[place].goals
    shared: dict[int, int] = {}
    for goal in goals:
        for other in places_in(index.by_goal.get(goal, 0) & reading.allowed & ~(1 << place)):
            shared[other] = shared.get(other, 0) + 1 + 100 * (goal == index.records[other].primary_goal == goals[0])
    ranked = sorted(shared, key=lambda other: (-shared[other], other))
    return tuple(index.codes[other] for other in ranked[:MOST_INSTEAD])


def goal_states(reading: Reading, chosen: Sequence[int]) -> tuple[GoalState, ...]:
    """Every goal that no rule dropped, the weightiest first: whether it is served, and else which rule holds it back."""
    served = {goal for place in chosen for goal in reading.index.served[place]}
    states = []
    for goal in reading.usefulness.weights:
        want = reading.wants[goal]
        held_by = None if goal in served else _held_by(reading, goal)
        states.append(GoalState(goal, round(want.weight, 2), goal in served, held_by, tuple(dict.fromkeys(want.findings))))
    return tuple(states)


def deferred_goals(reading: Reading, states: Sequence[GoalState]) -> dict[str, str]:
    """Goals that cannot be served now, with the rule that holds them back or dropped them."""
    held = {state.goal: state.held_by for state in states if state.held_by is not None}
    dropped = {goal: want.dropped_by for goal, want in reading.wants.items() if want.dropped_by is not None and want.reasons}
    return held | dropped


def _held_by(reading: Reading, goal: str) -> str | None:
    """The rule that keeps most of the exercises for a goal out, where none of them is allowed."""
    index = reading.index
    mask = index.by_goal.get(goal, 0)
    if not mask or mask & reading.allowed:
        return None
    kept_out: dict[str, int] = {}
    for barrier in reading.excluded.barriers:
        rule = barrier.obstacle.rule
        if rule is not None:
            kept_out[rule] = kept_out.get(rule, 0) | barrier.mask & mask
    best = max(kept_out, key=lambda rule: kept_out[rule].bit_count(), default=None)
    return best if best is not None and kept_out[best] else None


def _stopping(outcome: Outcome) -> tuple[Obstacle, ...]:
    """A stop as an obstacle of every exercise: nothing lifts an emergency, a clearance lifts an urgent one."""
    obstacles = []
    for stop in outcome.stops:
        override: Override = "none" if stop.stop.level == "emergency" else "clearance"
        if not stop.cleared:
            obstacles.append(Obstacle("finding", ", ".join(stop.findings), stop.rule, override, stop.findings))
    return tuple(obstacles)


def _not_chosen(reading: Reading, outcome: Outcome, code: str) -> NotChosen:
    index = reading.index
    place = index.place_of[code]
    chosen = [index.place_of[each.exercise] for each in outcome.program]
    if place in chosen:
        return NotChosen("chosen")
    goals = reading.usefulness.goals_of(place)
    if not goals:
        return NotChosen("no-goal")
    neighbour = next((each for each in chosen if index.near_twins(each) >> place & 1), None)
    if neighbour is not None:
        return NotChosen("neighbour", index.codes[neighbour])
    others = (each for each in chosen if not set(goals).isdisjoint(reading.usefulness.goals_of(each)))
    if all(any(goal in reading.usefulness.goals_of(each) for each in chosen) for goal in goals):
        return NotChosen("served", index.codes[next(others)])
    return NotChosen("size", str(len(chosen)))
