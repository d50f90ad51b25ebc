"""A sample patient as the empty page offers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptbuilder.domain.patient import Patient


@dataclass(frozen=True, slots=True)
class SampleCase:
    """A made-up person whose case shows the way; ``code`` is what opening one is asked with."""

    code: str
    patient: Patient
    age: int | None
    about: str
