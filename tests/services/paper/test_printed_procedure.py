"""A sheet counts its days from a procedure whose day is known, if there is one."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program, Stage
from ptbuilder.services.paper.printed_procedure import printed_procedure
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.wording.procedures import PROCEDURE_WORDS

TODAY, DONE = date(2026, 3, 12), date(2026, 3, 2)
FACET, KNEE = "proc-facet-injection-lumbar", "proc-tkr"


def found(*findings: Finding, on: date | None = None) -> tuple[object, date | None]:
    procedure = printed_procedure(Assessment(on=on, findings=findings), TODAY)
    return procedure.words, procedure.on


def test_a_procedure_without_a_day_gives_way_to_one_that_has_one() -> None:
    assert found(Finding(FACET), Finding(KNEE, on=DONE)) == (PROCEDURE_WORDS[KNEE], DONE)


def test_of_those_with_a_day_the_first_counts() -> None:
    assert found(Finding(FACET, days_since=3), Finding(KNEE, on=DONE)) == (PROCEDURE_WORDS[FACET], date(2026, 3, 9))


def test_days_since_count_from_the_day_of_the_assessment() -> None:
    assert found(Finding(FACET, days_since=3), on=date(2026, 3, 10))[1] == date(2026, 3, 7)


def test_without_any_day_the_first_is_named_and_without_a_procedure_none() -> None:
    assert found(Finding(FACET), Finding(KNEE)) == (PROCEDURE_WORDS[FACET], None)
    assert found(Finding("hp-flexor-tight", on=DONE)) == ({}, None)


def test_the_days_of_the_stage_are_counted_from_the_one_with_a_day(library: Library) -> None:
    stages = (Stage(first=TODAY, last=date(2026, 3, 22), phase="P2"), Stage(phase="P3", state="planned"))
    program = Program("p", Assessment(findings=(Finding(FACET), Finding(KNEE, on=DONE))), stages)
    sheet = SheetMaker(library).sheet(Patient("a"), program, 0, clinic=Clinic(), choices=HandoutChoices(), printed=TODAY)
    assert sheet.procedure_on == DONE
    assert sheet.stage is not None
    assert (sheet.stage.from_day, sheet.stage.to_day, sheet.stage.procedure) == (10, 20, PROCEDURE_WORDS[KNEE])
