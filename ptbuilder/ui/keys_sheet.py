"""All keys on one card over the window (F1)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ptbuilder.ui.actions import Actions, action_names
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import CARD_RADIUS, GROUP, SCRIM, SCRIM_OPACITY, Theme
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.text import TextLabel


class _Card(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("raised"), self.theme.color("line_2"), CARD_RADIUS)
        painter.end()


class KeysSheet(QWidget):
    """Lies over the whole window; any press outside the card, Esc and F1 close it and give the focus back."""

    def __init__(self, theme: Theme, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("keys_sheet")
        self.setAccessibleName(self.tr("Keys of this page"))
        self.theme = theme
        self._before: QWidget | None = None
        self._card = _Card(theme)
        self._fill(actions)
        outer = QVBoxLayout(self)
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def toggle(self) -> None:
        """Open it, or close it where it is open."""
        if self.isVisible():
            self.close_sheet()
            return
        window = self.parentWidget()
        self._before = window.focusWidget() if window is not None else None
        if window is not None:
            self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Close it and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key that is no letter of its own closes it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press closes it."""
        self.close_sheet()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken the window."""
        painter = QPainter(self)
        scrim = QColor(SCRIM)
        scrim.setAlphaF(SCRIM_OPACITY)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def _fill(self, actions: Actions) -> None:
        grid = QGridLayout(self._card)
        grid.setContentsMargins(GROUP, GROUP, GROUP, GROUP)
        grid.setHorizontalSpacing(GROUP)
        grid.setVerticalSpacing(2)
        grid.addWidget(TextLabel(self.theme, self.tr("Keys"), "name"), 0, 0, 1, 4)
        shown = [(name, actions.keys_of(key)) for key, name in action_names().items() if actions.keys_of(key)]
        half = (len(shown) + 1) // 2
        for place, (name, keys) in enumerate(shown):
            row, column = place % half + 1, 2 * (place // half)
            grid.addWidget(TextLabel(self.theme, name), row, column)
            grid.addWidget(KeyHints(self.theme, ((keys, ""),), at_right=False), row, column + 1)
