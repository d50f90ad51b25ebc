"""A list whose rows a delegate paints, of heights of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView

LINE_STEP = 24
"""Pixels that one step of the wheel or of an arrow of the scroll bar moves."""


class PaintedList(QListView):
    """One row is chosen at a time; rows break their text anew with the width, and show the focus inside themselves."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint without the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text breaks anew where the width is other."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def set_up_rows(self) -> None:
        """Scroll by pixels, without a frame, with the pointer followed."""
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(LINE_STEP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
