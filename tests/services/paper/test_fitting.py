from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from ptbuilder.domain.activity import ActivityChange, ActivityPlan
from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.clinic import LAYOUTS, Clinic, Layout, PrintedLanguage
from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.handout import Handout, PrintedOverride, Sheet
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.activities import activity_table
from ptbuilder.services.paper.fitting import MOST_LETTERS, fitted, missing_letters, with_letters
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheet_checks import Asked, Made, check_sheet
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.suggest.suggesting import Suggesting

HEART = "\N{HEAVY BLACK HEART}"


@pytest.fixture
def sheet(desk: Desk, library: Library) -> Sheet:
    desk.accept()
    work = desk.work
    return SheetMaker(library).sheet(work.patient, work.program, 0, clinic=Clinic("A"), choices=work.choices, printed=desk.today)


@pytest.fixture
def handing_out(library: Library, suggesting: Suggesting) -> HandingOut:
    return HandingOut(SheetMaker(library), suggesting)


def test_a_sheet_that_can_be_printed_is_not_touched(sheet: Sheet, handing_out: HandingOut) -> None:
    assert handing_out.fitted(sheet).sheet is sheet


def test_a_letter_without_a_face_becomes_a_question_mark_everywhere(sheet: Sheet) -> None:
    person = replace(sheet.person, name=f"Lee {HEART}")
    mended = with_letters(replace(sheet, person=person, messages=(f"{HEART} and é",)))
    assert (mended.person.name, mended.messages) == ("Lee ?", ("? and é",))
    assert mended.exercises == sheet.exercises


@pytest.mark.parametrize(
    ("message", "altered"),
    [
        ("Breathe out.", ()),
        ("Sen\u0303or", ()),
        (f"Breathe out {HEART}.", ("letters",)),
        ("Breathe out. " * 400, ("shortened",)),
        (f"Breathe out {HEART}. " * 400, ("letters", "shortened")),
    ],
    ids=["plain", "composed", "letters", "long", "both"],
)
def test_a_document_says_what_was_altered(message: str, altered: tuple[str, ...], sheet: Sheet, handing_out: HandingOut) -> None:
    assert handing_out.handout(replace(sheet, messages=(message,))).altered == altered


def test_letters_without_a_face_are_named_once() -> None:
    assert missing_letters(f"a{HEART}b{HEART}\n") == (HEART,)
    assert missing_letters("Señor Ñandú") == ()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_prints_letters_and_texts_that_do_not_fit(layout: Layout, sheet: Sheet, handing_out: HandingOut) -> None:
    first = replace(sheet.exercises[0], note=f"Breathe out {HEART}. " * 400)
    odd = replace(sheet, messages=("Breathe. " * 2000,), exercises=(first, *sheet.exercises[1:]))
    made = handing_out.fitted(replace(odd, choices=replace(odd.choices, layout=layout)))
    assert made.handout.pdf.startswith(b"%PDF")
    assert HEART not in made.sheet.exercises[0].note


def test_a_letterhead_that_leaves_no_room_is_cut(sheet: Sheet, handing_out: HandingOut) -> None:
    phone = "555 0100 or 555 0101 on weekends, mornings only, ask for Dana or Chris at the desk"
    clinic = Clinic("Riverside Physical Therapy", "12 Mill Lane, Springfield", phone, "Dana Sample", "PT")
    made = handing_out.fitted(replace(sheet, clinic=clinic))
    assert made.handout.pages
    assert made.sheet.clinic.name == clinic.name


LONG = "walk the dog " * 800


@pytest.fixture
def after_facet(library: Library, sheet: Sheet) -> Sheet:
    """A sheet with a table of activities: a row of the therapist, one with their own words, and the usual ones."""
    found = Assessment(findings=(Finding("proc-facet-injection-lumbar", on=sheet.printed),))
    usual = activity_table(library, found, ActivityPlan(), sheet.printed).rows
    plan = ActivityPlan((ActivityChange(usual[0].code, words=LONG), ActivityChange("own-1", LONG, words=LONG)))
    return replace(sheet, activities=activity_table(library, found, plan, sheet.printed))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["en", "both"])
