"""Lines for a PIN or password with their names above them; what is typed shows as dots."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ptbuilder.ui.announcing import announce
from ptbuilder.ui.theme import BETWEEN, IN_CHIP, Theme
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import TextLabel

WIDEST = 420
"""Pixels at 100 % text; nobody types more at once than this shows."""
LONGEST = 256
"""Characters that a line takes; more than a PIN may have, so that one too long is refused in words and not cut."""


class PinFields(QWidget):
    """One line for each of ``names``, by key; Enter goes to the next one and from the last to ``done``.

    Below them a sentence can stand about what was typed. ``reached`` carries the line that the cursor was put into.
    """

    reached = Signal(object)
    done = Signal()
    typed = Signal()

    def __init__(self, theme: Theme, names: dict[str, str], *, hidden: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fields: dict[str, Field] = {}
        self.problem = NoticeLine(theme, "warn", parent=self)
        self.problem.setObjectName("pin_problem")
        self.problem.hide()
        self._fit()
        theme.changed.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(IN_CHIP)
        for key, name in names.items():
            column.addWidget(self._caption(key, name, hidden))
            column.addWidget(self.fields[key])
            column.addSpacing(BETWEEN - IN_CHIP)
        column.addWidget(self.problem)

    def text(self, key: str) -> str:
        """What is typed in one line."""
        return self.fields[key].text()

    def focus_first(self) -> None:
        """Put the cursor into the first line."""
        self._reach(next(iter(self.fields)))

    def clear(self) -> None:
        """Forget what was typed, and what was said about it."""
        for field in self.fields.values():
            field.clear()
        self.problem.hide()

    def refuse(self, text: str, key: str) -> None:
        """Say what is wrong, and put the cursor into the line to mend with all of it marked."""
        self.say(text)
        self._reach(key)
        self.fields[key].selectAll()

    def say(self, text: str) -> None:
        """Show a sentence under the lines and say it; an empty one takes it away."""
        self.problem.setVisible(bool(text))
        if text:
            self.problem.show_line("warn", text)
            announce(self, text)

    def _fit(self) -> None:
        self.setMaximumWidth(self.theme.wide(WIDEST))

    def _caption(self, key: str, name: str, hidden: bool) -> TextLabel:
        field = Field(self.theme, name)
        field.setObjectName(f"pin_{key}")
        field.setMaxLength(LONGEST)
        if hidden:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.returnPressed.connect(lambda: self._on_return(key))
        field.textEdited.connect(self.typed)
        self.fields[key] = field
        caption = TextLabel(self.theme, name, "body", "ink_2")
        caption.setBuddy(field)
        return caption

    def _reach(self, key: str) -> None:
        self.fields[key].setFocus()
        self.reached.emit(self.fields[key])

    def _on_return(self, key: str) -> None:
        keys = list(self.fields)
        after = keys[keys.index(key) + 1 :]
        if after:
            self._reach(after[0])
        else:
            self.done.emit()
