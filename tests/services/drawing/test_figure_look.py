from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.figure.themes import COLOUR, GREY
from ptbuilder.figure.tones import palette
from ptbuilder.services.drawing.figure_look import FigureLook, look_of
from ptbuilder.services.paper.sheets import SheetMaker

CHOICES = HandoutChoices()
ANN = Patient(id="ann")


@pytest.mark.parametrize(
    ("sex", "age", "body"),
    [
        ("F", 59, "female"),
        ("F", 60, "female-full"),
        ("M", 59, "male"),
        ("M", 84, "male-full"),
        ("M", None, "male"),
        (None, None, "female"),
        (None, 70, "female-full"),
    ],
)
def test_the_body_follows_sex_and_age(sex: str | None, age: int | None, body: str) -> None:
    patient = replace(ANN, sex=sex)  # type: ignore[arg-type]
    assert look_of(patient, Assessment(age=age), CHOICES) == FigureLook(body, "light")


def test_the_sex_of_the_assessment_helps_where_the_patient_has_none() -> None:
    assert look_of(ANN, Assessment(sex="M"), CHOICES).body == "male"
    assert look_of(replace(ANN, sex="M", body="F"), Assessment(), CHOICES).body == "female"


def test_what_was_chosen_comes_before_sex_and_age() -> None:
    chosen = HandoutChoices(figure="male", skin="dark")
    assert look_of(replace(ANN, sex="F"), Assessment(age=80), chosen) == FigureLook("male", "dark")


def test_a_sheet_is_drawn_with_the_chosen_body_and_skin(library: Library) -> None:
    asked: list[str] = []

    def drawing(_exercise: object, _side: object, frame: str, body: str) -> Drawing:
        asked.append(f"{body} {frame}")
        return Drawing(1, 1, (PaintedPath((), Paint(fill=COLOUR["skin"]), "skin"),))

    code = next(iter(library.exercises))
    program = Program(id="p", stages=(Stage((Prescription("x", code, Dosage()),)),), assessment=Assessment(age=71))
    fills = {}
    for ink in ("colour", "bw"):
        choices = HandoutChoices(skin="dark", ink=ink)  # type: ignore[arg-type]
        sheet = SheetMaker(library, drawing).sheet(ANN, program, 0, clinic=Clinic(), choices=choices, printed=date(2026, 3, 2))
        start = sheet.exercises[0].start
        assert start is not None
        fills[ink] = start.paths[0].paint.fill
    assert set(asked) == {"female-full start", "female-full finish"}
    assert fills == {"colour": palette("dark")["skin"], "bw": GREY["skin"]}
