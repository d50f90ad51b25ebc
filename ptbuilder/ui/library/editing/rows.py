"""One field of the form: its name, what it is filled in with, what is wrong or could be better, and what the original says."""

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
    """A field by the ``name`` of its place in the record, of words in one ``language``.

    ``edited`` follows the user, not ``set_value``; ``finished`` is Enter where it begins nothing new.
    ``put_back_asked`` is the button beside what the original says.
    """

    edited = Signal()
    finished = Signal()
    put_back_asked = Signal()

    def __init__(self, theme: Theme, name: str, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.name = name
        self.language = language
        self.path = f"{name}.{language}" if language else name
        self.setObjectName(f"row_{self.path}")
        self.title = field_name(self.path)
        self.label = TextLabel(theme, "", "caption-strong", "ink_2", wraps=True)
        self.fault = TextLabel(theme, "", "caption-strong", "stop", wraps=True)
        self.fault.setObjectName(f"fault_{self.path}")
        self.advice = TextLabel(theme, "", "caption", "warn", wraps=True)
        self.advice.setObjectName(f"advice_{self.path}")
        self.original = TextLabel(theme, "", "caption", "ink_3", wraps=True)
        self.put_back = Button(theme, self.tr("Back to the original"), "quiet", small=True)
        self.put_back.setObjectName(f"put_back_{self.path}")
        self.put_back.setAccessibleName(self.tr("{field}: back to the original").format(field=self.title))
        self.put_back.clicked.connect(self.put_back_asked)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.below = QVBoxLayout()
        self.body.setSpacing(4)
        self._lay_out()
        self._show_name()
        self.fault.hide()
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

    @property
    def has_focus(self) -> bool:
        """Whether the focus is somewhere in it."""
        here = self.window().focusWidget()
        return here is not None and (here is self or self.isAncestorOf(here))

    def show_state(self, fault: str, advice: str, *, is_wanted: bool = False) -> None:
        """Say why it cannot be kept, calmly what could be better, and whether it waits to be filled in; to screen readers too."""
        self._show_name(self.tr("to fill in") if is_wanted and not fault else "")
        self.fault.set_text(fault)
        self.fault.setVisible(bool(fault))
        self.advice.set_text(advice)
        self.advice.setVisible(bool(advice))
        told = " ".join(part for part in (fault, self.tr("To fill in.") if is_wanted and not fault else "", advice) if part)
        for field in self.fields():
            field.setAccessibleDescription(told)

    def show_original(self, words: str | None) -> None:
        """Say what the original says, where it says something else; None where it says the same, or there is none."""
        self.original.set_runs([Run(self.tr("Original: "), "caption-strong", "ink_3"), Run(words or "", "caption", "ink_3")])
        self.original.setVisible(words is not None)
        self.put_back.setVisible(words is not None)

    def _show_name(self, wanted: str = "") -> None:
        runs = [Run(field_name(self.name), "caption-strong", "ink_2")]
        self.label.set_runs([*runs, Run(f"  {wanted}", "caption", "warn")] if wanted else runs)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.head.setSpacing(2)
        self.head.addWidget(self.label, 1)
        column.addLayout(self.head)
        column.addLayout(self.body)
        column.addWidget(self.fault)
        column.addWidget(self.advice)
        column.addLayout(self.below)
        column.addWidget(self.original)
        column.addWidget(self.put_back)
