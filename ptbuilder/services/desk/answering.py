"""Answers to a precaution: a reason to keep the exercise, another one in its place, or a later stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.program import OverrideNote, Prescription, Program
from ptbuilder.domain.suggestion import Obstacle
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.adapting import allowed_easier
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting


def kept(item: Prescription, obstacles: Iterable[Obstacle], reason: str, by: str, at: datetime) -> Prescription:
    """``item`` with ``reason`` against each of the ``obstacles``; raises where one allows no override, or without a reason."""
    against = tuple(obstacles)
    if any(each.override == "none" for each in against):
        raise PTBuilderError("This rule protects the patient and cannot be overruled.")
    if not reason.strip():
        raise PTBuilderError("Say why, in a few words. The reason is kept with the program.")
    notes = tuple(OverrideNote(key, reason.strip(), by, at) for key in dict.fromkeys(each.key for each in against))
    others = tuple(each for each in item.overrides if each.rule not in {note.rule for note in notes})
    return replace(item, overrides=(*others, *notes))


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What else could be done about an exercise of stage ``shown`` (counted from 0) that rules speak against."""

    suggesting: Suggesting
    prescriber: Prescriber
    assessment: Assessment
    program: Program
    shown: int
    today: date

    def for_row(self, row: ProgramRow) -> ProgramRow:
        """``row`` with another exercise and a later stage, as far as there are any; unchanged where nothing is open."""
        if not row.obstacles:
            return row
        return replace(row, swap_to=self._swap(row.exercise.code), later_stage=self._later(row))

    def _swap(self, code: str) -> str | None:
        stage = self.program.stages[min(self.shown, len(self.program.stages) - 1)]
        excluded = self.suggesting.outcome_in(self.assessment, stage, self.today).excluded
        easier = allowed_easier(self.prescriber, code, stage, excluded)
        if easier is not None:
            return easier
        instead = self.suggesting.why_not(self.assessment, stage, self.today, code).instead
        return next((each for each in instead if not stage.has(each)), None)

    def _later(self, row: ProgramRow) -> int | None:
        if all(each.kind != "phase" for each in row.obstacles):
            return None
        for number in range(self.shown + 1, len(self.program.stages)):
            if not self.suggesting.obstacles(self.assessment, self.program.stages[number], self.today, row.exercise.code):
                return number
        return None
