"""The table of activities on paper: after a procedure, in every layout, tagged, and whole on its page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import page
import pytest

from ptbuilder.domain.activity import ActivityRow, ActivityTable
from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.document import render
from ptbuilder.handout.geometry import mm, page_size
from ptbuilder.wording.numbers import NO_BREAK
from tests.handout.reading import Read, read, text_boxes
from tests.handout.sheets import ACTIVITIES, SHEET, TOPIC, sheet
from tests.handout.test_standard import overlaps

LAYOUTS = ("standard", "compact", "large-print", "one-per-page")
CHOICES = [{"layout": layout, "language": language} for layout in LAYOUTS for language in ("en", "es")] + [{"language": "both"}]


def after(**choices: Any) -> Sheet:
    return replace(sheet(**choices), activities=ACTIVITIES, topics=(TOPIC,))


def many(number: int) -> ActivityTable:
    row = ActivityRow("own", {"en": "A long walk with the dog"}, "ask", note={"en": "Slowly, and not up the hill. " * 3})
    return ActivityTable((row,) * number, ACTIVITIES.procedure, ACTIVITIES.on)


def below(node: Read, kind: str) -> list[Read]:
    return [each for each in node.walk() if each.kind == kind]


def tables(pdf: bytes) -> list[Read]:
    """The tables of activities, known by their first cell."""
    names = ("What", "Qué", "WhatQué", "Driving", "Conducir")
    return [each for each in below(read(pdf), "Table") if below(each, "TH")[0].text() in names]


@pytest.mark.parametrize("choices", CHOICES, ids=str)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_table_conforms_to_the_standards_and_stays_in_its_margins(choices: dict[str, str], paper: str) -> None:
    made = render(after(paper=paper, **choices))
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]
    size = page_size(paper)  # type: ignore[arg-type]
    for lines in text_boxes(made.pdf):
        assert all(left >= size.left - 1 and bottom >= mm(15) - 1 for left, bottom, *_ in lines)
        assert all(right - (6 if text.endswith(" ") else 0) <= size.width - size.left + 1 for *_, right, _, text in lines)
        assert not list(overlaps(lines))


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_each_row_has_its_heading_and_stands_on_one_page(choices: dict[str, str]) -> None:
    [table] = tables(render(after(**choices)).pdf)
    rows = below(table, "TR")
    body = rows if choices.get("layout") == "large-print" else rows[1:]
    assert len(body) == len(ACTIVITIES.rows)
    assert [[cell.scope for cell in below(row, "TH")] for row in body] == [["Row"]] * len(body)
    assert len({place[0] for part in table.walk() for place in part.places}) == 1
    if body is not rows:
        assert [cell.scope for cell in below(rows[0], "TH")] == ["Column"] * 3


def cells(row: Read) -> list[str]:
    return [cell.text().replace(NO_BREAK, " ").strip() for cell in (*below(row, "TH"), *below(row, "TD"))]


def test_the_rows_say_real_dates() -> None:
    [table] = tables(render(after()).pdf)
    told = [cells(row) for row in below(table, "TR")]
    assert told == [
        ["What", "When", "Good to know"],
        ["Driving", "Now", ""],
        ["Lifting", "Now, with care", "New in this stage. Until Monday 16 March: 10 lb only. After that: as you are able."],
        ["Running", "Not before Tuesday 14 April", "When your therapist says so. Soft shoes."],
        ["Dancing", "When your therapist says so", ""],
    ]


def test_both_languages_share_one_table_with_each_part_marked() -> None:
    [table] = tables(render(after(language="both")).pdf)
    for row, told in zip(
        below(table, "TR"), ([("en", "What"), ("es", "Qué")], [("en", "Driving"), ("es", "Conducir")]), strict=False
    ):
        assert [(part.language, part.text().strip()) for part in below(row, "Span")[:2]] == told


def test_without_a_procedure_there_is_no_table() -> None:
    with_table, without = render(after()), render(replace(after(), activities=ActivityTable()))
    assert not tables(without.pdf)
    assert without.pages <= with_table.pages <= without.pages + 1


def test_the_log_alone_is_without_the_table() -> None:
    assert not tables(render(after(layout="log")).pdf)


def test_more_rows_than_a_page_holds_go_on_with_the_head_repeated() -> None:
    parts = tables(render(replace(after(), activities=many(40))).pdf)
    assert len(parts) > 1
    assert all(below(part, "TH")[0].text() == "What" for part in parts)
    assert sum(len(below(part, "TR")) - 1 for part in parts) == 40


@pytest.mark.parametrize("number", range(8, 30, 3))
@pytest.mark.parametrize("language", ["en", "both"])
def test_no_page_repeats_the_head_and_the_last_line_never_stands_alone(number: int, language: str) -> None:
    root = read(render(replace(sheet(language=language), activities=many(number), topics=())).pdf)
    pages = [{place[0] for each in table.walk() for place in each.places} for table in root.walk() if table.kind == "Table"]
    parts = [pages[at] for at, table in enumerate(each for each in root.walk() if each.kind == "Table") if "What" in table.text()]
    assert len(parts) == len(set().union(*parts))
    last = [each for each in root.walk() if each.kind == "P" and "if you are unsure" in each.text().replace(NO_BREAK, " ")]
    assert [each.places[0][0] for each in last] == [max(parts[-1])]


@pytest.mark.parametrize("number", range(8, 22))
def test_the_last_line_never_stands_alone_in_large_print(number: int) -> None:
    root = read(render(replace(sheet(layout="large-print"), activities=many(number), topics=())).pdf)
    rows = [each.page for each in root.walk() if each.kind == "TH" and each.page is not None]
    last = [each.page for each in root.walk() if each.kind == "P" and "if you are unsure" in each.text().replace(NO_BREAK, " ")]
    assert last == rows[-1:]


def test_a_character_that_cannot_be_printed_is_named_with_its_place() -> None:
    row = ActivityRow("own-1", {"en": "Dancing \u4e2d"}, "ask")
    with pytest.raises(BadInput, match="Activities after the procedure"):
        render(replace(SHEET, activities=ActivityTable((row,))))


def test_the_table_is_printed_without_topics_too() -> None:
    assert tables(render(after(with_topics=False)).pdf)
