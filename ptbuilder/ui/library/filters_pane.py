"""The filters at the left of the library page, with the button that clears them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.ui.library.filter_tree import FilterTree
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground


class FiltersPane(Ground):
    """``clear`` is there while something is filtered."""

    def __init__(self, theme: Theme, tree: FilterTree, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("right",), parent)
        self.clear = Button(theme, self.tr("Clear"), "quiet", small=True)
        self.clear.clicked.connect(tree.filters.clear)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, BETWEEN, EDGE, 0)
        head.addWidget(TextLabel(theme, self.tr("Filters"), "name"))
        head.addStretch(1)
        head.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(tree, 1)
