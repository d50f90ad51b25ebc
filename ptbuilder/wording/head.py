"""Title, stage, next visit, running head and foot in words."""

from __future__ import annotations

import re

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet, SheetStage
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import dates
from ptbuilder.wording.fixed import Run, plain, runs, say
from ptbuilder.wording.numbers import NO_BREAK


def title(name: str, language: str) -> str:
    """``Home exercises for Robert Sample``; without a name the plain title."""
    return say("title", language, name=name) if name else say("title-plain", language)


def file_title(sheet: Sheet, language: str) -> str:
    """The document's title in the file: initials only, with the date."""
    day = dates.day(sheet.printed, language, sheet.choices.paper).replace(NO_BREAK, " ")
    if not sheet.person.initials:
        return f"{say('title-plain', language)}, {day}"
    return say("title-file", language, name=sheet.person.initials, date=day)


def stage(of: SheetStage | None, language: str, paper: str) -> tuple[Run, ...]:
    """``Stage 2 of 4: 10 to 25 March``; days after the procedure where there are no dates; empty where nothing is known."""
    if of is None:
        return ()
    days = stage_days(of, language, paper)
    if of.count < 2:
        return runs("stage-one", language, days=days) if days else ()
    if not days:
        return tuple(Run(run.text.rstrip(": "), run.bold) for run in runs("stage", language, n=of.number, m=of.count, days="")[:1])
    return runs("stage", language, n=of.number, m=of.count, days=days)


def stage_days(of: SheetStage, language: str, paper: str) -> str:
    """The dates of a stage in words, else its days after the procedure, else an empty string."""
    if of.first is not None and of.last is not None:
        return dates.span(of.first, of.last, language, paper)
    if of.first is not None:
        return dates.since(of.first, language, paper)
    if of.from_day is None:
        return ""
    procedure = say_text(of.procedure, language) or say("procedure", language)
    if of.to_day is None:
        return say("after-procedure-open", language, a=of.from_day, procedure=procedure)
    return say("after-procedure", language, a=of.from_day, b=of.to_day, procedure=procedure)


def stage_days_long(of: SheetStage | None, language: str) -> str:
    """``days 8 to 14 after your injection`` where a procedure counts the days, else an empty string."""
    if of is None or of.from_day is None or of.first is None:
        return ""
    return stage_days(SheetStage(from_day=of.from_day, to_day=of.to_day, procedure=of.procedure), language, "a4")


def planned(of: SheetStage | None, language: str, paper: str) -> str:
    """What a planned stage says first: when it would start, and that the therapist must say so; else an empty string."""
    if of is None or not of.is_planned:
        return ""
    start = say("start-on", language, day=dates.weekday_day(of.first, language, paper)) + " " if of.first else ""
    return start + say("planned", language)


def next_visit(sheet: Sheet, language: str) -> str:
    """The visit in words, or a blank line to write on."""
    if sheet.next_visit is None:
        return say("no-visit", language)
    return dates.visit(sheet.next_visit, language, sheet.choices.paper)


def therapist(clinic: Clinic) -> str:
    """Name and credentials of the therapist."""
    return ", ".join(part for part in (clinic.therapist, clinic.credentials) if part)


def first_name(clinic: Clinic) -> str:
    """How the therapist signs a note; empty where no therapist is known."""
    return clinic.therapist.split()[0] if clinic.therapist.strip() else ""


_DIALLED = re.compile(r"\+?[0-9 ./\u00a0-]*(\([0-9]+\))?[0-9 ./\u00a0-]+")
"""A number that can be dialled as it is written; one with an extension or with "(0)" is shown, not linked."""


def dialled(phone: str) -> str:
    """What a telephone dials for a number as it is written: ``tel:5555550142``; nothing where that cannot be told."""
    digits = re.sub(r"[^+0-9]", "", phone)
    return "" if "(0)" in phone or not _DIALLED.fullmatch(phone) or len(digits) < 3 else f"tel:{digits}"


def phone(clinic: Clinic) -> str:
    """The phone number with its parts kept together."""
    return clinic.phone.strip().replace(" ", NO_BREAK)


def note_label(clinic: Clinic, language: str) -> str:
    """``Note from Dana:``, or ``Note:``."""
    name = first_name(clinic)
    return say("note-from", language, name=name) if name else say("note", language)


def running_kind(kind: str, sheet: Sheet, language: str) -> str:
    """``Home exercises, 12 March 2026`` for ``kind`` exercises, safety, log, guide or clinician."""
    return f"{say(f'kind-{kind}', language)}, {dates.day(sheet.printed, language, sheet.choices.paper)}"


def emergency_name(clinic: Clinic, language: str) -> str:
    """What the emergency department is called: the clinic's word in the clinic's language, else the usual word."""
    if clinic.emergency_name and clinic.language == language:
        return clinic.emergency_name
    return plain(runs("er", language))
