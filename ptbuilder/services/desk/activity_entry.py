"""When something may start again, as it is typed: "8", "day 8", "2w", "25 mar", "+3", "now"."""

from __future__ import annotations

import re
from datetime import date

from ptbuilder.services.desk.typed_day import read_day, weekday_of

LATEST = 999
"""No table looks further ahead than this many days."""

_NOW = frozenset({"now", "today"})
_DAY = re.compile(r"(?:day|d)?\s*(\d{1,3})\s*(?:d|days?)?")
_WEEK = re.compile(r"(\d{1,2})\s*(?:w|weeks?)")


def read_start(text: str, zero: date | None, today: date) -> int | None:
    """The day counted from the procedure (``zero``) that is meant; None where it cannot be read or lies before the procedure.

    A date needs ``zero``. Weekdays and ``+3`` count from ``today``, dates without a year are the next ones after the procedure.
    """
    said = " ".join(text.lower().replace(",", " ").split())
    if days := _DAY.fullmatch(said):
        return int(days[1])
    if weeks := _WEEK.fullmatch(said):
        return min(7 * int(weeks[1]), LATEST)
    if zero is None or not said:
        return None
    if said in _NOW:
        return _within((today - zero).days)
    words = said.split()
    is_ahead = said.startswith("+") or weekday_of(words[0]) is not None
    meant = read_day(words, today if is_ahead else zero, "future")
    return None if meant is None else _within((meant - zero).days)


def _within(day: int) -> int | None:
    return day if 0 <= day <= LATEST else None
