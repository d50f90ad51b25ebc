"""An area that scrolls up and down where its content needs more height than there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrollable(content: QWidget) -> QScrollArea:
    """``content`` in an area without a frame, a ground or a tab stop of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setViewport(QWidget())  # asked for its own, PySide makes the class of every widget there is to find the right one
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area
