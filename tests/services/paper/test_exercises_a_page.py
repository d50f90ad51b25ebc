"""How many exercises of the clinical cases share a page of the standard layout."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ptbuilder.domain.clinic import Clinic, HandoutChoices, Paper, PrintedLanguage
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.cases.case_file import read_case_file
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting

EXAMPLES = Path(__file__).parents[3] / "examples"
DAY = date(2026, 3, 12)
CLINIC = Clinic("Sample Physical Therapy", "12 Example Street, Sampletown", "(555) 555-0142", "Dana Sample", "PT, DPT")
CASES = ("tc1-facet-pattern-after-injection", "tc2-neck-pain-with-headache", "tc4-disc-pain-extension-preference")


@pytest.fixture
def pages(library: Library, reasoner: Reasoner, request: pytest.FixtureRequest) -> list[int]:
    """Exercises on each of the pages that have one; the case, the language and the paper come from the test."""
    name, language, paper = request.param
    case = read_case_file(EXAMPLES / f"{name}.json", library)
    suggesting = Suggesting(library, reasoner)
    outcome = suggesting.outcome(case.assessment, DAY)
    program = Prescriber(library, reasoner).draft(Program("case", assessment=case.assessment), outcome)
    choices = HandoutChoices(language=language, paper=paper)
    work = Work(Patient(id="", sex=case.assessment.sex), case.assessment, program, choices=choices)
    handing_out = HandingOut(SheetMaker(library), suggesting)
    made = handing_out.handout(handing_out.sheet(work, CLINIC, DAY))
    return list(Counter(each.page for each in made.placements).values())


@pytest.mark.parametrize("pages", [("tc1-facet-pattern-after-injection", "en", "a4")], indirect=True)
def test_four_exercises_with_five_and_six_steps_take_two_pages(pages: list[int]) -> None:
    assert pages == [2, 2]


def _each(name: str) -> list[tuple[str, PrintedLanguage, Paper]]:
    return [(name, "en", "a4"), (name, "en", "letter"), (name, "es", "a4"), (name, "es", "letter")]


@pytest.mark.parametrize("pages", [each for name in CASES for each in _each(name)], indirect=True, ids=str)
def test_no_case_takes_a_page_for_each_exercise(pages: list[int]) -> None:
    assert len(pages) < sum(pages)
    assert max(pages) >= 2
