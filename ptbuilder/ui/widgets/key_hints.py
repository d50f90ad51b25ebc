"""Key caps with what they do, on one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.ui.painting import key_cap_width, paint_key_cap, paint_line, text_width
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import follow_theme

Hint = tuple[tuple[str, ...], str]
"""Keys (``arrow-up`` and its like are painted) and the words after them."""
GAP = 6


class KeyHints(QWidget):
    """Hints at the right edge, or at the left; those that do not fit are left out from the end."""

    def __init__(self, theme: Theme, hints: Sequence[Hint] = (), parent: QWidget | None = None, *, at_right: bool = True) -> None:
        super().__init__(parent)
        self.theme = theme
        self._at_right = at_right
        self._hints: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_hints(hints)
        follow_theme(self, theme)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show other hints."""
        self._hints = tuple(hints)
        self.setAccessibleName(", ".join(f"{'+'.join(keys)} {words}" for keys, words in self._hints))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All hints on one line."""
        return QSize(round(sum(self._width(each) for each in self._hints)), self.theme.tall(26, "caption"))

    def minimumSizeHint(self) -> QSize:
        """Nothing need be seen: the list of keys says the same."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        shown, width = [], 0.0
        for hint in self._hints:
            if width + self._width(hint) > self.width() + 1:
                break
            shown.append(hint)
            width += self._width(hint)
        painter = QPainter(self)
        left, middle = self.width() - width if self._at_right else 0.0, self.height() / 2
        for keys, words in shown:
            for key in keys:
                left = paint_key_cap(painter, self.theme, left, middle, key) + 3
            left += GAP - 3
            room = text_width(self.theme, words, "caption") + 1
            paint_line(painter, self.theme, QRectF(left, 0, room, self.height()), words, "caption", "ink_2")
            left += room + 2 * GAP
        painter.end()

    def _width(self, hint: Hint) -> float:
        keys, words = hint
        caps = sum(key_cap_width(self.theme, key) + 3 for key in keys)
        return caps + GAP - 3 + text_width(self.theme, words, "caption") + 1 + 2 * GAP
