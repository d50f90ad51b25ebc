"""A day as it is typed: "2 mar", "mar 2", "2 mar 2026", "2026-03-02"; "10d" ago; "+14", "+2w" and "thu" ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_FEWEST_LETTERS = 3
_YEARS = 5
"""So many years are looked through for a 29 February."""

_AGO = re.compile(r"(\d{1,4})d")
_AHEAD = re.compile(r"\+(\d{1,3})([dw]?)")
_YEAR = re.compile(r"\d{4}")


def read_day(words: Sequence[str], today: date, nearest: Literal["past", "future"]) -> date | None:
    """The day that all the words, in small letters, name; None where they name none.

    Without a year it is the ``nearest`` such day up to today or from today on. Days ago belong to the past; days and weeks ahead
    and weekdays (the next one after today) to the future. A day with a year may lie anywhere.
    """
    if len(words) == 1:
        return _in_figures(words[0]) or (_ago(words[0], today) if nearest == "past" else _ahead(words[0], today))
    if nearest == "future" and len(words) > 2 and weekday_of(words[0]) is not None:
        words = words[1:]
    if not 2 <= len(words) <= 3 or (len(words) == 3 and not _YEAR.fullmatch(words[2])):
        return None
    for day, month in ((words[0], words[1]), (words[1], words[0])):
        number = _place(month, _MONTHS)
        if day.isdecimal() and number is not None:
            step = -1 if nearest == "past" else 1
            years = (int(words[2]),) if len(words) == 3 else range(today.year, today.year + step * _YEARS, step)
            found = (each for year in years if (each := _date(year, number + 1, int(day))) is not None)
            return next((each for each in found if len(words) == 3 or (each - today).days * step >= 0), None)
    return None


def weekday_of(word: str) -> int | None:
    """The weekday (0 is Monday) whose name begins so, with three letters or more."""
    return _place(word, WEEKDAYS)


def _place(word: str, names: Sequence[str]) -> int | None:
    """Which name begins so; "weds", "sept." and "mondays" are taken too, "decreased" is no December."""
    stem = word.rstrip("s.")
    if len(stem) < _FEWEST_LETTERS:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(stem)), None)


def _in_figures(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if "-" in word else None
    except ValueError:
        return None


def _ago(word: str, today: date) -> date | None:
    days = _AGO.fullmatch(word)
    return today - timedelta(days=int(days[1])) if days else None


def _ahead(word: str, today: date) -> date | None:
    ahead, weekday = _AHEAD.fullmatch(word), weekday_of(word)
    if ahead:
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] == "w" else 1))
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
