"""A part of the form: a heading with what belongs to it, and lists whose first choice is no choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.services.drawing.posing.draft import FrameName, PoseDraft
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.text import TextLabel


class Section(QWidget):
    """``changed`` carries the next draft and the key of its step; ``let_go`` ends a step. ``column`` is its layout."""

    changed = Signal(object, str)
    let_go = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.draft = PoseDraft({})
        self.frame: FrameName = "finish"
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(BETWEEN)
        self.heading = TextLabel(theme, title, "name")
        self.column.addWidget(self.heading)

    def show_draft(self, draft: PoseDraft, frame: FrameName) -> None:
        """Show what the draft says of a frame."""
        self.draft, self.frame = draft, frame
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now."""

    def add_labelled(self, caption: str, field: QWidget) -> QWidget:
        """Add a field below its caption; gives both together."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(self.theme, caption, "caption", "ink_2"))
        column.addWidget(field)
        self.column.addWidget(both)
        return both


class ChoiceField(ComboField):
    """A list of values with words; ``picked`` carries the value that the user chose. It may be narrower than its words."""

    picked = Signal(object)

    def __init__(self, theme: Theme, name: str, choices: Iterable[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setSizeAdjustPolicy(ComboField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choices: tuple[tuple[Any, str], ...] = ()
        self.set_choices(choices)
        self.activated.connect(lambda place: self.picked.emit(self._choices[place][0]))

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer other values; nothing happens where they are the same."""
        new = tuple(choices)
        if new == self._choices:
            return
        with QSignalBlocker(self):
            self._choices = new
            self.clear()
            self.addItems([words for _, words in new])

    def show_value(self, value: Any, words: str = "") -> None:
        """Choose a value without telling anybody; one that is not offered is added with ``words``."""
        values = [each for each, _ in self._choices]
        if value not in values:
            self.set_choices((*self._choices, (value, words or str(value))))
            values.append(value)
        with QSignalBlocker(self):
            self.setCurrentIndex(values.index(value))
        self.setAccessibleDescription(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form instead."""
        event.ignore()
