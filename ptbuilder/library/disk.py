"""The bytes of a library file, or a sentence that says why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from ptbuilder.domain.errors import BadInput, Fault, PTBuilderError

MAX_BYTES = 32 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """The bytes of ``path``; a file that is too large or cannot be opened is refused with a sentence."""
    try:
        if path.stat().st_size > MAX_BYTES:
            size = f"the file has {path.stat().st_size // 1024**2} MB, at most {MAX_BYTES // 1024**2} MB are read"
            raise BadInput((Fault(path.name, "", "", size),))
        return path.read_bytes()
    except OSError as error:
        raise PTBuilderError(f"{path}: the file cannot be read ({error.strerror}).") from error
