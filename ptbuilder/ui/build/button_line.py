"""A note line with one quiet button at its right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.notice import NoticeLine

NUDGE = 3
"""Half of what the button is higher than a line of text, so that both stand on one line."""


class ButtonLine(NoticeLine):
    """A sentence on ``sunken`` ground; ``button`` stands level with its first line."""

    def __init__(self, theme: Theme, label: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "note", "", parent)
        self.button = Button(theme, label, "quiet", small=True)
        self.button.setAccessibleName(name)
        room = QVBoxLayout()
        room.setContentsMargins(0, NUDGE, 0, NUDGE)
        self.row.removeWidget(self.label)
        room.addWidget(self.label)
        room.addStretch(1)
        self.row.addLayout(room, 1)
        column = QVBoxLayout()
        column.addWidget(self.button)
        column.addStretch(1)
        self.row.addLayout(column)