def test_own_words_about_activities_are_cut_and_the_librarys_are_not(
    layout: Layout, language: PrintedLanguage, after_facet: Sheet, handing_out: HandingOut
) -> None:
    choices = replace(after_facet.choices, layout=layout, language=language)
    made = handing_out.fitted(replace(after_facet, choices=choices))
    if made.sheet.activities == after_facet.activities:  # the log prints no table, so nothing of it is too long
        assert (layout, made.handout.altered) == ("log", ())
        return
    assert "shortened" in made.handout.altered
    rows, asked = made.sheet.activities.rows, after_facet.activities.rows
    assert [row.name["en"].endswith("…") for row in rows] == [row.code == "own-1" for row in rows]
    assert [row.note["en"].endswith("…") for row in rows if row.is_changed] == [True, True]
    assert [row for row in rows if not row.is_changed] == [row for row in asked if not row.is_changed]


def test_words_about_activities_that_were_cut_are_told_by_a_check(after_facet: Sheet, handing_out: HandingOut) -> None:
    made = handing_out.fitted(after_facet)
    told = check_sheet(after_facet, Made(made.sheet, made.handout.pdf, True), Asked())
    cut = [each.place.subject for each in told if each.key == "fit" and each.values.get("how") == "shortened"]
    assert cut == [row.code for row in after_facet.activities.rows if row.is_changed]


def test_the_clinicians_copy_cuts_goals_and_reasons(sheet: Sheet, handing_out: HandingOut) -> None:
    override = PrintedOverride({"en": "A rule"}, "because " * 4000, "Dana " * 2000, {"en": "Bridge"})
    part = replace(sheet.clinician, goals=LONG * 3, overrides=(override,))
    copy = replace(sheet, clinician=part, choices=replace(sheet.choices, copy="clinician"))
    made = handing_out.fitted(copy)
    assert made.handout.altered == ("shortened",)
    (cut,) = made.sheet.clinician.overrides
    assert [text[-1] for text in (made.sheet.clinician.goals, cut.reason, cut.by)] == ["…"] * 3
    assert cut.rule == override.rule


def test_a_logo_that_cannot_be_printed_is_left_out_and_nothing_else_changes(sheet: Sheet, handing_out: HandingOut) -> None:
    broken = replace(sheet, clinic=replace(sheet.clinic, logo=b"\x89PNG\r\n\x1a\n" + b"x" * 50))
    made = handing_out.fitted(broken)
    assert made.handout.altered == ("logo",)
    assert made.sheet == sheet


def test_a_referral_note_is_printed_without_a_logo_that_cannot_be(desk: Desk, handing_out: HandingOut) -> None:
    desk.add_finding(Finding("rf-cauda-equina"))
    made = handing_out.referral(desk.work, Clinic(f"A {HEART}", logo=b"\xff\xd8\xff"), desk.now)
    assert made.pdf.startswith(b"%PDF")
    assert made.altered == ("letters", "logo")


@pytest.mark.parametrize("copy", ["patient", "clinician"])
def test_no_program_is_gathered_for_paper_under_a_danger_sign(
    copy: Literal["patient", "clinician"], desk: Desk, handing_out: HandingOut
) -> None:
    desk.accept()
    desk.add_finding(Finding("rf-cauda-equina"))
    work = replace(desk.work, choices=replace(desk.work.choices, copy=copy))
    with pytest.raises(PTBuilderError, match="danger sign"):
        handing_out.sheet(work, Clinic(), desk.today)


def test_the_layout_is_the_last_thing_that_changes(sheet: Sheet) -> None:
    asked: list[str] = []

    def standard_only(each: Sheet) -> Handout:
        asked.append(each.choices.layout)
        if each.choices.layout != "standard":
            raise BadInput(())
        return Handout(b"", 1)

    made = fitted(replace(sheet, choices=replace(sheet.choices, layout="compact")), standard_only)
    assert asked == ["compact"] * (2 + len(MOST_LETTERS)) + ["standard"]
    assert made.sheet.choices.layout == "standard"


def test_what_cannot_be_printed_at_all_is_refused(sheet: Sheet) -> None:
    def refuse(_sheet: Sheet) -> Handout:
        raise BadInput(())

    with pytest.raises(BadInput):
        fitted(sheet, refuse)
