"""A next visit as it is typed: "26 mar 10:30", "thu 9", "+14", "+2w 10:30"."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from ptbuilder.services.desk.typed_day import read_day

SOONEST_HOUR = 7
"""A bare hour below this is meant after noon: no clinic opens at 3 in the morning."""

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(am|pm)?")
_HOUR = re.compile(r"(\d{1,2})(am|pm|h)?")


def read_visit(text: str, today: date) -> datetime | None:
    """The day and time meant, midnight where no time was typed; None where it cannot be read or lies before ``today``."""
    words = text.lower().replace(",", " ").split()
    for count in range(len(words), 0, -1):
        day = read_day(words[:count], today, "future")
        if day is None or day < today:
            continue
        at = _clock(words[count:])
        return None if at is None else datetime.combine(day, at)
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
