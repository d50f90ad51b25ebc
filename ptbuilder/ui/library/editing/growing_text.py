"""A field for a sentence or two that grows with its text, so that all of it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.fields import LINE_KEYS

INSIDE = 2
MARGIN = 5 + INSIDE
"""Pixels above and below the lines: edge, padding of the style sheet, margin of the document."""


class GrowingText(QPlainTextEdit):
    """Text on as many lines as it needs, without line breaks of its own. Enter sends ``entered`` with the cursor's place.

    ``emptied`` follows Backspace in an empty field, ``moved`` carries -1 or 1 for Alt+Up and Alt+Down, ``focused`` whether it has
    the focus.
    """

    entered = Signal(int)
    emptied = Signal()
    moved = Signal(int)
    focused = Signal(bool)

    def __init__(self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(INSIDE)
        self.setUndoRedoEnabled(False)  # the form takes steps back, each with its name, whichever field has the focus
        self.textChanged.connect(self.fit)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def words(self) -> str:
        """What is typed, on one line."""
        return " ".join(self.toPlainText().split("\n"))

    def set_words(self, words: str) -> None:
        """Show other words; the cursor goes to the end of what changed while the field has the focus, else to the beginning."""
        before = self.words
        if words == before:
            return
        same = _alike(before, words)
        after = _alike(before[same:][::-1], words[same:][::-1])
        cursor = self.textCursor()
        cursor.setPosition(_units(before[:same]))
        cursor.setPosition(_units(before[: len(before) - after]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words[same : len(words) - after])
        if not self.hasFocus():
            cursor.setPosition(0)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(120, self._high())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never less than its lines."""
        return QSize(60, self._high())

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window, and undo to the form."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Backspace in an empty field and Alt with arrows are told; the rest is typing."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Z, Qt.Key.Key_Y) and modifiers & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.entered.emit(self.textCursor().position())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so, and mark nothing in a field that is left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.focused.emit(False)

    def _is_window_key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        return event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Z) or event.key() not in LINE_KEYS

    def _high(self) -> int:
        lines = max(int(self.document().size().height()), 1)
        return round(lines * self.fontMetrics().lineSpacing()) + 2 * MARGIN

    def fit(self) -> None:
        """Take the height of the lines."""
        if self.height() != self._high() or self.minimumHeight() != self._high():
            self.setFixedHeight(self._high())

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font("body"))
        self.fit()


def _alike(one: str, other: str) -> int:
    """How many letters two texts have alike from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _units(text: str) -> int:
    """The length as Qt counts it: letters beyond the first plane are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
