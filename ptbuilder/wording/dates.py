"""Dates and times in words: months always as words, day and month kept together."""

from __future__ import annotations

from datetime import date, datetime

from ptbuilder.wording.numbers import NO_BREAK

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}
_WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
_SHORT = {"en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], "es": ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]}


def _month(on: date, language: str) -> str:
    return _MONTHS[language][on.month - 1]


def day(on: date, language: str, paper: str) -> str:
    """``12 March 2026``; ``March 12, 2026`` on Letter; ``12 de marzo de 2026``."""
    if language == "es":
        return f"{day_month(on, language, paper)} de {on.year}"
    return f"{day_month(on, language, paper)}{',' if paper == 'letter' else ''} {on.year}"


def day_month(on: date, language: str, paper: str) -> str:
    """The same without the year."""
    month = _month(on, language)
    if language == "es":
        return f"{on.day}{NO_BREAK}de{NO_BREAK}{month}"
    return f"{month}{NO_BREAK}{on.day}" if paper == "letter" else f"{on.day}{NO_BREAK}{month}"


def weekday(on: date, language: str) -> str:
    """The weekday in full."""
    return _WEEKDAYS[language][on.weekday()]


def short_weekday(on: date, language: str) -> str:
    """The weekday of the log's columns: ``Mon``, ``lun``."""
    return _SHORT[language][on.weekday()]


def weekday_day(on: date, language: str, paper: str) -> str:
    """``Thursday 26 March``; ``Thursday, March 26`` on Letter; ``jueves 26 de marzo``."""
    comma = "," if language == "en" and paper == "letter" else ""
    return f"{weekday(on, language)}{comma} {day_month(on, language, paper)}"


def clock(at: datetime, paper: str) -> str:
    """``10:30``; ``10:30 AM`` on Letter."""
    if paper != "letter":
        return f"{at.hour}:{at.minute:02}"
    return f"{at.hour % 12 or 12}:{at.minute:02}{NO_BREAK}{'AM' if at.hour < 12 else 'PM'}"


def visit(at: datetime, language: str, paper: str) -> str:
    """A visit in words: weekday, day and time; without the time where it is midnight, which no clinic means."""
    words = weekday_day(at.date(), language, paper)
    return words if (at.hour, at.minute) == (0, 0) else f"{words}, {clock(at, paper)}"


def span(first: date, last: date, language: str, paper: str) -> str:
    """``10 to 25 March``, ``28 March to 4 April``; ``March 10 to 25``; ``del 10 al 25 de marzo``; years where they differ."""
    if first.year != last.year:
        a, b = day(first, language, paper), day(last, language, paper)
    elif first.month != last.month:
        a, b = day_month(first, language, paper), day_month(last, language, paper)
    elif language == "en" and paper == "letter":
        a, b = day_month(first, language, paper), str(last.day)
    else:
        a, b = str(first.day), day_month(last, language, paper)
    return f"del {a} al {b}" if language == "es" else f"{a} to {b}"


def since(first: date, language: str, paper: str) -> str:
    """An open span: ``from 10 March``, ``desde el 10 de marzo``."""
    return f"{'desde el' if language == 'es' else 'from'} {day_month(first, language, paper)}"
