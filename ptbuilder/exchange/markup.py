"""Elements of a page; every plain string that goes in is escaped, so that no text can ever become an element or an attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_NOT_IN_A_PAGE = re.compile(r"[\x00\ud800-\udfff]")
"""What no page can hold: the null character and halves of surrogate pairs."""

_VOID = frozenset({"input", "link", "meta"})


class Markup(str):
    """Finished markup; only this module makes it from anything but other markup."""

    __slots__ = ()


Inside = str | None | Iterable["Inside"]
"""What an element holds: markup, plain text to be escaped, nothing, or several of these."""


def escaped(text: str) -> Markup:
    """Plain text as markup; a carriage return stays one, and what no page can hold becomes the replacement character."""
    return Markup(escape(_NOT_IN_A_PAGE.sub("\ufffd", text)).replace("\r", "&#13;"))


def joined(inside: Inside) -> Markup:
    """Several pieces put together, plain text escaped."""
    if inside is None:
        return Markup("")
    if isinstance(inside, str):
        return inside if isinstance(inside, Markup) else escaped(inside)
    return Markup("".join(joined(each) for each in inside))


def element(name: str, /, *inside: Inside, **attributes: str | None) -> Markup:
    """One element; ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``; an attribute that is None falls away."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"' for key, value in attributes.items() if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{told}>")
    return Markup(f"<{name}{told}>{joined(inside)}</{name}>")


def trusted(text: str) -> Markup:
    """Text of the program itself that is markup already: a style sheet, the first line of a page."""
    return Markup(text)
