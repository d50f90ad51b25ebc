"""The note for the patient that stands above the exercises on paper: shown as a line, written in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.services.paper.note_reading import NoteReader
from ptbuilder.ui.build.button_line import ButtonLine
from ptbuilder.ui.build.program.note_editor import NoteEditor
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import EDGE, Theme
from ptbuilder.ui.widgets.themed import Ground


class MessageLine(QWidget):
    """Hidden while there is no note and none is written; ``written`` carries the words. ``reader`` gives the reader of notes."""

    written = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("message_line")
        self._text = ""
        self.reader: Callable[[], NoteReader] = NoteReader
        self._editor: NoteEditor | None = None
        self._line = ButtonLine(theme, self.tr("Change"), self.tr("Change the note for the patient"))
        self.change_button = self._line.button
        self._holder = Ground(theme, "sunken")
        self._room = QVBoxLayout(self._holder)
        self._room.setContentsMargins(EDGE, 6, EDGE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._holder)
        self.change_button.clicked.connect(self.edit)
        self._show()

    @property
    def is_editing(self) -> bool:
        """Whether the note is being written."""
        return self._editor is not None

    def show_text(self, text: str) -> None:
        """Show the note, or nothing."""
        self._text = text
        strong = Run(self.tr("For the patient:") + " ", "strong", "ink_2")
        self._line.show_runs((strong, Run(text, "body", "ink_2")))
        self._show()

    def edit(self) -> None:
        """Open the field, with the cursor in it."""
        if self._editor is None:
            name = self.tr("Note for the patient")
            hint = self.tr("A note for the patient, printed above the exercises")
            self._editor = NoteEditor(self.theme, name, hint, self._text, reader=self.reader())
            self._editor.setObjectName("message_editor")
            self._editor.written.connect(self.written)
            self._editor.closed.connect(self._on_closed)
            self._room.addWidget(self._editor)
        self._show()
        self._editor.focus_part()

    def _on_closed(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        self._show()
        self.closed.emit()

    def _show(self) -> None:
        self._holder.setVisible(self.is_editing)
        self._line.setVisible(bool(self._text) and not self.is_editing)
        self.setVisible(self.is_editing or bool(self._text))
