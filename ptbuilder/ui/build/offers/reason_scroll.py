"""A column that scrolls, for panes with words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ptbuilder.ui.theme import EDGE, ROW


class ScrollColumn(QScrollArea):
    """Its ``column`` holds the widgets; it scrolls upwards and downwards only."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(EDGE, ROW, EDGE, ROW)
        self.column.setSpacing(10)
        self.setWidget(inner)
