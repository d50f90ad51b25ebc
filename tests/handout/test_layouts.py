from __future__ import annotations

from dataclasses import replace

import page
import pytest

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.document import render
from ptbuilder.handout.geometry import mm, page_size
from ptbuilder.handout.log_block import least_foot_height, log_foot
from ptbuilder.handout.setting import Setting
from ptbuilder.wording.numbers import NO_BREAK
from tests.handout.reading import Read, read, text_boxes
from tests.handout.sheets import ROWS, SHEET, TOPIC, long_sheet, sheet
from tests.handout.test_pictures import LYING, TALL
from tests.handout.test_standard import overlaps

LAYOUTS = ["compact", "large-print", "one-per-page", "log"]
CHOICES = [{"layout": layout, "language": language} for layout in LAYOUTS for language in ("en", "es")] + [
    {"language": "both"},
    {"language": "both", "layout": "log"},
]
STANDARD = {"layout": "standard"}


def drawn(made: Sheet) -> Sheet:
    """The sheet with a picture pair in every exercise, lying and standing in turn."""
    pairs = (LYING, TALL)
    rows = (replace(row, start=pairs[at % 2], finish=pairs[at % 2]) for at, row in enumerate(made.exercises))
    return replace(made, exercises=tuple(rows), topics=(TOPIC,))


def told(pdf: bytes) -> str:
    return read(pdf).text().replace(NO_BREAK, " ")


@pytest.mark.parametrize("choices", CHOICES, ids=str)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_layout_conforms_to_the_standards(choices: dict[str, str], paper: str) -> None:
    made = render(drawn(sheet(paper=paper, **choices)))
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


@pytest.mark.parametrize("choices", CHOICES, ids=str)
@pytest.mark.parametrize(("number", "paper"), [(2, "a4"), (5, "letter"), (12, "a4")])
def test_layout_stays_within_its_margins(choices: dict[str, str], number: int, paper: str) -> None:
    made = render(drawn(long_sheet(number, paper=paper, **choices)))
    size = page_size(paper)  # type: ignore[arg-type]
    for lines in text_boxes(made.pdf):
        for left, bottom, right, top, text in lines:
            assert left >= size.left - 1, text
            assert right - (6 if text.endswith(" ") else 0) <= size.width - size.left + 1, text
            assert bottom >= mm(15) - 1, text
            assert top <= size.height - mm(15) + 3, text
        assert not list(overlaps(lines))


@pytest.mark.parametrize("choices", [STANDARD, *CHOICES], ids=str)
def test_no_layout_is_without_the_safety_page(choices: dict[str, str]) -> None:
    text = told(render(sheet(**choices)).pdf)
    if choices.get("language") != "es":
        assert "cannot control your bladder or bowel" in text
        assert "Call your doctor today if you have" in text
    if choices.get("language") in ("es", "both"):
        assert "no puede controlar la orina o el intestino" in text


@pytest.mark.parametrize("choices", [*CHOICES[:6], {"language": "both"}], ids=str)
def test_every_exercise_and_note_is_printed(choices: dict[str, str]) -> None:
    made = render(sheet(**choices))
    text = told(made.pdf)
    for row in ROWS:
        assert row.exercise.name["es" if choices["language"] == "es" else "en"] in text
    assert "Stop at the height we tried. Breathe out as you lift." in text
    assert [each.id for each in made.placements] == [row.id for row in ROWS]


def test_one_exercise_stands_on_each_page() -> None:
    made = render(sheet(layout="one-per-page"))
    assert [each.page for each in made.placements] == [1, 2, 3, 4]
    made = render(sheet(layout="large-print"))
    assert [each.page for each in made.placements] == [1, 2, 3, 4]


def test_compact_says_the_short_dose_and_no_panel() -> None:
    root = read(render(sheet(layout="compact", with_log=False)).pdf)
    text = root.text().replace(NO_BREAK, " ")
    assert "2 sets of 10, hold 3 sec, rest 1 min, 3 days a week" in text
    assert "You should feel" not in text
    assert "Stop for sharp or spreading pain" in text


def test_large_print_is_18_points_and_more() -> None:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(render(sheet(layout="large-print")).pdf)) as pdf:
        sizes = {
            float(operands[1])
            for each in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(each)
            if str(operator) == "Tf"
        }
    assert min(sizes - {14.0}) >= 18


