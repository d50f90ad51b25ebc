"""A card: a rounded area with an edge that holds other widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, ROW, Theme
from ptbuilder.ui.widgets.themed import follow_theme


class CardBox(QWidget):
    """A card on ``surface``; ``column`` is its layout, with the padding of a card unless ``bare``."""

    def __init__(self, theme: Theme, name: str = "", *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        edge = 1 if bare else ROW
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(0 if bare else BETWEEN - 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self, theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self.theme.color("surface"), self.theme.color("line"), CARD_RADIUS)
        painter.end()
