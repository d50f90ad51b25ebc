"""Lines that say something about the work: a note, a precaution, an answered precaution, a stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import Run, paint_bar
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

NoticeKind = Literal["note", "warn", "answered", "stop"]

_LOOKS: dict[str, tuple[str, str, str, str, str]] = {
    # ground, bar, sign, colour of the sign, ink
    "note": ("sunken", "line_2", "info", "ink_2", "ink_2"),
    "warn": ("warn_soft", "warn_line", "warn", "warn", "on_warn"),
    "answered": ("sunken", "line_2", "check", "ink_2", "ink_2"),
    "stop": ("stop_soft", "stop_line", "stop", "stop", "on_stop_soft"),
}


class _Sentence(ElidedLabel):
    """A sentence that breaks into lines, or where height is scarce is cut to one, with all of it in the tooltip."""

    def set_wraps(self, wraps: bool) -> None:
        if wraps != self._wraps:
            self._wraps = wraps
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(wraps)
            self.setSizePolicy(policy)
            self._forget_sizes()
            self._tell_whole()
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        return TextLabel.minimumSizeHint(self) if self._wraps else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wraps:
            TextLabel.paintEvent(self, event)
        else:
            super().paintEvent(event)

    def _tell_whole(self) -> None:
        if self._wraps:
            self.setToolTip("")
        else:
            super()._tell_whole()


class NoticeLine(QWidget):
    """A sign, a sentence, and room for buttons at the right; ``row`` is its layout."""

    def __init__(self, theme: Theme, kind: NoticeKind = "note", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._kind: NoticeKind = kind
        self.label = _Sentence(theme, "", "body", "ink_2", wraps=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.label.set_middle()
        self.row = QHBoxLayout(self)
        self.row.setSpacing(BETWEEN)
        self.row.addWidget(self.label, 1)
        self._on_theme_changed()
        self.show_line(kind, text)
        theme.changed.connect(self._on_theme_changed)
        follow_theme(self, theme)

    def show_line(self, kind: NoticeKind, text: str, strong: str = "") -> None:
        """Another kind with ``strong`` words first, then the sentence."""
        self._kind = kind
        ink = _LOOKS[kind][4]
        parts = [Run(strong + " ", "strong", ink)] if strong else []
        self.show_runs([*parts, Run(text, "body", ink)])

    def show_runs(self, runs: Sequence[Run]) -> None:
        """The sentence as runs."""
        self.label.set_runs(runs)
        self.setAccessibleName(self.label.text())
        self.update()

    def set_terse(self, terse: bool) -> None:
        """Cut the sentence to one line, or let it break into lines again."""
        self.label.set_wraps(not terse)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar and sign."""
        ground, bar, sign, color, _ = _LOOKS[self._kind]
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color(ground))
        paint_bar(painter, self.theme, QRectF(self.rect()), bar)
        side = self.theme.wide(16)
        top = self.label.y() + self.label.text_top + (self.theme.line("body") - side) / 2
        paint_icon(painter, sign, QRectF(EDGE, top, side, side), self.theme.color(color), self.theme.color(ground))
        painter.end()

    def _on_theme_changed(self) -> None:
        self.row.setContentsMargins(EDGE + self.theme.wide(16) + 10, 6, EDGE, 6)
