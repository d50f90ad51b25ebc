"""What is wrong with a pose, a line for each, with a way to the joint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.services.drawing.posing.names import JOINTS
from ptbuilder.services.drawing.posing.notes import PoseNote
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import TextLabel

MOST = 5


class NoteList(QWidget):
    """``asked`` carries the note whose line was pressed."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(self.tr("To mend"))
        self.notes: tuple[PoseNote, ...] = ()
        self.lines: list[NoticeLine] = []
        self.buttons: list[Button] = []
        self._more = TextLabel(theme, "", "caption", "ink_2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._more)
        self.hide()

    def show_notes(self, notes: Sequence[PoseNote]) -> None:
        """Show the first few; nothing happens where they are the same."""
        if tuple(notes) == self.notes:
            return
        self.notes = tuple(notes)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons = []
        self.lines = [self._made(note) for note in self.notes[:MOST]]
        for place, line in enumerate(self.lines):
            self._column.insertWidget(place, line)
        more = len(self.notes) - MOST
        self._more.set_text(self.tr("{n} more").format(n=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self.notes))

    def _made(self, note: PoseNote) -> NoticeLine:
        line = NoticeLine(self.theme, "warn", note.sentence)
        if note.part:
            name = self._name(note.part)
            button = Button(self.theme, name, small=True)
            button.setAccessibleName(self.tr("Go to: {part}").format(part=name))
            button.clicked.connect(lambda _=False: self.asked.emit(note))
            line.row.addWidget(button)
            self.buttons.append(button)
        return line

    def _name(self, part: str) -> str:
        others = {"hand": self.tr("Hand"), "foot": self.tr("Foot"), "position": self.tr("What carries")}
        return others.get(part) or JOINTS[part]
