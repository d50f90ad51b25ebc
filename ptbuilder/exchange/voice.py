"""Tells words in one language, or in two one below the other, each part marked with its language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from ptbuilder.domain.clinic import PrintedLanguage
from ptbuilder.domain.text import Text
from ptbuilder.exchange.markup import Inside, Markup, element, joined
from ptbuilder.wording import fixed
from ptbuilder.wording.fixed import Run
from ptbuilder.wording.head import dialled
from ptbuilder.wording.numbers import glue

Words = str | Run | Sequence[Run]


class Voice:
    """The languages of one page; the first is the page's own. The clinic's ``phone`` can be tapped wherever it is told."""

    def __init__(self, language: PrintedLanguage, phone: str = "") -> None:
        self._phone = phone if dialled(phone) else ""
        self.languages: tuple[str, ...] = ("en", "es") if language == "both" else (language,)

    @property
    def main(self) -> str:
        """The language that the page as a whole is marked with."""
        return self.languages[0]

    def tell(self, words: Callable[[str], Words]) -> Markup:
        """The words of each language; said once where they are the same."""
        return self._parts([(language, words(language)) for language in self.languages])

    def fixed(self, key: str, **parts: object) -> Markup:
        """Fixed words of paper in their weights."""
        return self.tell(lambda language: fixed.runs(key, language, **parts))

    def text(self, text: Text) -> Markup:
        """The library's words; where a language has none the English ones stand in, marked as English."""
        found = [
            (language if text.get(language) else "en", text.get(language) or text.get("en", "")) for language in self.languages
        ]
        return self._parts([(language, glue(words)) for language, words in dict(found).items()])

    def items(self, lists: Callable[[str], Sequence[Words]]) -> list[Markup]:
        """Item by item, the languages of one item together."""
        told = [lists(language) for language in self.languages]
        rows = zip_longest(*told, fillvalue="")
        return [self._parts([each for each in zip(self.languages, row, strict=True) if each[1]]) for row in rows]

    def plain(self, words: Callable[[str], str]) -> str:
        """For places that hold no elements: ``Home exercises / Ejercicios en casa``."""
        return " / ".join(dict.fromkeys(words(language) for language in self.languages))

    def _parts(self, told: Sequence[tuple[str, Words]]) -> Markup:
        parts = [(language, in_weights(words, self._phone)) for language, words in told]
        if len({markup for _, markup in parts}) == 1:
            [(language, markup), *_] = parts
            is_own = len(told) > 1 or language == self.main
            return markup if is_own else element("span", markup, lang=language)
        return joined(element("span", markup, class_="tongue", lang=language) for language, markup in parts if markup)


def in_weights(words: Words, phone: str = "") -> Markup:
    """Words with what is bold set off, and ``phone`` as a link that dials it."""
    runs = (Run(words),) if isinstance(words, str) else (words,) if isinstance(words, Run) else words
    return joined(_weighed(run, phone) for run in runs)


def _weighed(run: Run, phone: str) -> Inside:
    before, number, after = run.text.partition(phone) if phone else (run.text, "", "")
    inside = (before, element("a", number, href=dialled(number)), after) if number else before
    return element("b", inside) if run.bold else joined(inside)
