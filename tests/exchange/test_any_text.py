"""Whatever a therapist types, the page keeps its shape and shows the words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet
from ptbuilder.exchange.html_sheet import html_sheet
from tests.exchange.reading import DRAWN, read
from tests.handout.sheets import SHEET, TOPIC

WORDS = st.one_of(
    st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1).filter(lambda text: bool(text.strip())),
    st.sampled_from(
        ["<script>alert(1)</script>", '"><img src=x onerror=a>', "</style>", "&lt;b&gt;", "<!-- -->", "]]>", "'{n}'*b*"]
    ),
)


def _with(words: str) -> Sheet:
    """The sample sheet with ``words`` wherever a person can type."""
    row = SHEET.exercises[2]
    texts = {"en": words}
    exercise = replace(row.exercise, name=texts, purpose=texts, feel=texts, stop_if=texts, steps={"en": (words,) * 3})
    topic = replace(
        TOPIC,
        title=texts,
        summary=texts,
        sections=(replace(TOPIC.sections[0], heading={"en": "a" + words}, lines={"en": (words,)}),),
    )
    return replace(
        SHEET,
        clinic=Clinic(name=words, address=words, therapist=words, credentials=words, phone="x" + words, emergency_name=words),
        person=replace(SHEET.person, name=words, initials=words),
        exercises=(replace(row, exercise=exercise, note=words, position=texts, equipment=(texts,), start=DRAWN, finish=DRAWN),),
        stopped=(texts,),
        messages=(words,),
        topics=(topic,),
    )


EXPECTED = read(html_sheet(_with("word"))).shape


@given(WORDS)
@settings(max_examples=40)
def test_no_text_adds_an_element_or_an_attribute(words: str) -> None:
    assert read(html_sheet(_with(words))).shape == EXPECTED


@given(WORDS)
@settings(max_examples=40)
def test_a_note_comes_back_as_it_was_typed(words: str) -> None:
    root = read(html_sheet(_with(words)))
    assert [each.text for each in root.all("bdi", class_="typed")] == [words, words]
    assert root.one("p", class_="clinic").text == words
