"""What stands at the right of the footer while the library page is open."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.key_hints import KeyHints


class LibraryFooter(QWidget):
    """The right part of the footer: keys of the page, Import and Export."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hints = KeyHints(theme)
        self.import_button = Button(theme, self.tr("Import"), small=True)
        self.import_button.setObjectName("import_own")
        self.export_button = Button(theme, self.tr("Export own exercises"), small=True)
        self.export_button.setObjectName("export_own")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(self.hints, 1)
        row.addWidget(self.import_button)
        row.addWidget(self.export_button)
        self.show_keys(is_form=False)

    def show_keys(self, *, is_form: bool, is_posing: bool = False) -> None:
        """Show the keys of the form or of a figure that is posed, else those of the grid."""
        in_form = (
            (("F8",), self.tr("next to fill in")),
            (("Ctrl", "PgDn"), self.tr("next part")),
            (("Alt", "arrow-up", "arrow-down"), self.tr("move a step")),
            (("Ctrl", "Enter"), self.tr("save")),
            (("Esc",), self.tr("leave")),
        )
        in_grid = (
            (("arrow-left", "arrow-right", "arrow-up", "arrow-down"), self.tr("choose")),
            (("Enter",), self.tr("add")),
            (("E",), self.tr("edit")),
            (("/",), self.tr("search")),
        )
        in_pose = (
            (("Ctrl", "Z"), self.tr("undo")),
            (("Ctrl", "Enter"), self.tr("use")),
            (("Esc",), self.tr("leave")),
        )
        self.hints.set_hints(in_pose if is_posing else in_form if is_form else in_grid)
