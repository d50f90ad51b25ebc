"""The choice: a short program that serves the weightiest goals, one exercise after the other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ptbuilder.reasoning.draft import Draft
from ptbuilder.reasoning.index import places_in
from ptbuilder.reasoning.reading import Reading
from ptbuilder.reasoning.usefulness import Pattern

LEAST_SCORE = 1.0
"""An exercise that gives less is not worth its place; fewer exercises are followed better."""
LOADING = frozenset({"strength", "tendon-load"})
STRENGTHENING_PHASES = ("P3", "P4")
HOLDING = frozenset({"isometric", "functional"})


def choose(reading: Reading) -> list[int]:
    """The places of the suggested exercises, in the order in which they were chosen."""
    draft = completed(Draft(reading))
    for types in required_types(reading):
        draft = with_type(reading, draft, types)
    return draft.places


def completed(draft: Draft) -> Draft:
    """The same draft with the most useful exercise added again and again, until it is full or nothing is worth its place."""
    while not draft.is_full and (place := best_addition(draft)) is not None:
        draft.add(place)
    return draft


def best_addition(draft: Draft) -> int | None:
    """The most useful exercise that may be added, the easier one among equals; None if nothing is worth its place."""
    for _, equals in groupby(ranked(draft), key=lambda each: each[0]):
        places = [place for _, pattern in equals if (place := draft.first_of(pattern)) is not None]
        if places:
            return min(places)
    return None


def ranked(draft: Draft) -> list[tuple[float, Pattern]]:
    """The patterns that are worth a place, with what each would give now, the highest first."""
    scored = [(pattern.score(draft.remaining), pattern) for pattern in draft.reading.usefulness.patterns]
    return sorted((each for each in scored if each[0] >= LEAST_SCORE), key=lambda each: -each[0])


def required_types(reading: Reading) -> list[frozenset[str]]:
    """The kinds of work of which the program holds at least one: by rules, and strengthening from the phase P3 on."""
    required = [frozenset(each.rule.then.require_types_any) for each in reading.fired if each.rule.then.require_types_any]
    if reading.phase in STRENGTHENING_PHASES:
        required.append(LOADING)
    return required


def with_type(reading: Reading, draft: Draft, types: frozenset[str]) -> Draft:
    """The same program with one exercise of these types; if there is no room, those that are missed least make it.

    Where strengthening is asked for and none is possible, a hold or a practical task counts.
    """
    if draft.has_type(types):
        return draft
    for kinds in (types, HOLDING):
        shorter = draft
        while reading.usefulness.of_types(kinds):
            place = None if shorter.is_full else gentlest(shorter, kinds)
            if place is not None:
                return Draft(reading, joined(reading, shorter.places, place))
            if len(shorter.places) <= 1:
                break
            shorter = without_least(reading, shorter)
    return draft


def gentlest(draft: Draft, types: frozenset[str]) -> int | None:
    """The most useful exercise of these types that fits, at most one step harder than the rest of the program if possible.

    Between equals, the one in a position that the program has already.
    """
    reading, index = draft.reading, draft.reading.index
    easy = index.up_to(draft.hardest + 1)
    beside = index.union(index.by_group, (index.group_of[place] for place in draft.places))
    found: list[tuple[bool, float, bool, int]] = []
    mask = reading.usefulness.of_types(types)
    for pattern in (*reading.usefulness.patterns, Pattern((), 0.0, mask & ~reading.usefulness.useful)):
        for part in (mask & easy & beside, mask & easy & ~beside, mask & ~easy):
            fitting = (place for place in places_in(pattern.mask & part) if not draft.bars(place) and draft.fits(place))
            place = next(fitting, None)
            if place is not None:
                score = pattern.score(draft.remaining)
                found.append((bool(easy >> place & 1), score, bool(beside >> place & 1), -place))
    return -max(found)[3] if found else None


def joined(reading: Reading, places: Iterable[int], place: int) -> list[int]:
    """The program with ``place`` at its end, without one all of whose goals the new one serves."""
    goals = set(reading.usefulness.goals_of(place))
    return [*(each for each in places if not goals.issuperset(reading.usefulness.goals_of(each))), place]


def without_least(reading: Reading, draft: Draft) -> Draft:
    """The program without the exercise whose goals, as far as nothing else in it serves them, weigh least."""
    weights = reading.usefulness.weights

    def kept(left_out: int) -> float:
        rest = Draft(reading, [place for place in draft.places if place != left_out])
        return sum(weights[goal] for goal in rest.served)

    least = max(reversed(draft.places), key=kept)
    return Draft(reading, [place for place in draft.places if place != least])
