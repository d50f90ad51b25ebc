"""A line to type in, with an icon and key caps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import key_cap_width, paint_key_cap
from ptbuilder.ui.theme import FIELD, Theme

LINE_KEYS = (
    *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
)
"""Keys that with Ctrl belong to the line; all others are the window's, also where a system edits with them (Ctrl+K, Ctrl+E)."""


class Field(QLineEdit):
    """A line to type in. ``keys`` are painted as caps at the right while it is empty and has no focus.

    Its height is 36 pixels at 100 % text, or ``height``. ``room`` keeps that many pixels (at 100 % text) free at
    the right for a button of the owner.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        icon: str = "",
        keys: tuple[str, ...] = (),
        height: int = FIELD,
        room: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon = icon
        self._keys = keys
        self._height = height
        self._room = room
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_unusual(self, unusual: bool) -> None:
        """Show the amber edge of a value outside the usual range."""
        if bool(self.property("unusual")) != unusual:
            self.setProperty("unusual", unusual)
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window; undo is the line's only while there is something typed to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_window_key(event):
            event.ignore()
            return True
        return super().event(event)

    def _is_window_key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_Z and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return not (self.text() and self.isUndoAvailable())
        if event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Z):
            return not self.isRedoAvailable() or not self.text()
        return event.key() not in LINE_KEYS

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then icon and key caps over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        if self._icon:
            side = self.theme.wide(16)
            color = "ink" if self.hasFocus() or self.text() else "ink_2"
            paint_icon(painter, self._icon, QRectF(9, middle - side / 2, side, side), self.theme.color(color))
        if self._keys and not self.text():
            left = self.width() - 10 - self.theme.wide(self._room) - self._caps_width()
            for key in self._keys:
                left = paint_key_cap(painter, self.theme, left, middle, key) + 6
        painter.end()

    def _caps_width(self) -> float:
        return sum(key_cap_width(self.theme, key) for key in self._keys) + 6 * (len(self._keys) - 1)

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font("body"))
        self.setFixedHeight(self.theme.tall(self._height))
        left = self.theme.wide(16) + 8 if self._icon else 0
        right = round(self._caps_width()) + 4 if self._keys else 0
        self.setTextMargins(left, 0, right + self.theme.wide(self._room), 0)
