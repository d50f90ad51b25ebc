"""How a sheet finds room: gaps that close, the dose as running text or told once, rows that are shared, weeks in one piece."""

from __future__ import annotations

import itertools
from dataclasses import replace

import page
import pytest

from ptbuilder.domain.drawing import Drawing
from ptbuilder.handout.bilingual import spanish_beside
from ptbuilder.handout.bilingual_block import BilingualBlock
from ptbuilder.handout.document import render
from ptbuilder.handout.dose_strip import DoseStrip
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import mm
from ptbuilder.handout.look import BESIDE_LADDER, BOTH_LADDER, LADDER, STANDARD, Fit, block_gap
from ptbuilder.handout.pagination import fewest_pages, fill_pages
from ptbuilder.handout.pair import Pair
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.summary_box import _sentences
from ptbuilder.handout.theme import Style
from ptbuilder.wording.dose import dose_parts
from ptbuilder.wording.fixed import Run
from tests.handout.reading import read, text_boxes
from tests.handout.sheets import long_sheet, sheet
from tests.handout.test_arrangement import blocks, crowded, plain
from tests.handout.test_pagination import Stub
from tests.handout.test_pictures import LYING, TALL
from tests.handout.test_standard import overlaps

BODY = Style(STANDARD.body.size, 15)


def well_set(pdf: bytes) -> bool:
    """Whether the file conforms and no text lies on another."""
    conforms = all(page.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in ("ua1", "2a"))
    return conforms and not [pair for lines in text_boxes(pdf) for pair in overlaps(lines)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_two_long_exercises_share_a_letter_page_with_closed_gaps(language: str) -> None:
    made = render(crowded(3, language=language, paper="letter"))
    assert [each.page for each in made.placements] == [0, 1, 1]
    assert well_set(made.pdf)


def test_running_text_says_all_of_the_dose_and_is_lower_than_rows() -> None:
    row = crowded(3).exercises[2]
    setting = Setting(sheet().choices, "es")
    strip = DoseStrip(setting, dose_parts(row.dosage, row.side, "es"), mm(102), STANDARD)
    assert strip.frame(BODY, runs_on=True).height < strip.frame(BODY).height
    told = plain(blocks(read(render(crowded(3, language="es", paper="letter")).pdf))[2])
    assert "Haga 2 series de 10. Mantenga 3 segundos. Descanse 1 minuto entre series. Una vez al día, 3 días a la semana." in told


def test_a_dose_of_one_row_stays_a_row() -> None:
    row = sheet().exercises[0]
    strip = DoseStrip(Setting(sheet().choices, "en"), dose_parts(row.dosage, row.side, "en")[:1], mm(102), STANDARD)
    assert strip.frame(BODY, runs_on=True).height == strip.frame(BODY).height


def test_dose_of_two_languages_is_told_once_where_the_first_page_is_short() -> None:
    crowd = crowded(3, language="both")
    rows = tuple(replace(row, start=TALL, finish=TALL) for row in crowd.exercises)
    made = render(replace(crowd, exercises=rows))
    assert [each.page for each in made.placements] == [0, 1, 2]
    first, second, _ = blocks(read(made.pdf))
    assert [plain(first).count(label) for label in ("How much:", "Cuánto:")] == [1, 1]
    assert [kid.kind for kid in first.walk()].count("Table") == 0
    assert [kid.kind for kid in second.walk()].count("Table") == 1, "a page with room has the panel too"
    languages = [kid.language for kid in first.walk() if plain(kid).startswith(("How much:", "Cuánto:"))]
    assert languages == ["en", "es"]
    assert well_set(made.pdf)


def test_sentences_are_parted_at_their_ends_alone() -> None:
    runs = (Run("Recuerde:", bold=True), Run(" Muévase despacio."), Run(" Un dolor de 2 de 10 está bien."))
    assert _sentences(runs) == [
        (Run("Recuerde:", bold=True), Run(" Muévase despacio. ")),
        (Run("Un dolor de 2 de 10 está bien."),),
    ]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_sentences_too_long_for_one_line_share_a_row_as_runs_of_their_own(paper: str) -> None:
    lines = text_boxes(render(sheet(language="es", paper=paper)).pdf)[0]
    first = next(line for line in lines if line[4].startswith("Recuerde:"))
    second = next(line for line in lines if line[4].startswith("Un dolor de hasta"))
    assert round(first[1]) == round(second[1])
    assert second[0] - first[2] > mm(3)


@pytest.mark.parametrize("number", [1, 4, 6])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "both"])
def test_a_week_that_a_page_holds_is_in_one_piece(number: int, paper: str, language: str) -> None:
    tables = [each for each in read(render(long_sheet(number, language=language, paper=paper)).pdf).walk() if each.kind == "TBody"]
    assert [len(table.kids) for table in tables] == [number + 2, number + 2]


def test_first_page_is_crowded_only_to_save_a_page() -> None:
    heights = [mm(118), mm(118), mm(100)]
    stubs = [Stub(height, yields=mm(2)) for height in heights]

    def counts(number: int) -> list[int]:
        pages = fill_pages(stubs[:number], mm(225), mm(230), LADDER, gap=block_gap, is_crowded=lambda fit: LADDER.index(fit) > 3)
        return [len(each.blocks) for each in pages]

    assert counts(2) == [2]
    assert counts(3) == [1, 2]


def test_fewest_pages_is_the_number_that_filling_takes() -> None:
    for heights in itertools.product((40, 90, 118, 126), repeat=4):
        stubs = [_Beside(mm(height)) for height in heights]
        found = fill_pages(stubs, mm(170), mm(230), BESIDE_LADDER, gap=block_gap)
        assert fewest_pages(stubs, mm(170), mm(230), BESIDE_LADDER, gap=block_gap) == len(found)
        assert fewest_pages(stubs, mm(170), mm(230), BESIDE_LADDER, gap=block_gap, limit=len(found) - 1) == len(found)


class _Beside(Stub):
    """A stub on the ladder of the steps beside the pictures."""

    def frame(self, fit: Fit) -> Frame:
        return Frame(self.height - BESIDE_LADDER.index(fit) * mm(1))


def test_no_gap_grows_from_rung_to_rung() -> None:
    for ladder in (LADDER, BESIDE_LADDER):
        gaps = [block_gap(fit) for fit in ladder]
        assert gaps == sorted(gaps, reverse=True)


@pytest.mark.parametrize("drawing", [None, LYING, TALL], ids=["none", "lying", "tall"])
def test_no_rung_of_two_languages_is_higher_than_the_one_before(drawing: Drawing | None) -> None:
    made = crowded(3, language="both")
    english = Setting(made.choices, "en")
    pair = Pair(english, spanish_beside(english))
    for row in (*made.exercises, *long_sheet(3).exercises):
        block = BilingualBlock(pair, replace(row, start=drawing, finish=drawing), made.clinic)
        heights = [round(block.frame(fit).height, 3) for fit in BOTH_LADDER]
        assert heights == sorted(heights, reverse=True)
