"""One field of the form: its name, what it is filled in with, advice, and what the original says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.ui.library.editing.words import field_name
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import TextLabel


class FormRow(QWidget):
    """A field by the ``name`` of its place in the record. ``edited`` follows the user, not ``set_value``.

    ``put_back_asked`` is the button beside what the original says.
    """

    edited = Signal()
    put_back_asked = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"row_{name}")
        self.theme = theme
        self.name = name
        self.label = TextLabel(theme, field_name(name), "caption-strong", "ink_2")
        self.advice = TextLabel(theme, "", "caption", "warn", wraps=True)
        self.advice.setObjectName(f"advice_{name}")
        self.original = TextLabel(theme, "", "caption", "ink_3", wraps=True)
        self.put_back = Button(theme, self.tr("Back to the original"), "quiet", small=True)
        self.put_back.setObjectName(f"put_back_{name}")
        self.put_back.setAccessibleName(self.tr("{field}: back to the original").format(field=field_name(name)))
        self.put_back.clicked.connect(self.put_back_asked)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.below = QVBoxLayout()
        self.body.setSpacing(4)
        self._lay_out()
        self.advice.hide()
        self.show_original(None)

    def value(self) -> object:
        """What is filled in."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Fill in without telling anybody."""
        raise NotImplementedError

    def fields(self) -> Sequence[QWidget]:
        """What is filled in with the keyboard."""
        raise NotImplementedError

    def focus_part(self) -> None:
        """Put the focus where one begins to fill in."""
        raise NotImplementedError

    def show_advice(self, text: str) -> None:
        """Say calmly what could be better, also to screen readers; empty where nothing could."""
        self.advice.set_text(text)
        for field in self.fields():
            field.setAccessibleDescription(text)
        self.advice.setVisible(bool(text))

    def show_original(self, words: str | None) -> None:
        """Say what the original says, where it says something else; None where it says the same, or there is none."""
        self.original.set_runs([Run(self.tr("Original: "), "caption-strong", "ink_3"), Run(words or "", "caption", "ink_3")])
        self.original.setVisible(words is not None)
        self.put_back.setVisible(words is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.head.setSpacing(2)
        self.head.addWidget(self.label)
        self.head.addStretch(1)
        column.addLayout(self.head)
        column.addLayout(self.body)
        column.addWidget(self.advice)
        column.addLayout(self.below)
        column.addWidget(self.original)
        column.addWidget(self.put_back)
