"""The log in words: its weeks, the names of its days, how an exercise is named in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import dates
from ptbuilder.wording.fixed import Run, say
from ptbuilder.wording.numbers import days


class Week(NamedTuple):
    """One week of the log: its heading and seven days."""

    heading: str
    days: tuple[date, ...]


def weeks(sheet: Sheet, language: str, number: int = 2) -> tuple[Week, ...]:
    """The first ``number`` weeks from the first day of the log."""
    first = sheet.start_log or sheet.printed
    found = []
    for index in range(number):
        span = tuple(first + timedelta(days=7 * index + day) for day in range(7))
        words = dates.span(span[0], span[-1], language, sheet.choices.paper)
        found.append(Week(say("week", language, n=index + 1, days=words), span))
    return tuple(found)


def row_name(of: SheetExercise, language: str) -> tuple[Run, ...]:
    """Number and name of an exercise, and in bold its days where it is not for every day."""
    name = (Run(f"{of.number}", bold=True), Run(f"  {say_text(of.exercise.name, language)}"))
    if of.dosage.per_week >= 7:
        return name
    return (*name, Run(" " + say("log-days", language, days=days(of.dosage.per_week, language)), bold=True))
