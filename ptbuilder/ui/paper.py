"""Sizes of paper for the printer, and the plain warning where the printer is set to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageSize

_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_NAMES = {"a4": "A4", "letter": "Letter"}


def page_size(paper: str) -> QPageSize:
    """The size of a paper by its code; A4 for any but letter."""
    return QPageSize(_SIZES.get(paper, QPageSize.PageSizeId.A4))


def paper_warning(paper: str, printer: str, inside: QPageSize, taken: Sequence[QPageSize] = ()) -> str:
    """Says that ``printer`` has other paper ``inside`` than the handout wants, or does not take it at all; nothing where it fits.

    ``taken`` are the sizes that the printer knows; an empty one says nothing about it. An unknown size (custom) does not warn.
    """
    wanted, name = page_size(paper), _NAMES.get(paper, _NAMES["a4"])
    if taken and not any(each.isEquivalentTo(wanted) for each in taken):
        text = _tr("{printer} does not know {paper} paper. Check the print, or choose another paper for the handout.")
        return text.format(printer=printer, paper=name)
    if not inside.isValid() or inside.id() == QPageSize.PageSizeId.Custom or inside.isEquivalentTo(wanted):
        return ""
    text = _tr("The handout is made for {paper}, but {printer} is set to {inside}. Put {paper} in, or choose another paper.")
    found = next((code for code in _SIZES if inside.isEquivalentTo(page_size(code))), "")
    return text.format(paper=name, printer=printer, inside=_NAMES.get(found, inside.name()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
