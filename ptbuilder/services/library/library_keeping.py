"""Keeping the library: check it, write it in canonical form, and find exercises and findings in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ptbuilder.domain.errors import Fault
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.library.checks import check_library
from ptbuilder.library.file import format_library


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: faults, catalogue exercises that are not written yet, and how many exercises were read."""

    faults: tuple[Fault, ...]
    pending: tuple[str, ...]
    exercises: int


def check_file(path: Path) -> Checked:
    """All faults of a library file in one run; raises PTBuilderError where it cannot be opened."""
    report = check_library(path)
    return Checked(report.faults, report.pending, report.exercises)


def format_file(path: Path) -> bool:
    """Write the file in canonical form; whether that changed it. Raises BadInput with all faults of form, changing nothing."""
    return format_library(path)


def exercise_finder(library: Library) -> Callable[[str], tuple[str, ...]]:
    """A function from typed words to the codes of matching exercises, best first; its index is built at the first search."""
    from ptbuilder.library.search import ExerciseIndex

    index = ExerciseIndex(tuple(library.exercises.values()))
    return lambda text: index.find(text)
