"""Errors that a person can understand and act on; everything else is a bug."""

from __future__ import annotations

from ptbuilder.domain.values import dataclass


class PTBuilderError(Exception):
    """Something the user can mend; its text is a finished sentence."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in foreign input: where it is, and what was expected there."""

    file: str
    record: str
    field: str
    expected: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{place}: {self.expected}" if place else self.expected


class BadInput(PTBuilderError):
    """Input that was refused whole; ``faults`` lists every fault found, nothing was changed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
