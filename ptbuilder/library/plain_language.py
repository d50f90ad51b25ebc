"""What patients read is easy to read: grade, sentence length, plain words, one thing to do at a time, no brand names.

The grade is measured over the whole text of a record, because the formulas say nothing about single short sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ptbuilder.domain.library import Library
from ptbuilder.domain.text import LANGUAGES
from ptbuilder.library.patient_texts import Line, activity_lines, exercise_lines, rule_lines, topic_lines
from ptbuilder.library.plain_words import brand_names, is_plain, words_of

Complaint = tuple[str, str, str]

MOST_WORDS = 15
"""Words in a sentence."""
MOST_ACTIONS = 2
"""Sentences in one step after the first; the first step sets the body up and may hold one more."""
GRADES = {"exercises": 4.0, "topics": 6.0}
"""Highest Flesch-Kincaid grade of a whole text."""
EASE = 70.0
"""Lowest Fernandez-Huerta ease of a whole Spanish text."""

_SENTENCE = re.compile(r"[^.!?]+")
_ENDED = (".", "!", "?", ":")


def complaints(library: Library) -> Iterator[Complaint]:
    """Record, field and expectation for each text that is hard to read."""
    for language in LANGUAGES:
        for exercise in library.exercises.values():
            record = f"exercises {exercise.code}"
            lines = tuple(exercise_lines(exercise, language))
            yield from _of_record(record, lines, language, GRADES["exercises"])
            yield from _crowded_steps(record, lines)
        for topic in library.topics.values():
            yield from _of_record(f"topics {topic.code}", tuple(topic_lines(topic, language)), language, GRADES["topics"])
        for activity in library.activities.values():
            for line in activity_lines(activity, language):
                yield from _of_line(f"activities {activity.code}", line, language)
        for rule in library.rules.values():
            for line in rule_lines(rule, language):
                yield from _of_line(f"rules {rule.code}", line, language)


def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text; a hyphen parts two words."""
    from textstat.backend.selections import list_words
    from textstat.backend.utils import get_cmudict

    text = text.replace("-", " ")
    # WORKAROUND: textstat 0.7.7 expects an empty entry for a word that cmudict does not have; cmudict 1.1 raises KeyError.
    sounds = get_cmudict("en")
    for word in list_words(text, lowercase=True):
        sounds.setdefault(word, [])
    return float(_textstat("en").flesch_kincaid_grade(text))


def reading_ease(text: str) -> float:
    """The Fernandez-Huerta ease of a Spanish text: 100 is very easy, 60 usual."""
    return float(_textstat("es").fernandez_huerta(text.replace("-", " ")))


def whole_text(lines: tuple[Line, ...]) -> str:
    """All lines as running text, each one ended, so that headings do not run into what follows."""
    texts = (text.strip() for _, text in lines if text.strip())
    return " ".join(text if text.endswith(_ENDED) else text + "." for text in texts)


@cache
def _textstat(language: str) -> Any:
    # Late: textstat brings dictionaries of 5 MB that only these checks need.
    from textstat.textstat import textstatistics

    measure = textstatistics()
    measure.set_lang(language)
    return measure


def _of_record(record: str, lines: tuple[Line, ...], language: str, highest: float) -> Iterator[Complaint]:
    for line in lines:
        yield from _of_line(record, line, language)
    text = whole_text(lines)
    if not text:
        return
    if language == "en" and (grade := reading_grade(text)) > highest:
        yield record, language, f"expected a Flesch-Kincaid grade of at most {highest:g} over the whole text, got {grade:.1f}"
    if language == "es" and (ease := reading_ease(text)) < EASE:
        yield record, language, f"expected a Fernandez-Huerta ease of at least {EASE:g} over the whole text, got {ease:.1f}"


def _of_line(record: str, line: Line, language: str) -> Iterator[Complaint]:
    path, text = line
    for sentence in _SENTENCE.findall(text):
        count = len(sentence.split())
        if count > MOST_WORDS:
            yield record, path, f'expected sentences of at most {MOST_WORDS} words, got {count}: "{sentence.strip()}"'
    words = words_of(text)
    for word in dict.fromkeys(word for word in words if not is_plain(word, language)):
        yield record, path, f'"{word}" is neither in the list of plain words nor explained in the glossary'
    for word in dict.fromkeys(word for word in words if word.lower() in brand_names()):
        yield record, path, f'"{word}" is the name of a product'


def _crowded_steps(record: str, lines: tuple[Line, ...]) -> Iterator[Complaint]:
    """Steps with more to do than one takes in; counts sentences, since each holds one action."""
    for path, text in lines:
        if path.startswith("steps."):
            most = MOST_ACTIONS + path.endswith("[1]")
            count = sum(bool(each.strip()) for each in _SENTENCE.findall(text))
            if count > most:
                yield record, path, f"expected at most {most} actions in this step, got {count}"
