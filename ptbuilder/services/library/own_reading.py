"""How easily patients read what the clinic writes into an exercise, text by text and as a whole."""

from __future__ import annotations

import re
from typing import Literal

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.values import dataclass
from ptbuilder.services.paper.note_reading import HardPlace, NoteReader

GRADE, EASE = 4.0, 70.0
"""What the words of an exercise aim for: at most this Flesch-Kincaid grade, at least this Fernandez-Huerta ease."""
_SENTENCE = re.compile(r"[^.!?]+")


@dataclass(frozen=True, slots=True)
class Score:
    """A school grade in English (lower is easier), an ease of 0 to 100 in Spanish (higher is easier)."""

    language: str
    value: float
    is_good: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be counted at once in the words of one language: the longest sentence in words, and hard words."""

    longest: int
    hard: tuple[str, ...]


def reading_of(exercise: Exercise, language: Literal["en", "es"]) -> Reading | None:
    """The counts of all that patients read in one language, None where nothing is written; quick enough for each key."""
    from ptbuilder.library.patient_texts import exercise_lines

    texts = [text for _, text in exercise_lines(exercise, language) if text.strip()]
    if not texts:
        return None
    reader = NoteReader(language)
    hard = (place.text.lower() for text in texts for place in reader.hard_places(text) if place.kind == "word")
    longest = max((len(each.split()) for text in texts for each in _SENTENCE.findall(text)), default=0)
    return Reading(longest, tuple(dict.fromkeys(hard)))


def hard_places(text: str, language: Literal["en", "es"]) -> tuple[HardPlace, ...]:
    """Hard words and long sentences; placeholders count as the words that stand there on paper."""
    from ptbuilder.library.patient_texts import filled

    return NoteReader(language).hard_places(filled(text, language))


def scores(exercise: Exercise) -> tuple[Score, ...]:
    """How the whole text reads in each language; the first call loads the formulas, so it belongs on a worker."""
    from ptbuilder.library.own_checks import reading_advice

    return tuple(Score(each.path, float(str(each.values["score"])), bool(each.values["good"])) for each in reading_advice(exercise))
