"""Text of a finished document that is not whole on its page: cut with an ellipsis, over the edge, or under other text.

What is cut in a running head stands whole on the first page; where it stands whole nowhere, it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import combinations
from typing import Any, Literal, NamedTuple

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.values import dataclass
from ptbuilder.services.paper.sheet_texts import Place, WrittenText, written

EDGE = 24.0
"""Points from the edge of the paper within which many printers print nothing."""
_OVERLAP = 0.3
"""Share of the smaller of two texts that must lie under the other one; descenders touch without that."""
_FEWEST_LETTERS = 4

How = Literal["cut", "lost", "edge", "under"]


class _Stretch(NamedTuple):
    """A stretch of text on a page; points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that does not fit: ``page`` counts from 0, ``place`` is where it is changed, else the page."""

    how: How
    page: int
    text: str
    place: Place = field(default_factory=Place)


def misfits(pdf: bytes, sheet: Sheet) -> tuple[Misfit, ...]:
    """What does not fit, each typed text once; fixed words that are cut by design (running heads) are left out."""
    texts = [each for each in written(sheet) if each.text]
    found: dict[str, Misfit] = {}
    all_words = ""
    for raw in _raw(pdf):
        of = _source(raw.text, texts)
        if of is not None:
            all_words = all_words or _all_words(pdf)
            how: How = "lost" if raw.how == "cut" and _plain(of.text) not in all_words else raw.how
            found.setdefault(of.text, Misfit(how, raw.page, of.text, of.place))
        elif raw.how != "cut":
            found.setdefault(raw.text, replace(raw, place=Place("page", str(raw.page))))
    return tuple(found.values())


def _raw(pdf: bytes) -> list[Misfit]:
    from ptbuilder.handout.opening import opened

    with opened(pdf) as document:
        return [each for number, page in enumerate(document) for each in _on_page(number, page)]


def _on_page(number: int, page: Any) -> Iterator[Misfit]:
    width, height = page.get_size()
    stretches = _stretches(page, height)
    for each in stretches:
        if each.left < EDGE or each.right > width - EDGE or each.top < EDGE or each.bottom > height - EDGE:
            yield Misfit("edge", number, each.text)
        elif "…" in each.text:
            yield Misfit("cut", number, each.text)
    for first, second in combinations(stretches, 2):
        if _covers(first, second):
            yield Misfit("under", number, second.text)


def _all_words(pdf: bytes) -> str:
    from ptbuilder.handout.opening import opened

    with opened(pdf) as document:
        return _plain(" ".join(page.get_textpage().get_text_range() for page in document))


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _stretches(page: Any, height: float) -> Sequence[_Stretch]:
    text_page = page.get_textpage()
    found = []
    for number in range(text_page.count_rects()):
        left, bottom, right, top = text_page.get_rect(number)
        words = _plain(text_page.get_text_bounded(left, bottom, right, top))
        if words:
            found.append(_Stretch(left, height - top, right, height - bottom, words))
    return found


def _covers(first: _Stretch, second: _Stretch) -> bool:
    wide = min(first.right, second.right) - max(first.left, second.left)
    if wide <= 1:
        return False
    tall = min(first.bottom, second.bottom) - max(first.top, second.top)
    return tall > 0 and wide * tall > _OVERLAP * min(_area(first), _area(second))


def _area(stretch: _Stretch) -> float:
    return max((stretch.right - stretch.left) * (stretch.bottom - stretch.top), 1.0)


def _source(words: str, texts: Sequence[WrittenText]) -> WrittenText | None:
    """The longest typed text that these words are part of or hold; a typed ellipsis is no cut."""
    pieces = [piece.strip(" ·") for piece in words.split("…")]
    found: list[WrittenText] = []
    for each in texts:
        plain = _plain(each.text)
        if words in plain and "…" in words:
            continue
        if plain in words or any(len(piece) >= _FEWEST_LETTERS and piece in plain for piece in pieces):
            found.append(each)
    return max(found, key=lambda each: len(each.text), default=None)
