from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptbuilder.domain.errors import BadInput
from ptbuilder.handout.document import render
from ptbuilder.handout.faces import BREAKS, is_printable
from tests.handout.reading import Read, read
from tests.handout.sheets import with_note

LABEL = "Note from Dana: "
KNOWN = st.characters(codec="latin-1", categories=("L", "N", "P", "S"))
STRANGE = st.characters(exclude_categories=("Cs",))
TEXTS = st.one_of(
    st.text(st.one_of(KNOWN, st.just(" ")), min_size=1, max_size=80),
    st.text(STRANGE, min_size=1, max_size=20),
    st.sampled_from(
        [
            "keep load <body weight> only",
            "a<b & c>d",
            "<img src='/etc/passwd'/>",
            "100 % \\(done\\) {side} *bold* [x]",
            "שלום",
            "e\u0301 cafe\u0301",
            "two  spaces   here ",
            "👍 good",
        ]
    ),
)


def note_of(pdf: bytes) -> str:
    """The text of the therapist's note as the tags give it."""
    found = [each for each in walk(read(pdf)) if each.kind == "P" and each.text().startswith(LABEL)]
    return "".join(each.text() for each in found).removeprefix(LABEL)


def walk(root: Read) -> list[Read]:
    return list(root.walk())


def printed(text: str) -> str:
    """What paper can show of a text: composed letters, line breaks as spaces, one kind of space."""
    told = unicodedata.normalize("NFC", text)
    return " ".join(told.replace("\u00a0", " ").replace("\t", " ").splitlines())


@settings(max_examples=60)
@given(TEXTS)
def test_a_note_comes_back_as_typed_or_its_character_is_named(text: str) -> None:
    refused = [each for each in unicodedata.normalize("NFC", text) if each not in BREAKS and not is_printable(each)]
    if refused and text.strip():
        with pytest.raises(BadInput, match="Note of Bridge") as error:
            render(with_note(text))
        assert all(f"U+{ord(each):04X}" in str(error.value) for each in refused)
    elif text.strip():
        assert note_of(render(with_note(text)).pdf).replace("\u00a0", " ") == printed(text)


def test_a_character_without_a_face_is_named_with_its_place() -> None:
    with pytest.raises(BadInput, match=r"Note of Bridge: The character ❤ \(U\+2764, HEAVY BLACK HEART\) cannot be printed"):
        render(with_note("love ❤"))


def test_a_word_longer_than_a_line_is_broken_at_the_edge() -> None:
    word = "x" * 1500
    assert note_of(render(with_note(word)).pdf) == word


def test_a_word_of_200000_letters_prints_on_many_pages() -> None:
    assert render(with_note("x" * 200_000)).pages > 50


def test_line_breaks_of_a_note_are_kept() -> None:
    made = render(with_note("First line.\nSecond line."))
    assert note_of(made.pdf) == "First line. Second line."
