from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet, SheetPerson
from ptbuilder.services.paper.page_fit import Misfit, misfits
from ptbuilder.services.paper.sheet_texts import Place

SHEET = Sheet(
    clinic=Clinic("Riverside Physical Therapy", phone="555 0100"),
    person=SheetPerson("Robert Sample", "R. S."),
    printed=date(2026, 3, 12),
    exercises=(),
    messages=("Walk a little each day…",),
)


def page(*texts: tuple[float, float, str]) -> bytes:
    """A page of 600 by 800 points with each text at its place from the lower left corner."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(600, 800))
    for x, y, text in texts:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def how(found: Sequence[Misfit]) -> list[tuple[str, Place]]:
    return [(each.how, each.place) for each in found]


def test_text_inside_the_margins_fits() -> None:
    assert misfits(page((50, 700, "Riverside Physical Therapy"), (50, 684, "555 0100")), SHEET) == ()


def test_text_over_the_edge_is_named_by_where_it_was_typed() -> None:
    assert how(misfits(page((550, 700, "555 0100")), SHEET)) == [("edge", Place("clinic", "phone"))]


def test_text_under_other_text_is_found() -> None:
    found = misfits(page((50, 700, "Fixed words of the sheet"), (60, 702, "Robert Sample")), SHEET)
    assert [each.how for each in found] == ["under"]


def test_a_cut_text_is_lost_unless_it_stands_whole_somewhere() -> None:
    cut = (50, 700, "Riverside Phys…")
    assert how(misfits(page(cut), SHEET)) == [("lost", Place("clinic", "name"))]
    assert how(misfits(page(cut, (50, 600, "Riverside Physical Therapy")), SHEET)) == [("cut", Place("clinic", "name"))]


def test_an_ellipsis_that_was_typed_or_is_nobodys_text_is_no_misfit() -> None:
    assert misfits(page((50, 700, "Walk a little each day…"), (50, 600, "Exercises, 12 Mar…")), SHEET) == ()


def test_a_text_is_named_once_with_its_first_page() -> None:
    (found,) = misfits(page((550, 700, "555 0100"), (550, 600, "555 0100")), SHEET)
    assert (found.page, found.text) == (0, "555 0100")
