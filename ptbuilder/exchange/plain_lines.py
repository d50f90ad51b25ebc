"""Plain lines for record systems: at most 76 columns, one blank line between parts, line breaks by a line feed alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap

COLUMNS = 76
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def one_line(text: str) -> str:
    """The words with single plain spaces, whatever spaces, breaks or control characters were typed."""
    return " ".join(_CONTROL.sub(" ", text).split())


def paragraph(text: str, first: str = "", further: str = "") -> list[str]:
    """The lines of a paragraph; ``first`` stands before the first line, ``further`` before the others; none for no text."""
    return wrap(
        one_line(text), COLUMNS, initial_indent=first, subsequent_indent=further, break_on_hyphens=False, drop_whitespace=True
    )


def bullets(items: Iterable[str]) -> list[str]:
    """A line with a dash for each item, wrapped under its words."""
    return [line for item in items for line in paragraph(item, "- ", "  ")]


def headed(title: str, lines: Sequence[str]) -> list[str]:
    """A part with its heading; nothing where it has no lines."""
    return [*paragraph(title), *lines] if lines else []


def whole(parts: Iterable[Sequence[str]]) -> str:
    """The parts that hold something, one blank line between them and a line feed at the end."""
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"
