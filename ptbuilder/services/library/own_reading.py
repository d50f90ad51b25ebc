"""How easily patients read what the clinic writes into an exercise, text by text and as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ptbuilder.domain.exercise import Exercise
from ptbuilder.services.paper.note_reading import HardPlace, NoteReader


@dataclass(frozen=True, slots=True)
class Score:
    """A school grade in English (lower is easier), an ease of 0 to 100 in Spanish (higher is easier)."""

    language: str
    value: float
    is_good: bool


def hard_places(text: str, language: Literal["en", "es"]) -> tuple[HardPlace, ...]:
    """Hard words and long sentences; placeholders count as the words that stand there on paper."""
    from ptbuilder.library.patient_texts import filled

    return NoteReader(language).hard_places(filled(text, language))


def scores(exercise: Exercise) -> tuple[Score, ...]:
    """How the whole text reads in each language; the first call loads the formulas, so it belongs on a worker."""
    from ptbuilder.library.own_checks import reading_advice

    return tuple(Score(each.path, float(str(each.values["score"])), bool(each.values["good"])) for each in reading_advice(exercise))
