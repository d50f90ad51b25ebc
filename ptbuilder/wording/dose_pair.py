"""The dose panel for two languages at once: an icon, a number, and both words behind it."""

from __future__ import annotations

from typing import NamedTuple

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.vocabulary import Side
from ptbuilder.wording.dose import RowKind, plain, rows
from ptbuilder.wording.numbers import NO_BREAK, number


class PairRow(NamedTuple):
    """A row of the panel: the number in bold (empty where there is none) and the words in both languages."""

    kind: RowKind
    number: str
    words: str


def pair_rows(dosage: Dosage, side: Side | None) -> tuple[PairRow, ...]:
    """The rows in their order; times a day fall away where it is once a day on some days of the week."""
    told = plain(dosage)
    found: list[PairRow] = []
    for english, spanish in zip(rows(told, side, "en"), rows(told, side, "es"), strict=True):
        if english.kind == "sets":
            found.append(PairRow("sets", english.lines[0], "sets / series"))
        elif english.kind == "when":
            found.extend(_when(told))
        else:
            found.append(_numbered(english.kind, english.lines[0], spanish.lines[0]))
    return tuple(found)


def _numbered(kind: RowKind, english: str, spanish: str) -> PairRow:
    """``20 seconds`` and ``20 segundos`` as 20 and ``seconds / segundos``."""
    first, _, rest = english.replace(NO_BREAK, " ").partition(" ")
    if not first.isdigit():
        return PairRow(kind, "", f"{english} / {spanish}")
    return PairRow(kind, first, f"{rest} / {spanish.replace(NO_BREAK, ' ').partition(' ')[2]}")


def _when(dosage: Dosage) -> list[PairRow]:
    found = []
    if dosage.per_day > 1 or dosage.per_week >= 7:
        found.append(PairRow("when", number(dosage.per_day), "a day / al día"))
    if dosage.per_week < 7:
        found.append(PairRow("when", number(dosage.per_week), "a week / por semana"))
    return found
