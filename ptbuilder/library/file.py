"""The library file on disk: read whole or refused whole, written in canonical form and replaced in one step."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from ptbuilder.domain.errors import BadInput, Fault, PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.library.parse import MAX_BYTES, Parsed, parse
from ptbuilder.library.records import Reading, read_document
from ptbuilder.library.references import unknown_codes
from ptbuilder.library.structs import LibraryFile


def load_library(path: Path) -> Library:
    """The library in ``path``; raises BadInput with every fault of form and every unknown code."""
    reading = read_library(path)
    faults = (*reading.faults, *unknown_codes(reading, path.name))
    if faults:
        raise BadInput(faults)
    return reading.library


def read_library(path: Path) -> Reading:
    """The sound records of ``path`` with all faults of form; raises PTBuilderError where the file cannot be opened."""
    data = read_bytes(path)
    return read_document(parse(data), path.name, hashlib.sha256(data).hexdigest())


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


def read_bytes(path: Path) -> bytes:
    """The bytes of ``path``; a file that is too large or cannot be opened is refused with a sentence."""
    try:
        if path.stat().st_size > MAX_BYTES:
            size = f"the file has {path.stat().st_size // 1024**2} MB, at most {MAX_BYTES // 1024**2} MB are read"
            raise BadInput((Fault(path.name, "", "", size),))
        return path.read_bytes()
    except OSError as error:
        raise PTBuilderError(f"{path}: the file cannot be read ({error.strerror}).") from error


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
