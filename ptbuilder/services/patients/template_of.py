"""A program without the patient it was made for."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Prescription, Program, Stage


def as_template(program: Program, identifier: str, title: str) -> Program:
    """The program without patient, assessment, dates, notes, reasons and answers to precautions: nothing of one reaches another."""
    stages = tuple(Stage(tuple(map(_bare, each.prescriptions)), phase=each.phase, state=each.state) for each in program.stages)
    return Program(
        id=identifier,
        assessment=Assessment(),
        stages=stages,
        education=program.education,
        library=program.library,
        title=title,
        delivery=program.delivery,
        activities=program.activities,
    )


def _bare(prescription: Prescription) -> Prescription:
    return replace(prescription, because=(), overrides=(), added_by="therapist", note="")
