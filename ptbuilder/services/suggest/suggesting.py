"""Suggestions for the work at hand: the outcome, cards to offer, why not, and what one more finding would do."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Set
from dataclasses import replace
from datetime import date

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import Obstacle, Outcome, WhyNot
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.work import Card, FindingEffect

MOST_CARDS = 40
REMEMBERED = 16


class Suggesting:
    """Asks the reasoner, and remembers the answers for the assessments asked last."""

    def __init__(self, library: Library, reasoner: Reasoner) -> None:
        self._library = library
        self._reasoner = reasoner
        self._answers: dict[tuple[Assessment, date | None], Outcome] = {}
        self._last: tuple[Assessment, date | None, Outcome] | None = None

    def relearn(self, codes: Collection[str]) -> None:
        """Read the library anew: these exercises of it are others now."""
        self._reasoner.relearn(codes)
        self._answers = {}
        self._last = None

    def outcome(self, assessment: Assessment, today: date | None) -> Outcome:
        """The answer to ``assessment``; the last few are remembered, the very last without comparing all findings.

        Workers ask too: each call reads what is remembered once, and an answer from before ``relearn`` is not remembered.
        """
        last, answers, key = self._last, self._answers, (assessment, today)
        if last is not None and last[0] is assessment and last[1] == today:
            return last[2]
        answer = answers.get(key)
        if answer is None:
            answer = answers[key] = self._reasoner.suggest(assessment, today)
            # A worker may ask at the same time: what it removed is not missed here.
            for oldest in list(answers)[:-REMEMBERED]:
                answers.pop(oldest, None)
        if answers is self._answers:
            self._last = (assessment, today, answer)
        return answer

    def outcome_in(self, assessment: Assessment, stage: Stage, today: date | None) -> Outcome:
        """The answer as it is in ``stage``: judged by that stage's phase if it has one."""
        if stage.phase is None or stage.state == "active":
            return self.outcome(assessment, today)
        return self.outcome(replace(assessment, phase=stage.phase), today)

    def obstacles(self, assessment: Assessment, stage: Stage, today: date | None, exercise: str) -> tuple[Obstacle, ...]:
        """What keeps ``exercise`` out of ``stage``; empty where nothing does."""
        return self.outcome_in(assessment, stage, today).excluded.get(exercise, ())

    def cards(self, assessment: Assessment, stage: Stage, today: date | None) -> tuple[Card, ...]:
        """Allowed exercises that serve a wanted goal and are not in ``stage``, those for unserved goals first."""
        outcome = self.outcome_in(assessment, stage, today)
        wanted = {state.goal: state.weight for state in outcome.goals}
        present = tuple(each.exercise for each in stage.prescriptions)
        served = self.served(stage, wanted)
        unserved = {goal: weight for goal, weight in wanted.items() if goal not in served}
        goals = wanted.keys()
        codes = (code for code in outcome.candidates if code not in present and self._helps(code, goals))
        return tuple(self._card(assessment, today, code, present, unserved) for code in self._first(codes, unserved))

    def served(self, stage: Stage, wanted: Iterable[str]) -> set[str]:
        """Those of the ``wanted`` goals that an exercise of ``stage`` serves with the right kind of work."""
        goals = tuple(wanted)
        codes = (each.exercise for each in stage.prescriptions)
        return {goal for code in codes if code in self._library.exercises for goal in goals if self._reasoner.serves(code, goal)}

    def not_suggested(self, assessment: Assessment, stage: Stage, today: date | None) -> tuple[int, int]:
        """How many exercises are kept out, and how many of those would serve a wanted goal."""
        outcome = self.outcome_in(assessment, stage, today)
        wanted = {state.goal for state in outcome.goals}
        useful = sum(not wanted.isdisjoint(self._library.exercises[code].goals) for code in outcome.excluded)
        return len(outcome.excluded), useful

    def why_not(self, assessment: Assessment, stage: Stage, today: date | None, exercise: str) -> WhyNot:
        """Everything that keeps ``exercise`` out of ``stage``, or else why it was not chosen."""
        if stage.phase is not None and stage.state == "planned":
            assessment = replace(assessment, phase=stage.phase)
        return self._reasoner.why_not(assessment, exercise, today)

    def effect_of(self, assessment: Assessment, finding: Finding, today: date | None) -> FindingEffect:
        """What the suggestion would gain and lose by ``finding``."""
        before = {each.exercise for each in self.outcome(assessment, today).program}
        after = self.outcome(assessment.with_finding(finding), today)
        codes = [each.exercise for each in after.program]
        leaves = tuple(sorted(before - set(codes)))
        return FindingEffect(tuple(code for code in codes if code not in before), leaves, after.stop)

    def _first(self, codes: Iterable[str], unserved: Mapping[str, float]) -> list[str]:
        """The first cards: by the heaviest unserved goal each serves, else in the order they come in.

        Reading ends once enough serve the heaviest goal of all, since nothing later could come before them.
        """
        heaviest = max(unserved.values(), default=0)
        by_weight: dict[float, list[str]] = {}
        weights: dict[tuple[object, str], float] = {}  # what an exercise serves is said by its goals and its type
        for code in codes:
            exercise = self._library.exercises[code]
            kind = exercise.goals, exercise.type
            if kind not in weights:
                weights[kind] = max(map(unserved.__getitem__, self._serves(code, unserved)), default=0)
            weight = weights[kind]
            alike = by_weight.setdefault(weight, [])
            alike.append(code)
            if weight == heaviest and len(alike) == MOST_CARDS:
                break
        return [code for weight in sorted(by_weight, reverse=True) for code in by_weight[weight]][:MOST_CARDS]

    def _helps(self, code: str, wanted: Set[str]) -> bool:
        return not wanted.isdisjoint(self._library.exercises[code].goals)

    def _serves(self, code: str, wanted: Container[str]) -> tuple[str, ...]:
        """The goals of ``wanted`` that the exercise serves with the right kind of work, its primary goal first."""
        goals = self._library.exercises[code].goals
        return tuple(goal for goal in goals if goal in wanted and self._reasoner.serves(code, goal))

    def _card(
        self, assessment: Assessment, today: date | None, code: str, present: tuple[str, ...], unserved: Container[str]
    ) -> Card:
        exercise = self._library.exercises[code]
        return Card(
            exercise=exercise,
            dosage=self._reasoner.dosage_for(assessment, code, today),
            side=self._reasoner.side_for(assessment, code, today),
            because=self._reasoner.because(assessment, code, today),
            serves=self._serves(code, unserved),
            harder_than=exercise.easier if exercise.easier in present else None,
            easier_than=exercise.harder if exercise.harder in present else None,
        )
