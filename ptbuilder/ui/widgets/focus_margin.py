"""The style of the focus ring, which tells Qt how far outside its widget it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget


class FocusMargin(QProxyStyle):
    """Sets QFocusFrame so many pixels outside, and over all that its widget stands in; for that one widget only.

    A frame beside its widget would be cut where a layout ends at the widget's own edge.
    """

    def __init__(self, outside: int) -> None:
        super().__init__("fusion")
        self._outside = outside

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        """The distance of the ring, and all else as Fusion has it."""
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return self._outside
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Over its widget, and all else as Fusion has it."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)
