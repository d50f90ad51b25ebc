"""Numbers that never part from their unit, spans of time, and lists of things."""

from __future__ import annotations

import re
from collections.abc import Sequence

NO_BREAK = "\u00a0"
_NUMBER_AND_WORD = re.compile(r"(?<=\d) (?=[^\W\d])")


def glue(text: str) -> str:
    """The same words with a no-break space behind each number that a word follows."""
    return _NUMBER_AND_WORD.sub(NO_BREAK, text)


def number(value: float) -> str:
    """The number without a needless ``.0``."""
    return str(int(value)) if value == int(value) else f"{value:g}"


def count(value: float, one: str, many: str) -> str:
    """``1 day``, ``3 days``: number and word with a no-break space between them."""
    return f"{number(value)}{NO_BREAK}{one if value == 1 else many}"


def span(seconds: float, language: str) -> str:
    """Seconds in words: whole minutes from one minute on, else seconds (``90 seconds``, never ``1.5 minutes``)."""
    if seconds >= 60 and seconds % 60 == 0:
        return minutes(seconds / 60, language)
    return count(seconds, "segundo", "segundos") if language == "es" else count(seconds, "second", "seconds")


def short_span(seconds: float, language: str) -> str:
    """The same span in the compact form: ``20 sec``, ``1 min``; Spanish ``20 s``."""
    if seconds >= 60 and seconds % 60 == 0:
        return f"{number(seconds / 60)}{NO_BREAK}min"
    return f"{number(seconds)}{NO_BREAK}{'s' if language == 'es' else 'sec'}"


def minutes(value: float, language: str) -> str:
    """``1 minute``, ``5 minutes``."""
    return count(value, "minuto", "minutos") if language == "es" else count(value, "minute", "minutes")


def days(value: int, language: str) -> str:
    """``1 day``, ``3 days``."""
    return count(value, "día", "días") if language == "es" else count(value, "day", "days")


def and_list(items: Sequence[str], language: str) -> str:
    """``3``, ``3 and 4``, ``3, 4 and 6``: the last joined by "and"; Spanish "y", or "e" before an i sound."""
    if len(items) < 2:
        return "".join(items)
    word = _spanish_and(items[-1]) if language == "es" else "and"
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _spanish_and(following: str) -> str:
    """``e`` before a word that sounds like i (not before "hie" or "ia"), else ``y``."""
    return "e" if re.match(r"h?[ií](?![ae])", following.lower()) else "y"


def thing_list(items: Sequence[str], language: str) -> str:
    """Things that are needed: English by commas alone, Spanish with "y" before the last."""
    return and_list(items, "es") if language == "es" else ", ".join(items)
