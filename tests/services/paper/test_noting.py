"""From the desk to the note: what was recorded, which goals the program serves, what was advised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ptbuilder.domain.assessment import Clearance, Finding
from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.exchange.record_note import RecordNote
from ptbuilder.exchange.text_note import text_note
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.noting import record_note
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.suggest.suggesting import Suggesting

TODAY = date(2026, 3, 12)


@pytest.fixture
def handing_out(library: Library, suggesting: Suggesting) -> HandingOut:
    return HandingOut(SheetMaker(library), suggesting)


@pytest.fixture
def work(desk: Desk) -> Work:
    desk.accept()
    return desk.work


def noted(library: Library, handing_out: HandingOut, work: Work, *findings: Finding, **changes: object) -> RecordNote:
    assessment = replace(work.assessment, findings=findings, **changes)
    return record_note(library, handing_out.sheet(work, Clinic(), TODAY), replace(work, assessment=assessment), ())


def test_the_note_names_every_finding_exercise_and_piece_of_advice(library: Library, handing_out: HandingOut, work: Work) -> None:
    told = " ".join(handing_out.note(handing_out.sheet(work, Clinic(), TODAY), work).split())
    names = [say(library.findings[each.code].label, "en") for each in work.assessment.findings]
    names += [say(library.exercises[each.exercise].name, "en") for each in work.program.stages[0].prescriptions]
    names += [say(library.topics[code].title, "en") for code in work.program.education]
    names += [say(topic.title, "en") for topic in library.topics.values() if topic.always]
    assert [name for name in names if name not in told] == []


def test_only_goals_that_the_program_serves_are_told(
    library: Library, handing_out: HandingOut, work: Work, suggesting: Suggesting
) -> None:
    told = handing_out.note(handing_out.sheet(work, Clinic(), TODAY), work)
    goals = told.split("Goals served\n")[1].split("\n\n")[0]
    served = suggesting.served(work.program.stages[0], [each.goal for each in suggesting.outcome(work.assessment, TODAY).goals])
    assert served
    assert {line.removeprefix("- ") for line in goals.splitlines()} == {say(library.goals[code].label, "en") for code in served}


def test_a_severity_that_was_not_recorded_is_not_told(library: Library, handing_out: HandingOut, work: Work) -> None:
    [finding] = noted(library, handing_out, work, Finding("rom-lumbar-extension-limited")).findings
    assert (finding.grade, finding.value) == (None, None)


@pytest.mark.parametrize(("scale", "value", "told"), [("nprs", 6, "6/10"), ("mmt", 3.5, "3.5/5"), ("min", 12, "12 min")])
def test_a_value_is_told_with_its_scale(
    library: Library, handing_out: HandingOut, work: Work, scale: str, value: float, told: str
) -> None:
    code = next(kind.code for kind in library.findings.values() if kind.scale == scale)
    [finding] = noted(library, handing_out, work, Finding(code, value=value)).findings
    assert finding.value == {"en": told}


def test_a_procedure_is_told_by_its_day_or_the_days_since(library: Library, handing_out: HandingOut, work: Work) -> None:
    dated = noted(library, handing_out, work, Finding("proc-tkr", on=date(2026, 3, 1))).findings[0]
    counted = noted(library, handing_out, work, Finding("proc-tkr", days_since=11)).findings[0]
    assert (dated.on, dated.days_since) == (date(2026, 3, 1), None)
    assert (counted.on, counted.days_since) == (None, 11)


def test_a_danger_sign_stands_apart_with_who_cleared_it(library: Library, handing_out: HandingOut, work: Work) -> None:
    flag = next(kind.code for kind in library.findings.values() if kind.is_red_flag)
    rule = next(iter(library.rules))
    clearance = Clearance(rule, "Dr. Sample", TODAY, "seen today")
    note = noted(library, handing_out, work, Finding(flag), Finding("proc-tkr", days_since=3), clearances=(clearance,))
    assert [say(each.label, "en") for each in note.danger_signs] == [say(library.findings[flag].label, "en")]
    assert len(note.findings) == 1
    assert note.clearances[0].rule == library.rules[rule].title


def test_the_page_is_made_of_the_same_sheet(handing_out: HandingOut, work: Work) -> None:
    sheet = handing_out.sheet(work, Clinic(), TODAY)
    page = handing_out.html(sheet)
    assert page.startswith("<!DOCTYPE html>\n<html lang=")
    assert page.count("<article ") == len(sheet.exercises)


def test_the_injured_region_and_the_patient_s_words_are_told(library: Library, handing_out: HandingOut, work: Work) -> None:
    note = noted(library, handing_out, work, Finding("prec-acute-fracture", "left", region="hip"), patient_goals="walk the dog")
    told = text_note(note)
    assert "Hip, left" in told
    assert "IN THE PATIENT'S WORDS" in told.upper()
    assert "walk the dog" in told
    assert "patient's words" not in text_note(noted(library, handing_out, work)).lower()
