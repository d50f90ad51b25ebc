"""The editors under a row: the strip of its dose, and the field of its note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.services.paper.note_reading import NoteReader
from ptbuilder.ui.build.program.dose_entry import changed_numbers
from ptbuilder.ui.build.program.dose_strip import DoseStrip
from ptbuilder.ui.build.program.note_editor import NoteEditor
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.build.program.program_row import ListState
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.theme import Theme

Edited = Literal["dose", "note"]


class RowEditing(QObject):
    """Makes the wanted editor and passes on what is finished in it; what is being typed goes into the looks of the list.

    ``previewed`` carries the dose as it is typed, or None when that is over. ``closed`` carries the editor that has done.
    ``resized`` is sent when an editor needs another height, ``entered`` with the field in it that has the focus now.
    ``refused`` says what of a typed dose was not taken. ``reader`` gives the reader of notes in the handout's language.
    """

    dose_finished = Signal(str, object)
    note_written = Signal(str, str)
    previewed = Signal(str, object)
    closed = Signal(QWidget)
    resized = Signal()
    entered = Signal(QWidget)
    refused = Signal(str)

    def __init__(self, theme: Theme, library: Callable[[], Library], looks: ListState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._library = library
        self._looks = looks
        self.reader: Callable[[], NoteReader] = NoteReader
        self._edits: Edited = "dose"
        self._part = ""

    def want(self, edits: Edited, part: str = "") -> None:
        """The next editor is for the dose, with the cursor in the field of ``part``, or for the note."""
        self._edits, self._part = edits, part

    def make(self, parent: QWidget, line: ProgramLine) -> QWidget:
        """The wanted editor for this row."""
        return self._strip(parent, line) if self._edits == "dose" else self._note(parent, line)

    def enter(self, editor: QWidget) -> None:
        """Put the cursor where it was wanted."""
        if isinstance(editor, DoseStrip | NoteEditor):
            editor.focus_part(self._part)

    def end_preview(self) -> None:
        """Show the dose as it is kept."""
        if self._looks.preview is not None:
            identifier = self._looks.preview[0]
            self._looks.preview, self._looks.changed = None, frozenset()
            self.previewed.emit(identifier, None)

    def _strip(self, parent: QWidget, line: ProgramLine) -> DoseStrip:
        strip = DoseStrip(self.theme, line, parent)
        strip.previewed.connect(lambda dosage: self._preview(strip, dosage))
        strip.finished.connect(lambda dosage: self._finish(line.id, dosage))
        strip.restored.connect(lambda dosage: self._finish(line.id, dosage))
        strip.closed.connect(lambda: self.closed.emit(strip))
        strip.field_entered.connect(self.entered)
        strip.refused.connect(self.refused)
        return strip

    def _note(self, parent: QWidget, line: ProgramLine) -> NoteEditor:
        assert line.row is not None
        name = self.tr("Note for the patient on {exercise}").format(exercise=exercise_name(self._library(), line.row.exercise.code))
        hint = self.tr("A note for the patient, printed under this exercise")
        editor = NoteEditor(self.theme, name, hint, line.row.prescription.note, parent, reader=self.reader())
        editor.written.connect(lambda text: self.note_written.emit(line.id, text))
        editor.closed.connect(lambda: self.closed.emit(editor))
        editor.resized.connect(self.resized)
        return editor

    def _preview(self, strip: DoseStrip, dosage: Dosage) -> None:
        self._looks.preview = (strip.identifier, dosage)
        self._looks.changed = changed_numbers(strip.kept, dosage)
        self.previewed.emit(strip.identifier, dosage)

    def _finish(self, identifier: str, dosage: Dosage) -> None:
        self.end_preview()
        self.dose_finished.emit(identifier, dosage)
