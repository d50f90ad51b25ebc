from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import Limits
from ptbuilder.services.desk import Desk
from ptbuilder.services.sheet_checks import SheetCheck, check_sheet
from ptbuilder.services.sheets import SheetMaker

CLINIC = Clinic("Riverside", phone="555 0100")


@pytest.fixture
def sheet(desk: Desk, library: Library) -> Sheet:
    desk.accept()
    work = desk.work
    return SheetMaker(library).sheet(work.patient, work.program, 0, clinic=CLINIC, choices=work.choices, printed=desk.today)


def checked(sheet: Sheet, questions: int = 0) -> dict[str, SheetCheck]:
    found = check_sheet(sheet, open_questions=questions, limits=Limits(), is_tagged=True)
    return {each.key: each for each in found}


def test_a_usual_sheet_has_nothing_open(sheet: Sheet) -> None:
    assert {each.state for each in checked(sheet).values()} <= {"good", "note"}


def test_open_checks_stand_first(sheet: Sheet) -> None:
    found = check_sheet(replace(sheet, clinic=Clinic()), open_questions=2, limits=Limits(), is_tagged=True)
    states = [each.state for each in found]
    assert states[:2] == ["open", "open"]
    assert "open" not in states[2:]


def test_a_missing_phone_is_named_before_a_missing_letterhead(sheet: Sheet) -> None:
    assert checked(replace(sheet, clinic=Clinic("Riverside")))["letterhead"].values == {"missing": "phone"}
    assert checked(replace(sheet, clinic=Clinic()))["letterhead"].values == {"missing": "name"}


def test_too_many_minutes_lead_to_the_longest_exercise(sheet: Sheet) -> None:
    first = sheet.exercises[0]
    long = replace(first, dosage=replace(first.dosage, kind="time", minutes=40))
    size = checked(replace(sheet, exercises=(*sheet.exercises[1:], long)))["size"]
    assert (size.state, size.subject) == ("open", long.id)


def test_a_hard_note_is_found_by_its_exercise(sheet: Sheet) -> None:
    note = "Systematically externalise proprioceptive considerations notwithstanding contralateral compensatory mechanisms."
    hard = replace(sheet.exercises[1], note=" ".join([note] * 4))
    reading = checked(replace(sheet, exercises=(sheet.exercises[0], hard)))["reading"]
    assert (reading.state, reading.subject) == ("open", hard.id)


def test_a_nameless_patient_is_said(sheet: Sheet) -> None:
    assert checked(replace(sheet, person=replace(sheet.person, name="")))["name"].state == "open"
