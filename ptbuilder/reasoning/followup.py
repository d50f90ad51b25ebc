"""A program made to fit a new assessment: what is excluded now gives way to an easier neighbour or goes."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Prescription, Stage
from ptbuilder.domain.suggestion import Obstacle
from ptbuilder.domain.values import dataclass
from ptbuilder.reasoning.engine import Reasoner


@dataclass(frozen=True, slots=True)
class Change:
    """One prescription that cannot stay: ``instead`` takes its place, or nothing does if that is None."""

    prescription: str
    exercise: str
    instead: str | None
    obstacles: tuple[Obstacle, ...]


def adapt(reasoner: Reasoner, assessment: Assessment, stage: Stage, today: date | None) -> tuple[Change, ...]:
    """What ``assessment`` changes in ``stage``, in the order of the sheet; empty where everything may stay.

    A prescription stays whose obstacles the therapist all answered with a reason.
    """
    outcome = reasoner.suggest(assessment, today)
    present = {each.exercise for each in stage.prescriptions}
    changes = []
    for item in stage.prescriptions:
        obstacles = _unanswered(item, outcome.excluded.get(item.exercise, ()))
        if outcome.stop is not None:
            changes.append(Change(item.id, item.exercise, None, reasoner.why_not(assessment, item.exercise, today).obstacles))
        elif obstacles:
            instead = reasoner.easier_allowed(assessment, item.exercise, today, frozenset(present))
            present.discard(item.exercise)
            present.update({instead} if instead is not None else ())
            changes.append(Change(item.id, item.exercise, instead, obstacles))
    return tuple(changes)


def _unanswered(item: Prescription, obstacles: tuple[Obstacle, ...]) -> tuple[Obstacle, ...]:
    kept = {note.rule for note in item.overrides}
    return obstacles if any((each.rule or each.kind) not in kept for each in obstacles) else ()
