"""What a program should say by the reporting standards CERT (16 items) and TIDieR (12 items), and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Literal

from ptbuilder.domain.values import dataclass

ReportKey = Literal[
    "equipment",
    "provider",
    "grouping",
    "supervision",
    "adherence",
    "motivation",
    "progression",
    "description",
    "home",
    "other-care",
    "adverse-events",
    "setting",
    "dose",
    "tailoring",
    "start-level",
    "fidelity",
    "name",
    "goals",
    "changes",
    "outcome",
]
ReportState = Literal["present", "missing", "not-yet"]

ITEMS: Mapping[ReportKey, tuple[int, tuple[int, ...]]] = {
    "equipment": (1, (3,)),
    "provider": (2, (5,)),
    "grouping": (3, (6,)),
    "supervision": (4, (6,)),
    "adherence": (5, (11,)),
    "motivation": (6, ()),
    "progression": (7, ()),
    "description": (8, (4,)),
    "home": (9, ()),
    "other-care": (10, ()),
    "adverse-events": (11, ()),
    "setting": (12, (7,)),
    "dose": (13, (8,)),
    "tailoring": (14, (9,)),
    "start-level": (15, ()),
    "fidelity": (16, (11,)),
    "name": (0, (1,)),
    "goals": (0, (2,)),
    "changes": (0, (10,)),
    "outcome": (0, (12,)),
}
"""CERT item (0 where none) and TIDieR items of each fact, as the exercise record of the clinical specification maps them."""


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One fact: whether the program says it, what it says, and the prescription (``subject``) where it can be mended.

    ``not-yet`` does not apply before the patient comes back; it counts as complete.
    """

    key: ReportKey
    state: ReportState
    values: Mapping[str, str | int] = field(default_factory=dict)
    subject: str = ""

    @property
    def cert(self) -> int:
        """The CERT item, 0 where the fact is none."""
        return ITEMS[self.key][0]

    @property
    def tidier(self) -> tuple[int, ...]:
        """The TIDieR items that the fact belongs to."""
        return ITEMS[self.key][1]


@dataclass(frozen=True, slots=True)
class ReportCount:
    """How many items of a standard are complete."""

    complete: int
    of: int


def cert_count(items: Iterable[ReportItem]) -> ReportCount:
    """Complete items of the 16 of CERT."""
    return _count((each.cert, each.state) for each in items if each.cert)


def tidier_count(items: Iterable[ReportItem]) -> ReportCount:
    """Complete items of the 12 of TIDieR; an item that needs two facts is complete with both."""
    return _count((number, each.state) for each in items for number in each.tidier)


def _count(states: Iterable[tuple[int, ReportState]]) -> ReportCount:
    numbers: set[int] = set()
    missing: set[int] = set()
    for number, state in states:
        numbers.add(number)
        if state == "missing":
            missing.add(number)
    return ReportCount(len(numbers) - len(missing), len(numbers))
