"""Asks everything of one assessment: what to do, why, why not, and what is left over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Because
from ptbuilder.domain.suggestion import FiredRule, Outcome, RaisedStop, WhyNot
from ptbuilder.domain.vocabulary import Side
from ptbuilder.reasoning.explain import deferred_goals, goal_states, why_not
from ptbuilder.reasoning.facet_pattern import facet_pattern
from ptbuilder.reasoning.index import ExerciseIndex, serves
from ptbuilder.reasoning.notices import raised_warnings, topics_of
from ptbuilder.reasoning.reading import Reading, read
from ptbuilder.reasoning.stages import current_places, plan_stages

REMEMBERED = 8
"""Assessments whose reading is kept: one change of the window asks for the same one many times."""


FEW = 12
"""Changed exercises up to which moving their bits is quicker than to build the whole index."""


class Reasoner:
    """Answers for one library; its index is built once, and anew by ``relearn``.

    The same question gives the same answer, whatever was asked before.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index = ExerciseIndex(library)
        self._readings: dict[tuple[Assessment, date | None], Reading] = {}
        self._last: tuple[Assessment, date | None, Reading] | None = None

    def relearn(self, codes: Collection[str]) -> None:
        """Bring the index up to the library, in which these exercises are others now; of many it is built anew."""
        self._index = self._index.changed(self._library, codes) if len(codes) <= FEW else ExerciseIndex(self._library)
        self._readings = {}
        self._last = None

    def suggest(self, assessment: Assessment, today: date | None = None) -> Outcome:
        """The whole answer: program, stages, what is excluded and why, goals, warnings, topics."""
        reading = self._reading(assessment, today)
        stops = reading.stops()
        if any(not stop.cleared for stop in stops):
            return _stopped(reading, stops)
        chosen = current_places(reading)
        stages = plan_stages(reading, chosen)
        goals = goal_states(reading, chosen)
        standing = tuple(each for each in reading.fired if each.rule.then.stop is None)
        return Outcome(
            stops=stops,
            phase=reading.phase,
            program=stages[0].program,
            stages=stages,
            candidates=reading.candidates(),
            excluded=reading.excluded,
            goals=goals,
            deferred=deferred_goals(reading, goals),
            warnings=raised_warnings(standing, len(chosen), reading.states),
            education=topics_of(reading.fired),
            fired=tuple(FiredRule(each.rule.code, each.findings) for each in reading.fired),
            limits=reading.limits,
            facet_pattern=facet_pattern(assessment),
        )

    def why_not(self, assessment: Assessment, exercise_code: str, today: date | None = None) -> WhyNot:
        """What keeps this exercise out, or else why it was not chosen, and what would do instead."""
        return why_not(self._reading(assessment, today), self.suggest(assessment, today), exercise_code)

    def because(self, assessment: Assessment, exercise_code: str, today: date | None = None) -> tuple[Because, ...]:
        """The reasons for this exercise, the weightiest first; empty where nothing found asks for it."""
        return self._reading(assessment, today).because(exercise_code)

    def dosage_for(self, assessment: Assessment, exercise_code: str, today: date | None = None) -> Dosage:
        """The dose this patient would start with."""
        return self._reading(assessment, today).dosage(exercise_code)

    def side_for(self, assessment: Assessment, exercise_code: str, today: date | None = None) -> Side | None:
        """On which side this patient would do it; None for an exercise without sides, and for a shift."""
        return self._reading(assessment, today).side(exercise_code)

    def serves(self, exercise_code: str, goal: str) -> bool:
        """Whether this exercise counts for this goal, by name and by the kind of work."""
        return serves(self._library.exercises[exercise_code], goal)

    def _reading(self, assessment: Assessment, today: date | None) -> Reading:
        """The reading of ``assessment``; the very last one is found without comparing all findings."""
        last = self._last
        if last is not None and last[0] is assessment and last[1] == today:
            return last[2]
        reading = self._kept_reading(assessment, today)
        self._last = assessment, today, reading
        return reading

    def _kept_reading(self, assessment: Assessment, today: date | None) -> Reading:
        key = (assessment, today)
        reading = self._readings.get(key)
        if reading is None:
            reading = read(self._library, self._index, assessment, today)
            # A worker may ask at the same time: what it removed is not missed here.
            for oldest in list(self._readings)[: 1 - REMEMBERED]:
                self._readings.pop(oldest, None)
            self._readings[key] = reading
        return reading


def _stopped(reading: Reading, stops: tuple[RaisedStop, ...]) -> Outcome:
    """The answer under a stop: no exercise in any list, the warnings and topics of the stops alone."""
    standing = {stop.rule for stop in stops if not stop.cleared}
    is_emergency = any(stop.stop.level == "emergency" for stop in stops)
    stopping = [each for each in reading.fired if each.rule.code in standing]
    return Outcome(
        stop="emergency" if is_emergency else "urgent",
        stops=stops,
        phase=reading.phase,
        warnings=raised_warnings(stopping, 0),
        education=topics_of(stopping) or topics_of(each for each in reading.fired if each.rule.when.always),
        fired=tuple(FiredRule(each.rule.code, each.findings) for each in reading.fired),
        limits=reading.limits,
    )
