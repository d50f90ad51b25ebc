"""A sample patient as the empty page offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ptbuilder.domain.patient import Patient


class SampleCase(NamedTuple):
    """A made-up person whose case shows the way; ``code`` is what opening one is asked with."""

    code: str
    patient: Patient
    age: int | None
    about: str
