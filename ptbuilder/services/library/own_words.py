"""The words of an exercise as a form has them, and as they are kept.

An own exercise that was written in one language alone says the same in the other, so that no sheet has an empty place. A form shows
the other language empty again, so that what waits for a translation can be seen.
"""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.text import LANGUAGES

TEXTS = ("name", "purpose", "steps", "cue", "feel", "stop_if", "mistakes")
"""What patients read, in the order of the sheet."""


def tidied(exercise: Exercise) -> Exercise:
    """Without spaces around texts, and without empty lines and languages."""
    changes: dict[str, object] = {}
    for name in (*TEXTS, "aliases"):
        tidy = {language: _tidy(words) for language, words in getattr(exercise, name).items()}
        changes[name] = {language: words for language, words in tidy.items() if words}
    for name in ("sources", "muscles"):
        changes[name] = _tidy(getattr(exercise, name))
    return replace(exercise, **changes)  # type: ignore[arg-type]


def in_each_language(exercise: Exercise) -> Exercise:
    """What stands in one language alone said in the other too."""
    changes: dict[str, object] = {}
    for name in TEXTS:
        text = getattr(exercise, name)
        if text:
            spare = next(iter(text.values()))
            changes[name] = {language: text.get(language, spare) for language in LANGUAGES}
    return replace(exercise, **changes)  # type: ignore[arg-type]


def is_in_one_language(exercise: Exercise) -> bool:
    """Whether both languages have the same steps: nobody has translated it yet."""
    steps = exercise.steps
    return bool(steps) and all(steps.get(language) == next(iter(steps.values())) for language in LANGUAGES)


def as_written(exercise: Exercise, language: str) -> Exercise:
    """The exercise with ``language`` alone where the other only says the same."""
    if not is_in_one_language(exercise):
        return exercise
    changes: dict[str, object] = {}
    for name in TEXTS:
        text = getattr(exercise, name)
        if text and len(set(text.values())) == 1:
            changes[name] = {language: next(iter(text.values()))}
    return replace(exercise, **changes)  # type: ignore[arg-type]


def _tidy(words: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(words, str):
        return " ".join(words.split())
    return tuple(line for each in words if (line := " ".join(each.split())))
