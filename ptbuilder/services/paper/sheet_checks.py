"""What is looked at before a sheet is printed, as values; nothing here blocks printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.suggestion import Limits
from ptbuilder.domain.text import say
from ptbuilder.domain.values import dataclass
from ptbuilder.services.paper.note_reading import NoteReader
from ptbuilder.services.paper.sheet_texts import Place

CheckKey = Literal[
    "questions",
    "name",
    "letterhead",
    "size",
    "reading",
    "note",
    "fit",
    "letters",
    "pictures",
    "screen-readers",
    "safety",
]
CheckState = Literal["good", "open", "note"]
CheckValue = str | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """One check: how it stands, what its sentence tells by name, and the place where it can be mended."""

    key: CheckKey
    state: CheckState
    values: Mapping[str, CheckValue] = field(default_factory=dict)
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the desk knows beside the sheet; ``minutes_a_day`` is the time that the patient has, ``language`` that of names."""

    open_questions: int = 0
    limits: Limits = field(default_factory=Limits)
    minutes_a_day: int | None = None
    reader: NoteReader = field(default_factory=NoteReader)
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of the sheet: the sheet as it was fitted, the document, and whether that tells its reading order."""

    printed: Sheet
    pdf: bytes
    is_tagged: bool


def check_sheet(sheet: Sheet, made: Made, asked: Asked) -> tuple[SheetCheck, ...]:
    """All checks, the open ones first; reads texts and the finished pages, so it belongs on a worker."""
    found = tuple(_checks(sheet, made, asked))
    return tuple(sorted(found, key=lambda each: ("open", "note", "good").index(each.state)))


def _checks(sheet: Sheet, made: Made, asked: Asked) -> Iterator[SheetCheck]:
    from ptbuilder.services.paper.text_checks import fit_checks, letter_checks, note_checks, reading_check

    if asked.open_questions:
        yield SheetCheck("questions", "open", {"n": asked.open_questions}, Place("questions"))
    if not sheet.person.name:
        yield SheetCheck("name", "open", place=Place("patient"))
    if not (sheet.clinic.name and sheet.clinic.phone):
        missing = "phone" if sheet.clinic.name else "name"
        yield SheetCheck("letterhead", "open", {"missing": missing}, Place("clinic", missing))
    yield _size(sheet, asked)
    yield from note_checks(sheet, asked)
    yield reading_check(sheet, asked)
    yield from letter_checks(sheet, asked)
    yield from fit_checks(sheet, made, asked)
    yield SheetCheck("safety", "good")
    yield _pictures(sheet, asked)
    yield SheetCheck("screen-readers", "good" if made.is_tagged else "note")


def _size(sheet: Sheet, asked: Asked) -> SheetCheck:
    """Exercises and minutes of a session against the limits, minutes of a day against the time that the patient has."""
    limits, minutes, day, count = asked.limits, round(sheet.session_minutes), round(sheet.day_minutes), len(sheet.exercises)
    over = "exercises" if count > limits.warn_over else "session" if minutes > limits.session_min else ""
    if not over and asked.minutes_a_day is not None and day > asked.minutes_a_day:
        over = "day"
    values: dict[str, CheckValue] = {"n": count, "minutes": minutes, "day": day, "over": over}
    values |= {"limit": limits.session_min, "most": limits.warn_over, "time": asked.minutes_a_day or 0}
    if not over:
        return SheetCheck("size", "good", values)
    longest = max(sheet.exercises, key=lambda each: each.dosage.day_minutes(each.sides))
    return SheetCheck("size", "open", values, Place("exercise", longest.id))


def _pictures(sheet: Sheet, asked: Asked) -> SheetCheck:
    """Each exercise has one picture of its start and one of its end."""
    bare = [each for each in sheet.exercises if each.start is None or each.finish is None]
    there = sum((each.start is not None) + (each.finish is not None) for each in sheet.exercises)
    values: dict[str, CheckValue] = {"n": there, "wanted": 2 * len(sheet.exercises)}
    if not bare:
        return SheetCheck("pictures", "good", values)
    values["names"] = tuple(say(each.exercise.name, asked.language) for each in bare)
    return SheetCheck("pictures", "open", values, Place("exercise", bare[0].id))
