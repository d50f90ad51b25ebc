"""The widgets in lines of the program that are no exercise: precautions, and what else is on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListView, QWidget

from ptbuilder.ui.build.program.program_model import LINE_ROLE, ProgramLine, ProgramModel

MakeWidget = Callable[[ProgramLine], QWidget]


class RowWidgets:
    """Makes a widget for each such line and keeps it as long as the line stays."""

    def __init__(self, view: QListView, rows: ProgramModel, make: MakeWidget) -> None:
        self._view = view
        self._rows = rows
        self._make = make

    def fill(self) -> None:
        """Make what is missing, and let the others show their line as it is now."""
        for place, line in enumerate(self._rows.lines):
            if line.kind == "exercise":
                continue
            index = self._rows.index(place)
            widget = self._view.indexWidget(index)
            if widget is None:
                self._view.setIndexWidget(index, self._make(line))
            else:
                show = getattr(widget, "show_line", None)
                if show is not None:
                    show(index.data(LINE_ROLE))

    def find(self, kind: str, identifier: str) -> QWidget | None:
        """The widget in the first line of this kind of a prescription."""
        for place, line in enumerate(self._rows.lines):
            if line.kind == kind and line.id == identifier:
                return self._view.indexWidget(self._rows.index(place))
        return None

    def height(self, index: QModelIndex, width: int) -> int:
        """How high the widget of a line is in this width."""
        widget = self._view.indexWidget(index)
        return widget.heightForWidth(width) if widget is not None else 0
