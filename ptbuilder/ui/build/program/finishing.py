"""What is being typed in place is finished before anything else is done with the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

OF_THE_FIELD = frozenset({Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X})
"""With Ctrl these belong to the field itself."""


class FinishGuard(QObject):
    """Calls ``finish`` when the pointer is pressed outside ``editor``, or a key with Ctrl is pressed in it.

    Buttons do not take the focus when they are clicked, and keys such as Ctrl+P never do: without this, Print would print what
    stood there before the last number was typed.
    """

    def __init__(self, editor: QWidget, finish: Callable[[], None]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._finish = finish
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, app.focusWidget())

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Watch the whole window only while something is typed; every event passes through Python meanwhile."""
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if now is not None and (now is self._editor or self._editor.isAncestorOf(now)):
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch; nothing is kept from anybody."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if watched is not self._editor and not self._editor.isAncestorOf(watched):
                self._finish()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if ctrl and Qt.Key(event.key()) not in OF_THE_FIELD:
                self._finish()
        return False


def stays_in_list(editor: QWidget, now: QWidget | None) -> bool:
    """Whether the focus went to the list that ``editor`` stands in, which closes it itself once it knows what was pressed."""
    return isinstance(now, QAbstractItemView) and now.viewport() is editor.parentWidget()
