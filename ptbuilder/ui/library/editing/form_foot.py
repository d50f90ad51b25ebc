"""What is always in sight below the form: keep it, leave it, take the last step back by its name, and what is not saved yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptbuilder.ui.library.editing.words import field_name
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.text import ElidedLabel
from ptbuilder.ui.widgets.themed import Ground

KEYS_FROM = 640
"""Width at 100 % text from which the keys stand on the buttons."""


class FormFoot(Ground):
    """``show_steps`` names the steps, ``show_unsaved`` the fields that were changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("top",), parent)
        self.save_button = Button(theme, self.tr("Save"), "primary", key="Ctrl Enter")
        self.save_button.setObjectName("form_save")
        self.leave_button = Button(theme, self.tr("Leave"), key="Esc")
        self.leave_button.setObjectName("form_leave")
        self.undo_button = Button(theme, self.tr("Undo"), "plain", icon="undo")
        self.undo_button.setObjectName("form_undo")
        self.redo_button = IconButton(theme, "redo", self.tr("Redo"))
        self.redo_button.setObjectName("form_redo")
        self.state = ElidedLabel(theme, "", "caption", "ink_2")
        self.state.setObjectName("form_state")
        line = QHBoxLayout(self)
        line.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        line.setSpacing(BETWEEN)
        for part in (self.save_button, self.leave_button, self.undo_button, self.redo_button):
            line.addWidget(part)
        line.addWidget(self.state, 1)
        self.show_steps("", "")

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that can be taken back and done again, by the paths of their fields; empty for none."""
        self.undo_button.set_label(self.tr("Undo: {field}").format(field=field_name(undo)) if undo else self.tr("Undo"))
        self.undo_button.setEnabled(bool(undo))
        self.redo_button.set_name(self.tr("Redo: {field}").format(field=field_name(redo)) if redo else self.tr("Redo"))
        self.redo_button.setEnabled(bool(redo))

    def show_unsaved(self, paths: Sequence[str], *, is_new: bool) -> None:
        """Say what would be saved; nothing changed is said too."""
        names = list(dict.fromkeys(field_name(path) for path in paths))
        if names:
            words = self.tr("Not saved yet: {fields}").format(fields=", ".join(names))
        else:
            words = self.tr("New, nothing filled in yet") if is_new else self.tr("Nothing changed")
        if words != self.state.text():  # each key asks
            self.state.set_text(words)

    def fit(self, width: int) -> None:
        """Leave the keys out where there is little width."""
        has_keys = width >= self.theme.wide(KEYS_FROM)
        self.save_button.set_label(self.save_button.label, "Ctrl Enter" if has_keys else "")
        self.leave_button.set_label(self.leave_button.label, "Esc" if has_keys else "")
