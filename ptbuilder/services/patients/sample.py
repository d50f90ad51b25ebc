"""A made-up patient, marked as one, who shows the way at the first start."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program
from ptbuilder.services.desk.work import Work

SAMPLE_ID = "sample-patient-1"
"""Identifier of the sample, the same each time, so that it is never there twice."""


def sample_work(today: date, library_version: str, choices: HandoutChoices) -> Work:
    """Facet pattern, ten days after a lumbar facet injection: the first of the knowledge base's test cases."""
    findings = (
        Finding("cond-lumbar-facet", "both", "moderate"),
        Finding("lx-pain-extension-provoked"),
        Finding("lx-relief-sitting-flexion"),
        Finding("hp-flexor-tight", "both", "moderate"),
        Finding("lx-deep-core-poor", grade="moderate"),
        Finding("proc-facet-injection-lumbar", "both", on=today - timedelta(days=10)),
    )
    patient = Patient(SAMPLE_ID, "Robert", "Sample", birth_year=today.year - 58, sex="M", is_sample=True)
    assessment = Assessment(
        id=str(uuid.uuid4()),
        on=today,
        age=58,
        sex="M",
        irritability="moderate",
        stage="chronic",
        findings=findings,
        red_flags_asked=True,
    )
    program = Program(id=str(uuid.uuid4()), assessment=assessment, patient=patient.id, library=library_version)
    return Work(patient, assessment, program, choices=replace(choices))
