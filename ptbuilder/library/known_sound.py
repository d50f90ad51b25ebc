"""The library that was found sound before: read again without looking for faults that the same bytes cannot have.

A start reads the library file whole each time; two thirds of that time went into checks that end as they did at the last start.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from ptbuilder import __version__
from ptbuilder.domain.library import Library, key_name
from ptbuilder.library.disk import read_bytes


def load_known(path: Path, note: Path) -> Library:
    """The library in ``path`` as by ``load_library``; ``note`` names the bytes that the last start found without a fault.

    Other bytes, another version of the program, or a note that cannot be read or written, only cost the checks.
    """
    data = read_bytes(path)
    fingerprint = hashlib.sha256(data).hexdigest()
    noted = f"{__version__} {fingerprint}\n"
    if _read(note) == noted:
        known = _decoded(data, fingerprint)
        if known is not None:
            return known
    library = _checked(data, path.name)
    _write(note, noted)
    return library


def _checked(data: bytes, file: str) -> Library:
    from ptbuilder.library.file import checked_library

    return checked_library(data, file)


def _decoded(data: bytes, fingerprint: str) -> Library | None:
    """The values of bytes that are known to be sound, without records between; None where they cannot be read after all."""
    kinds = {name: get_args(hint)[1] for name, hint in get_type_hints(Library).items() if get_args(hint)}
    plain = [name for name, kind in kinds.items() if kind is str]
    lists = {name: list[kind] for name, kind in kinds.items() if name not in plain}  # type: ignore[valid-type]
    fields = [("version", str), *((name, dict[str, str]) for name in plain), *lists.items()]
    try:
        file: Any = msgspec.json.decode(data, type=msgspec.defstruct("KnownFile", fields))
    except msgspec.MsgspecError:
        return None
    sections = {name: {getattr(each, key_name(name)): each for each in getattr(file, name)} for name in lists}
    return Library(version=file.version, fingerprint=fingerprint, **{name: getattr(file, name) for name in plain}, **sections)


def _read(note: Path) -> str:
    try:
        return note.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _write(note: Path, text: str) -> None:
    """Keep the note where the folder of the data is made already: whoever makes it makes it private."""
    if not note.parent.is_dir():
        return
    fresh = note.with_name(f"{note.name}.new")
    try:
        fresh.write_text(text, encoding="ascii")
        fresh.replace(note)
    except OSError:
        return
