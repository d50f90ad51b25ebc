"""The library file on disk: read whole or refused whole, written in canonical form and replaced in one step."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.library.disk import read_bytes
from ptbuilder.library.parse import Parsed, parse
from ptbuilder.library.records import Reading, read_document
from ptbuilder.library.references import unknown_codes
from ptbuilder.library.structs import LibraryFile


def load_library(path: Path) -> Library:
    """The library in ``path``; raises BadInput with every fault of form and every unknown code."""
    return checked_library(read_bytes(path), path.name)


def checked_library(data: bytes, file: str) -> Library:
    """The library in ``data``, read and refused as by ``load_library``; ``file`` names it in the faults."""
    reading = _reading(data, file)
    faults = (*reading.faults, *unknown_codes(reading, file))
    if faults:
        raise BadInput(faults)
    return reading.library


def read_library(path: Path) -> Reading:
    """The sound records of ``path`` with all faults of form; raises PTBuilderError where the file cannot be opened."""
    return _reading(read_bytes(path), path.name)


def _reading(data: bytes, file: str) -> Reading:
    return read_document(parse(data), file, hashlib.sha256(data).hexdigest())


def format_library(path: Path) -> bool:
    """Write the file again in canonical form; whether that changed it. Raises BadInput, and then changes nothing."""
    data = read_bytes(path)
    parsed = parse(data)
    faults = read_document(parsed, path.name).faults
    if faults:
        raise BadInput(faults)
    formatted = format_value(parsed).encode()
    if formatted == data:
        return False
    write_whole(path, formatted)
    return True


def format_value(parsed: Parsed) -> str:
    """The canonical text of a document that was found sound."""
    # Late: only writing needs it, and this module is on the way to the first window.
    from ptbuilder.library.canonical import canonical_text

    return canonical_text(msgspec.convert(parsed.value, LibraryFile))


def write_whole(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step: a reader sees the old file or the new one, never a part."""
    import tempfile

    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                Path(beside).chmod(path.stat().st_mode & 0o777)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PTBuilderError(f"{path}: the file cannot be written ({error.strerror}).") from error
