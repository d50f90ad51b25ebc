"""What one can do with the exercise that is shown: add it, change it, copy it, hide it, pose a figure for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.themed import Ground, set_tip


class DetailsFoot(Ground):
    """The buttons under the details; ``hide_asked`` carries whether the exercise is to be hidden or shown again.

    In a low window the quiet ones are icons alone, so that the exercise keeps its room.
    """

    hide_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("top",), parent)
        self._is_hidden = self._is_low = False
        self.add_button = Button(theme, "", "primary", icon="plus", key="Enter")
        self.add_button.setObjectName("library_add")
        self.edit_button = Button(theme, self.tr("Edit"), icon="pencil", key="E")
        self.edit_button.setObjectName("library_edit")
        self.copy_button = Button(theme, self.tr("Copy as own"), "quiet", icon="copy", small=True)
        self.copy_button.setObjectName("library_copy")
        self.hide_button = Button(theme, "", "quiet", icon="eye", small=True)
        self.hide_button.setObjectName("library_hide")
        self.pose_button = Button(theme, self.tr("Pose a figure"), "quiet", icon="body", small=True)
        self.pose_button.setObjectName("library_pose")
        self.hide_button.clicked.connect(lambda: self.hide_asked.emit(not self._is_hidden))
        place = QWidget()
        flow = FlowLayout(place, BETWEEN)
        for button in (self.add_button, self.edit_button, self.copy_button, self.hide_button, self.pose_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        column.addWidget(place)

    def show_hidden(self, is_hidden: bool) -> None:
        """Offer to hide, or to show again."""
        self._is_hidden = is_hidden
        self._show_words()

    def set_low(self, is_low: bool) -> None:
        """Take less height."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._show_words()

    def _show_words(self) -> None:
        hide = self.tr("Show again") if self._is_hidden else self.tr("Hide")
        words = (self.copy_button, self.tr("Copy as own")), (self.hide_button, hide), (self.pose_button, self.tr("Pose a figure"))
        for button, name in words:
            button.set_label("" if self._is_low else name)
            button.setAccessibleName(name)
            set_tip(button, name if self._is_low else "")
