"""One assessment read against the library: rules that fired, goals, what is out, doses. All answers start from here."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Because
from ptbuilder.domain.suggestion import Limits, RaisedStop, Suggestion
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Phase, Side
from ptbuilder.reasoning.conditions import Fired, fired_rules
from ptbuilder.reasoning.dosing import DoseBook
from ptbuilder.reasoning.exclusions import Excluded, barriers_for, is_lifted
from ptbuilder.reasoning.index import ExerciseIndex
from ptbuilder.reasoning.phases import ProcedureState, procedure_states, strictest
from ptbuilder.reasoning.severity import grade_of
from ptbuilder.reasoning.sides import side_of
from ptbuilder.reasoning.usefulness import Usefulness, involved_regions
from ptbuilder.reasoning.wants import Want, wanted_goals


@dataclass(frozen=True, slots=True)
class Reading:
    """What the library says about one assessment at one point in time; ``excluded`` is lazy.

    ``session_minutes`` and ``reasons`` keep what was asked of single exercises.
    """

    library: Library
    index: ExerciseIndex
    assessment: Assessment
    states: tuple[ProcedureState, ...]
    fired: tuple[Fired, ...]
    wants: dict[str, Want]
    excluded: Excluded
    usefulness: Usefulness
    doses: DoseBook
    limits: Limits
    session_minutes: dict[str, float]
    reasons: dict[str, tuple[Because, ...]]

    @property
    def phase(self) -> Phase | None:
        """The strictest phase of the procedures found."""
        return strictest(self.states)

    @property
    def allowed(self) -> int:
        """The mask of the exercises that nothing keeps out."""
        return self.index.everything & ~self.excluded.mask

    def stops(self) -> tuple[RaisedStop, ...]:
        """The stops that fired; a clearance lifts an urgent one, nothing lifts an emergency."""
        raised = []
        for each in self.fired:
            stop = each.rule.then.stop
            if stop is not None:
                cleared = stop.level == "urgent" and is_lifted(each, self.assessment)
                raised.append(RaisedStop(each.rule.code, stop, each.findings, cleared))
        return tuple(raised)

    def candidates(self) -> tuple[str, ...]:
        """The codes of all allowed exercises, the most useful first, then the easier ones."""
        masks = [mask for _, mask in self.usefulness.by_score()]
        return tuple(code for mask in (*masks, self.allowed & ~self.usefulness.useful) for code in self.index.codes_in(mask))

    def is_severe(self, finding: str) -> bool:
        """Whether this finding was graded severe."""
        found = self.assessment.finding(finding)
        return found is not None and grade_of(self.library, found) == "severe"

    def goals_served_by(self, code: str) -> tuple[str, ...]:
        """The wanted goals that this exercise serves, in its own order."""
        return tuple(goal for goal in self.index.served[self.index.place_of[code]] if goal in self.usefulness.weights)

    def because(self, code: str) -> tuple[Because, ...]:
        """Why this exercise is useful: the reasons for what it is mainly for, then the others, each the weightiest first."""
        if code not in self.reasons:
            main = self.usefulness.main_goal(self.index.place_of[code])
            reasons = [reason for goal in self.goals_served_by(code) for reason in self.wants[goal].reasons]
            self.reasons[code] = tuple(sorted(reasons, key=lambda reason: (reason.goal != main, -reason.weight)))
        return self.reasons[code]

    def side(self, code: str) -> Side | None:
        """On which side it is done, or None for an exercise without sides."""
        return side_of(self.library, self.assessment, self.library.exercises[code], self.because(code))

    def dosage(self, code: str) -> Dosage:
        """The dose that the fired rules make of its usual dose."""
        return self.doses.dosage_of(self.library.exercises[code])

    def minutes(self, code: str) -> float:
        """The minutes that one session of it takes; worked out once."""
        if code not in self.session_minutes:
            self.session_minutes[code] = self.dosage(code).session_minutes(2 if self.side(code) == "both" else 1)
        return self.session_minutes[code]

    def suggestion(self, code: str) -> Suggestion:
        """The exercise with its side, dose and reasons."""
        return Suggestion(
            exercise=code,
            side=self.side(code),
            dosage=self.dosage(code),
            goals=self.goals_served_by(code),
            because=self.because(code),
            rules=self._rules_touching(code),
            score=round(self.usefulness.score(self.index.place_of[code], self.usefulness.weights), 2),
        )

    def _rules_touching(self, code: str) -> tuple[str, ...]:
        """The rules that prefer it, ask for care with it, or set its dose."""
        exercise = self.library.exercises[code]
        stress = self.index.stress[self.index.place_of[code]]
        dosed = self.doses.rules_for(exercise, self.fired)
        return tuple(
            each.rule.code
            for each in self.fired
            if each.rule.code in dosed
            or code in each.rule.then.prefer_exercises
            or exercise.position in each.rule.then.prefer_positions
            or not stress.isdisjoint(each.rule.then.caution_tags)
        )


def read(
    library: Library,
    index: ExerciseIndex,
    assessment: Assessment,
    today: date | None,
    states: tuple[ProcedureState, ...] | None = None,
) -> Reading:
    """Read ``assessment`` as of ``today``, or as it will be with its procedures in ``states``."""
    if states is None:
        states = procedure_states(library, assessment, today)
    fired = fired_rules(library, assessment, states)
    wants = wanted_goals(library, assessment, fired) if assessment.findings else {}
    excluded = Excluded(index, barriers_for(library, index, assessment, fired, states))
    active = tuple(each for each in fired if not is_lifted(each, assessment))
    regions = involved_regions(library, assessment)
    usefulness = Usefulness(index, index.everything & ~excluded.mask, wants, active, regions)
    limits = limits_of(fired, assessment)
    return Reading(library, index, assessment, states, fired, wants, excluded, usefulness, DoseBook(library, fired), limits, {}, {})


def limits_of(fired: tuple[Fired, ...], assessment: Assessment) -> Limits:
    """The smallest of each limit among the rules that fired; a session is never longer than the patient's day."""
    caps = [each.rule.then.caps for each in fired]
    usual = Limits()

    def least(name: str, default: int) -> int:
        values = [value for cap in caps if (value := getattr(cap, name)) is not None]
        return min(values, default=default)

    exercises = least("exercises", usual.exercises)
    session = least("session_min", usual.session_min)
    if assessment.minutes_a_day is not None:
        session = min(session, assessment.minutes_a_day)
    return Limits(
        suggested=min(least("suggested", usual.suggested), exercises),
        exercises=exercises,
        warn_over=least("warn_over", usual.warn_over),
        strong_warn_over=least("strong_warn_over", usual.strong_warn_over),
        session_min=session,
    )
