"""Words of many records for search as one types: sorted, so that all words with one beginning lie side by side."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

_WORD = re.compile(r"[^\W_]+")
_LAST = "\U0010ffff"

FORGIVEN_FROM = 4
"""Letters from which a typing error is forgiven; from LONG on, two are."""
LONG = 8


@cache
def _plain_letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def fold(text: str) -> str:
    """Lower case without accents, letter for letter, so that places in the folded text are places in the text."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    if len(lowered) != len(text):  # a few letters have a longer lower case
        lowered = "".join(each.lower()[0] for each in text)
    return "".join(map(_plain_letter, lowered))


def split_words(text: str) -> list[str]:
    """The folded words and numbers of a text."""
    return _WORD.findall(fold(text))


def word_places(text: str) -> list[tuple[int, str]]:
    """Each folded word with the place of its first letter."""
    return [(match.start(), match[0]) for match in _WORD.finditer(fold(text))]


class Vocabulary:
    """All different words in alphabetical order."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self._beginnings: dict[int, list[str]] = {}

    def beginning_with(self, start: str) -> tuple[int, int]:
        """The range of places whose words begin with ``start``."""
        return bisect_left(self.words, start), bisect_left(self.words, start + _LAST)

    def nearly(self, typed: str) -> list[int]:
        """The places of words that ``typed`` may mean with a typing error, also where the word is longer than what was typed."""
        if len(typed) < FORGIVEN_FROM:
            return []
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        errors = 2 if len(typed) >= LONG else 1
        found: set[int] = set()
        for length in range(len(typed) - 1, len(typed) + 2):
            near = extract(typed, self._beginnings_of(length), scorer=OSA.distance, score_cutoff=errors, limit=None)
            for beginning, _, _ in near:
                found.update(range(*self.beginning_with(beginning)))
        return sorted(found)

    def _beginnings_of(self, length: int) -> list[str]:
        """The different beginnings of this length, made once; words that are shorter have none."""
        if length not in self._beginnings:
            self._beginnings[length] = list(dict.fromkeys(word[:length] for word in self.words if len(word) >= length))
        return self._beginnings[length]
