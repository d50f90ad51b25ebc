"""The handout of a case file: suggest, take the suggestion as it is, print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program
from ptbuilder.library.file import load_library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.case_file import Case, read_case_file
from ptbuilder.services.handing_out import HandingOut, write_file
from ptbuilder.services.prescribing import Prescriber
from ptbuilder.services.sheets import SheetMaker
from ptbuilder.services.suggesting import Suggesting
from ptbuilder.services.work import Work


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written: how many pages, and whether it is a referral note because a red flag stopped the program."""

    pages: int
    stopped: bool


def print_case(case_file: Path, library_file: Path, out: Path, choices: HandoutChoices, stage: int, on: date | None) -> Printed:
    """Write the handout of ``stage`` (counted from 1), or the referral note on a stop, to ``out``.

    Sheet and stages are dated by ``on``, else by the case's own day, else by today. Raises BadInput for a faulty case and
    PTBuilderError where that stage does not exist or nothing can be suggested.
    """
    library = load_library(library_file)
    case = read_case_file(case_file, library)
    reasoner = Reasoner(library)
    suggesting = Suggesting(library, reasoner)
    handing_out = HandingOut(SheetMaker(library), suggesting)
    day = on or case.today or date.today()
    work = _work(case, day, choices, Prescriber(library, reasoner), suggesting)
    if suggesting.outcome(work.assessment, day).stop is not None:
        handout = handing_out.referral(work, Clinic(), datetime.combine(day, time()))
        write_file(out, handout.pdf)
        return Printed(handout.pages, stopped=True)
    handout = handing_out.handout(handing_out.sheet(_at_stage(work, stage), Clinic(), day))
    write_file(out, handout.pdf)
    return Printed(handout.pages, stopped=False)


def _work(case: Case, day: date, choices: HandoutChoices, prescriber: Prescriber, suggesting: Suggesting) -> Work:
    assessment = replace(case.assessment, on=case.assessment.on or day)
    program = Program(id=str(uuid5(NAMESPACE_OID, "case")), assessment=assessment)
    program = prescriber.draft(program, suggesting.outcome(assessment, day))
    return Work(Patient(id=""), assessment, program, choices=choices)


def _at_stage(work: Work, stage: int) -> Work:
    count = len(work.program.stages)
    if work.program.is_empty:
        raise PTBuilderError("No exercise passes all rules for this case, so there is nothing to print.")
    if not 1 <= stage <= count:
        raise PTBuilderError(f"There is no stage {stage}: this program has {count} stage{'s' if count > 1 else ''}.")
    return replace(work, stage=stage - 1)
