"""The line above the panel: what is posed, undo and redo, and the two ways out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.text import ElidedLabel
from ptbuilder.ui.widgets.themed import Ground

KEYS_FROM, TITLE_FROM, WORDS_FROM = 720, 420, 320
"""Widths at 100 % text from which keys, title and all words of the buttons are shown."""


class PoseHead(Ground):
    """Fits itself to the width: keys go first, then the title, then words."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("bottom",), parent)
        self._name = name
        self._title = ElidedLabel(theme, "", "heading")
        self.undo_button = IconButton(theme, "undo", self.tr("Undo (Ctrl+Z)"))
        self.redo_button = IconButton(theme, "redo", self.tr("Redo (Ctrl+Y)"))
        self.leave_button = Button(theme, self.tr("Leave"), key="Esc")
        self.use_button = Button(theme, self.tr("Use these pictures"), "primary", key="Ctrl+Enter")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        row.setSpacing(BETWEEN)
        row.addWidget(self._title, 1)
        row.addStretch()
        for button in (self.undo_button, self.redo_button, self.leave_button, self.use_button):
            row.addWidget(button)

    def fit(self, width: int) -> None:
        """Show what has room in ``width`` pixels."""
        room = width / self.theme.scale
        has_keys = room >= KEYS_FROM
        self._title.setVisible(room >= TITLE_FROM)
        self._title.set_text(self.tr("Pose a figure: {name}").format(name=self._name) if has_keys else self._name)
        self.leave_button.set_label(self.tr("Leave"), "Esc" if has_keys else "")
        self.use_button.set_label(
            self.tr("Use these pictures") if room >= WORDS_FROM else self.tr("Use"), "Ctrl+Enter" if has_keys else ""
        )
