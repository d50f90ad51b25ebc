"""The blocks of the stop page: one with an edge, and the red banner."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import Run, paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, EDGE, GROUP, Theme
from ptbuilder.ui.widgets.text import TextLabel


class Card(QWidget):
    """A block with an edge; ``column`` is its layout."""

    def __init__(self, theme: Theme, edge: str = "line", width: int = 1) -> None:
        super().__init__()
        self.theme = theme
        self._edge = edge
        self._width = width
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE, 12, EDGE, 12)
        self.column.setSpacing(BETWEEN)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the edge."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("surface"), self.theme.color(self._edge), CARD_RADIUS, self._width)
        painter.end()


class Banner(QWidget):
    """What to do now, on red; the only red ground besides the button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.title = TextLabel(theme, "", "display", "on_stop", wraps=True)
        self.text = TextLabel(theme, "", "lead", "on_stop", wraps=True)
        words = QVBoxLayout(self)
        self._words = words
        self._edge = GROUP
        self._is_small = False
        self._said = ("", "")
        self.set_edge(GROUP)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        theme.changed.connect(lambda: self.set_edge(self._edge, small=self._is_small))

    def show_words(self, title: str, text: str) -> None:
        """What to do, and what it may be."""
        self._said = (title, text)
        self.title.set_runs((Run(title, "strong" if self._is_small else "display", "on_stop"),))
        self.text.set_runs((Run(text, "caption" if self._is_small else "lead", "on_stop"),))

    def set_edge(self, edge: int, *, small: bool = False) -> None:
        """Keep so many pixels free at the left and right; ``small`` leaves room for the ways out, where text is large."""
        self._edge = edge
        self._is_small = small
        above = BETWEEN if small else EDGE
        self._words.setContentsMargins(edge + self._side() + min(edge, EDGE), above, edge, above)
        self.show_words(*self._said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and sign."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        ground = self.theme.color("stop")
        paint_box(painter, area, ground, None, CARD_RADIUS)
        painter.fillRect(area.adjusted(0, CARD_RADIUS, 0, 0), ground)
        side = self._side()
        box = QRectF(self._edge, area.center().y() - side / 2, side, side)
        paint_icon(painter, "stop", box, self.theme.color("on_stop"), ground)
        painter.end()

    def _side(self) -> int:
        return self.theme.wide(20 if self._is_small else 34)
