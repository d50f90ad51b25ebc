"""Dated stages after a procedure: each starts from the one before, and changes at most two exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ptbuilder.domain.suggestion import StagePlan, Suggestion
from ptbuilder.domain.vocabulary import PHASES, Phase
from ptbuilder.reasoning.dosing import fit_day
from ptbuilder.reasoning.draft import WEIGHTY, Draft
from ptbuilder.reasoning.ordering import sheet_order
from ptbuilder.reasoning.phases import ProcedureState, leading, states_at
from ptbuilder.reasoning.reading import Reading, read
from ptbuilder.reasoning.selection import (
    LEAST_SCORE,
    STRENGTHENING_PHASES,
    choose,
    completed,
    gentlest,
    joined,
    ranked,
    required_types,
    with_type,
)

MOST_CHANGES = 2
LAST_CHOSEN: Phase = "P2"
"""The last phase whose program is chosen anew."""
MOST_TRIED = 12
"""Swaps that are tried for the unserved goals, the most useful first."""


def current_places(reading: Reading) -> list[int]:
    """The program of today: chosen anew, but in a strengthening phase grown out of the phases before it.

    So the stage that was planned is the one suggested when its time comes, and a late patient does not start as an early one.
    """
    lead = leading(reading.states)
    if lead is None or lead.phase not in STRENGTHENING_PHASES:
        return choose(reading)
    places: list[int] | None = None
    for phase in PHASES[PHASES.index(LAST_CHOSEN) : PHASES.index(lead.phase)]:
        states = tuple(replace(state, phase=phase) for state in reading.states)
        earlier = read(reading.library, reading.index, reading.assessment, None, states)
        places = choose(earlier) if places is None else next_places(earlier, places)
    return completed(Draft(reading, next_places(reading, places or []))).places


def plan_stages(reading: Reading, places: Sequence[int]) -> tuple[StagePlan, ...]:
    """The current stage with the exercises at ``places``, and the later ones that grow out of it."""
    lead = leading(reading.states)
    if lead is None:
        return (StagePlan(None, None, None, None, None, suggestions(reading, places)),)
    stages = [_stage(lead, lead.phase, suggestions(reading, places))]
    for phase in PHASES[PHASES.index(lead.phase) + 1 :]:
        later = read(reading.library, reading.index, reading.assessment, None, states_at(reading.states, lead, phase))
        places = next_places(later, places)
        stages.append(_stage(lead, phase, suggestions(later, places)))
    return tuple(stages)


def suggestions(reading: Reading, places: Sequence[int]) -> tuple[Suggestion, ...]:
    """The exercises at ``places`` with their doses and reasons, in the order of the sheet.

    Where the patient has few minutes a day, they are done less often.
    """
    codes = (reading.index.codes[place] for place in places)
    made = tuple(reading.suggestion(code) for code in sheet_order(reading.library, codes))
    minutes = reading.assessment.minutes_a_day
    if minutes is None:
        return made
    fitted = fit_day({each.exercise: (each.dosage, 2 if each.side == "both" else 1) for each in made}, minutes)
    return tuple(replace(each, dosage=fitted[each.exercise]) for each in made)


def next_places(reading: Reading, before: Sequence[int]) -> list[int]:
    """The program of a stage, from the one before it.

    What is no longer allowed goes. Then come at most two changes: strengthening where it is asked for, an exercise for a
    weighty goal that can be served now, a harder neighbour in the place of an exercise, an exercise for a lighter goal.
    """
    allowed = reading.allowed
    places = [place for place in before if allowed >> place & 1]
    changes = len(before) - len(places)
    for types in required_types(reading):
        if changes < MOST_CHANGES and not Draft(reading, places).has_type(types):
            places, changes = _with_types(reading, places, types), changes + 1
    while changes < MOST_CHANGES:
        changed = (
            _with_addition(reading, places, WEIGHTY)
            or _with_harder(reading, places, [place for place in places if place in before])
            or _with_addition(reading, places, LEAST_SCORE)
        )
        if changed is None:
            break
        places, changes = changed, changes + 1
    return places


def _with_types(reading: Reading, places: list[int], types: frozenset[str]) -> list[int]:
    """The program with work of these types: a harder neighbour that is, else one more, else one in place of another."""
    records = reading.index.records
    for at, place in enumerate(places):
        harder = next((each for each in _harder(reading, places, place) if records[each].type in types), None)
        if harder is not None:
            return [*places[:at], harder, *places[at + 1 :]]
    one_more = gentlest(Draft(reading, places), types) if len(places) < reading.limits.exercises else None
    if one_more is not None:
        return joined(reading, places, one_more)
    return with_type(reading, Draft(reading, places), types).places


def _with_addition(reading: Reading, places: list[int], least: float) -> list[int] | None:
    """The program with the most useful exercise for unserved goals weighing ``least`` or more; None if there is none.

    Where there is no room, it takes the place of one whose goals weigh clearly less.
    """
    draft = Draft(reading, places)
    unserved = draft.unserved()
    tried = 0
    for _, pattern in ranked(draft) if unserved else ():
        if sum(draft.remaining[goal] for goal in pattern.goals if goal in unserved) < least:
            continue
        place = None if draft.is_full else draft.first_of(pattern)
        if place is not None:
            return [*places, place]
        swapped = _swapped_in(reading, places, (pattern.mask & -pattern.mask).bit_length() - 1)
        tried += 1
        if swapped is not None or tried == MOST_TRIED:
            return swapped
    return None


def _swapped_in(reading: Reading, places: list[int], place: int) -> list[int] | None:
    """The program with ``place`` instead of the exercise that is missed least then; None if not clearly better."""
    best: tuple[float, list[int]] = (_worth(reading, places) + WEIGHTY, [])
    for at in range(len(places)):
        rest = Draft(reading, [*places[:at], *places[at + 1 :]])
        if rest.bars(place) or not rest.fits(place):
            continue
        swapped = [*places[:at], place, *places[at + 1 :]]
        if not _keeps_types(reading, places, swapped):
            continue
        worth = _worth(reading, swapped)
        if worth >= best[0] and (worth > best[0] or not best[1]):
            best = (worth, swapped)
    return best[1] or None


def _keeps_types(reading: Reading, before: list[int], after: list[int]) -> bool:
    """Whether required kinds of work that were in the program still are."""
    old, new = Draft(reading, before), Draft(reading, after)
    return all(new.has_type(types) for types in required_types(reading) if old.has_type(types))


def _worth(reading: Reading, places: list[int]) -> float:
    """The weight of all goals that the program serves."""
    return sum(reading.usefulness.weights[goal] for goal in Draft(reading, places).served)


def _with_harder(reading: Reading, places: list[int], movable: list[int]) -> list[int] | None:
    """The program in which the exercise that gains most gives way to its harder neighbour; None if none can."""
    records, options = reading.index.records, []
    for place in movable:
        harder = next(_harder(reading, places, place), None)
        if harder is not None and _keeps_types(reading, places, [harder if each == place else each for each in places]):
            gain = records[harder].difficulty - records[place].difficulty
            weight = reading.usefulness.weights.get(reading.usefulness.main_goal(place), 0.0)
            options.append((gain, weight, -place, harder))
    if not options:
        return None
    _, _, old, harder = max(options)
    return [harder if place == -old else place for place in places]


def _harder(reading: Reading, places: list[int], place: int) -> Iterator[int]:
    """The harder exercises of its chain that may stand in its place, the nearest first, at most one step of difficulty up.

    They keep serving every weighty goal that the program serves, stay clear of the other exercises and fit the session.
    """
    index = reading.index
    old = index.records[place]
    if old.type == "relaxation":
        return
    rest = Draft(reading, [each for each in places if each != place])
    weights = reading.usefulness.weights
    needed = {goal for goal in Draft(reading, places).served - rest.served if weights[goal] >= WEIGHTY}
    code = old.harder
    while code is not None and code in index.place_of:
        new = index.place_of[code]
        record = index.records[new]
        if record.difficulty > old.difficulty + 1:
            return
        goals = reading.usefulness.goals_of(new)
        if reading.allowed >> new & 1 and goals and needed <= set(goals) and not rest.bars(new) and rest.fits(new):
            yield new
        code = record.harder


def _stage(lead: ProcedureState, phase: Phase, program: tuple[Suggestion, ...]) -> StagePlan:
    first, last = _days(lead, phase)
    return StagePlan(phase, first, last, _date(lead.on, first), _date(lead.on, last), program)


def _days(lead: ProcedureState, phase: Phase) -> tuple[int | None, int | None]:
    """First and last day of a phase; where the therapist chose another phase than the calendar, only what still holds."""
    first, last = lead.table.days_of(phase)
    if lead.day is None or lead.table.phase_on(lead.day) == lead.phase:
        return first, last
    if phase == lead.phase:
        return min(first, lead.day), last if last is None or last >= lead.day else None
    return (first, last) if lead.phase > lead.table.phase_on(lead.day) else (None, None)


def _date(start: date | None, day: int | None) -> date | None:
    return None if start is None or day is None else start + timedelta(days=day)
