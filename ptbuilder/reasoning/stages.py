"""Dated stages after a procedure: each starts from the one before, and changes at most two exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ptbuilder.domain.suggestion import StagePlan, Suggestion
from ptbuilder.domain.vocabulary import PHASES, Phase
from ptbuilder.reasoning.ordering import sheet_order
from ptbuilder.reasoning.phases import ProcedureState, leading, states_at
from ptbuilder.reasoning.reading import Reading, read
from ptbuilder.reasoning.selection import LEAST_SCORE, WEIGHTY, Draft, of_types, required_types, with_type

MOST_CHANGES = 2


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
    """The exercises at ``places`` with their doses and reasons, in the order of the sheet."""
    codes = (reading.index.codes[place] for place in places)
    return tuple(reading.suggestion(code) for code in sheet_order(reading.library, codes))


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
    draft = Draft(reading, places)
    fitting = [each for each in of_types(reading, types) if not draft.bars(each) and draft.fits(each)]
    if fitting and len(places) < reading.limits.exercises:
        return [*places, max(fitting, key=lambda each: (draft.score(each), -each))]
    return with_type(reading, draft, types).places


def _with_addition(reading: Reading, places: list[int], least: float) -> list[int] | None:
    """The program with the most useful exercise for unserved goals weighing ``least`` or more; None if there is none."""
    draft = Draft(reading, places)
    if draft.is_full:
        return None
    unserved = draft.unserved()
    best: tuple[float, int] | None = None
    for place in reading.usefulness.serving(unserved):
        gain = sum(draft.remaining[goal] for goal in reading.usefulness.goals_of(place) if goal in unserved)
        if gain < least or draft.bars(place) or draft.repeats(place):
            continue
        rank = (draft.score(place), -place)
        if rank[0] >= LEAST_SCORE and (best is None or rank > best) and draft.fits(place):
            best = rank
    return None if best is None else [*places, -best[1]]


def _with_harder(reading: Reading, places: list[int], movable: list[int]) -> list[int] | None:
    """The program in which the exercise that gains most gives way to its harder neighbour; None if none can."""
    records, options = reading.index.records, []
    for place in movable:
        harder = next(_harder(reading, places, place), None)
        if harder is not None:
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
    needed = {goal for goal in Draft(reading, places).served() - rest.served() if weights[goal] >= WEIGHTY}
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
