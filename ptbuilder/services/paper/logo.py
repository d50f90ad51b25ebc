"""The clinic's logo: a picture file read, looked at and refused in words where it cannot be printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from ptbuilder.domain.errors import PTBuilderError

MOST_BYTES = 1_000_000
Kind = Literal["png", "jpeg", "svg"]
_FORBIDDEN = re.compile(
    rb"<\s*(script|foreignObject|image|use|!ENTITY)|\b(href|src)\s*=(?!\s*[\"']\s*#)|url\s*\((?!\s*[\"']?\s*#)", re.IGNORECASE
)
"""What runs or leads out of the file; ``href="#a"`` and ``url('#a')`` lead to a part of the same drawing."""


def kind_of(content: bytes) -> Kind | None:
    """What sort of picture the bytes are, None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if b"<svg" in content[:4096] else None


def read_logo(path: Path) -> bytes:
    """The bytes of a PNG, JPEG or SVG file that can be printed.

    Raises PTBuilderError where it is too large, another sort, damaged, of colours for a print shop, or has links outside.
    """
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
    if kind != "svg" and not is_whole(content):
        raise PTBuilderError(f"{path.name} is damaged or cannot be printed. Save it again as a PNG and choose that.")
    return content


def is_printable(logo: bytes) -> bool:
    """Whether a handout can be printed with this logo; also with none."""
    from ptbuilder.handout.logo import read_logo as printed_logo

    try:
        printed_logo(logo)
    except Exception:  # noqa: BLE001 - whatever is wrong inside a picture file, it is the picture that is wrong
        return False
    return True


def is_whole(content: bytes) -> bool:
    """Whether every pixel of a PNG or JPEG can be read, and a handout can be printed with it."""
    from io import BytesIO

    from PIL import Image

    if not is_printable(content):
        return False
    try:
        with Image.open(BytesIO(content)) as image:
            image.load()
    except Exception:  # noqa: BLE001 - as above: Pillow has a dozen sorts of errors for damaged files
        return False
    return True
