"""The field in which a note for the patient is written under a row, or above the exercises; what is hard to read is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.paper.note_reading import HardPlace, NoteReader
from ptbuilder.ui.build.program.finishing import FinishGuard, stays_in_list
from ptbuilder.ui.build.program.marked_field import MarkedField, place_text
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.theme import BETWEEN, SMALL_BUTTON, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import ElidedLabel

MOST_LETTERS = 200
"""A note is one or two lines on paper."""

FEW_LEFT = 40
"""From here on the letters that are left are counted."""


class NoteEditor(QWidget):
    """One line of text. Enter and leaving the field send ``written`` if it changed; Esc leaves it; then ``closed`` follows.

    A line under it says what is hard to read; ``resized`` is sent when that line comes or goes.
    """

    written = Signal(str)
    closed = Signal()
    resized = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str,
        text: str,
        parent: QWidget | None = None,
        *,
        reader: NoteReader | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("note_editor")
        self._before = text
        self._is_closing = False
        self._was_cut = False
        self._reader = reader or NoteReader()
        self.field = MarkedField(theme, name, placeholder, reader=reader, icon="note", height=SMALL_BUTTON + 4)
        self.field.setObjectName("note_field")
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setText(text)
        self._done = Button(theme, self.tr("Done"), key="Enter", small=True)
        self.hint = ElidedLabel(theme, "", "caption", "warn")
        self.hint.setObjectName("note_hint")
        self._lay_out()
        self._show_hint()
        self.setFocusProxy(self.field)
        self.field.marks_changed.connect(self._on_hint_changed)
        self.field.inputRejected.connect(self._on_rejected)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self.finish)
        self._done.clicked.connect(self.finish)
        self.field.left_field.connect(self._on_left_field)
        self.field.called_off.connect(self.call_off)
        self._guard = FinishGuard(self, self.save)

    def heightForWidth(self, _width: int) -> int:
        """One line, and the hint under it."""
        return self.sizeHint().height()

    def show_line(self, _line: ProgramLine) -> None:
        """Keep what is typed, whatever else changes in the row."""

    def focus_part(self, _part: str = "") -> None:
        """Put the cursor behind the text, with nothing selected: a note is read and mended more often than it is replaced."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.deselect()
        self.field.end(False)

    def finish(self) -> None:
        """Take the note, and close."""
        if self._is_closing:
            return
        self._is_closing = True
        self.save()
        self.closed.emit()

    def save(self) -> None:
        """Take the note as it is typed now."""
        text = self.field.text().strip()
        if text != self._before:
            self._before = text
            self.written.emit(text)

    def call_off(self) -> None:
        """Leave the note as it was, and close."""
        if not self._is_closing:
            self._is_closing = True
            self.closed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        row.addWidget(self.field, 1)
        row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.hint)

    def _on_rejected(self) -> None:
        """More was typed or pasted than a note holds."""
        self._was_cut = True
        self._on_hint_changed()

    def _on_edited(self, text: str) -> None:
        self._was_cut = self._was_cut and len(text) == MOST_LETTERS
        self._on_hint_changed()

    def _on_hint_changed(self) -> None:
        was_shown = not self.hint.isHidden()
        self._show_hint()
        if was_shown != (not self.hint.isHidden()):
            self.updateGeometry()
            self.resized.emit()

    def _show_hint(self) -> None:
        """How much room is left, another language, then the first hard places; the rest of these is in the tooltips."""
        places = self.field.places
        text = " ".join(part for part in (self._room_left(), self._language(), self._summary(places)) if part)
        self.hint.setVisible(bool(text))
        self.hint.set_text(text)
        if places:
            self.hint.setToolTip("\n".join(map(place_text, places)))

    def _room_left(self) -> str:
        left = MOST_LETTERS - len(self.field.text())
        if self._was_cut:
            return self.tr("0 left: a note has at most {n} letters, the rest was not taken.").format(n=MOST_LETTERS)
        return self.tr("{n} left.").format(n=left) if left <= FEW_LEFT else ""

    def _language(self) -> str:
        words = {"en": self.tr("This sheet is in English."), "es": self.tr("This sheet is in Spanish.")}
        return words[self._reader.printed] if self._reader.is_foreign(self.field.text()) else ""

    def _summary(self, places: tuple[HardPlace, ...]) -> str:
        words = {each.text.lower(): each.plainer for each in places if each.kind == "word"}
        told = [f"{word}: {plainer}" if plainer else word for word, plainer in words.items()]
        parts = [self.tr("Hard to read: {words}.").format(words="; ".join(told))] if told else []
        if any(each.kind == "sentence" for each in places):
            parts.append(self.tr("Long sentence: make two of it."))
        return " ".join(parts)

    def _on_left_field(self) -> None:
        if not self._done.hasFocus() and not stays_in_list(self, QApplication.focusWidget()):
            self.finish()
