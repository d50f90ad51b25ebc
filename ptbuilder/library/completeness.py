"""Nothing is missing: both languages everywhere, three to six steps, known placeholders, tags that follow from others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import LANGUAGES
from ptbuilder.library.patient_texts import PLACEHOLDERS, placeholders

Complaint = tuple[str, str, str]
FEWEST_STEPS, MOST_STEPS = 3, 6
_TEXT_FIELDS = {"Text", "Texts"}
_OPTIONAL = {"aliases", "words", "note", "unit", "formula", "gently", "then", "note_heading"}
"""Texts that may be absent; where they are there, they are there in both languages. Aliases may be in one alone."""

_END_OF_TAG = re.compile(r"-(?:end|loaded)$")


def complaints(library: Library) -> Iterator[Complaint]:
    """Record, field and expectation for everything that is missing."""
    for name in ("regions", "positions", "equipment", "scales", "findings", "goals", "stress_tags", "purposes", "modifiers"):
        yield from _texts_missing(name, getattr(library, name))
    for name in ("rules", "phases", "procedures", "activities", "topics", "measures", "exercises"):
        yield from _texts_missing(name, getattr(library, name))
    for exercise in library.exercises.values():
        record = f"exercises {exercise.code}"
        for field, says in (*_steps(exercise), *_placeholders(exercise), *_tags(exercise, library), *_facts(exercise)):
            yield record, field, says


def _texts_missing(section: str, records: Mapping[str, Any]) -> Iterator[Complaint]:
    for code, record in records.items():
        for path, says in _missing_in(record, ""):
            yield f"{section} {code}", path.lstrip("."), says


def _missing_in(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """The texts below ``value`` that lack a language or are blank."""
    if isinstance(value, tuple):
        for place, each in enumerate(value, start=1):
            yield from _missing_in(each, f"{path}[{place}]")
    elif is_dataclass(value):
        for info in fields(value):
            inner = getattr(value, info.name)
            if info.type in _TEXT_FIELDS:
                yield from _missing_languages(inner, info.name, f"{path}.{info.name}")
            elif is_dataclass(inner) or (isinstance(inner, tuple) and info.type not in ("Codes",)):
                yield from _text_tuple(inner, str(info.type), f"{path}.{info.name}")


def _text_tuple(value: Any, kind: str, path: str) -> Iterator[tuple[str, str]]:
    if kind == "tuple[Text, ...]":
        for place, text in enumerate(value, start=1):
            yield from _missing_languages(text, "", f"{path}[{place}]")
    else:
        yield from _missing_in(value, path)


def _missing_languages(text: Mapping[str, Any], name: str, path: str) -> Iterator[tuple[str, str]]:
    if name == "aliases" or (not text and name in _OPTIONAL):
        return
    for language in LANGUAGES:
        words = text.get(language)
        lines = words if isinstance(words, tuple) else (words or "",)
        if not lines or not all(line.strip() for line in lines):
            yield f"{path}.{language}", "missing; every text is in English and in Spanish"
    lengths = {len(words) for words in text.values() if isinstance(words, tuple)}
    if len(lengths) > 1:
        yield path, "expected as many lines in Spanish as in English"


def _steps(exercise: Exercise) -> Iterator[tuple[str, str]]:
    for language, steps in exercise.steps.items():
        if not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
            yield f"steps.{language}", f"expected {FEWEST_STEPS} to {MOST_STEPS} steps, got {len(steps)}"
    count = min((len(steps) for steps in exercise.steps.values()), default=0)
    shows = (exercise.figure or {}).get("shows")
    if shows is not None and not (
        isinstance(shows, list) and len(shows) == 2 and all(isinstance(each, int) and 1 <= each <= count for each in shows)
    ):
        yield "figure.shows", f"expected the numbers of two steps, from 1 to {count}"


def _placeholders(exercise: Exercise) -> Iterator[tuple[str, str]]:
    for field, language, found in placeholders(exercise):
        if found not in PLACEHOLDERS[language]:
            known = ", ".join("{" + each + "}" for each in sorted(PLACEHOLDERS[language]))
            yield f"{field}.{language}", f'unknown placeholder "{{{found}}}"; known are {known}'
        elif not exercise.unilateral:
            yield f"{field}.{language}", f'"{{{found}}}" needs a side, but the exercise is not unilateral'


def _tags(exercise: Exercise, library: Library) -> Iterator[tuple[str, str]]:
    carried = set(exercise.stress)
    for tag in exercise.stress:
        general = _END_OF_TAG.sub("", tag)
        if general != tag and general in library.stress_tags and general not in carried:
            yield "stress", f'"{tag}" also needs "{general}"'
    if "impact-high" in carried and "impact-moderate" not in carried:
        yield "stress", '"impact-high" also needs "impact-moderate"'
    position = library.positions.get(exercise.position)
    for tag in position.tags if position else ():
        if tag not in carried:
            yield "stress", f'the position {exercise.position} needs "{tag}"'
    if exercise.impact != "none" and f"impact-{exercise.impact}" not in carried:
        yield "stress", f'impact {exercise.impact} needs "impact-{exercise.impact}"'


def _facts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    for field in ("goals", "sources", "licence", "author"):
        if not getattr(exercise, field):
            yield field, "missing; expected at least one" if field in ("goals", "sources") else "missing"
    for field in ("goals", "stress", "equipment", "muscles"):
        values = getattr(exercise, field)
        if len(set(values)) != len(values):
            yield field, "the same value stands here twice"
