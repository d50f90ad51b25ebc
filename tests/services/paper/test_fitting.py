from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.clinic import LAYOUTS, Clinic, Layout
from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.fitting import MOST_LETTERS, fitted, missing_letters, with_letters
from ptbuilder.services.paper.handing_out import HandingOut
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
