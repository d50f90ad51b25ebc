from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import page
import pikepdf
import pytest

from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.document import render
from ptbuilder.handout.geometry import mm, page_size
from ptbuilder.wording.numbers import NO_BREAK
from tests.handout.reading import Read, colours, fonts, read, text_boxes
from tests.handout.sheets import PERSON, SHEET, TOPIC, long_sheet, sheet, with_note

EVERY = [(language, paper, ink) for language in ("en", "es") for paper in ("a4", "letter") for ink in ("colour", "bw")]


def plain(element: Read) -> str:
    return element.text().replace(NO_BREAK, " ")


def kinds(root: Read, kind: str) -> list[Read]:
    return [each for each in root.walk() if each.kind == kind]


@pytest.mark.parametrize(("language", "paper", "ink"), EVERY)
def test_sheet_conforms_to_the_standards(language: str, paper: str, ink: str) -> None:
    made = render(replace(sheet(language=language, paper=paper, ink=ink, copy="clinician"), topics=(TOPIC,)))
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


def test_same_sheet_gives_the_same_bytes() -> None:
    assert render(SHEET).pdf == render(SHEET).pdf
    assert render(SHEET).pdf != render(with_note("Other words.")).pdf


def test_faces_are_embedded_and_no_other_is_named() -> None:
    found = fonts(render(SHEET).pdf)
    assert len(found) == 2
    assert all(found.values())
    assert all("AtkinsonHyperlegible" in name and "+" in name for name in found)


def test_reading_order_of_a_block_is_that_of_the_design() -> None:
    root = read(render(SHEET).pdf)
    block = next(each for each in kinds(root, "Sect") if each.kids and each.kids[0].actual.startswith("3. Bridge"))
    order = [(kid.kind, plain(kid)) for kid in block.kids]
    assert order[0][0] == "H2"
    assert [kind for kind, _ in order] == ["H2", "P", "P", "L", "P", "Table", "P", "P", "P", "P", "P"]
    starts = [
        "",
        "Now 10",
        "Makes",
        "1",
        "How much: Do 2",
        "How muchSets2",
        "You should",
        "Stop if",
        "Note from Dana",
        "Too hard",
        "Too",
    ]
    assert all(text.startswith(start) for (_, text), start in zip(order, starts, strict=True))


def test_reading_order_goes_down_each_column() -> None:
    """Within a block the left column reads downwards, then the right one; blocks follow each other down the page."""
    for choices in ({}, {"language": "es"}, {"paper": "letter"}):
        root = read(render(sheet(**choices)).pdf)
        for block in (each for each in kinds(root, "Sect") if each.kids and each.kids[0].kind == "H2" and each.kids[0].actual):
            places = [place for each in block.walk() for place in each.places]
            assert len({number for number, _, _ in places}) == 1, "a block is parted"
            left = [y for _, x, y in places if x < mm(110)]
            right = [y for _, x, y in places if x >= mm(128)]
            assert all(after <= before + 6 for before, after in pairwise(left))
            assert right


