"""The facts of the summary box: how many, how long, how often, on which days, what to remember, what is needed."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording.fixed import Run, runs, say
from ptbuilder.wording.numbers import NO_BREAK, and_list, days, thing_list


def session_minutes(sheet: Sheet) -> int:
    """Minutes of one session as printed: rounded, at least 1."""
    return max(1, round(sheet.session_minutes))


def day_minutes(sheet: Sheet) -> int:
    """Minutes of the fullest day as printed: rounded, at least 1."""
    return max(1, round(sheet.day_minutes))


def facts(sheet: Sheet, language: str) -> tuple[tuple[Run, ...], ...]:
    """Three facts: exercises, minutes of a session, times a day ("up to" where they differ)."""
    number = len(sheet.exercises)
    length = session_minutes(sheet)
    exercises = runs("fact-exercise" if number == 1 else "fact-exercises", language, n=number)
    minutes = runs("fact-minute" if length == 1 else "fact-minutes", language, m=length)
    return exercises, minutes, _times(sheet, language)


def _times(sheet: Sheet, language: str) -> tuple[Run, ...]:
    often = {each.dosage.per_day for each in sheet.exercises} or {1}
    most = max(often)
    told = runs({1: "fact-once", 2: "fact-twice"}.get(most, "fact-times"), language, k=most)
    return told if len(often) == 1 else (Run(say("up-to", language)), *told)


def times_and_days(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """``Once a day. Do exercise 3 on 3 days a week only.``: how often in bold, then the days, for a sheet in two languages."""
    often = "".join(run.text for run in _times(sheet, language))
    days_told = on_days(sheet, language)
    return (Run(f"{often[:1].upper()}{often[1:]}. ", bold=True), *days_told)


def on_days(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """Which exercises are for which days; every exercise that is not daily is named by its number."""
    by_days: dict[int, list[str]] = {}
    for each in sheet.exercises:
        by_days.setdefault(min(each.dosage.per_week, 7), []).append(str(each.number))
    if not by_days:
        return ()
    one = len(sheet.exercises) == 1
    if len(by_days) == 1:
        [number] = by_days
        if number == 7:
            return runs("one-daily" if one else "all-daily", language)
        return runs("one-days" if one else "all-days", language, days=days(number, language))
    parts: list[Run] = [Run(say("all-daily", language))] if 7 in by_days else []
    for number in sorted(by_days, reverse=True):
        if number != 7:
            parts.extend(_some_days(by_days[number], number, language, parts))
    return tuple(parts)


def _some_days(numbers: list[str], on: int, language: str, before: Sequence[Run]) -> tuple[Run, ...]:
    key = "some-days-1" if len(numbers) == 1 else "some-days"
    told = runs(key, language, i=and_list(numbers, language), days=days(on, language))
    return (Run(" "), *told) if before else told


def remember(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """The one thing to remember, with the pain that is fine."""
    return (*runs("remember", language), *_pain(sheet, language))


def _pain(sheet: Sheet, language: str) -> tuple[Run, ...]:
    limit = sheet.lowest_pain_limit
    if limit is None:
        return ()
    told = (
        say("pain-fine", language, p=limit).replace(f"{limit} ", f"{limit}{NO_BREAK}", 1) if limit else say("pain-none", language)
    )
    return (Run(f" {told}"),)


def needs(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """What the patient needs, each thing once in the order of the exercises."""
    things: dict[str, None] = {}
    for each in sheet.exercises:
        things.update(dict.fromkeys(say_text(name, language) for name in each.equipment))
    if not things:
        return runs("need-nothing", language)
    return runs("need", language, list=thing_list(list(things), language))


def stopped(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """What the last sheet had and this one has not; empty where nothing was stopped."""
    if not sheet.stopped:
        return ()
    return runs("stopped", language, names=", ".join(say_text(name, language) for name in sheet.stopped))


def compact_plan(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """The compact head: ``Your plan: 6 exercises, up to 18 minutes a day.``."""
    number, length = len(sheet.exercises), day_minutes(sheet)
    exercises = f"{number}{NO_BREAK}{say('exercise' if number == 1 else 'exercises', language)}"
    minutes = say("minute" if length == 1 else "minutes", language)
    return runs("minutes-a-day", language, exercises=exercises, m=length, minutes=minutes)
