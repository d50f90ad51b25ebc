from __future__ import annotations

from dataclasses import replace

import page
import pytest

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.vocabulary import Section
from ptbuilder.handout.document import render
from ptbuilder.wording.numbers import NO_BREAK
from tests.handout.reading import Read, read, text_boxes
from tests.handout.sheets import TOPIC, sheet

OTHER = replace(TOPIC, code="edu-walking", title={"en": "Walk a little more", "es": "Camine un poco más"})
LONG = replace(
    TOPIC,
    sections=tuple(
        Section({"en": f"Part {number}", "es": f"Parte {number}"}, {"en": ("Walk.",) * 6, "es": ("Camine.",) * 6})
        for number in range(12)
    ),
)


def plain(element: Read) -> str:
    return element.text().replace(NO_BREAK, " ")


def with_topics(*topics: object, **choices: str) -> Sheet:
    return replace(sheet(**choices), topics=topics)  # type: ignore[arg-type]


def pages_of_titles(made: bytes, *titles: str) -> list[int]:
    heads = [each for each in read(made).walk() if each.kind == "H1"]
    return [next(each.places[0][0] for each in heads if plain(each) == title) for title in titles]


@pytest.mark.parametrize("layout", ["standard", "large-print"])
def test_two_short_topics_share_a_page_and_whom_to_call_stands_once(layout: str) -> None:
    made = render(with_topics(TOPIC, OTHER, layout=layout))
    first, second = pages_of_titles(made.pdf, "Sit with ease", "Walk a little more")
    assert first == second == made.pages - 1
    assert sum("Call your clinic if you are unsure" in line[4] for line in text_boxes(made.pdf)[-1]) == 1


def test_one_short_topic_leaves_room_for_a_plan() -> None:
    heads = [plain(each) for each in read(render(with_topics(TOPIC)).pdf).walk() if each.kind == "H2"]
    assert heads[-1] == "My plan"


def test_topic_stands_in_both_languages_on_one_page() -> None:
    made = render(with_topics(TOPIC, language="both"))
    first, second = pages_of_titles(made.pdf, "Sit with ease", "Siéntese con comodidad")
    assert first == second
    spanish = next(
        each for each in read(made.pdf).walk() if each.kind == "Sect" and each.language == "es" and each.kids[0].kind == "H1"
    )
    assert "Acerque su asiento." in plain(spanish)


def test_topic_longer_than_a_page_goes_on_with_its_parts_whole() -> None:
    root = read(render(with_topics(LONG)).pdf)
    sections = [each for each in root.walk() if each.kind == "Sect" and each.kids[0].text().startswith("Part ")]
    assert len(sections) == 12
    assert all(len({number for each in section.walk() for number, _, _ in each.places}) == 1 for section in sections)


@pytest.mark.parametrize("language", ["en", "es", "both"])
@pytest.mark.parametrize("layout", ["standard", "large-print"])
def test_topics_conform_to_the_standards(language: str, layout: str) -> None:
    made = render(with_topics(TOPIC, LONG, OTHER, language=language, layout=layout))
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


def test_topics_in_large_print_are_18_points_and_more() -> None:
    boxes = text_boxes(render(with_topics(TOPIC, layout="large-print")).pdf)[-1]
    words = [line for line in boxes if "Move your seat close" in line[4]]
    assert words[0][3] - words[0][1] > 12


@pytest.mark.parametrize("layout", ["standard", "large-print"])
def test_the_key_sentence_is_not_said_again_in_the_list(layout: str) -> None:
    said = TOPIC.sections[0].lines["en"][0]
    text = plain(read(render(with_topics(replace(TOPIC, summary={"en": said}), layout=layout)).pdf))
    assert text.count(said) == 1
