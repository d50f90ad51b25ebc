"""Rows that are filled in with words: one text, names with commas, and lines that are added, parted, moved and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.ui.library.editing.growing_text import MARGIN, GrowingText
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.words import placeholder
from ptbuilder.ui.painting import text_width
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.text import TextLabel

MOST_LINES = 12
"""More steps or mistakes than this cannot be typed; from the seventh on the advice says so."""


class TextRow(FormRow):
    """One text."""

    def __init__(self, theme: Theme, name: str, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, language, parent)
        self.field = GrowingText(theme, self.title, placeholder(self.path))
        self.field.setObjectName(f"field_{self.path}")
        self.body.addWidget(self.field)
        self.field.textChanged.connect(self.edited)
        self.field.entered.connect(lambda _at: self.finished.emit())

    def value(self) -> object:
        """The words."""
        return self.field.words

    def set_value(self, value: object) -> None:
        """Show these words."""
        was = self.field.blockSignals(True)
        self.field.set_words(str(value or ""))
        self.field.blockSignals(was)
        self.field.fit()

    def fields(self) -> Sequence[QWidget]:
        """The field."""
        return (self.field,)

    def focus_part(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class NamesRow(TextRow):
    """Several names on one line, with commas between them."""

    def value(self) -> object:
        """The names."""
        return tuple(each.strip() for each in self.field.words.split(",") if each.strip())

    def set_value(self, value: object) -> None:
        """Show these names; what is being typed stays as it is, with its last comma."""
        names = tuple(value) if isinstance(value, tuple) else ()
        if names != self.value():
            super().set_value(", ".join(names))


class _Line(QWidget):
    """One line with its number."""

    def __init__(self, owner: LinesRow, words: str) -> None:
        super().__init__()
        self.field = GrowingText(owner.theme, "", placeholder(owner.path))
        self.field.set_words(words)
        self.number = TextLabel(owner.theme, "", "body", "ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        numbered = QVBoxLayout()
        numbered.setContentsMargins(0, MARGIN, 0, 0)
        numbered.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        numbered.addStretch(1)
        row.addLayout(numbered)
        row.addWidget(self.field, 1)

    def show_number(self, owner: LinesRow, number: int) -> None:
        """Say which line this is; steps are numbered on paper, mistakes are not."""
        self.field.setAccessibleName(owner.tr("{field} {n}").format(field=owner.title, n=number))
        self.number.set_text(f"{number}." if owner.is_numbered else "–")
        self.number.setFixedWidth(round(text_width(owner.theme, "00." if owner.is_numbered else "–")) + 1)


class LinesRow(FormRow):
    """Lines in an order: Enter begins the next one or parts one, Alt+Up and Alt+Down move, Backspace takes an empty one out.

    Enter in an empty last line goes on to the next field.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        add: str,
        language: str = "",
        *,
        is_numbered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, language, parent)
        self.is_numbered = is_numbered
        self.lines: list[_Line] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(4)
        self.add_button = Button(theme, add, "quiet", icon="plus", small=True)
        self.add_button.setObjectName(f"add_{self.path}")
        self.add_button.setAccessibleName(f"{self.title}: {add}")
        self.add_button.clicked.connect(lambda: self.insert(len(self.lines)))
        self.body.addLayout(self._place)
        self.body.addWidget(self.add_button)
        self.up = self._tool("arrow-up", self.tr("Up, Alt+Up"), lambda line: self.shift(line, -1))
        self.down = self._tool("arrow-down", self.tr("Down, Alt+Down"), lambda line: self.shift(line, 1))
        self.out = self._tool("close", self.tr("Take out"), self.take_out)
        self._show_tools()

    @property
    def current(self) -> _Line | None:
        """The line that has the cursor."""
        return next((line for line in self.lines if line.field.hasFocus()), None)

    def value(self) -> object:
        """The lines that say something."""
        return tuple(words for line in self.lines if (words := line.field.words.strip()))

    def set_value(self, value: object) -> None:
        """Show these lines, and an empty one where there are none."""
        lines = tuple(value) if isinstance(value, tuple) else ()
        if self.lines and lines == self.value():
            return
        self._show(lines or ("",))

    def fields(self) -> Sequence[QWidget]:
        """The lines."""
        return [line.field for line in self.lines]

    def focus_part(self) -> None:
        """Put the cursor into the first line."""
        if self.lines:
            self.lines[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, place: int, words: str = "") -> None:
        """Add a line at a place, counted from 0, with the cursor at its beginning."""
        if len(self.lines) >= MOST_LINES:
            return
        self._add(place, words)
        self._number()
        field = self.lines[place].field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = field.textCursor()
        cursor.setPosition(0)
        field.setTextCursor(cursor)
        self.edited.emit()

    def take_out(self, line: _Line) -> None:
        """Take a line out; the last one is only emptied. The cursor goes to the line before."""
        place = self.lines.index(line)
        if len(self.lines) == 1:
            line.field.set_words("")
        else:
            had_focus = line.field.hasFocus()
            self._remove(line)
            if had_focus:
                self.lines[max(place - 1, 0)].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()
        self.edited.emit()

    def shift(self, line: _Line, step: int) -> None:
        """Move a line up (-1) or down (1); the cursor stays in it."""
        place = self.lines.index(line) + step
        if 0 <= place < len(self.lines):
            self.lines.remove(line)
            self.lines.insert(place, line)
            self._place.removeWidget(line)
            self._place.insertWidget(place, line)
            QWidget.setTabOrder(self.lines[-1].field, self.add_button)
            for before, after in zip(self.lines, self.lines[1:], strict=False):
                QWidget.setTabOrder(before.field, after.field)
            self._number()
            self.edited.emit()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show(self, lines: Sequence[str]) -> None:
        """Fill the lines that are there, so that a field does not change under the cursor."""
        for line in self.lines[len(lines) :]:
            self._remove(line)
        for place, words in enumerate(lines):
            if place < len(self.lines):
                field = self.lines[place].field
                was = field.blockSignals(True)
                field.set_words(words)
                field.blockSignals(was)
                field.fit()
            else:
                self._add(place, words)
        self._number()

    def _add(self, place: int, words: str) -> None:
        line = _Line(self, words)
        self.lines.insert(place, line)
        self._place.insertWidget(place, line)
        behind = self.lines[1].field if len(self.lines) > 1 else self.add_button
        before = self.lines[place - 1].field if place else behind.previousInFocusChain()
        if before is not None and before is not line.field:  # made late, it would come last of all
            QWidget.setTabOrder(before, line.field)
        line.field.textChanged.connect(self.edited)
        line.field.entered.connect(lambda at, line=line: self._part(line, at))
        line.field.emptied.connect(lambda line=line: self.take_out(line))
        line.field.moved.connect(lambda step, line=line: self.shift(line, step))
        line.field.focused.connect(lambda _is: self._show_tools())

    def _part(self, line: _Line, at: int) -> None:
        """Enter: what stands behind the cursor goes into a line of its own; an empty last line ends the list."""
        if not line.field.words.strip() and line is self.lines[-1]:
            if len(self.lines) > 1:
                self._remove(line)
                self._number()
            self.finished.emit()
            return
        words = line.field.words
        line.field.set_words(words[:at].rstrip())
        self.insert(self.lines.index(line) + 1, words[at:].strip())

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        self._place.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _number(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            line.show_number(self, number)
        self._show_tools()
        self.add_button.setVisible(len(self.lines) < MOST_LINES)

    def _tool(self, icon: str, name: str, act: Callable[[_Line], object]) -> IconButton:
        """A button beside the name of the field, for the line that has the cursor; keys do the same, so it takes no focus."""
        button = IconButton(self.theme, icon, self.tr("{field}: {name}").format(field=self.title, name=name))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: act(self.current) if self.current is not None else None)
        self.head.addWidget(button)
        return button

    def _show_tools(self) -> None:
        line = self.current
        place = self.lines.index(line) if line is not None else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self.lines) - 1)
        self.out.setEnabled(place >= 0)
