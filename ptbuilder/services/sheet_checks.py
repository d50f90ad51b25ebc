"""What is looked at before a sheet is printed, as values; nothing here blocks printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.suggestion import Limits
from ptbuilder.domain.text import say, say_all
from ptbuilder.wording.steps import fill

CheckKey = Literal["questions", "name", "letterhead", "size", "reading", "pictures", "letters", "screen-readers", "safety"]
CheckState = Literal["good", "open", "note"]

GRADE_LIMIT = 6.0
"""Flesch-Kincaid grade that a patient's sheet should not pass (plain-language advice of CDC and NIH: grade 6)."""


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """One check: how it stands, its numbers by name, and the prescription (``subject``) where it can be mended."""

    key: CheckKey
    state: CheckState
    values: Mapping[str, str | float] = field(default_factory=dict)
    subject: str = ""


def check_sheet(sheet: Sheet, *, open_questions: int, limits: Limits, is_tagged: bool) -> tuple[SheetCheck, ...]:
    """All checks of a sheet whose document could be made, the open ones first; reads the texts, so it belongs on a worker."""
    found = tuple(_checks(sheet, open_questions, limits, is_tagged))
    return tuple(sorted(found, key=lambda each: each.state == "good"))


def _checks(sheet: Sheet, open_questions: int, limits: Limits, is_tagged: bool) -> Iterator[SheetCheck]:
    if open_questions:
        yield SheetCheck("questions", "open", {"n": open_questions})
    if not sheet.person.name:
        yield SheetCheck("name", "open")
    if not (sheet.clinic.name and sheet.clinic.phone):
        yield SheetCheck("letterhead", "open", {"missing": "phone" if sheet.clinic.name else "name"})
    yield _size(sheet, limits)
    yield _reading(sheet)
    yield SheetCheck("safety", "good")
    yield _pictures(sheet)
    yield SheetCheck("letters", "good")
    yield SheetCheck("screen-readers", "good" if is_tagged else "note")


def _size(sheet: Sheet, limits: Limits) -> SheetCheck:
    minutes = round(sheet.session_minutes)
    count = len(sheet.exercises)
    values = {"n": count, "minutes": minutes, "limit": limits.session_min, "most": limits.warn_over}
    too_much = count > limits.warn_over or minutes > limits.session_min
    longest = max(sheet.exercises, key=lambda each: each.dosage.session_minutes(each.sides), default=None)
    return SheetCheck("size", "open" if too_much else "good", values, longest.id if longest and too_much else "")


def _reading(sheet: Sheet) -> SheetCheck:
    """The whole English text of each exercise with its note; Spanish is judged when the library is checked."""
    from ptbuilder.library.plain_language import reading_grade

    graded = [(round(reading_grade(_text(each)), 1), each) for each in sheet.exercises if _text(each)]
    if not graded:
        return SheetCheck("reading", "good", {"grade": 0, "limit": GRADE_LIMIT, "name": ""})
    grade, hardest = max(graded, key=lambda pair: pair[0])
    values: dict[str, str | float] = {"grade": max(grade, 0), "limit": GRADE_LIMIT, "name": say(hardest.exercise.name, "en")}
    is_open = grade > GRADE_LIMIT
    return SheetCheck("reading", "open" if is_open else "good", values, hardest.id if is_open else "")


def _text(item: SheetExercise) -> str:
    """What the patient reads of one exercise, in English, each part as a sentence."""
    record = item.exercise
    parts = (*say_all(record.steps, "en"), say(record.feel, "en"), say(record.stop_if, "en"))
    filled = [*(fill(each, item.side, "en") for each in parts if each), *([item.note] if item.note else [])]
    return " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in filled)


def _pictures(sheet: Sheet) -> SheetCheck:
    wanted = 2 * len(sheet.exercises)
    there = sum((each.start is not None) + (each.finish is not None) for each in sheet.exercises)
    return SheetCheck("pictures", "good" if there == wanted else "note", {"n": there, "wanted": wanted})
