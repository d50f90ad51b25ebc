"""The keys of the form, which it takes before the window does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_own_key(event: QKeyEvent) -> bool:
    """Whether the form does something with it."""
    return is_save(event) or is_undo(event) or bool(part_step(event)) or event.key() == Qt.Key.Key_F8


def is_save(event: QKeyEvent) -> bool:
    """Ctrl+Enter."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _has_ctrl(event)


def is_undo(event: QKeyEvent) -> bool:
    """Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z."""
    return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y) and _has_ctrl(event)


def is_redo(event: QKeyEvent) -> bool:
    """Of the undo keys those that go forward."""
    return event.key() == Qt.Key.Key_Y or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def part_step(event: QKeyEvent) -> int:
    """1 for Ctrl+Page Down, -1 for Ctrl+Page Up, 0 for all others."""
    return {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0) if _has_ctrl(event) else 0


def _has_ctrl(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
