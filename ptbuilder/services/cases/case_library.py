"""The library that a case is answered from: the shipped one, with what a clinic exported of its own laid over it.

The clinic's data itself is not opened here. It lies encrypted, its key in the system's key store and perhaps a PIN before it; a
command that fetched the key by itself would let any script read the patients and pass the lock. The exported file holds exercises
alone, is asked for by its name, and is checked like the library.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ptbuilder.domain.exercise import ClinicLayer
from ptbuilder.domain.library import Library
from ptbuilder.library.file import load_library
from ptbuilder.library.layering import lay
from ptbuilder.library.own_file import read_own_file
from ptbuilder.library.reviewing import as_reviewed


def case_library(shipped: Path, own: Path | None) -> Library:
    """The shipped library of one file with the exported exercises and edits of another; raises BadInput for faults in either."""
    library = load_library(shipped)
    if own is None:
        return library
    layers = tuple(map(as_reviewed, read_own_file(own, library).layers))
    written = {each.code: each.own for each in layers if each.own is not None}
    with_own = replace(library, exercises={**library.exercises, **written})
    return _with_edits(with_own, (each for each in layers if each.own is None))


def _with_edits(library: Library, layers: Iterable[ClinicLayer]) -> Library:
    """The library with edits laid over its exercises, as the window shows them: in doubt the stricter value, and unreviewed."""
    laid = ((each.code, lay(each, library.exercises.get(each.code), library).exercise) for each in layers)
    edited = {code: exercise for code, exercise in laid if exercise is not None}
    return replace(library, exercises={**library.exercises, **edited})
