"""The clinic's phone number can be pressed, wherever it is content, and the standards still hold."""

from __future__ import annotations

import io
from dataclasses import replace

import page
import pikepdf
import pytest

from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.handout.document import render, render_referral
from tests.handout.reading import Read, read
from tests.handout.sheets import REFERRAL, SHEET, sheet

PHONE = "(555) 555-0142"
TARGET = "tel:5555550142"


def with_phone(phone: str = PHONE, **choices: str) -> Sheet:
    return replace(sheet(**choices), clinic=replace(SHEET.clinic, phone=phone))


def links(made: Handout) -> list[tuple[str, str, int]]:
    """What each link dials, what it says, and its key."""
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        found = [each for sheet in document.pages for each in sheet.get("/Annots", [])]
        return [(str(each.A.URI), str(each.Contents), int(each.StructParent)) for each in found]


def link_elements(root: Read) -> list[Read]:
    return [each for each in root.walk() if each.kind == "Link"]


def words(each: Read) -> str:
    return each.text().replace("\u00a0", " ")


@pytest.mark.parametrize("layout", ["standard", "compact", "one-per-page", "large-print", "log"])
@pytest.mark.parametrize("language", ["en", "es", "both"])
def test_the_number_can_be_pressed_and_the_standards_hold(layout: str, language: str) -> None:
    made = render(with_phone(layout=layout, language=language))
    found = links(made)
    assert {target for target, _, _ in found} <= {TARGET}
    assert bool(found) or layout == "log"
    assert [words(each) for each in link_elements(read(made.pdf))] == [PHONE] * len(found)
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


def test_each_link_says_what_it_does_and_is_found_from_its_element() -> None:
    made = render(with_phone())
    assert {told for _, told, _ in links(made)} == {f"Call us: {PHONE}"}
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
        elements = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for _, _, key in links(made):
            element = elements[key]
            assert element.S == "/Link"
            assert any(kid.get("/Type") == "/OBJR" for kid in element.K if isinstance(kid, pikepdf.Dictionary))


def test_the_link_lies_over_the_printed_number() -> None:
    import pypdfium2

    made = render(with_phone())
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        boxes = [
            (number, [float(value) for value in each.Rect])
            for number, sheet in enumerate(document.pages)
            for each in sheet.get("/Annots", [])
        ]
    with pypdfium2.PdfDocument(made.pdf) as document:
        for number, (left, lower, right, upper) in boxes:
            text = document[number].get_textpage().get_text_bounded(left - 0.5, lower, right + 0.5, upper)
            assert text.replace("\u00a0", " ").strip() == PHONE


def test_the_referral_note_has_the_number_to_press() -> None:
    made = render_referral(replace(REFERRAL, clinic=replace(REFERRAL.clinic, phone=PHONE)))
    assert TARGET in [target for target, _, _ in links(made)]
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(made.pdf, profile=profile).is_compliant


@pytest.mark.parametrize("phone", ["", "ask at the desk", "+44 (0)20 7946 0000", "555 0142 ext. 12"])
def test_what_cannot_be_dialled_as_it_is_written_is_no_link(phone: str) -> None:
    made = render(with_phone(phone))
    assert links(made) == []


def test_the_text_is_the_same_with_and_without_a_link() -> None:
    linked, plain = render(with_phone("555 0142")), render(with_phone("555 0142 x"))
    assert read(plain.pdf).text().replace(" x", "") == read(linked.pdf).text()
