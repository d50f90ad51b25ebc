"""What the clinic and the therapist wrote on a sheet, each text with the place where it is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from ptbuilder.domain.activity import OWN, ActivityRow
from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.text import Text, say
from ptbuilder.domain.values import dataclass

PlaceKind = Literal[
    "nowhere",
    "questions",
    "patient",
    "clinic",
    "message",
    "note",
    "dose",
    "exercise",
    "activity",
    "findings",
    "equipment",
    "layout",
    "page",
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is changed; ``subject`` is a field of the clinic, a prescription, the code of an activity, a page."""

    kind: PlaceKind = "nowhere"
    subject: str = ""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text as it was typed; ``name`` is that of the exercise or activity it belongs to, empty for others."""

    place: Place
    text: str
    name: Text = field(default_factory=dict)


def notes(sheet: Sheet) -> Iterator[WrittenText]:
    """What the therapist wrote for the patient: messages, notes on exercises, own words about activities."""
    for message in sheet.messages:
        yield WrittenText(Place("message"), message)
    for item in sheet.exercises:
        if item.note:
            yield WrittenText(Place("note", item.id), item.note, item.exercise.name)
    for row in sheet.activities.printed:
        words = _own_words(row)
        if words:
            yield WrittenText(Place("activity", row.code), words, row.name)


def written(sheet: Sheet) -> Iterator[WrittenText]:
    """The notes, and what the letterhead and the patient's name say."""
    yield from notes(sheet)
    yield WrittenText(Place("patient"), sheet.person.name)
    for part in ("name", "address", "phone", "therapist", "credentials", "emergency_name"):
        yield WrittenText(Place("clinic", part), getattr(sheet.clinic, part))
    for item in sheet.exercises:
        yield WrittenText(Place("exercise", item.id), say(item.exercise.name, "en"), item.exercise.name)


def is_own_name(row: ActivityRow) -> bool:
    """Whether the therapist typed the name of this row."""
    return row.code.startswith(OWN)


def is_own_note(row: ActivityRow) -> bool:
    """Whether the therapist typed the words beside the day; they stand under English alone, since nobody translates them."""
    return row.is_changed and set(row.note) == {"en"}


def _own_words(row: ActivityRow) -> str:
    """What a therapist typed in this row."""
    typed = [row.name.get("en", "")] if is_own_name(row) else []
    if is_own_note(row):
        typed.append(row.note["en"])
    return ". ".join(typed)
