"""The table of activities after a procedure in words: when something may start, and what goes with it."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.activity import ActivityRow, ActivityTable
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import dates
from ptbuilder.wording.fixed import say
from ptbuilder.wording.numbers import glue

HEADS = ("act-what", "act-when", "act-how")
"""The heads of the three columns."""


def about(table: ActivityTable, printed: date, language: str, paper: str) -> str:
    """``Your injection was on Monday 2 March.``, or without its date which day is day 0."""
    procedure = say_text(table.procedure, language) or say("procedure", language)
    if table.on is None:
        return say("act-day-0", language, procedure=procedure)
    key = "act-was-on" if table.on <= printed else "act-is-on"
    return say(key, language, procedure=procedure, day=dates.weekday_day(table.on, language, paper))


def name(row: ActivityRow, language: str) -> str:
    """What is done again."""
    return glue(say_text(row.name, language))


def when(row: ActivityRow, language: str, paper: str) -> str:
    """``Now``, ``From Wednesday 25 November``, ``Not before Tuesday 14 April``; in days where there is no date."""
    if row.state == "now":
        return say("act-now", language)
    if row.state == "part":
        return say("act-part", language)
    if row.state == "ask" or row.day is None:
        return say("act-ask", language)
    if row.on is not None:
        key = "act-not-before" if row.asks else "act-from"
        return say(key, language, day=dates.weekday_day(row.on, language, paper))
    if row.day < 2 and not row.asks:
        return say(f"act-day-{('same', 'next')[row.day]}", language)
    return say("act-not-before-n" if row.asks else "act-from-n", language, n=row.day)


def how(row: ActivityRow, language: str, paper: str) -> str:
    """What goes with it, in sentences: until when only a little, what follows, what to mind; empty where there is nothing."""
    parts = [say("act-new", language)] if row.is_new else []
    then = say_text(row.then, language)
    is_limited = row.state in ("part", "later") and row.gently_to is not None
    if is_limited:
        parts.append(_gently(row, language, paper))
    if then:
        parts.append(say("act-then", language, how=then) if is_limited else then[:1].upper() + then[1:])
    if row.asks and row.state == "later":
        parts.append(f"{say('act-ask', language)}.")
    parts.append(say_text(row.note, language))
    return glue(" ".join(each for each in parts if each))


def _gently(row: ActivityRow, language: str, paper: str) -> str:
    gently = say_text(row.gently, language)
    if row.gently_until is None:
        return say("act-until-n", language, n=row.gently_to, how=gently)
    return say("act-until", language, day=dates.weekday_day(row.gently_until, language, paper), how=gently)
