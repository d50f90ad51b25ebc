"""Where the shipped files lie: in a checkout, in an installed wheel, in a frozen build."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

LIBRARY_NAME = "exercise_library.json"
"""The file by which a folder is known to hold the shipped files."""


def library_path() -> Path:
    """The shipped library file."""
    return _root() / LIBRARY_NAME


def asset(*parts: str) -> Path:
    """A file or folder below ``assets``, named part by part; it need not exist."""
    return _root().joinpath("assets", *parts)


@cache
def _root() -> Path:
    """The folder that holds the library and ``assets``; the first one looked at where none does, so that messages name it."""
    folders = _folders()
    return next((folder for folder in folders if (folder / LIBRARY_NAME).is_file()), folders[0])


def _folders() -> tuple[Path, ...]:
    """Where to look, the nearest first: frozen build, checkout, wheel."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    usual = (package.parent, package / "shipped", Path(sys.prefix) / "share" / "ptbuilder")
    return (Path(frozen), *usual) if frozen else usual
