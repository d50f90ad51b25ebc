"""A sheet that can be printed in any case: letters without a face as a question mark, texts longer than a page cut and marked.

A logo that cannot be printed is left out. Nothing but a danger sign keeps a sheet from the printer; what was changed here is
said by the checks before printing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ptbuilder.domain.activity import ActivityRow
from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.handout import Alteration, Handout, Referral, Sheet
from ptbuilder.domain.values import dataclass
from ptbuilder.services.paper.logo import is_printable as is_printable_logo
from ptbuilder.services.paper.sheet_texts import is_own_name, is_own_note

INSTEAD = "?"
"""Printed where no face has the letter."""
MOST_LETTERS = (600, 300, 150, 60)
"""A text is cut to so many letters where it does not fit on a page; the first length that fits is taken."""
MOST_NAMES = 12
"""So many stopped exercises are named then."""
MOST_IN_HEAD: Mapping[str, int] = {
    "name": 100,
    "address": 160,
    "phone": 40,
    "therapist": 80,
    "credentials": 60,
    "emergency_name": 100,
}
"""So many letters of each part of the letterhead are printed then; 80 of the patient's name."""

Printed = TypeVar("Printed", Sheet, Referral)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A finished document, and the sheet as it was printed: equal to the one that was asked for unless something was changed."""

    handout: Handout
    sheet: Sheet


def fitted(sheet: Sheet, render: Callable[[Sheet], Handout]) -> Fitted:
    """Print ``sheet``, changed no more than it must be; raises BadInput only where even that is refused."""
    try:
        return Fitted(render(sheet), sheet)
    except BadInput:
        pass
    *tries, last = _tries(with_printable_logo(sheet))
    for each in tries:
        try:
            return _altered(render(each), sheet, each)
        except BadInput:
            continue
    return _altered(render(last), sheet, last)


def _altered(handout: Handout, asked: Sheet, printed: Sheet) -> Fitted:
    """The document with what was changed to print it."""
    lettered = with_letters(asked)
    found = letters_altered(asked, lettered)
    if replace(printed, choices=asked.choices, clinic=replace(printed.clinic, logo=asked.clinic.logo)) != lettered:
        found.append("shortened")
    if printed.choices.layout != asked.choices.layout:
        found.append("layout")
    return Fitted(replace(handout, altered=(*found, *logo_altered(asked, printed))), printed)


def letters_altered(asked: Printed, lettered: Printed) -> list[Alteration]:
    """Whether ``with_letters`` put question marks into ``lettered``, and did not only compose its letters."""
    composed: Printed = _each_text(asked, _composed)
    return ["letters"] if composed != lettered else []


def with_printable_logo(printed: Printed) -> Printed:
    """A copy without the clinic's logo where that cannot be printed, as one that was kept before files were looked into."""
    if is_printable_logo(printed.clinic.logo):
        return printed
    bare: Printed = replace(printed, clinic=replace(printed.clinic, logo=b""))
    return bare


def logo_altered(asked: Sheet | Referral, printed: Sheet | Referral) -> list[Alteration]:
    """What ``with_printable_logo`` changed."""
    return ["logo"] if asked.clinic.logo != printed.clinic.logo else []


def with_letters(printed: Printed) -> Printed:
    """A copy in which every character that no face draws is a question mark."""
    from ptbuilder.handout.faces import BREAKS, is_printable

    def letters(text: str) -> str:
        return "".join(each if each in BREAKS or is_printable(each) else INSTEAD for each in _composed(text))

    mended: Printed = _each_text(printed, letters)
    return mended


def missing_letters(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that no face draws, each once."""
    from ptbuilder.handout.faces import BREAKS, is_printable

    return tuple(dict.fromkeys(each for each in _composed(text) if each not in BREAKS and not is_printable(each)))


def _tries(sheet: Sheet) -> Iterator[Sheet]:
    """Ever more changed sheets: letters, then short texts, then the layout that can part everything."""
    lettered = with_letters(sheet)
    yield lettered
    short = lettered
    for most in MOST_LETTERS:
        short = _shortened(lettered, most)
        yield short
    yield replace(short, choices=replace(short.choices, layout="standard"))


def _shortened(sheet: Sheet, most: int) -> Sheet:
    """A copy in which what can be typed has at most so many letters; the library's own words are cut at the longest alone."""

    def cut(text: str) -> str:
        return _beginning(text, most)

    def cut_long(text: str) -> str:
        return _beginning(text, MOST_LETTERS[0])

    exercises = tuple(replace(each, note=cut(each.note), exercise=_each_text(each.exercise, cut_long)) for each in sheet.exercises)
    rows = tuple(_shortened_row(_each_text(each, cut_long), cut) for each in sheet.activities.rows)
    part = sheet.clinician
    overrides = tuple(replace(each, reason=cut(each.reason), by=cut(each.by)) for each in part.overrides)
    reporting = _each_text(part.reporting, cut)
    head = {part: _beginning(getattr(sheet.clinic, part), letters) for part, letters in MOST_IN_HEAD.items()}
    return replace(
        sheet,
        clinic=replace(sheet.clinic, **head),  # type: ignore[arg-type]
        person=replace(sheet.person, name=_beginning(sheet.person.name, MOST_IN_HEAD["therapist"])),
        exercises=exercises,
        activities=replace(sheet.activities, rows=rows),
        messages=tuple(map(cut, sheet.messages)),
        stopped=_each_text(sheet.stopped[:MOST_NAMES], cut_long),
        clinician=replace(part, goals=cut(part.goals), overrides=overrides, reporting=reporting),
    )


def _shortened_row(row: ActivityRow, cut: Callable[[str], str]) -> ActivityRow:
    """A row of the table of activities with the therapist's own words cut."""
    name = _each_text(row.name, cut) if is_own_name(row) else row.name
    return replace(row, name=name, note=_each_text(row.note, cut) if is_own_note(row) else row.note)


def _beginning(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rstrip() + "…"


def _composed(text: str) -> str:
    import unicodedata

    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of a value of the domain with each text in it changed; what holds no text comes back as it is."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each_text(each, change) for each in value)
    if isinstance(value, Mapping):
        return {key: _each_text(each, change) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Drawing | HandoutChoices | Dosage):
        changed = {info.name: _each_text(getattr(value, info.name), change) for info in fields(value) if info.init}
        return replace(value, **changed)
    return value