def test_headings_never_skip_a_level_and_each_part_has_its_title() -> None:
    root = read(render(replace(SHEET, topics=(TOPIC,))).pdf)
    levels = [int(each.kind[1]) for each in root.walk() if each.kind in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [plain(each) for each in kinds(root, "H1")] == ["Home exercises for Robert Sample", "My exercise log", "Sit with ease"]


def test_mark_and_number_are_part_of_the_heading() -> None:
    actual = [each.actual for each in kinds(read(render(SHEET).pdf), "H2") if each.actual]
    assert actual == [
        "1. Single knee to chest.",
        "2. Heel slide. New.",
        "3. Bridge. Changed.",
        "4. Front-of-hip stretch, standing. New.",
    ]


def test_dose_panel_is_a_table_with_row_headers() -> None:
    table = kinds(read(render(SHEET).pdf), "Table")[0]
    rows = kinds(table, "TR")
    assert [plain(row) for row in rows] == ["Repeat3 each side", "Hold20 seconds", "Rest10 seconds", "WhenOnce a dayevery day"]
    assert all(row.kids[0].kind == "TH" and row.kids[0].scope == "Row" for row in rows)


def test_log_has_a_box_for_each_exercise_and_day() -> None:
    tables = kinds(read(render(SHEET).pdf), "Table")[-2:]
    for table in tables:
        rows = kinds(table, "TR")
        assert [head.actual for head in rows[0].kids][1].endswith("March".replace(" ", NO_BREAK)) or "March" in rows[0].kids[
            1
        ].actual
        assert len(rows) == 1 + 4 + 2
        assert all(len(row.kids) == 8 for row in rows)
        assert all(cell.actual == "to tick" for row in rows[1:5] for cell in row.kids[1:])
        assert "(3 days)" in plain(rows[3])


def test_safety_page_holds_every_line_and_the_phone() -> None:
    text = read(render(replace(SHEET, choices=replace(SHEET.choices, with_log=False, with_topics=False))).pdf)
    told = plain(text)
    for line in ("up to 4 out of 10", "sharp pain", "weight loss", "cannot speak or see right", "Do not wait.", "(555) 555-0142"):
        assert line in told


def test_missing_phone_is_not_a_gap() -> None:
    made = render(replace(SHEET, clinic=replace(SHEET.clinic, phone="")))
    assert "Call your clinic" in plain(read(made.pdf))


def test_sample_patient_is_marked_on_every_page() -> None:
    made = render(SHEET)
    for lines in text_boxes(made.pdf):
        assert any("Sample patient, not a real person" in line[4] for line in lines)
    real = render(replace(SHEET, person=replace(PERSON, is_sample=False)))
    assert all("not a real person" not in line[4] for lines in text_boxes(real.pdf) for line in lines)


def test_pages_are_counted() -> None:
    made = render(SHEET)
    for number, lines in enumerate(text_boxes(made.pdf), start=1):
        assert any(f"Page {number} of {made.pages}" in line[4] for line in lines)


@pytest.mark.parametrize("number", [1, 2, 5, 12])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_prints_outside_the_margins_or_over_other_text(number: int, language: str, paper: str) -> None:
    made = render(replace(long_sheet(number, language=language, paper=paper), topics=(TOPIC,)))
    size = page_size(paper)  # type: ignore[arg-type]
    for lines in text_boxes(made.pdf):
        assert lines
        for left, bottom, right, top, text in lines:
            assert left >= size.left - 1, text
            assert right - (4 if text.endswith(" ") else 0) <= size.width - size.left + 1, text
            assert bottom >= mm(15) - 1, text
            assert top <= size.height - mm(15) + 1, text
        assert not list(overlaps(lines))


def overlaps(lines):  # type: ignore[no-untyped-def]
    for at, (left, bottom, right, top, text) in enumerate(lines):
        for other_left, other_bottom, other_right, other_top, other in lines[at + 1 :]:
            width = min(right, other_right) - max(left, other_left)
            height = min(top, other_top) - max(bottom, other_bottom)
            if width > 4 and height > 2.5:
                yield text, other


def test_placements_say_where_each_exercise_stands() -> None:
    made = render(long_sheet(5))
    assert [each.id for each in made.placements] == [f"r{place}" for place in range(5)]
    boxes = text_boxes(made.pdf)
    height = page_size("a4").height
    for each in made.placements:
        top, bottom = height - each.top, height - each.top - each.height
        assert any(line[3] <= top + 2 and line[1] >= bottom - 2 for line in boxes[each.page])


def test_black_and_white_holds_no_colour() -> None:
    assert all(len(set(each)) == 1 for each in colours(render(sheet(ink="bw")).pdf))
    assert any(len(set(each)) > 1 for each in colours(render(sheet(ink="colour")).pdf))


def test_topic_sections_print_only_after_their_findings() -> None:
    with_topic = replace(SHEET, topics=(TOPIC,))
    assert "Do not cross your legs." not in plain(read(render(with_topic).pdf))
    after = replace(with_topic, findings=frozenset({"proc-thr-posterior"}))
    assert "Do not cross your legs." in plain(read(render(after).pdf))


def test_planned_stage_says_to_wait() -> None:
    planned = replace(SHEET, stage=replace(SHEET.stage, is_planned=True))  # type: ignore[type-var]
    assert "Start only when your therapist says so." in plain(read(render(planned).pdf))


def test_clinicians_copy_says_what_was_not_asked() -> None:
    made: Sheet = sheet(copy="clinician")
    assert "Danger signs: not asked yet." in plain(read(render(made).pdf))
    assert "not asked yet" not in plain(read(render(SHEET).pdf))


def test_clinicians_copy_tells_the_patients_goals() -> None:
    part = replace(SHEET.clinician, goals="Play with the grandchildren")
    assert "Play with the grandchildren" in plain(read(render(replace(sheet(copy="clinician"), clinician=part)).pdf))
    assert "grandchildren" not in plain(read(render(replace(SHEET, clinician=part)).pdf))


def test_sheet_without_exercises_still_prints_the_safety_page() -> None:
    assert "Stay safe" in plain(read(render(replace(SHEET, exercises=())).pdf))


def test_note_longer_than_a_page_goes_on() -> None:
    note = "Breathe out as you lift. " * 300
    made = render(with_note(note.strip()))
    assert made.pages > 5
    assert note.strip() in plain(read(made.pdf))


def test_message_longer_than_a_page_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="longer than a page"):
        render(replace(SHEET, messages=("Breathe. " * 2000,)))


def test_outline_leads_to_each_part_and_exercise() -> None:
    with pikepdf.open(io.BytesIO(render(replace(SHEET, topics=(TOPIC,))).pdf)) as pdf, pdf.open_outline() as outline:
        parts = [(str(part.title), [str(kid.title) for kid in part.children]) for part in outline.root]
    assert parts[0][0] == "Home exercises"
    assert parts[0][1][2] == "3. Bridge"
    assert [title for title, _ in parts[1:]] == ["Stay safe", "My exercise log", "Sit with ease"]


def test_file_names_the_patient_by_initials_only() -> None:
    with pikepdf.open(io.BytesIO(render(SHEET).pdf)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.Root.Lang) == "en"
        assert "/Info" not in pdf.trailer
    assert "Home exercises for R. S., 12 March 2026" in metadata
    assert "Robert" not in metadata
