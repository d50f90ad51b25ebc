"""No text becomes an element or an attribute."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.exchange.markup import element, joined
from tests.exchange.reading import read

ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)))


@given(ANY_TEXT)
def test_text_comes_back_as_it_was_typed(text: str) -> None:
    root = read(element("p", text))
    assert root.one("p").text == text
    assert root.shape == [("p", ())]


@given(ANY_TEXT)
def test_an_attribute_comes_back_as_it_was_typed(text: str) -> None:
    root = read(element("p", aria_label=text))
    assert root.one("p").attributes == {"aria-label": text}


def test_markup_is_not_escaped_twice() -> None:
    assert element("p", element("b", "a & b"), " <") == "<p><b>a &amp; b</b> &lt;</p>"


def test_what_no_page_can_hold_is_replaced() -> None:
    assert joined("a\0b\ud800") == "a\ufffdb\ufffd"
    joined("a\0b\ud800").encode()


def test_a_carriage_return_survives_a_browser() -> None:
    assert joined("a\rb") == "a&#13;b"


def test_an_attribute_without_a_value_falls_away() -> None:
    assert element("td", None, lang=None, class_="x") == '<td class="x"></td>'
