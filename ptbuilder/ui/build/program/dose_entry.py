"""Reads a dose typed in one go: ``3x10 h8 r20 2/d 5/w``."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from ptbuilder.domain.dosage import Dosage

_PARTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"(\d{1,2})[x×*](\d{1,3})"), ("sets", "reps")),
    (re.compile(r"h(\d{1,4})s?"), ("hold_s",)),
    (re.compile(r"r(\d{1,3})s?"), ("rest_s",)),
    (re.compile(r"(\d{1,2})/d"), ("per_day",)),
    (re.compile(r"([1-7])/w"), ("per_week",)),
    (re.compile(r"(\d{1,3})m(?:in)?"), ("minutes",)),
)
LETTERS = re.compile(r"[\d x×*hrdwmins/]*", re.IGNORECASE)
"""All that may stand in a field while a dose is typed."""
NUMBERS = ("sets", "reps", "hold_s", "rest_s", "minutes", "per_day", "per_week")
"""The parts of a dose that are numbers, in the order in which they are read and shown."""


def read_dose(text: str, dosage: Dosage) -> Dosage | None:
    """``dosage`` with the typed parts in it, in any order; None where a part cannot be read or is zero times."""
    values = typed_numbers(text)
    if not values or any(values.get(name) == 0 for name in ("sets", "reps", "per_day", "minutes")):
        return None
    return replace(dosage, **values)  # type: ignore[arg-type]


def typed_numbers(text: str) -> dict[str, int]:
    """The typed parts by name, whatever their size; empty where a part cannot be read."""
    values: dict[str, int] = {}
    for word in text.lower().split():
        found = next(((match, names) for form, names in _PARTS if (match := form.fullmatch(word))), None)
        if found is None:
            return {}
        values.update(zip(found[1], (int(each) for each in found[0].groups()), strict=True))
    return values


def changed_numbers(before: Dosage, after: Dosage) -> frozenset[str]:
    """The names of the parts that differ."""
    return frozenset(each.name for each in fields(Dosage) if getattr(before, each.name) != getattr(after, each.name))
