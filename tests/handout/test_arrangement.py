"""How exercises share pages: the steps beside the pictures, compact pages, first pages, and what is read after what."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import page
import pikepdf
import pytest

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.compact import _LADDER as COMPACT_LADDER
from ptbuilder.handout.compact import CompactBlock
from ptbuilder.handout.document import render
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.geometry import mm
from ptbuilder.handout.look import BESIDE_LADDER, LADDER, without_way_out
from ptbuilder.handout.setting import Setting
from ptbuilder.wording.numbers import NO_BREAK
from tests.handout.reading import Read, read, text_boxes
from tests.handout.sheets import ROWS, TOPIC, long_sheet, sheet
from tests.handout.test_pictures import LYING, TALL
from tests.handout.test_standard import overlaps

STEPS = (
    "Sit tall on a firm chair with a straight back. Put your feet flat on the floor.",
    "Put both hands behind your head with your fingers crossed. Look straight ahead.",
    "Press your head back into your hands, but only as hard as it feels good to you.",
    "Push against your head with your hands all the time, so that it does not move.",
    "Hold the push for as long as it says below and keep breathing slowly as you do.",
    "Let go slowly. Rest both of your hands on your thighs and let them get heavy.",
)
CHOICES = [
    {"layout": layout, "language": language}
    for layout in ("standard", "compact", "one-per-page", "large-print")
    for language in ("en", "es")
] + [{"language": "both"}]


def plain(element: Read) -> str:
    return element.text().replace(NO_BREAK, " ")


def crowded(number: int = 5, **choices: str) -> Sheet:
    """Exercises with six long steps, of which two fill a page only with the steps beside the pictures."""
    made = long_sheet(number, **choices)
    exercise = replace(ROWS[0].exercise, steps={"en": STEPS, "es": STEPS}, figure={"shows": [1, 3]})
    rows = tuple(replace(row, exercise=exercise, start=LYING, finish=LYING) for row in made.exercises)
    return replace(made, exercises=rows)


def blocks(root: Read) -> list[Read]:
    """The sections of the exercises; large print has none."""
    sections = [each for each in root.walk() if each.kind == "Sect" and each.kids[0].kind == "H2"]
    return [each for each in sections if any(kid.kind == "Figure" for kid in each.kids)]


def test_steps_beside_the_pictures_bring_two_exercises_with_long_steps_on_a_page() -> None:
    made = render(crowded())
    assert [each.page for each in made.placements] == [0, 1, 1, 2, 2]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("ink", ["colour", "bw"])
def test_steps_beside_the_pictures_conform_and_nothing_overlaps(paper: str, ink: str) -> None:
    made = render(crowded(paper=paper, ink=ink))
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]
    assert not [pair for lines in text_boxes(made.pdf) for pair in overlaps(lines)]


def test_block_with_steps_beside_is_read_pictures_steps_dose_feel() -> None:
    block = blocks(read(render(crowded()).pdf))[1]
    kinds = [kid.kind for kid in block.kids]
    assert kinds == ["H2", "P", "Figure", "Figure", "L", "P", "P", "P", "P", "P"]
    steps = next(kid for kid in block.kids if kid.kind == "L").kids
    assert [plain(item.kids[0]) for item in steps] == ["1", "2", "3", "4", "5", "6"]
    places = [item.kids[0].places[0] for item in steps]
    assert all(x > mm(100) for _, x, _ in places)
    assert all(after < before for (_, _, before), (_, _, after) in pairwise(places))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Do 2 sets of 10. Hold 3 seconds. Rest 1 minute between sets. Once a day, 3 days a week.",
        ),
        ("es", "Haga 2 series de 10. Mantenga 3 segundos. Descanse 1 minuto entre series. Una vez al día, 3 días a la semana."),
    ],
)
def test_dose_strip_says_the_dose_sentence(language: str, told: str) -> None:
    paragraphs = [plain(kid).strip() for kid in blocks(read(render(crowded(language=language)).pdf))[2].kids if kid.kind == "P"]
    assert any(each.startswith(told) for each in paragraphs)


def test_all_pages_of_a_handout_have_one_arrangement() -> None:
    for block in blocks(read(render(crowded()).pdf)):
        steps = next(kid for kid in block.kids if kid.kind == "L").kids
        assert {item.kids[0].places[0][1] > mm(100) for item in steps} == {True}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_rung_is_higher_than_the_one_before(language: str) -> None:
    """Pages find their rung by halves, which takes this for granted."""
    made = crowded(language=language)
    setting = Setting(made.choices, language)
    ladders = [*((ExerciseBlock, each) for each in (LADDER, BESIDE_LADDER, without_way_out(BESIDE_LADDER)))]
    for drawing in (None, LYING, TALL):
        for row in (*made.exercises[:1], *long_sheet(5).exercises):
            each = replace(row, start=drawing, finish=drawing)
            for make, ladder in (*ladders, (CompactBlock, COMPACT_LADDER)):
                block = make(setting, each, made.clinic)
                heights = [round(block.frame(fit).height, 3) for fit in ladder]
                assert heights == sorted(heights, reverse=True)


def test_five_exercises_stand_on_a_compact_page() -> None:
    made = long_sheet(5, layout="compact")
    rows = tuple(replace(row, start=LYING, finish=LYING) for row in made.exercises)
    assert [each.page for each in render(replace(made, exercises=rows)).placements] == [0] * 5


def six_compact() -> Sheet:
    """Six exercises with tall pictures, which have room for their numbers beside them."""
    made = long_sheet(6, layout="compact")
    tall = replace(LYING, width=LYING.height / 2)
    exercise = replace(ROWS[0].exercise, figure={"shows": [1, 3]})
    return replace(made, exercises=tuple(replace(row, exercise=exercise, start=tall, finish=tall) for row in made.exercises))


def test_six_exercises_stand_on_a_compact_page_with_their_numbers_in_the_frames() -> None:
    made = render(six_compact())
    assert [each.page for each in made.placements] == [0] * 6
    captions = [each for each in blocks(read(made.pdf))[5].walk() if each.kind == "Caption"]
    assert [(plain(each), each.actual) for each in captions] == [("1", "1 Start"), ("3", "3 Finish")]
    result = page.validate_pdf_bytes(made.pdf, profile="ua1")
    assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]
    assert not [pair for lines in text_boxes(made.pdf) for pair in overlaps(lines)]


@pytest.mark.parametrize("number", [1, 4, 6, 30])
@pytest.mark.parametrize("language", ["en", "es"])
def test_compact_names_the_way_out_of_each_exercise(number: int, language: str) -> None:
    made = render(long_sheet(number, layout="compact", language=language, paper="letter"))
    rows = [each for each in read(made.pdf).walk() if each.kind == "TR" and [kid.kind for kid in each.kids] == ["TH", "TD", "TD"]]
    assert [int(plain(row.kids[0]).split()[0]) for row in rows] == list(range(1, number + 1))


def test_a_list_of_signs_is_read_down_its_columns() -> None:
    lists = [each for each in read(render(sheet()).pdf).walk() if each.kind == "L"]
    signs = next(each for each in lists if plain(each.kids[0]).endswith("sharp pain"))
    places = [item.places[0] if item.places else item.kids[0].places[0] for item in signs.kids]
    assert [round(x) for _, x, _ in places] == sorted(round(x) for _, x, _ in places)
    assert plain(signs.kids[1]).endswith("pain that spreads")


def test_a_compact_page_with_few_exercises_has_larger_text() -> None:
    six = six_compact()

    def height_of_a_name(number: int) -> float:
        pdf = render(replace(six, exercises=six.exercises[:number])).pdf
        return max(top - bottom for _, bottom, _, top, text in text_boxes(pdf)[0] if "Single knee to chest" in text)

    assert height_of_a_name(2) > 1.1 * height_of_a_name(6)


def test_compact_pages_share_the_exercises() -> None:
    assert [each.page for each in render(crowded(6, layout="compact")).placements] == [0, 0, 0, 1, 1, 1]


def test_first_page_without_an_exercise_lists_them() -> None:
    made = render(crowded(4, language="both", paper="letter"))
    assert [each.page for each in made.placements] == [1, 2, 3, 4]
    rows = [
        plain(row) for row in read(made.pdf).walk() if row.kind == "TR" and row.kids[0].places[:1] and row.kids[0].places[0][0] == 0
    ]
    assert len(rows) == 4
    assert rows[0].startswith("1  Single knee to chest")


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_outline_leads_to_each_title_and_exercise(choices: dict[str, str]) -> None:
    made = render(replace(crowded(3, **choices), topics=(TOPIC,)))
    titles = [plain(each) for each in read(made.pdf).walk() if each.kind == "H1"]
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf, pdf.open_outline() as outline:
        parts = [str(part.title) for part in outline.root]
        exercises = [str(kid.title).split(".")[0] for part in outline.root for kid in part.children]
    assert len(parts) == len(titles) + 1, "the safety page has an entry, though its heading stands lower"
    assert exercises == ["1", "2", "3"]


@pytest.mark.parametrize("choices", [each for each in CHOICES if each.get("layout") != "large-print"], ids=str)
def test_blocks_are_read_down_the_pages(choices: dict[str, str]) -> None:
    """What is read later stands lower or on a later page, from block to block."""
    tops = []
    for block in blocks(read(render(crowded(4, **choices)).pdf)):
        number, _, y = next(place for each in block.walk() for place in each.places)
        tops.append((number, -y))
    assert len(tops) == 4
    assert tops == sorted(tops)


def test_each_half_of_a_heading_carries_its_language() -> None:
    root = read(render(sheet(language="both")).pdf)
    heads = [each for each in root.walk() if each.kind in ("H1", "H2") and " / " in plain(each).replace("/", " / ")]
    halves = [[kid.language for kid in each.kids if kid.kind == "Span"] for each in heads]
    assert halves.count(["en", "es"]) >= 4 + 3, "the exercises, the title, safety, the log"
    spoken = [[kid.actual for kid in each.kids if kid.kind == "Span"] for each in heads]
    assert ["2. Heel slide. New.", "2. Deslizar el talón. Nuevo."] in spoken
