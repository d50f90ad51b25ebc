"""A list whose rows a delegate paints, of heights of their own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

LINE_STEP = 24
"""Pixels that one step of the wheel or of an arrow of the scroll bar moves."""


RING = 4
"""Pixels that the ring of a field needs around it."""


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

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll as little as shows a widget of a row; one that is higher than the list is shown from its upper edge on."""
        top = part.mapTo(self.viewport(), QPoint(0, 0)).y() - RING
        over = min(top + part.height() + 2 * RING - self.viewport().height(), top)
        bar = self.verticalScrollBar()
        if over > 0:
            bar.setValue(bar.value() + over)
        elif top < 0:
            bar.setValue(bar.value() + top)

    def set_up_rows(self) -> None:
        """Scroll by pixels, without a frame, with the pointer followed."""
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(LINE_STEP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
