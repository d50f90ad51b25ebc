"""How easily a patient reads what the therapist wrote: hard words and long sentences with their places, and the reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from ptbuilder.domain.clinic import PrintedLanguage
from ptbuilder.domain.text import Language
from ptbuilder.domain.values import dataclass
from ptbuilder.library.plain_words import is_everyday, plainer, words_of
from ptbuilder.services.desk.work import Work

GRADE_LIMIT = 6.0
"""Flesch-Kincaid grade that a patient's text should not pass (plain-language advice of CDC and NIH: grade 6)."""
EASE_LIMIT = 70.0
"""Fernandez-Huerta ease that a Spanish text should reach."""
MOST_WORDS = 15
"""Words in a sentence."""
FEWEST_OF_A_LANGUAGE = 4
"""Words from which on a note tells which language it is in."""
FEWEST_WORDS = 8
"""Words from which on the formulas say something about a note."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+")


@dataclass(frozen=True, slots=True)
class HardPlace:
    """A stretch of a text from ``start`` up to ``end`` that is hard to read; ``plainer`` is empty where no better one is known."""

    start: int
    end: int
    kind: Literal["word", "sentence"]
    text: str
    plainer: str = ""


@dataclass(frozen=True, slots=True)
class NoteReader:
    """Reads notes in the language of the handout; ``names`` are words (in small letters) that are names and so not hard."""

    printed: PrintedLanguage = "en"
    names: frozenset[str] = field(default_factory=frozenset)

    def language_of(self, text: str) -> Language:
        """The handout's language; where both are printed, the one in which fewer words are hard."""
        if self.printed != "both":
            return self.printed
        words = words_of(text)
        in_english, in_spanish = (sum(not is_everyday(word, language) for word in words) for language in ("en", "es"))
        return "es" if in_spanish < in_english else "en"

    def is_foreign(self, text: str) -> bool:
        """Whether a note is in the other language than its sheet: most words are strange here and everyday there."""
        if self.printed == "both":
            return False
        words = words_of(text)
        here: Language = self.printed
        there: Language = "es" if here == "en" else "en"
        strange = sum(not is_everyday(word, here) for word in words)
        if len(words) < FEWEST_OF_A_LANGUAGE or 2 * strange < len(words):
            return False
        return 2 * sum(not is_everyday(word, there) for word in words) < strange

    def hard_places(self, text: str) -> tuple[HardPlace, ...]:
        """Hard words and long sentences in the order of the text; fast enough to be asked after each key."""
        language = self.language_of(text)
        words = () if self.is_foreign(text) else self._hard_words(text, language)
        found = (*_long_sentences(text), *words)
        return tuple(sorted(found, key=lambda place: (place.start, -place.end)))

    def _hard_words(self, text: str, language: Language) -> Iterator[HardPlace]:
        for match in _WORD.finditer(text):
            word = match[0]
            if word.lower() not in self.names and not is_everyday(word, language):
                yield HardPlace(match.start(), match.end(), "word", word, plainer(word, language))


@dataclass(frozen=True, slots=True)
class NoteReading:
    """How a whole note reads; ``score`` is a grade in English and an ease in Spanish, None for a note of few words.

    A note that ``is_foreign`` is in the other language than its sheet, and has no score.
    """

    language: Language
    score: float | None
    words: tuple[HardPlace, ...]
    long_sentences: int
    is_foreign: bool = False

    @property
    def is_too_hard(self) -> bool:
        """Whether the score misses its goal."""
        if self.score is None:
            return False
        return self.score < EASE_LIMIT if self.language == "es" else self.score > GRADE_LIMIT

    @property
    def is_easy(self) -> bool:
        """Whether nothing about it is hard, nor in another language."""
        return not (self.is_foreign or self.is_too_hard or self.words or self.long_sentences)


def read_note(text: str, reader: NoteReader) -> NoteReading:
    """The reading of one note; the first call loads the reading formulas, which takes a moment, so it belongs on a worker."""
    from ptbuilder.library.plain_language import reading_ease, reading_grade

    language = reader.language_of(text)
    places = reader.hard_places(text)
    score, is_foreign = None, reader.is_foreign(text)
    if len(words_of(text)) >= FEWEST_WORDS and not is_foreign:
        score = round(reading_ease(text) if language == "es" else max(reading_grade(text), 0), 1)
    words: dict[str, HardPlace] = {}
    for place in places:
        if place.kind == "word":
            words.setdefault(place.text.lower(), place)
    long_sentences = sum(place.kind == "sentence" for place in places)
    return NoteReading(language, score, tuple(words.values()), long_sentences, is_foreign)


def reader_of(work: Work, therapist: str = "") -> NoteReader:
    """The reader of the notes of this work: in the language of its handout, patient and therapist being names."""
    return NoteReader(work.choices.language, names_in(work.patient.full_name, therapist))


def names_in(*texts: str) -> frozenset[str]:
    """The words of names in small letters."""
    return frozenset(word.lower() for text in texts for word in words_of(text))


def _long_sentences(text: str) -> Iterator[HardPlace]:
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if len(sentence.split()) > MOST_WORDS:
            start = match.start() + match[0].index(sentence)
            yield HardPlace(start, start + len(sentence), "sentence", sentence)
