"""The handout of a case file: suggest, take the suggestion as it is, print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal
from uuid import NAMESPACE_OID, uuid5

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Alteration, Handout
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program
from ptbuilder.domain.values import dataclass
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.cases.case_file import Case, read_case_file
from ptbuilder.services.cases.case_library import case_library
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.handing_out import HandingOut, write_file
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting

Form = Literal["pdf", "html", "text"]
FORMS: tuple[Form, ...] = ("pdf", "html", "text")
"""Paper, a page for a phone, a note for the clinic's record system."""

_ENDINGS: dict[str, Form] = {".pdf": "pdf", ".html": "html", ".htm": "html", ".txt": "text"}


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written: how many pages (1 for a form without pages), whether it is a referral note, what was altered."""

    pages: int
    stopped: bool
    altered: tuple[Alteration, ...] = ()


def form_of(out: Path) -> Form:
    """The form that a file's name asks for, a PDF where it has no ending; raises PTBuilderError for any other ending."""
    ending = out.suffix.lower()
    if ending and ending not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise PTBuilderError(f"{out}: nothing is written as {ending}; expected one of {known}, or name the form with --format.")
    return _ENDINGS.get(ending, "pdf")


def print_case(
    case_file: Path,
    library_file: Path,
    out: Path,
    choices: HandoutChoices,
    stage: int,
    on: date | None,
    form: Form = "pdf",
    own: Path | None = None,
) -> Printed:
    """Write the handout of ``stage`` (counted from 1), or the referral note on a stop, to ``out``.

    ``own`` is a file with the exercises and edits that a clinic exported.

    Sheet and stages are dated by ``on``, else by the case's own day, else by today. Raises BadInput for a faulty case and
    PTBuilderError where that stage does not exist or nothing can be suggested.
    """
    library = case_library(library_file, own)
    case = read_case_file(case_file, library)
    reasoner = Reasoner(library)
    suggesting = Suggesting(library, reasoner)
    handing_out = HandingOut(SheetMaker(library), suggesting)
    day = on or case.today or date.today()
    work = _work(case, day, choices, Prescriber(library, reasoner), suggesting)
    if suggesting.outcome(work.assessment, day).stop is not None:
        made = _referral(handing_out, work, day, form)
        write_file(out, made.pdf)
        return Printed(made.pages, stopped=True, altered=made.altered)
    made = _handout(handing_out, _at_stage(work, stage), day, form)
    write_file(out, made.pdf)
    return Printed(made.pages, stopped=False, altered=made.altered)


def _handout(handing_out: HandingOut, work: Work, day: date, form: Form) -> Handout:
    """The file; one of a form without pages has one."""
    sheet = handing_out.sheet(work, Clinic(), day)
    if form == "pdf":
        return handing_out.handout(sheet)
    return Handout((handing_out.html(sheet) if form == "html" else handing_out.note(sheet, work)).encode(), 1)


def _referral(handing_out: HandingOut, work: Work, day: date, form: Form) -> Handout:
    """The same for the referral note."""
    seen = datetime.combine(day, time())
    if form == "pdf":
        return handing_out.referral(work, Clinic(), seen)
    note = handing_out.referral_note(work, Clinic(), seen)
    return Handout((handing_out.html_referral(note) if form == "html" else handing_out.text_referral(note)).encode(), 1)


def _work(case: Case, day: date, choices: HandoutChoices, prescriber: Prescriber, suggesting: Suggesting) -> Work:
    assessment = replace(case.assessment, on=case.assessment.on or day)
    program = Program(id=str(uuid5(NAMESPACE_OID, "case")), assessment=assessment)
    program = prescriber.draft(program, suggesting.outcome(assessment, day))
    return Work(Patient(id="", sex=assessment.sex), assessment, program, choices=choices)


def _at_stage(work: Work, stage: int) -> Work:
    count = len(work.program.stages)
    if work.program.is_empty:
        raise PTBuilderError("No exercise passes all rules for this case, so there is nothing to print.")
    if not 1 <= stage <= count:
        raise PTBuilderError(f"There is no stage {stage}: this program has {count} stage{'s' if count > 1 else ''}.")
    return replace(work, stage=stage - 1)
