"""The focus ring: one frame for the whole window, two pixels wide, two pixels outside the widget that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget

from ptbuilder.ui.painting import paint_ring
from ptbuilder.ui.theme import CONTROL_RADIUS, Theme

if TYPE_CHECKING:
    from ptbuilder.ui.widgets.focus_margin import FocusMargin

OUTSIDE = 4
"""Pixels from the widget's edge to the outer edge of the ring: a gap of two and the ring of two."""


class FocusRing(QFocusFrame):
    """Follows the focus to buttons, and to widgets whose property ``ring`` is true; False means they show focus themselves."""

    def __init__(self, theme: Theme, app: QApplication) -> None:
        super().__init__()
        self._theme = theme
        self._style: FocusMargin | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_ring(painter, self._theme, QRectF(self.rect()), CONTROL_RADIUS + OUTSIDE - 1)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        wanted = now is not None and (
            isinstance(now, QAbstractButton) if now.property("ring") is None else bool(now.property("ring"))
        )
        if wanted and self._style is None:
            self._take_style()
        self.setWidget(now if wanted else None)  # type: ignore[arg-type]

    def _take_style(self) -> None:
        """Make the style that sets the ring outside, when something first gets the ring: QStyle takes 7 ms at the start."""
        from ptbuilder.ui.widgets.focus_margin import FocusMargin

        self._style = FocusMargin(OUTSIDE)
        self._style.setParent(self)
        self.setStyle(self._style)
