"""A layout that fills lines from the left, as words do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items side by side, on as many lines as they need; hidden widgets take no place.

    It lays out a widget of its own, never a part of another layout: Qt would end its items while Python still holds them.
    """

    def __init__(self, parent: QWidget, across: int = 6, down: int = 4) -> None:
        super().__init__()
        self._across = across
        self._down = down
        self._items: list[QLayoutItem] = []
        self._sizes: list[tuple[QLayoutItem, int, int]] | None = None
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out, or give None."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def show_only(self, widgets: Sequence[QWidget]) -> None:
        """Hold these widgets in this order; what was held besides is deleted."""
        held = {widget: item for item in self._items if (widget := item.widget()) is not None}
        self._items = []
        for widget in widgets:
            item = held.pop(widget, None)
            if item is None:
                self.addWidget(widget)
            else:
                self._items.append(item)
        for other in held:
            other.hide()
            other.deleteLater()
        self.invalidate()

    def take_all(self) -> None:
        """Take out all widgets and delete them."""
        self._forget()
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """It does not ask for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width makes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width`` pixels; asked for many times between two changes."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget sizes and heights, as an item changed."""
        self._forget()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """The widest item and one line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        if self._least is None:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            left, top, right, bottom = self._margins()
            self._least = size + QSize(left + right, top + bottom)
        return self._least

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def _forget(self) -> None:
        self._sizes = self._least = None
        self._heights.clear()

    def _measured(self) -> list[tuple[QLayoutItem, int, int]]:
        """The items that take a place with the width and height that each wants; asked for once between two changes."""
        if self._sizes is None:
            shown = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
            self._sizes = [(item, size.width(), size.height()) for item, size in shown]
        return self._sizes

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        left, top, right, bottom = self._margins()
        start, most = rect.x() + left, rect.width() - left - right
        x, y, tallest = start, rect.y() + top, 0
        for item, width, height in self._measured():
            if x > start and x + width > start + most:
                x, y, tallest = start, y + tallest + self._down, 0
            if place:
                item.setGeometry(QRect(x, y, min(width, most), height))
            x += width + self._across
            tallest = max(tallest, height)
        return y + tallest - rect.y() + bottom
