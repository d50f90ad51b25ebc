"""The clinic's logo: a picture file read, looked at and refused in words where it cannot be printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from ptbuilder.domain.errors import PTBuilderError

MOST_BYTES = 1_000_000
Kind = Literal["png", "jpeg", "svg"]
_FORBIDDEN = re.compile(rb"<\s*(script|foreignObject|image|use|!ENTITY)|\b(href|src)\s*=|url\s*\(\s*[\"']?\s*(?!#)", re.IGNORECASE)


def kind_of(content: bytes) -> Kind | None:
    """What sort of picture the bytes are, None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if b"<svg" in content[:4096] else None


def read_logo(path: Path) -> bytes:
    """The bytes of a PNG, JPEG or SVG file; raises PTBuilderError where it is too large, another sort, or has links outside."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PTBuilderError(f"{path.name} cannot be read: {error.strerror}.") from error
    if len(content) > MOST_BYTES:
        raise PTBuilderError(f"{path.name} is larger than 1 MB. Choose a smaller picture.")
    kind = kind_of(content)
    if kind is None:
        raise PTBuilderError(f"{path.name} is no PNG, JPEG or SVG picture.")
    if kind == "svg" and _FORBIDDEN.search(content):
        raise PTBuilderError(f"{path.name} holds scripts or links to other files. Save it as plain SVG or PNG.")
    return content
