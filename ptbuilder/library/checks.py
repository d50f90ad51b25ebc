"""All checks of content over what could be read of a library: the faults, and the exercises that are still to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ptbuilder.domain.errors import Fault
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.library import completeness, links, plain_language, ranges
from ptbuilder.library.file import read_library
from ptbuilder.library.records import Reading
from ptbuilder.library.references import pending_codes, unknown_codes

Complaint = tuple[str, str, str]
"""Record, field, and what was expected there."""

CHECKS: tuple[Callable[[Library], Iterator[Complaint]], ...] = (
    links.complaints,
    completeness.complaints,
    ranges.complaints,
    plain_language.complaints,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found; ``pending`` are catalogue codes that rules name and that are not written yet."""

    faults: tuple[Fault, ...]
    pending: tuple[str, ...]
    exercises: int


def check_library(path: Path) -> Report:
    """Read and check a file; raises PTBuilderError only where it cannot be opened."""
    return check_reading(read_library(path), path.name)


def check_reading(reading: Reading, file: str) -> Report:
    """The faults of form first, then unknown codes, then the faults of content, each once."""
    found = [*reading.faults, *unknown_codes(reading, file)]
    found.extend(Fault(file, *complaint) for check in CHECKS for complaint in check(reading.library))
    return Report(tuple(dict.fromkeys(found)), pending_codes(reading.library), len(reading.library.exercises))
