from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal

import pytest

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.delivery import Delivery
from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.library import Library
from ptbuilder.domain.reporting import ITEMS, ReportItem, cert_count, tidier_count
from ptbuilder.handout.opening import opened
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.completeness import report
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.suggest.suggesting import Suggesting

CLINIC = Clinic("Riverside", phone="555 0100", therapist="Dana Sample", credentials="PT")


@pytest.fixture
def work(desk: Desk) -> Work:
    """The sample patient at the first visit, with everything said that can be said."""
    desk.accept()
    return _with(
        desk.work,
        delivery=Delivery("alone", "one-to-one", "home"),
        equipment=frozenset({"chair"}),
        irritability="moderate",
        patient_goals="Walk the dog",
        motivation="A call after a week",
        other_care="None",
        next_visit=datetime(2026, 3, 26, 10, 30),
    )


@pytest.fixture
def sheet(work: Work, library: Library) -> Sheet:
    made = SheetMaker(library).sheet(
        work.patient, work.program, 0, clinic=CLINIC, choices=work.choices, printed=datetime(2026, 3, 12).date()
    )
    return replace(made, next_visit=work.program.next_visit)


def _with(work: Work, **values: object) -> Work:
    program = replace(work.program, **{key: values.pop(key) for key in ("delivery", "next_visit") if key in values})  # type: ignore[arg-type]
    assessment: Assessment = replace(work.assessment, **values)  # type: ignore[arg-type]
    return replace(work, assessment=assessment, program=replace(program, assessment=assessment))


def states(sheet: Sheet, work: Work) -> Mapping[str, str]:
    return {each.key: each.state for each in report(sheet, work)}


def test_a_program_that_says_everything_is_complete(sheet: Sheet, work: Work) -> None:
    items = report(sheet, work)
    assert [each.key for each in items if each.state == "missing"] == []
    assert (cert_count(items).complete, cert_count(items).of) == (16, 16)
    assert (tidier_count(items).complete, tidier_count(items).of) == (12, 12)


def test_every_item_of_both_standards_is_asked_once_in_order() -> None:
    assert [cert for cert, _ in ITEMS.values() if cert] == list(range(1, 17))
    assert {number for _, tidier in ITEMS.values() for number in tidier} == set(range(1, 13))


@pytest.mark.parametrize(
    ("key", "without"),
    [
        ("equipment", {"equipment": None}),
        ("grouping", {"delivery": Delivery("alone", None, "home")}),
        ("supervision", {"delivery": Delivery(None, "one-to-one", "home")}),
        ("setting", {"delivery": Delivery("alone", "one-to-one", None)}),
        ("motivation", {"motivation": ""}),
        ("other-care", {"other_care": ""}),
        ("tailoring", {"findings": ()}),
        ("start-level", {"irritability": None}),
        ("goals", {"patient_goals": ""}),
    ],
)
def test_what_nobody_said_is_missing_and_nothing_else(key: str, without: Mapping[str, object], sheet: Sheet, work: Work) -> None:
    bare = replace(sheet, topics=())
    assert states(bare, work)[key] == "present"
    found = states(bare, _with(work, **without))
    assert [name for name, state in found.items() if state == "missing"] == [key]


def test_therapist_and_credentials_are_asked_one_after_the_other(sheet: Sheet, work: Work) -> None:
    nobody = _item(replace(sheet, clinic=Clinic()), work, "provider")
    unnamed = _item(replace(sheet, clinic=Clinic(therapist="Dana")), work, "provider")
    assert (nobody.state, nobody.values) == ("missing", {"field": "therapist"})
    assert (unnamed.state, unnamed.values) == ("missing", {"field": "credentials"})


def test_without_a_log_adherence_is_not_measured(sheet: Sheet, work: Work) -> None:
    bare = replace(sheet, choices=replace(sheet.choices, with_log=False))
    assert states(bare, work)["adherence"] == "missing"


def test_without_a_next_visit_nobody_asks_what_was_done(sheet: Sheet, work: Work) -> None:
    assert states(replace(sheet, next_visit=None), work)["fidelity"] == "missing"


def test_an_exercise_without_a_picture_or_with_few_steps_is_named(sheet: Sheet, work: Work) -> None:
    first, second, *rest = sheet.exercises
    unseen = replace(sheet, exercises=(first, replace(second, finish=None), *rest))
    untold = replace(second, exercise=replace(second.exercise, steps={"en": ("Lift.",)}))
    for each in (unseen, replace(sheet, exercises=(first, untold, *rest))):
        item = _item(each, work, "description")
        assert (item.state, item.subject) == ("missing", second.id)


def test_spanish_steps_are_asked_where_spanish_is_printed(sheet: Sheet, work: Work) -> None:
    first = sheet.exercises[0]
    english = replace(first.exercise, steps={"en": first.exercise.steps["en"], "es": ("Levante.",)})
    sheet = replace(sheet, exercises=(replace(first, exercise=english), *sheet.exercises[1:]))
    assert states(sheet, work)["description"] == "present"
    for language in ("es", "both"):
        spanish = replace(sheet, choices=replace(sheet.choices, language=language))
        assert states(spanish, work)["description"] == "missing"


def test_a_band_or_weight_must_be_named(sheet: Sheet, work: Work) -> None:
    first, *rest = sheet.exercises
    loaded = replace(first, exercise=replace(first.exercise, load="elastic"))
    assert _item(replace(sheet, exercises=(loaded, *rest)), work, "dose").subject == first.id
    noted = replace(loaded, note="Use the red band.")
    assert _item(replace(sheet, exercises=(noted, *rest)), work, "dose").state == "present"


def test_an_exercise_without_range_and_neighbours_says_no_way_on(sheet: Sheet, work: Work) -> None:
    first, *rest = sheet.exercises
    lonely = replace(first, usual={}, exercise=replace(first.exercise, easier=None, harder=None))
    assert _item(replace(sheet, exercises=(lonely, *rest)), work, "progression").subject == first.id


def test_what_happened_since_is_asked_only_of_a_patient_who_came_back(sheet: Sheet, work: Work) -> None:
    first = states(sheet, work)
    assert {first[key] for key in ("adverse-events", "changes", "outcome")} == {"not-yet"}
    back = _with(work, weeks_in_care=2)
    later = states(sheet, back)
    assert [key for key, state in later.items() if state == "missing"] == ["adverse-events", "fidelity", "outcome"]
    told = states(sheet, _with(back, adverse_events="None", recall=7))
    assert "missing" not in told.values()


@pytest.mark.parametrize(("language", "words"), [("en", "Complete: CERT 16 of 16"), ("es", "Completo: CERT 16 de 16")])
def test_the_clinicians_copy_tells_it_and_the_patients_does_not(
    language: Literal["en", "es"], words: str, work: Work, library: Library, suggesting: Suggesting
) -> None:
    handing_out = HandingOut(SheetMaker(library), suggesting)
    chosen = replace(work, choices=replace(work.choices, language=language))
    sheet = handing_out.sheet(chosen, CLINIC, datetime(2026, 3, 12).date())
    assert words not in text_of(handing_out.handout(sheet).pdf)
    copy = replace(sheet, choices=replace(sheet.choices, copy="clinician"))
    assert words in text_of(handing_out.handout(copy).pdf)


def text_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(words.replace("\u00a0", " ").split())


def _item(sheet: Sheet, work: Work, key: str) -> ReportItem:
    return next(each for each in report(sheet, work) if each.key == key)
