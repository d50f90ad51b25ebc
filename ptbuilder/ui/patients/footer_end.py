"""The keys of the patients page, at the right of the footer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.key_hints import KeyHints


class PatientsFooter(KeyHints):
    """Says what arrows, Enter, Ctrl+P, Ctrl+Shift+S, Ctrl+N and Del do here; the last go first where there is little room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, (), parent)
        self.set_hints(
            (
                (("arrow-up", "arrow-down"), self.tr("choose")),
                (("Enter",), self.tr("continue")),
                (("Ctrl", "P"), self.tr("print again")),
                (("Ctrl", "Shift", "S"), self.tr("save PDF")),
                (("Ctrl", "N"), self.tr("new")),
                (("Del",), self.tr("remove, with Undo")),
            )
        )
