"""A line of key caps with what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.ui.painting import key_cap_width, paint_key_cap, paint_line, text_width
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import follow_theme

Hint = tuple[tuple[str, ...], str]
GAP = 18


class KeyHints(QWidget):
    """Hints from the left; those that do not fit are left out from the end."""

    def __init__(self, theme: Theme, hints: Sequence[Hint] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._hints: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_hints(hints)
        follow_theme(self, theme)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show other hints: each has its keys and a word."""
        self._hints = tuple(hints)
        self.setAccessibleName(", ".join(" ".join((*keys, word)) for keys, word in self._hints))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All hints on one line."""
        width = sum(self._width(hint) + GAP for hint in self._hints)
        return QSize(round(width), self.theme.tall(20, "caption"))

    def minimumSizeHint(self) -> QSize:
        """Hints may be left out."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        left, middle = 0.0, self.height() / 2
        for keys, word in self._hints:
            if left + self._width((keys, word)) > self.width() + 1:
                break
            for key in keys:
                left = paint_key_cap(painter, self.theme, left, middle, key) + 3
            left += 3 if keys else 0
            width = text_width(self.theme, word, "caption")
            paint_line(painter, self.theme, QRectF(left, 0, width + 2, self.height()), word, "caption", "ink_2")
            left += width + GAP
        painter.end()

    def _width(self, hint: Hint) -> float:
        keys, word = hint
        return sum(key_cap_width(self.theme, key) + 3 for key in keys) + 3 + text_width(self.theme, word, "caption")