def test_both_languages_carry_their_language_and_english_is_first() -> None:
    root = read(render(sheet(language="both")).pdf)
    steps = [each for each in root.walk() if each.kind == "L" and each.language]
    assert [each.language for each in steps[:2]] == ["en", "es"]
    assert [len(each.kids) for each in steps[:2]] == [4, 4]
    feel = [each for each in root.walk() if each.kind == "P" and each.text().startswith(("You should feel", "Debe sentir"))]
    assert [each.language for each in feel[:2]] == ["en", "es"]


def test_steps_of_both_languages_share_their_rows() -> None:
    root = read(render(sheet(language="both")).pdf)
    lists = [each for each in root.walk() if each.kind == "L" and each.language]

    def tops(steps: Read) -> list[float]:
        return [item.kids[0].places[0][2] for item in steps.kids]

    assert tops(lists[0]) == tops(lists[1])


def test_log_alone_is_the_log_and_the_safety_page() -> None:
    made = render(sheet(layout="log"))
    heads = [each.text() for each in read(made.pdf).walk() if each.kind in ("H1", "H2")]
    assert heads[0] == "My exercise log"
    assert "Single knee to chest" not in heads
    assert SHEET.choices.layout == "standard"


@pytest.mark.parametrize("number", [1, 2, 3, 5, 6])
@pytest.mark.parametrize("layout", ["standard", "one-per-page"])
def test_safety_starts_on_a_front_where_both_sides_are_printed(number: int, layout: str) -> None:
    root = read(render(long_sheet(number, layout=layout, two_sided=True)).pdf)
    heading = next(each for each in root.walk() if each.text() == "Stay safe")
    assert heading.places[0][0] % 2 == 0


def pages_of(made: Read) -> dict[str, int | None]:
    """The page of each paragraph, heading, cell and list item by its words."""
    return {each.text().replace(NO_BREAK, " "): each.page for each in made.walk() if each.page is not None}


@pytest.mark.parametrize("number", range(1, 8))
def test_do_not_wait_stands_below_its_list_in_large_print(number: int) -> None:
    places = pages_of(read(render(replace(sheet(layout="large-print"), messages=("Walk a little more each day.",) * number)).pdf))
    assert places["Do not wait."] == places["Go to the ER now if you"] == places["cannot speak or see right"]


def test_a_continued_exercise_in_large_print_keeps_its_whole_name() -> None:
    name = {"en": "A stretch with a very long name that takes more than one line of large print"}
    row = replace(ROWS[0], exercise=replace(ROWS[0].exercise, name=name), note="Slowly. " * 120)
    made = render(replace(sheet(layout="large-print"), exercises=(row,)))
    assert any("(continued)" in line[4] for lines in text_boxes(made.pdf) for line in lines)


def test_the_table_of_ways_out_in_both_languages_repeats_its_head() -> None:
    heads = [each for each in read(render(long_sheet(12, language="both")).pdf).walk() if each.kind == "TH"]
    named = (each for each in heads if each.text().replace(NO_BREAK, " ").startswith("Too hard?"))
    places = [next(place[0] for part in each.walk() for place in part.places) for each in named]
    assert len(places) == len(set(places)) > 1


def test_the_least_foot_of_the_log_has_lines_to_write_on() -> None:
    setting = Setting(HandoutChoices(), "en")
    assert log_foot(setting, 0).height < log_foot(setting, least_foot_height()).height <= least_foot_height()


def test_what_to_do_with_the_log_is_told_in_each_language_on_its_own() -> None:
    paragraphs = [each for each in read(render(sheet(language="both", layout="log")).pdf).walk() if each.kind == "P"]
    told = {
        each.language: each.text() for each in paragraphs if "Tick the box" in each.text() or "Marque la casilla" in each.text()
    }
    assert sorted(told) == ["en", "es"]
    assert " / " not in "".join(told.values())


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("layout", ["log", "large-print"])
def test_the_last_words_of_the_log_stand_below_a_week(number: int, layout: str) -> None:
    root = read(render(long_sheet(number, layout=layout)).pdf)
    missed = next(place for each in root.walk() for place in each.places if each.text().startswith("Missed 3"))
    rows = [place for each in root.walk() if each.kind == "TH" for place in each.places if each.text().startswith("Pain after")]
    assert missed[0] == rows[-1][0]
