"""One typed line as a finding with side, severity and date, or as one of the few commands that the same field takes.

Only what stands at the end of the line is read ("hip fl b2", "knee pain 6/10", "facet 2 mar"); what cannot be read stays part
of the search.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import FindingKind, Grade, Level, Onset, Side
from ptbuilder.services.desk.typed_day import read_day

SIDES: dict[str, Side] = {"l": "left", "r": "right", "b": "both", "left": "left", "right": "right", "both": "both"}
GRADES: dict[str, Grade] = {
    "1": "mild",
    "2": "moderate",
    "3": "severe",
    "mild": "mild",
    "mod": "moderate",
    "moderate": "moderate",
    "sev": "severe",
    "severe": "severe",
}
LEVELS: dict[str, Level] = {"low": "low", "mod": "moderate", "moderate": "moderate", "high": "high"}
ONSETS: dict[str, Onset] = {"acute": "acute", "subacute": "subacute", "chronic": "chronic"}

_SIDE_AND_GRADE = re.compile(r"([lrb])([123])|([123])([lrb])")
_OUT_OF = re.compile(r"(\d{1,2}(?:\.\d)?)/(5|10)")
_LONGEST_TAIL = 3
"""A date may have three words: 2 mar 2026."""


@dataclass(frozen=True, slots=True)
class Command:
    """What the line does instead of adding a finding; ``value`` is a level, an onset, ``none``, or words for a thing at home."""

    kind: Literal["irritability", "red-flags", "onset", "equipment"]
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it was understood: the words to search for, and what stood behind them. ``value`` counts ``out_of`` 5 or 10."""

    text: str
    side: Side | None = None
    grade: Grade | None = None
    value: float | None = None
    out_of: int | None = None
    on: date | None = None
    command: Command | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing but words to search for was typed."""
        return self == Entry(self.text)


def read_entry(line: str, today: date) -> Entry:
    """The line as it is understood on that day; never raises."""
    words = line.lower().split()
    command = _read_command(words)
    if command is not None:
        return Entry(" ".join(line.split()), command=command)
    entry, kept = Entry(""), len(words)
    while kept > 1:
        taken = _read_tail(entry, words[:kept], today)
        if taken is None:
            break
        entry, count = taken
        kept -= count
    return replace(entry, text=" ".join(line.split()[:kept]))


def as_finding(entry: Entry, kind: FindingKind, library: Library) -> tuple[Finding, tuple[str, ...]]:
    """The finding that the entry makes of ``kind``, and a sentence for each part of it that does not fit the kind."""
    ignored: list[str] = []
    side = entry.side
    if side is not None and side not in kind.sides:
        side = None
        ignored.append("This finding has no side." if not kind.sides else "This finding cannot be on both sides.")
    value, scale = entry.value, library.scales.get(kind.scale)
    if value is not None and (scale is None or scale.high != entry.out_of):
        value = None
        ignored.append(f"This finding is not counted out of {entry.out_of}.")
    on = entry.on
    if on is not None and not kind.is_procedure:
        on = None
        ignored.append("Only a procedure has a date.")
    return Finding(kind.code, side=side, grade=entry.grade, value=value, on=on), tuple(ignored)


def find_equipment(text: str, library: Library) -> tuple[str, ...]:
    """The things at home that the words may name, by the beginnings of the words of their names or codes."""
    typed = text.lower().split()
    found = []
    for code, thing in library.equipment.items():
        words = {word for name in (code, *thing.name.values()) for word in re.split(r"[\W_]+", name.lower())}
        if typed and all(any(word.startswith(each) for word in words) for each in typed):
            found.append(code)
    return tuple(sorted(found, key=lambda code: (code != "-".join(typed), len(code))))


def _read_command(words: list[str]) -> Command | None:
    if len(words) == 1 and words[0] in ONSETS:
        return Command("onset", ONSETS[words[0]])
    if len(words) == 2 and words[0] == "irr" and words[1] in LEVELS:
        return Command("irritability", LEVELS[words[1]])
    if words == ["rf", "none"]:
        return Command("red-flags", "none")
    if len(words) > 1 and words[0] == "home":
        return Command("equipment", " ".join(words[1:]))
    return None


def _read_tail(entry: Entry, words: list[str], today: date) -> tuple[Entry, int] | None:
    """The entry with what the last words say and how many words that took; at least one word is left to search for."""
    last = words[-1]
    if entry.on is None:
        for count in range(min(_LONGEST_TAIL, len(words) - 1), 0, -1):
            on = read_day(words[-count:], today, "past")
            if on is not None:
                return replace(entry, on=on), count
    if last in SIDES and entry.side is None:
        return replace(entry, side=SIDES[last]), 1
    if last in GRADES and entry.grade is None:
        return replace(entry, grade=GRADES[last]), 1
    pair = _SIDE_AND_GRADE.fullmatch(last)
    if pair and entry.side is None and entry.grade is None:
        side, grade = pair[1] or pair[4], pair[2] or pair[3]
        return replace(entry, side=SIDES[side], grade=GRADES[grade]), 1
    count_of = _OUT_OF.fullmatch(last)
    if count_of and entry.value is None and float(count_of[1]) <= int(count_of[2]):
        return replace(entry, value=float(count_of[1]), out_of=int(count_of[2])), 1
    return None
