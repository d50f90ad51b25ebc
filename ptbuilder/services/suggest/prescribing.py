"""Prescriptions and programs made from suggestions, and swapped for neighbours; pure but for the identifiers they are given."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.domain.suggestion import Outcome, StagePlan, Suggestion
from ptbuilder.reasoning.engine import Reasoner


def prescription_id(program: str, stage: int, exercise: str) -> str:
    """The identifier of a suggested exercise: the same in the draft and after it was accepted."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{program}/{stage}/{exercise}"))


class Prescriber:
    """Turns suggestions and library records into prescriptions; the fingerprint of the texts is added when they are saved."""

    def __init__(self, library: Library, reasoner: Reasoner) -> None:
        self._library = library
        self._reasoner = reasoner

    def draft(self, program: Program, outcome: Outcome) -> Program:
        """The program that accepting ``outcome`` would make; the same identifiers each time."""
        stages = tuple(self._stage(program.id, number, plan) for number, plan in enumerate(outcome.stages))
        return replace(program, stages=stages, education=outcome.education, library=self._library.version)

    def prescription(self, assessment: Assessment, today: date | None, exercise: str, identifier: str) -> Prescription:
        """A prescription of ``exercise`` chosen by hand, with the dose and side the assessment asks for."""
        because = self._reasoner.because(assessment, exercise, today)
        return Prescription(
            id=identifier,
            exercise=exercise,
            dosage=self._reasoner.dosage_for(assessment, exercise, today),
            side=self._reasoner.side_for(assessment, exercise, today),
            because=because,
            added_by="suggestion" if because else "therapist",
        )

    def with_reasons(self, stage: Stage, assessment: Assessment, today: date | None) -> Stage:
        """``stage`` with the reasons that this assessment gives for its exercises, as for a template that knows no patient."""
        return replace(stage, prescriptions=tuple(self._with_reasons(each, assessment, today) for each in stage.prescriptions))

    def _with_reasons(self, item: Prescription, assessment: Assessment, today: date | None) -> Prescription:
        if item.exercise not in self._library.exercises:
            return item
        because = self._reasoner.because(assessment, item.exercise, today)
        return replace(item, because=because, added_by="suggestion" if because else "therapist")

    def swapped(self, old: Prescription, assessment: Assessment, today: date | None, exercise: str) -> Prescription:
        """``old`` with another exercise in its place: same place, same note, the same dose where the purpose is the same."""
        new = self.prescription(assessment, today, exercise, old.id)
        records = self._library.exercises
        before, after = records.get(old.exercise), records[exercise]
        keeps_dose = before is not None and before.dosage == after.dosage
        side = old.side if after.unilateral and old.side is not None else new.side
        return replace(new, dosage=old.dosage if keeps_dose else new.dosage, side=side, note=old.note, added_by=old.added_by)

    def neighbour(self, exercise: str, direction: str) -> str | None:
        """The easier or harder record that is present and in use, following the chain past retired ones."""
        records = self._library.exercises
        code: str | None = exercise
        while code is not None and code in records:
            code = records[code].easier if direction == "easier" else records[code].harder
            if code is not None and code in records and not records[code].retired:
                return code
        return None

    def sheet_order(self, stage: Stage) -> Stage:
        """``stage`` grouped by position, so that the patient gets up once; within a group the order stays."""
        return replace(stage, prescriptions=tuple(sorted(stage.prescriptions, key=self._group)))

    def place_for(self, stage: Stage, exercise: str) -> int:
        """Where a new exercise goes: behind its position group if the stage is grouped, else at the end."""
        groups = [self._group(each) for each in stage.prescriptions]
        if groups != sorted(groups):
            return len(groups)
        group = self._group_of(exercise)
        return sum(each <= group for each in groups)

    def _stage(self, program: str, number: int, plan: StagePlan) -> Stage:
        items = tuple(self._suggested(prescription_id(program, number, each.exercise), each) for each in plan.program)
        return Stage(items, plan.first, plan.last, plan.phase, "active" if number == 0 else "planned")

    def _suggested(self, identifier: str, suggestion: Suggestion) -> Prescription:
        return Prescription(
            id=identifier,
            exercise=suggestion.exercise,
            dosage=suggestion.dosage,
            side=suggestion.side,
            because=suggestion.because,
        )

    def _group(self, prescription: Prescription) -> int:
        return self._group_of(prescription.exercise)

    def _group_of(self, exercise: str) -> int:
        record = self._library.exercises.get(exercise)
        position = self._library.positions.get(record.position) if record else None
        return position.group if position else len(self._library.positions)
