"""What a patient reads of a record, text by text, with placeholders for the side filled or named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ptbuilder.domain.activity import Activity
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.rules import Rule
from ptbuilder.domain.vocabulary import Topic

PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "en": frozenset({"side", "other"}),
    "es": frozenset({"side", "other", "side.f", "other.f", "side.m", "other.m"}),
}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FILLED = {
    "en": {"side": "right", "other": "left"},
    "es": {
        "side": "derecho",
        "other": "izquierdo",
        "side.m": "derecho",
        "other.m": "izquierdo",
        "side.f": "derecha",
        "other.f": "izquierda",
    },
}

_LEADS = {
    "feel": {"en": "You should feel ", "es": "Debe sentir "},
    "stop_if": {"en": "Stop if ", "es": "Pare si "},
}
"""How the sheet begins two texts that go on in lower case."""

Line = tuple[str, str]
"""The field as a path, and one text of it."""


def exercise_lines(exercise: Exercise, language: str) -> Iterator[Line]:
    """Every text of an exercise that reaches paper, placeholders filled for the right side, in the order of the sheet."""
    for path, text in _lines(exercise, language):
        lead = _LEADS.get(path.partition(".")[0], {}).get(language, "") if text else ""
        yield path, lead + filled(text, language)


def topic_lines(topic: Topic, language: str) -> Iterator[Line]:
    """Every text of an education sheet in the order of the page."""
    yield f"title.{language}", topic.title.get(language, "")
    yield f"summary.{language}", topic.summary.get(language, "")
    for number, section in enumerate(topic.sections, start=1):
        yield f"sections[{number}].heading.{language}", section.heading.get(language, "")
        for place, line in enumerate(section.lines.get(language, ()), start=1):
            yield f"sections[{number}].lines.{language}[{place}]", line


def activity_lines(activity: Activity, language: str) -> Iterator[Line]:
    """Every text of a row of the table of activities."""
    for field in ("name", "gently", "then", "note"):
        yield f"{field}.{language}", getattr(activity, field).get(language, "")


def rule_lines(rule: Rule, language: str) -> Iterator[Line]:
    """What the patient reads of a rule: the words of its referral note."""
    if rule.then.stop:
        yield f"then.stop.patient_text.{language}", rule.then.stop.patient_text.get(language, "")
        if rule.then.stop.note_heading:
            yield f"then.stop.note_heading.{language}", rule.then.stop.note_heading.get(language, "")


def placeholders(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    """Each placeholder as field, language and what stands between the braces."""
    for language in PLACEHOLDERS:
        for path, text in _lines(exercise, language):
            for found in _PLACEHOLDER.findall(text):
                yield path.partition(".")[0], language, found


def filled(text: str, language: str) -> str:
    """The text with each known placeholder as words for the right side."""
    words = _FILLED.get(language, {})
    return _PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), text)


def _lines(exercise: Exercise, language: str) -> Iterator[Line]:
    yield f"name.{language}", exercise.name.get(language, "")
    yield f"purpose.{language}", exercise.purpose.get(language, "")
    for place, step in enumerate(exercise.steps.get(language, ()), start=1):
        yield f"steps.{language}[{place}]", step
    for field in ("cue", "feel", "stop_if"):
        yield f"{field}.{language}", getattr(exercise, field).get(language, "")
    for place, mistake in enumerate(exercise.mistakes.get(language, ()), start=1):
        yield f"mistakes.{language}[{place}]", mistake
