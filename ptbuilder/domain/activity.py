"""What a patient may do again after a procedure, and from when: the usual rows, what a therapist made of them, what is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date
from typing import Literal

from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Phase

ActivityState = Literal["now", "part", "ask", "later"]
"""Free; only as far as the words say; once the therapist says so; not yet (or nobody knows on which day the procedure was)."""

OWN = "own-"
"""How the code of a row begins that a therapist added."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that a patient goes back to after each of ``procedures``; days count from the procedure, which is day 0.

    It starts on ``day``, else on the first day of ``phase`` after that procedure, and where ``asks`` only when the therapist says
    so. Up to and with the day ``gently_to`` it is done only as ``gently`` says, after it as ``then`` says; ``note`` goes with
    it, to the end of the day ``note_to`` where there is one.
    """

    code: str
    name: Text
    procedures: tuple[str, ...]
    sources: tuple[str, ...]
    strength: str
    day: int | None = None
    phase: Phase | None = None
    asks: bool = False
    gently_to: int | None = None
    gently: Text = field(default_factory=dict)
    then: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)
    note_to: int | None = None


@dataclass(frozen=True, slots=True)
class ActivityChange:
    """What a therapist made of one row, or a row of their own, which has a ``name`` as it was typed.

    ``day`` counts from the procedure and None leaves the usual day; a day that the therapist set needs no further word from
    them. ``words`` take the place of the usual ones; None leaves those.
    """

    code: str
    name: str = ""
    day: int | None = None
    words: str | None = None
    is_hidden: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the therapist added this row."""
        return self.code.startswith(OWN)

    @property
    def is_usual(self) -> bool:
        """Whether nothing is left of the change, so that it need not be kept."""
        return not self.is_own and self == ActivityChange(self.code)


@dataclass(frozen=True, slots=True)
class ActivityPlan:
    """What a therapist made of the table for one program, in the order in which it was done.

    ``is_printed`` None prints the table while a row of it is still to come.
    """

    changes: tuple[ActivityChange, ...] = ()
    is_printed: bool | None = None

    @property
    def is_usual(self) -> bool:
        """Whether the table is as the library has it."""
        return self == ActivityPlan()

    def change(self, code: str) -> ActivityChange:
        """What was made of this row; nothing where the code is not known."""
        return next((each for each in self.changes if each.code == code), ActivityChange(code))

    def with_change(self, change: ActivityChange) -> ActivityPlan:
        """A copy with this change in the place of an earlier one of the same row; one that changes nothing goes."""
        if change.is_usual:
            return self.without(change.code)
        if all(each.code != change.code for each in self.changes):
            return replace(self, changes=(*self.changes, change))
        return replace(self, changes=tuple(change if each.code == change.code else each for each in self.changes))

    def without(self, code: str) -> ActivityPlan:
        """A copy in which this row is back to the usual; a therapist's own row goes."""
        return replace(self, changes=tuple(each for each in self.changes if each.code != code))


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row as it is printed: how it stands on the day of the sheet, and the days in figures and as dates.

    ``day`` is None where only the therapist can say; ``on`` and ``gently_until`` are None where the date of the procedure is not
    known. ``is_new`` marks what becomes free in the stage that is printed, ``is_changed`` what the therapist wrote.
    """

    code: str
    name: Text
    state: ActivityState
    day: int | None = None
    on: date | None = None
    asks: bool = False
    gently_to: int | None = None
    gently_until: date | None = None
    gently: Text = field(default_factory=dict)
    then: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)
    is_new: bool = False
    is_changed: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ActivityTable:
    """The rows in the order of paper; ``procedure`` goes on after "your", ``on`` is its day, where that is known."""

    rows: tuple[ActivityRow, ...] = ()
    procedure: Text = field(default_factory=dict)
    on: date | None = None

    @property
    def printed(self) -> tuple[ActivityRow, ...]:
        """The rows that the therapist did not hide."""
        return tuple(each for each in self.rows if not each.is_hidden)

    @property
    def to_come(self) -> int:
        """How many rows are not free yet."""
        return sum(each.state in ("part", "later") for each in self.printed)


def own_code(taken: Iterable[str]) -> str:
    """A code for one more row of the therapist, which none of ``taken`` has: ``own-1``, ``own-2``."""
    used = frozenset(taken)
    number = 1
    while f"{OWN}{number}" in used:
        number += 1
    return f"{OWN}{number}"
