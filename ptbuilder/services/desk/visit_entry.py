"""A next visit as it is typed: "26 mar 10:30", "thu 9", "+14", "+2w 10:30"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SOONEST_HOUR = 7
"""A bare hour below this is meant after noon: no clinic opens at 3 in the morning."""

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(am|pm)?")
_HOUR = re.compile(r"(\d{1,2})(am|pm|h)?")
_AHEAD = re.compile(r"\+(\d{1,3})([dw]?)")


def read_visit(text: str, today: date) -> datetime | None:
    """The day and time meant, midnight where no time was typed; None where it cannot be read or lies before ``today``."""
    words = text.lower().replace(",", " ").split()
    for count in range(len(words), 0, -1):
        day = _day(words[:count], today)
        if day is None or day < today:
            continue
        at = _clock(words[count:])
        return None if at is None else datetime.combine(day, at)
    return None


def _day(words: list[str], today: date) -> date | None:
    if len(words) == 1:
        return _one_word(words[0], today)
    if words[0][:3] in WEEKDAYS and words[0].isalpha():
        return _day(words[1:], today) if len(words) > 2 else None
    year = words[2] if len(words) == 3 else None
    if len(words) > 3 or (year is not None and not re.fullmatch(r"\d{4}", year)):
        return None
    for day, month in (words[:2], words[1::-1]):
        if day.isdigit() and month.isalpha() and month[:3] in MONTHS:
            return _next_such_day(int(day), MONTHS.index(month[:3]) + 1, int(year) if year else None, today)
    return None


def _one_word(word: str, today: date) -> date | None:
    """``+14`` and ``+2w`` ahead, a weekday (the next one after today), or a date in figures."""
    ahead = _AHEAD.fullmatch(word)
    if ahead:
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] == "w" else 1))
    if word.isalpha() and word[:3] in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(word[:3]) - today.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(word) if "-" in word else None
    except ValueError:
        return None


def _next_such_day(day: int, month: int, year: int | None, today: date) -> date | None:
    for each in (year,) if year else range(today.year, today.year + 5):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None


def _clock(words: list[str]) -> time | None:
    """The time that the rest says, midnight for nothing, None where it is no time."""
    said = "".join(words)
    if not said:
        return time()
    exact, hour = _CLOCK.fullmatch(said), _HOUR.fullmatch(said)
    if exact:
        return _time(int(exact[1]), int(exact[2]), exact[3])
    if hour:
        number = int(hour[1])
        return _time(number, 0, hour[2] or ("pm" if 0 < number < SOONEST_HOUR else None))
    return None


def _time(hour: int, minute: int, half: str | None) -> time | None:
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
