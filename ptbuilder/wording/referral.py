"""The referral note in words, for paper, page and text: its heading, and label and lines of the part for the team."""

from __future__ import annotations

from ptbuilder.domain.handout import PrintedFinding, Referral
from ptbuilder.domain.text import Text
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import dates, head
from ptbuilder.wording.fixed import Run, say
from ptbuilder.wording.numbers import NO_BREAK, glue


def title(note: Referral, language: str) -> str:
    """What the rule tells the patient to do: its own heading, else ``Go to the ER now`` or ``See a doctor today`` by its level."""
    if note.heading:
        return say_text(note.heading, language)
    if note.level == "urgent":
        return say("ref-urgent", language)
    return say("ref-emergency", language, er=head.emergency_name(note.clinic, language))


def finding(of: PrintedFinding, language: str) -> str:
    """``Nerve pain down the leg, both sides, severe``; the region of an injury stands behind its name."""
    parts = [say_text(of.label, language)]
    if of.region:
        parts.append(say_text(of.region, language))
    if of.side:
        parts.append(say(f"side-{of.side}", language))
    if of.grade:
        parts.append(say(f"grade-{of.grade}", language))
    return ", ".join(parts)


def rows(note: Referral, language: str) -> list[tuple[str, list[str]]]:
    """Label and lines of what is recorded for the team; the patient or the sign may be without a line, others are left out then."""
    found = [
        ("ref-patient", patient(note, language)),
        ("ref-seen", [seen(note, language)]),
        ("ref-concern", [concern(each, language) for each in note.concerns]),
        ("ref-sign", [finding(each, language) for each in note.danger_signs]),
        ("ref-findings", [finding(each, language) for each in note.other_findings]),
        ("ref-given", [given(note, language)]),
    ]
    return [(say(key, language), lines) for key, lines in found if lines or key != "ref-findings"]


def concern(text: Text, language: str) -> str:
    """What is feared, without what the therapist is told to do about it."""
    return say_text(text, language).split(". ")[0].rstrip(".")


def to_patient(note: Referral, language: str) -> tuple[Run, ...]:
    """What the patient is told below the heading: why, unless the heading says all of it, not to wait, and to show the note."""
    text, wait = glue(say_text(note.patient_text, language)), say("do-not-wait", language)
    waiting = () if wait in text else (Run(f"{wait.replace(' ', NO_BREAK)} ", bold=True),)
    why = () if text.rstrip(".") == glue(title(note, language)) else (Run(f"{text} "),)
    return (*why, *waiting, Run(say("ref-show", language)))


def patient(note: Referral, language: str) -> list[str]:
    """``Ellen Sample, 47, female``; nothing without a name."""
    person = note.person
    if not person.name:
        return []
    sex = {"F": "female", "M": "male"}.get(person.sex or "")
    parts = [person.name, str(person.age) if person.age is not None else "", say(sex, language) if sex else ""]
    return [", ".join(part for part in parts if part)]


def seen(note: Referral, language: str) -> str:
    """The day and, where it is known, the time at which the patient was seen."""
    day = dates.day(note.seen.date(), language, note.choices.paper)
    is_timed = (note.seen.hour, note.seen.minute) != (0, 0)
    return f"{day}, {dates.clock(note.seen, note.choices.paper)}" if is_timed else day


def given(note: Referral, language: str) -> str:
    """What the patient was given here: no program, and where to go, in the heading's words where the rule has its own."""
    if note.heading:
        return say("ref-told", language, heading=title(note, language))
    if note.level == "urgent":
        return say("ref-sent-doctor", language)
    return say("ref-sent", language, er=head.emergency_name(note.clinic, language))


def team(note: Referral, language: str) -> str:
    """Whom the part below the patient's is for: the emergency team only where the patient is sent to the emergency room."""
    if note.level == "urgent":
        return say("ref-doctor", language)
    return say("ref-medical-team" if note.heading else "ref-team", language)


def called(note: Referral, language: str) -> str:
    """The label of the blank for a call, without a name where the rule's own heading says who is called."""
    if note.level == "urgent":
        return say("ref-doctor-called", language)
    if note.heading:
        return say("ref-called-at", language)
    return say("ref-called", language, er=head.emergency_name(note.clinic, language))


def rule(note: Referral, language: str) -> str:
    """Where the rule comes from; empty where no source is named."""
    return say("ref-rule", language, sources="; ".join(note.sources).rstrip(".")) if note.sources else ""
