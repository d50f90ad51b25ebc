"""The focus ring: one frame for the whole window, two pixels wide, two pixels outside the widget that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ptbuilder.ui.painting import paint_ring
from ptbuilder.ui.theme import CONTROL_RADIUS, Theme

OUTSIDE = 4
"""Pixels from the widget's edge to the outer edge of the ring: a gap of two and the ring of two."""


class _Margin(QProxyStyle):
    """Tells QFocusFrame how far outside it stands, and that it lies over all that its widget stands in; for that one widget only.

    A frame beside its widget would be cut where a layout ends at the widget's own edge.
    """

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return OUTSIDE
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)


class FocusRing(QFocusFrame):
    """Follows the focus to buttons, and to widgets whose property ``ring`` is true; False means they show focus themselves."""

    def __init__(self, theme: Theme, app: QApplication) -> None:
        super().__init__()
        self._theme = theme
        self._style = _Margin("fusion")
        self._style.setParent(self)
        self.setStyle(self._style)
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
        self.setWidget(now if wanted else None)  # type: ignore[arg-type]
