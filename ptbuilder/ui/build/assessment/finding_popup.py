"""The finding list under the finding field: what matches at the left, the body at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.ui.build.assessment.body_map import BodyMap
from ptbuilder.ui.build.assessment.finding_row_delegate import FindingRowDelegate
from ptbuilder.ui.build.assessment.finding_rows import FindingRowsModel
from ptbuilder.ui.painting import Run, card_path, paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.text import TextLabel

WIDTH, MAP_WIDTH = 800, 308
MOST_MAP_GROWTH = 1.25
"""The map grows so much at most with the text, since the findings need the width."""
ROWS = 8


class FindingPopup(QWidget):
    """A frame over the window, not a window of its own: the focus stays in the field, and it can never be left behind.

    ``chosen`` is sent when a line is pressed; ``region_chosen`` when a part of the body is, ``all_asked`` for "Show all".
    """

    chosen = Signal(int)
    region_chosen = Signal(str)
    all_asked = Signal()

    def __init__(self, theme: Theme, model: FindingRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding_popup")
        self.setAccessibleName(self.tr("Finding list"))
        self.theme = theme
        self.delegate = FindingRowDelegate(theme)
        self.view = QListView()
        self.view.setObjectName("finding_list")
        self.view.setAccessibleName(self.tr("Findings that match"))
        self.head = TextLabel(theme, "", "caption", "ink_2")
        self.nothing = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.nothing.setObjectName("nothing_found")
        self.map_head = TextLabel(theme, "", "caption-strong", "ink", wraps=True)
        self.show_all = Button(theme, self.tr("Show all"), "quiet", small=True)
        self.body_map = BodyMap(theme, most_height=250)
        self._map_hint = TextLabel(theme, self.tr("Click a part to list its findings."), "caption", "ink_2", wraps=True)
        self._hints = KeyHints(theme, at_right=False)
        self._map_side = QWidget()
        self._foot = QWidget()
        self._list_stack = QStackedWidget()
        self._set_up_view(model)
        self._lay_out()
        self._show_hints()
        self.view.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.body_map.region_chosen.connect(lambda region, _side: self.region_chosen.emit(region))
        self.show_all.clicked.connect(self.all_asked)
        self.hide()

    def show_head(self, runs: list[Run]) -> None:
        """What is listed, and how the end of the line was read."""
        self.head.set_runs(runs)

    def show_region(self, name: str, count: int, region: str) -> None:
        """Name and mark the region whose findings are listed; an empty name shows them all."""
        text = self.tr("{region}, {n} findings").format(region=name, n=count) if name else self.tr("All parts")
        self.map_head.set_text(text)
        self.show_all.setVisible(bool(name))
        self.body_map.mark_region(region)

    def set_counts(self, counts: Mapping[str, int], names: Mapping[str, str]) -> None:
        """How many findings each region has."""
        self.body_map.set_counts(counts, names)

    def say_nothing_found(self, text: str) -> None:
        """Show a sentence in the place of the list; an empty one shows the list."""
        self.nothing.set_text(text)
        self._list_stack.setCurrentIndex(1 if text else 0)

    def mark(self, place: int) -> None:
        """Mark a line and bring it into view."""
        index = self.view.model().index(place, 0)
        self.delegate.marked_place = place
        self.view.setCurrentIndex(index)
        self.view.doItemsLayout()
        self.view.scrollTo(index)

    @property
    def marked_place(self) -> int:
        """The place of the marked line, -1 where there is none."""
        return self.delegate.marked_place if self.view.model().rowCount() else -1

    def open_under(self, field: QWidget) -> None:
        """Stand under ``field``, as wide as fits, inside the window."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        at = field.mapTo(window, QPoint(0, field.height() + 6))
        width = min(self.theme.wide(WIDTH), window.width() - at.x() - 8)
        roomy = width >= self.theme.wide(640)
        self._map_side.setFixedWidth(round(MAP_WIDTH * min(self.theme.scale, MOST_MAP_GROWTH)))
        self._map_side.setVisible(roomy)
        height = min(self._wanted_height(width - (self._map_side.width() if roomy else 0)), window.height() - at.y() - 8)
        self.setGeometry(at.x(), at.y(), width, max(height, 160))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("raised"), None, CARD_RADIUS)
        if self._map_side.isVisible():
            side = QRectF(self._map_side.geometry())
            painter.setClipPath(card_path(area))
            painter.fillRect(side.adjusted(0, -2, 4, 2), self.theme.color("sunken"))
            painter.fillRect(QRectF(side.left(), 0, 1, area.height()), self.theme.color("line"))
            painter.setClipping(False)
        foot = self._foot.mapTo(self, self._foot.rect().topLeft()).y()
        painter.fillRect(QRectF(1, foot, self._foot.width(), 1), self.theme.color("line"))
        paint_box(painter, area, None, self.theme.color("line_2"), CARD_RADIUS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a part of the body goes back to the field by closing."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _set_up_view(self, model: FindingRowsModel) -> None:
        view = self.view
        view.setModel(model)
        view.setItemDelegate(self.delegate)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setUniformItemSizes(False)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(1, 9, 0, 1)
        left.setSpacing(6)
        self.head.setContentsMargins(ROW, 0, ROW, 0)
        head = QHBoxLayout()
        head.setContentsMargins(ROW, 0, ROW, 0)
        head.addWidget(self.head)
        left.addLayout(head)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(ROW, ROW, ROW, ROW)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self._list_stack.addWidget(self.view)
        self._list_stack.addWidget(empty)
        left.addWidget(self._list_stack, 1)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(ROW, 7, ROW, 7)
        row.addWidget(self._hints, 1)
        left.addWidget(self._foot)
        right = QVBoxLayout(self._map_side)
        right.setContentsMargins(ROW, 9, ROW, ROW)
        right.setSpacing(BETWEEN)
        top = QHBoxLayout()
        top.addWidget(self.map_head, 1)
        top.addWidget(self.show_all)
        right.addLayout(top)
        right.addWidget(self.body_map)
        right.addWidget(self._map_hint)
        right.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self._map_side)

    def _show_hints(self) -> None:
        self._hints.set_hints(
            (
                (("arrow-up", "arrow-down"), self.tr("choose")),
                ((), self.tr("then l r b side, 1 2 3 severity")),
                (("Enter",), self.tr("add")),
                (("Esc",), self.tr("close")),
            )
        )

    def _wanted_height(self, width: int) -> int:
        model = self.view.model()
        marked = self.marked_place
        height = 0
        for place in range(min(model.rowCount(), ROWS)):
            row = model.row(place)  # type: ignore[attr-defined]
            is_finding = hasattr(row, "finding")
            height += self.delegate.marked_height(row, width) if place == marked and is_finding else self.delegate.plain_height
        return max(height + self.theme.line("caption") * 2 + 62, self.theme.wide(340))
