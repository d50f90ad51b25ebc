"""A field for one value typed in place, which says when it is left and when it is called off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ptbuilder.ui.widgets.fields import Field


class InlineField(Field):
    """``left_field`` follows the loss of the focus (not to a popup or another program), ``called_off`` follows Esc.

    Enter stays in the field, so that the list or page around it does not act on it too.
    """

    left_field = Signal()
    called_off = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left_field.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc call off, and keep Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.called_off.emit()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
