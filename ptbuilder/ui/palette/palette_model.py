"""The lines of the palette: headings and entries, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import Run, TextBlock, key_cap_width, paint_bar, paint_key_cap, paint_line
from ptbuilder.ui.palette.entries import Entry, Group, marked_spans
from ptbuilder.ui.theme import BETWEEN, EDGE, ROW, Theme

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the Entry; headings have none."""
LINE, HEADING = 36, 26
Index = QModelIndex | QPersistentModelIndex


def group_name(group: Group) -> str:
    """The heading of a group."""
    names = {
        "do": QCoreApplication.translate("Palette", "Do"),
        "patients": QCoreApplication.translate("Palette", "Patients"),
        "exercises": QCoreApplication.translate("Palette", "Exercises"),
        "findings": QCoreApplication.translate("Palette", "Findings"),
        "go": QCoreApplication.translate("Palette", "Go to"),
    }
    return names[group]


class PaletteModel(QAbstractListModel):
    """Headings (strings) and entries in one list; headings cannot be marked."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._lines: list[str | Entry] = []

    def show_entries(self, entries: Sequence[Entry], text: str) -> None:
        """Show entries under the headings of their groups; ``text`` is what was typed."""
        self.beginResetModel()
        self.text = text
        self._lines = []
        group: Group | None = None
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._lines.append(group_name(group))
            self._lines.append(entry)
        self.endResetModel()

    def first(self) -> QModelIndex:
        """The first entry, or an invalid index."""
        return self.step(-1, 1)

    def step(self, row: int, step: int) -> QModelIndex:
        """The next entry from ``row`` in that direction; an invalid index at the end."""
        place = row + step
        while 0 <= place < len(self._lines):
            if isinstance(self._lines[place], Entry):
                return self.index(place)
            place += step
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings and entries."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its name, or the line as it is read aloud."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        if role == ENTRY_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only entries can be marked."""
        if index.isValid() and isinstance(self._lines[index.row()], Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags


class PaletteDelegate(QStyledItemDelegate):
    """Paints headings and entries; typed letters are bold and underlined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is lower than an entry."""
        is_entry = isinstance(index.data(ENTRY_ROLE), Entry)
        return QSize(200, self._theme.tall(LINE if is_entry else HEADING, "body" if is_entry else "caption"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme, area = self._theme, QRectF(option.rect)
        entry, model = index.data(ENTRY_ROLE), index.model()
        painter.save()
        if not isinstance(entry, Entry):
            box = QRectF(area.left() + EDGE, area.top() + 6, area.width(), area.height() - 6)
            paint_line(painter, theme, box, str(index.data()), "caption-strong", "ink_2")
        else:
            text = model.text if isinstance(model, PaletteModel) else ""
            self._paint_entry(painter, area, option.state, entry, text)
        painter.restore()

    def _paint_entry(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, entry: Entry, text: str) -> None:
        theme = self._theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "select" if selected else "hover" if hovered else "raised"
        painter.fillRect(area, theme.color(ground))
        if selected:
            paint_bar(painter, theme, area)
        side, middle = theme.wide(16), area.center().y()
        icon = QRectF(area.left() + EDGE, middle - side / 2, side, side)
        paint_icon(painter, entry.icon, icon, theme.color("ink_2" if entry.is_enabled else "ink_off"), theme.color(ground))
        right = self._paint_keys(painter, area, entry)
        left = icon.right() + ROW
        name = TextBlock(theme, self._name_runs(entry, text), right - left, 1)
        name.paint(painter, left, middle - name.height / 2)
        left += name.used + ROW
        if entry.warning and right - left > theme.wide(60):
            sign = QRectF(left, middle - theme.wide(7), theme.wide(14), theme.wide(14))
            paint_icon(painter, "stop", sign, theme.color("stop"), theme.color(ground))
            box = QRectF(sign.right() + 5, area.top(), right - sign.right() - 5, area.height())
            paint_line(painter, theme, box, entry.warning, "caption", "stop")
        elif entry.hint and right - left > theme.wide(40):
            paint_line(painter, theme, QRectF(left, area.top(), right - left, area.height()), entry.hint, "caption", "ink_3")

    def _paint_keys(self, painter: QPainter, area: QRectF, entry: Entry) -> float:
        theme = self._theme
        width = sum(key_cap_width(theme, key) + 3 for key in entry.keys)
        left = area.right() - EDGE - width
        edge = left
        for key in entry.keys:
            edge = paint_key_cap(painter, theme, edge, area.center().y(), key) + 3
        return left - BETWEEN

    def _name_runs(self, entry: Entry, text: str) -> tuple[Run, ...]:
        ink = "ink" if entry.is_enabled else "ink_off"
        runs, at = [], 0
        for start, end in marked_spans(entry.name, text):
            runs += [Run(entry.name[at:start], "body", ink), Run(entry.name[start:end], "strong", ink, mark=True)]
            at = end
        return (*runs, Run(entry.name[at:], "body", ink))
