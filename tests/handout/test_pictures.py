from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import page
import pikepdf
import pytest

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath
from ptbuilder.domain.errors import BadInput
from ptbuilder.handout import preview
from ptbuilder.handout.document import render
from ptbuilder.handout.pictures import SMALL, picture
from tests.handout.reading import read
from tests.handout.sheets import ROWS, SHEET, sheet

SHAPE = (("M", ((10.0, 50.0),)), ("L", ((190.0, 50.0),)), ("C", ((190, 90), (10, 90), (10, 50))), ("Z", ()))
LYING = Drawing(200, 80, (PaintedPath(SHAPE, Paint("#8fb8d8", "#1d2733", 1.5)),))  # type: ignore[arg-type]
ARROW = PaintedPath(SHAPE, Paint(None, "#cc2222", 2), role="arrow")  # type: ignore[arg-type]
TALL = Drawing(100, 220, (PaintedPath(SHAPE, Paint("#000000", None, 0, opacity=0.5)), ARROW))  # type: ignore[arg-type]
DRAWN = replace(
    SHEET, exercises=(replace(ROWS[0], start=LYING, finish=LYING), *ROWS[1:3], replace(ROWS[3], start=TALL, finish=TALL))
)


def test_pictures_are_figures_with_alternative_text_and_captions() -> None:
    figures = [each for each in read(render(DRAWN).pdf).walk() if each.kind == "Figure"]
    assert [each.alt.split(":")[0] for each in figures[:2]] == ["Start of Single knee to chest", "Finish of Single knee to chest"]
    assert [kid.text() for kid in figures[0].kids if kid.kind == "Caption"] == ["1Start"]
    assert [kid.text() for kid in figures[3].kids if kid.kind == "Caption"] == ["3Finish"]


def test_a_drawing_is_stored_once_and_reused() -> None:
    with pikepdf.open(io.BytesIO(render(DRAWN).pdf)) as pdf:
        drawings = [name for name in pdf.pages[0].Resources.XObject if name.startswith("/D")]
    assert drawings == ["/D0"], "the drawings of three exercises share a form"


def test_what_a_drawing_paints_beyond_its_edge_is_not_seen_in_the_next_one() -> None:
    long = (("M", ((0.0, 0.0),)), ("L", ((200.0, 0.0),)), ("L", ((200.0, 400.0),)), ("L", ((0.0, 400.0),)), ("Z", ()))
    start = Drawing(200, 80, (PaintedPath(long, Paint("#000000", None, 0)),))  # type: ignore[arg-type]
    pdf = render(replace(SHEET, exercises=(replace(ROWS[0], start=start, finish=Drawing(200, 80, ())),))).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        code = list(pikepdf.parse_content_stream(document.pages[0]))
        height = float(document.pages[0].MediaBox[3])
    boxes = [[float(value) for value in each.operands] for each, after in pairwise(code) if str(after.operator) == "W"]
    [shown] = preview.pages(pdf, 1)[:1]

    def greys(left: float, bottom: float, width: float, tall: float) -> set[int]:
        rows = range(int(height - bottom - tall), int(height - bottom))
        return {
            shown.rgba[(row * shown.width + column) * 4] for row in rows for column in range(int(left) + 6, int(left + width) - 6)
        }

    assert min(greys(*boxes[0])) < 20
    assert min(greys(*boxes[1])) == 255


@pytest.mark.parametrize("ink", ["colour", "bw"])
def test_sheet_with_pictures_conforms_to_the_standards(ink: str) -> None:
    made = render(replace(DRAWN, choices=sheet(ink=ink).choices))
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


def test_without_a_finish_picture_the_start_stands_alone_under_its_name() -> None:
    made = render(replace(SHEET, exercises=(replace(ROWS[0], start=LYING),)))
    [figure] = [each for each in read(made.pdf).walk() if each.kind == "Figure" and "Start" in each.alt]
    assert [kid.text() for kid in figure.kids] == ["Single knee to chest"]


def _png(colour: tuple[int, ...]) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", (8, 4), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("colour", [(200, 0, 0), (200, 0, 0, 120)])
def test_logo_prints_in_the_letterhead(colour: tuple[int, ...]) -> None:
    made = render(replace(SHEET, clinic=replace(SHEET.clinic, logo=_png(colour))))
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert "/Logo" in pdf.pages[0].Resources.XObject
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(made.pdf, profile=profile).is_compliant


@pytest.mark.parametrize("logo", [b"not a picture", b"\x89PNG\r\n\x1a\nbroken", b"\xff\xd8\xff"])
def test_a_logo_that_is_no_picture_is_refused_in_words(logo: bytes) -> None:
    with pytest.raises(BadInput, match="logo"):
        render(replace(SHEET, clinic=Clinic(logo=logo)))


def test_lines_grow_with_the_root_of_the_enlargement() -> None:
    def pen(printed: float) -> float:
        code = picture(LYING, "colour", printed).content.split()
        step, width = float(code[0]), float(code[code.index(b"w") - 1])
        return width * step * printed / LYING.width

    assert pen(4 * SMALL) == pytest.approx(2 * pen(SMALL), rel=0.01)
    assert pen(SMALL / 2) == pytest.approx(pen(SMALL) / 2, rel=0.01)
