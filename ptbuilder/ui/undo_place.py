"""Where a page shows the line that takes a removal back: over its lower left corner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ptbuilder.ui.theme import EDGE
from ptbuilder.ui.widgets.undo_line import UndoLine

WIDTH = 460


def place_undo_line(line: UndoLine, page: QWidget) -> None:
    """Lay the line over the lower left corner of ``page``, above everything else there."""
    width = min(line.theme.wide(WIDTH), page.width() - 2 * EDGE)
    height = line.sizeHint().height()
    line.setGeometry(EDGE, page.height() - height - EDGE, width, height)
    line.raise_()
