"""The filters as a tree with check boxes and counts for the present selection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.services.library.library_browsing import Facet
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.library.words import facet_name, value_name
from ptbuilder.ui.painting import paint_box, paint_line, paint_ring
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme

Index = QModelIndex | QPersistentModelIndex
FEW = 6
"""Values a group shows while it is short; the others follow after "more"."""


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value of a group with its count; ``value`` is empty for the line that shows the rest of the group."""

    facet: Facet
    value: str
    name: str
    count: int = 0


class FilterModel(QAbstractItemModel):
    """Groups with their values, the most frequent first; ``chosen`` says which are checked. ``VALUE_ROLE`` gives the value."""

    VALUE_ROLE = Qt.ItemDataRole.UserRole + 1
    chosen_changed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._groups: list[tuple[Facet, list[FilterValue]]] = []
        self._open: set[Facet] = set()
        self._all: dict[Facet, list[FilterValue]] = {}
        self.chosen: dict[Facet, frozenset[str]] = {}
        self.last: FilterValue | None = None

    # ---- what it holds ----------------------------------------------------------------------------------------------

    def show_counts(self, counts: Mapping[Facet, Mapping[str, int]]) -> None:
        """Show new counts; values stay where they are, so that nothing jumps under the pointer."""
        known = {(each.facet, each.value) for values in self._all.values() for each in values}
        if any((facet, value) not in known for facet, values in counts.items() for value in values):
            self._fill(counts)
            return
        for values in self._all.values():
            for place, each in enumerate(values):
                count = counts.get(each.facet, {}).get(each.value, 0)
                values[place] = FilterValue(each.facet, each.value, each.name, count)
        self._regroup(is_reset=False)
        for row in range(self.rowCount()):
            group = self.index(row, 0)
            last = self.rowCount(group) - 1
            if last >= 0:
                self.dataChanged.emit(self.index(0, 0, group), self.index(last, 0, group))

    def toggle(self, index: Index) -> None:
        """Check or uncheck a value, or show the rest of a group."""
        each = index.data(self.VALUE_ROLE)
        if not isinstance(each, FilterValue):
            return
        if not each.value:
            self._open ^= {each.facet}
            self._regroup(is_reset=True)
            return
        self.set_chosen(each, each.value not in self.chosen.get(each.facet, frozenset()))

    def set_chosen(self, each: FilterValue, is_chosen: bool) -> None:
        """Check or uncheck one value."""
        now = self.chosen.get(each.facet, frozenset())
        self.chosen[each.facet] = now | {each.value} if is_chosen else now - {each.value}
        self.last = each if is_chosen else None
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Uncheck everything."""
        self.chosen, self.last = {}, None
        self.chosen_changed.emit()

    def chosen_values(self) -> tuple[FilterValue, ...]:
        """All checked values, in the order of the tree."""
        everything = (each for values in self._all.values() for each in values)
        return tuple(each for each in everything if each.value in self.chosen.get(each.facet, frozenset()))

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Groups at the top; a value's internal number is its group's row plus one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The group of a value."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Groups, or the values that a group shows."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names, counts, and whether a value is checked."""
        if not index.isValid():
            return None
        group = index.internalId()
        if not group:
            facet = self._groups[index.row()][0]
            return facet_name(facet) if role == Qt.ItemDataRole.DisplayRole else None
        each = self._groups[group - 1][1][index.row()]
        if role == self.VALUE_ROLE:
            return each
        if role == Qt.ItemDataRole.DisplayRole:
            return each.name
        if role == Qt.ItemDataRole.AccessibleTextRole and each.value:
            return self.tr("{name}, {n}").format(name=each.name, n=each.count)
        if role == Qt.ItemDataRole.CheckStateRole and each.value:
            on = each.value in self.chosen.get(each.facet, frozenset())
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups are headings only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _fill(self, counts: Mapping[Facet, Mapping[str, int]]) -> None:
        for facet, values in counts.items():
            named = [FilterValue(facet, value, value_name(self._library, facet, value), count) for value, count in values.items()]
            if facet not in ("difficulty", "show"):
                named.sort(key=lambda each: -each.count)
            self._all[facet] = named
        self._regroup(is_reset=True)

    def _regroup(self, *, is_reset: bool) -> None:
        groups = [(facet, self._shown(facet)) for facet in self._all]
        if is_reset:
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
        else:
            self._groups = groups

    def _shown(self, facet: Facet) -> list[FilterValue]:
        values = self._all[facet]
        if len(values) <= FEW + 1:
            return values
        if facet in self._open:
            return [*values, FilterValue(facet, "", self.tr("Fewer"))]
        return [*values[:FEW], FilterValue(facet, "", self.tr("{n} more").format(n=len(values) - FEW))]


class FilterDelegate(QStyledItemDelegate):
    """Paints headings, check boxes, names and counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading has room above it."""
        is_heading = not index.parent().isValid()
        return QSize(120, self._theme.tall(34 if is_heading else 26, "caption" if is_heading else "body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme = self._theme
        area = QRectF(0, option.rect.top(), option.widget.width(), option.rect.height())
        painter.save()
        each = index.data(FilterModel.VALUE_ROLE)
        if not isinstance(each, FilterValue):
            text = QRectF(EDGE, area.bottom() - theme.line("caption") - 4, area.width() - EDGE, theme.line("caption"))
            paint_line(painter, theme, text, str(index.data()), "caption-strong", "ink_2")
        else:
            self._paint_value(painter, area, option.state, each, index.data(Qt.ItemDataRole.CheckStateRole))
        painter.restore()

    def _paint_value(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, each: FilterValue, checked: object) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("hover"))
        side = theme.wide(16)
        box = QRectF(EDGE, area.center().y() - side / 2, side, side)
        if not each.value:
            paint_line(painter, theme, area.adjusted(EDGE, 0, -EDGE, 0), each.name, "caption", "accent")
        else:
            on = checked == Qt.CheckState.Checked
            paint_box(painter, box, theme.color("accent" if on else "surface"), None if on else theme.color("line_2"), 3)
            if on:
                paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.color("on_accent"))
            right = area.right() - EDGE
            ink = "ink" if each.count else "ink_3"
            name = QRectF(box.right() + BETWEEN, area.top(), right - box.right() - BETWEEN - theme.wide(34), area.height())
            paint_line(painter, theme, name, each.name, "body", ink)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("ink_2" if each.count else "ink_3"))
            count = QRectF(right - theme.wide(40), area.top(), theme.wide(40), area.height())
            painter.drawText(count, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(each.count))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, area.adjusted(4, 1, -4, -1))


class FilterTree(QTreeView):
    """Always open; a click, Space or Enter checks a value."""

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_filters")
        self.setAccessibleName(self.tr("Filters"))
        self.filters = FilterModel(library)
        self.setModel(self.filters)
        self.setItemDelegate(FilterDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.filters.modelReset.connect(self.expandAll)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.filters.toggle(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter check."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.filters.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)
