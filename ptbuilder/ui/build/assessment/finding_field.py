"""The field in which findings are typed, with the button that opens the body map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import IconButton
from ptbuilder.ui.widgets.fields import Field

ROOM = 36
"""Pixels at the right, at 100 % text, for the line and the body button."""


class FindingField(Field):
    """Keys of the list go to ``moved`` (up and down), ``taken`` (Enter) and ``escaped``; ``left`` when the focus goes."""

    moved = Signal(int)
    taken = Signal()
    escaped = Signal()
    left = Signal()
    map_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "",
            icon="search",
            keys=("F",),
            room=ROOM,
            parent=parent,
        )
        self.setObjectName("finding_field")
        self.setAccessibleName(self.tr("Add a finding"))
        self.setPlaceholderText(self.tr("Add a finding, e.g. hip fl b2"))
        self.map_button = IconButton(theme, "body", self.tr("Choose on the body"), color="ink", parent=self)
        self.map_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.map_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.map_button.clicked.connect(self.map_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list first, then letters."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went somewhere else in the window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the body button at the right."""
        super().resizeEvent(event)
        size = self.map_button.sizeHint()
        self.map_button.setGeometry(
            self.width() - size.width() - 7, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between text and body button."""
        super().paintEvent(event)
        painter = QPainter(self)
        left = self.map_button.x() - 5
        painter.fillRect(left, self.height() // 2 - 10, 1, 20, self.theme.color("line"))
        painter.end()
