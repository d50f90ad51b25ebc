"""A list whose rows are dragged to another place, with a mark where the dragged one would go."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.painted_list import PaintedList


class DraggedRows(PaintedList):
    """Hands each drop to the model's ``dropMimeData``, which asks for the move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._drop_y: int | None = None

    def set_up_dragging(self) -> None:
        """Let rows be dragged within the list."""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the exercise would go."""
        super().dragMoveEvent(event)
        self._drop_y = self._gap_at(event.position().toPoint()) if event.isAccepted() else None
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        super().dragLeaveEvent(event)
        self._drop_y = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the drop to the model."""
        index = self.indexAt(event.position().toPoint())
        row = self.model().rowCount()
        if index.isValid():
            rect = self.visualRect(index)
            row = index.row() + (event.position().y() > rect.center().y())
        if self.model().dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex()):
            event.acceptProposedAction()
        self._drop_y = None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, then the place of the drop."""
        super().paintEvent(event)
        if self._drop_y is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(QRect(8, self._drop_y - 1, self.viewport().width() - 16, 3), self.theme.color("accent"))
            painter.end()

    def _gap_at(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return max(self.visualRect(self.model().index(self.model().rowCount() - 1, 0)).bottom(), 1)
        rect = self.visualRect(index)
        return rect.bottom() if at.y() > rect.center().y() else max(rect.top(), 1)
