"""Whatever a person types comes back from the paper as it was typed, or is refused with the character named.

Usually some hundred strings are tried. ``PTBUILDER_STRINGS=10000 pytest tests/handout/test_many_strings.py -s`` tries ten
thousand, a hundred to a document, and tells the counts.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.document import render
from ptbuilder.handout.faces import BREAKS, is_printable
from tests.handout.reading import Read, read
from tests.handout.sheets import ROWS, SHEET, sheet

COUNT = int(os.environ.get("PTBUILDER_STRINGS", "400"))
TO_A_DOCUMENT = 100
LABEL = "Note from Dana: "

KNOWN = st.characters(codec="latin-1", categories=("L", "N", "P", "S"))
ANY = st.characters(exclude_categories=("Cs",))
MARKS = st.characters(categories=("Mn",), max_codepoint=0x036F)
HEBREW_OR_ARABIC = st.one_of(
    st.characters(min_codepoint=0x05D0, max_codepoint=0x05EA), st.characters(min_codepoint=0x0627, max_codepoint=0x064A)
)
PICTOGRAMS = st.one_of(
    st.characters(min_codepoint=0x1F300, max_codepoint=0x1FAFF),
    st.sampled_from("\u200d\ufe0f\u20e3❤☀☎✂✓→"),
)
MARKUP = st.sampled_from(
    [
        *(
            "<b>",
            "</b>",
            "<br/>",
            "<img src='/etc/passwd'/>",
            "<!--",
            "&amp;",
            "&#38;",
            "&",
            "<",
            ">",
            "]]>",
            "<para>",
            "\\textbf{x}",
        ),
        *(
            "{side}",
            "{}",
            "{0}",
            "%s",
            "%(name)s",
            "*bold*",
            "_x_",
            "**",
            "[x](y)",
            "(",
            ")",
            "\\(",
            "\\",
            "$1",
            "`",
            "~",
            "\\n",
            "#",
        ),
    ]
)
WORDS = st.text(KNOWN, min_size=1, max_size=12)
TEXTS = st.one_of(
    st.lists(st.one_of(WORDS, MARKUP), min_size=1, max_size=12).map(" ".join),
    st.lists(MARKUP, min_size=1, max_size=6).map("".join),
    st.text(KNOWN, min_size=60, max_size=400),
    st.builds(str.__mul__, st.text(KNOWN, min_size=1, max_size=3), st.integers(50, 400)),
    st.text(st.one_of(KNOWN, st.sampled_from(" \u00a0\u2009\u202f" + BREAKS)), min_size=1, max_size=60),
    st.lists(st.tuples(KNOWN, st.text(MARKS, max_size=2)).map("".join), min_size=1, max_size=20).map("".join),
    st.lists(st.one_of(WORDS, st.text(HEBREW_OR_ARABIC, min_size=1, max_size=8)), min_size=1, max_size=8).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(PICTOGRAMS, min_size=1, max_size=4)), min_size=1, max_size=6).map(" ".join),
    st.text(ANY, min_size=1, max_size=30),
)


def strings(count: int) -> list[str]:
    """So many examples, always the same ones."""
    found: list[str] = []

    @settings(max_examples=count, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(TEXTS)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return [text for text in found if text.strip()]


def missing(text: str) -> set[str]:
    """The characters that no face can print."""
    return {each for each in unicodedata.normalize("NFC", text) if each not in BREAKS and not is_printable(each)}


def printed(text: str) -> str:
    """What paper can show of a text: composed letters, a space for each break or tab, and nothing of spaces at the end."""
    told = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\u00a0", " ")
    return "".join(" " if each in BREAKS else each for each in told).rstrip()


def documents(texts: list[str]) -> Iterator[tuple[list[str], Sheet]]:
    """A hundred texts at a time as the notes of one handout."""
    row = replace(ROWS[2], exercise=replace(ROWS[2].exercise, steps={}, purpose={}))
    for at in range(0, len(texts), TO_A_DOCUMENT):
        part = texts[at : at + TO_A_DOCUMENT]
        rows = tuple(replace(row, id=f"n{place}", number=place + 1, note=text, mark="") for place, text in enumerate(part))
        yield part, replace(sheet(), exercises=rows, stopped=())


def notes_of(pdf: bytes) -> list[str]:
    """The notes in reading order, as the tags give them."""
    return ["".join(kid.text() for kid in [each]).removeprefix(LABEL) for each in _notes(read(pdf))]


def _notes(root: Read) -> Iterator[Read]:
    return (each for each in root.walk() if each.kind == "P" and each.text().startswith(LABEL))


def test_every_note_comes_back_as_typed_or_its_characters_are_named() -> None:
    found = strings(COUNT)
    clear = [text for text in found if not missing(text)]
    refused = [text for text in found if missing(text)]
    differing = []
    for part, made in documents(clear):
        back = notes_of(render(made).pdf)
        assert len(back) == len(part)
        differing += [
            (typed, got) for typed, got in zip(part, back, strict=True) if got.replace("\u00a0", " ").rstrip() != printed(typed)
        ]
    assert differing == []
    named = Counter[bool]()
    for part, made in documents(refused):
        with pytest.raises(BadInput) as error:
            render(made)
        for text in part:
            for each in missing(text):
                named[f"U+{ord(each):04X}" in str(error.value)] += 1
    assert not named[False]
    print(f"\n{len(found)} strings ({len(set(found))} different): {len(clear)} back as typed, {len(refused)} refused by name")


@pytest.mark.parametrize("field", ["name", "address", "therapist", "person", "message"])
def test_every_other_typed_text_comes_back_too(field: str) -> None:
    """In the letterhead, the title and the messages runs of spaces are one and the ends are bare."""
    found = [text for text in strings(max(COUNT // 50, 15)) if not missing(text) and len(text) < 120]
    for text in found:
        words = " ".join(printed(text).split())
        assert words in " ".join(read(render(_with(field, text)).pdf).text().replace("\u00a0", " ").split()), text


def _with(field: str, text: str) -> Sheet:
    if field == "person":
        return replace(SHEET, person=replace(SHEET.person, name=text))
    if field == "message":
        return replace(SHEET, messages=(text,))
    return replace(SHEET, clinic=replace(Clinic(name="Clinic"), **{field: text}))


def test_the_strings_are_of_every_sort() -> None:
    found = "".join(strings(COUNT))
    assert re.search("[א-ת]", found)
    assert re.search("[\U0001f300-\U0001faff]", found)
    assert re.search("[\u0300-\u036f]", found)
    assert "<img" in found
    assert max(len(word) for word in found.split()) > 300
