from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.services.patients.caseload import PatientIndex, PatientRow, row_of
from ptbuilder.storage.patients import ListedPatient
from ptbuilder.storage.summary import summary_of

TODAY = date(2026, 3, 12)
NOON = datetime(2026, 3, 12, 12, 0)
JOSE = Patient("jose", "José", "Núñez", birth_date=date(1958, 3, 13), record_number="A-77")


def items(*codes: str) -> tuple[Prescription, ...]:
    return tuple(Prescription(code, code, Dosage()) for code in codes)


def row(library: Library, patient: Patient = JOSE, program: Program | None = None) -> PatientRow:
    return row_of(ListedPatient(patient, NOON, NOON, summary_of(program) if program else None), library, TODAY)


@pytest.fixture
def staged() -> Program:
    stages = (
        Stage(items("lx-bridge"), date(2026, 3, 1), date(2026, 3, 9), "P0"),
        Stage(items("lx-bridge", "gn-walk-graded"), date(2026, 3, 10), date(2026, 3, 16), "P1"),
        Stage(items("gn-walk-graded"), date(2026, 3, 17), None, "P2", "planned"),
    )
    return Program("p", Assessment(findings=(Finding("hp-flexor-tight", "left"),)), stages)


def test_a_row_shows_age_and_the_stage_of_today(library, staged):
    shown = row(library, program=staged)
    assert (shown.name, shown.age, shown.stage.phase, shown.exercises) == ("José Núñez", 67, "P1", 2)


def test_without_dates_the_first_stage_is_shown(library, staged):
    undated = replace(staged, stages=tuple(replace(each, first=None, last=None) for each in staged.stages))
    assert row(library, program=undated).stage.phase == "P0"
    assert row(library, program=replace(staged, stages=staged.stages[2:])).stage.phase == "P2"


def test_the_next_visit_is_due_else_the_next_stage(library, staged):
    assert row(library, program=staged).due == date(2026, 3, 17)
    visit = replace(staged, next_visit=datetime(2026, 3, 14, 9, 30))
    assert row(library, program=visit).due == date(2026, 3, 14)
    assert row(library).due is None


def test_a_danger_sign_without_a_program_is_a_stop(library, staged):
    danger = next(kind.code for kind in library.findings.values() if kind.is_red_flag)
    stopped = replace(staged, stages=(), assessment=Assessment(findings=(Finding(danger),)))
    assert row(library, program=stopped).is_stopped
    assert not row(library, program=staged).is_stopped
    assert not row(library, program=replace(staged, stages=())).is_stopped


@pytest.mark.parametrize(
    "typed", ["jose", "NÚÑ", "nunez jo", "1958", "a 77", "hip flex", "puente", "bridge josé", "", "  %", "walk 1958 nu"]
)
def test_a_patient_is_found_by(library, staged, typed):
    found = PatientIndex((row(library, program=staged),), library).find(typed)
    assert [each.patient.id for each in found] == ["jose"]


@pytest.mark.parametrize("typed", ["ose", "1959", "jose bird", "ridge", "1958 ann"])
def test_a_patient_is_not_found_by(library, staged, typed):
    assert PatientIndex((row(library, program=staged),), library).find(typed) == ()


def test_a_program_with_codes_that_the_library_no_longer_has_is_listed(library, staged):
    odd = replace(staged, stages=(Stage(items("gone-exercise")),), assessment=Assessment(findings=(Finding("gone"),)))
    index = PatientIndex((row(library, program=odd), row(library, Patient("x", "Ann"))), library)
    assert [each.patient.id for each in index.find("jose")] == ["jose"]
