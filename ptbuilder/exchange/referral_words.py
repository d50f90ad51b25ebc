"""A referral note in words, for the page and for the plain text: label and values of the part for the team."""

from __future__ import annotations

from ptbuilder.domain.handout import Referral
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import dates, head, referral
from ptbuilder.wording.fixed import say


def rows(note: Referral, language: str) -> list[tuple[str, list[str]]]:
    """Label and lines of what is recorded; a row that would be empty falls away."""
    found = [
        ("ref-patient", _patient(note, language)),
        ("ref-seen", [seen(note, language)]),
        ("ref-concern", [say_text(each, language) for each in note.concerns]),
        ("ref-sign", [referral.finding(each, language) for each in note.danger_signs]),
        ("ref-findings", [referral.finding(each, language) for each in note.other_findings]),
        ("ref-given", [_given(note, language)]),
    ]
    return [(say(key, language), lines) for key, lines in found if lines]


def seen(note: Referral, language: str) -> str:
    """The day and, where it is known, the time at which the patient was seen."""
    day = dates.day(note.seen.date(), language, note.choices.paper)
    is_timed = (note.seen.hour, note.seen.minute) != (0, 0)
    return f"{day}, {dates.clock(note.seen, note.choices.paper)}" if is_timed else day


def rule(note: Referral, language: str) -> str:
    """Where the rule comes from; empty where no source is named."""
    return say("ref-rule", language, sources="; ".join(note.sources).rstrip(".")) if note.sources else ""


def _given(note: Referral, language: str) -> str:
    if note.level == "urgent":
        return say("ref-sent-doctor", language)
    return say("ref-sent", language, er=head.emergency_name(note.clinic, language))


def _patient(note: Referral, language: str) -> list[str]:
    person = note.person
    if not person.name:
        return []
    sex = {"F": "female", "M": "male"}.get(person.sex or "")
    parts = [person.name, str(person.age) if person.age is not None else "", say(sex, language) if sex else ""]
    return [", ".join(part for part in parts if part)]
