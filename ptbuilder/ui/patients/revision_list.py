"""The revisions of a program, the newest first: number, when, what changed in words, when it was printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.services.patients.records import HistoryEntry
from ptbuilder.ui.painting import Run, TextBlock, paint_line, paint_ring, text_width
from ptbuilder.ui.patients.words import change_words, day_words, moment_words
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.chips import chip_size, paint_chip

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the HistoryEntry."""
MOST_SENTENCES = 4
Index = QModelIndex | QPersistentModelIndex


class RevisionModel(QAbstractListModel):
    """Revisions in the order of the history; accessible text is the whole line."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.today = date.min
        self._entries: tuple[HistoryEntry, ...] = ()

    def show_history(self, entries: Sequence[HistoryEntry], today: date) -> None:
        """Show these revisions, the newest first."""
        self.beginResetModel()
        self._entries, self.today = tuple(entries), today
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many revisions there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, the words, or the line as it is read aloud."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, MOST_SENTENCES)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            when = moment_words(entry.revision.at, self.today)
            printed = self.issued_words(entry)
            said = self.tr("Revision {n}, {when}. {changes}").format(n=entry.revision.number, when=when, changes=self._words(entry))
            return f"{said} {printed}".strip()
        return None

    def _words(self, entry: HistoryEntry, most: int = 0) -> str:
        if [change.kind for change in entry.changes] == ["first"] and entry.revision.document.is_empty:
            return self.tr("First assessment, no program yet.")
        return change_words(self.library, entry.changes, most)

    def issued_words(self, entry: HistoryEntry) -> str:
        """When a revision was handed out last, and on what: paper, or a file; nothing where it was not."""
        if not entry.issued:
            return ""
        last = entry.issued[-1]
        ways = {
            "print": self.tr("Printed {day}"),
            "pdf": self.tr("Saved as PDF {day}"),
            "html": self.tr("Saved for the phone {day}"),
        }
        return ways[last.way].format(day=day_words(last.at.date(), self.today))

    def issued_sign(self, entry: HistoryEntry) -> str:
        """The icon of the way it was handed out last."""
        return "printer" if entry.issued and entry.issued[-1].way == "print" else "save-pdf"


class RevisionDelegate(QStyledItemDelegate):
    """One revision on as many lines as its words need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the words, at least one line."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        return QSize(width, round(self._words(index, width).height) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint number, time, words and the print mark."""
        entry, model, theme = index.data(ENTRY_ROLE), index.model(), self._theme
        if not isinstance(entry, HistoryEntry) or not isinstance(model, RevisionModel):
            return
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, theme.color("select" if selected else "surface"))
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), theme.color("line"))
        line = QRectF(area.left() + ROW, area.top() + 8, theme.wide(28), theme.line("body"))
        paint_line(painter, theme, line, str(entry.revision.number), "strong")
        when = QRectF(line.right(), line.top(), theme.wide(92), line.height())
        paint_line(painter, theme, when, moment_words(entry.revision.at, model.today), "caption", "ink_2")
        self._words(index, area.width()).paint(painter, when.right() + BETWEEN, line.top())
        printed = model.issued_words(entry)
        if printed:
            sign = model.issued_sign(entry)
            size = chip_size(theme, "plain", printed, sign)
            box = QRectF(area.right() - ROW - size.width(), line.center().y() - size.height() / 2, size.width(), size.height())
            paint_chip(painter, theme, box, "plain", printed, sign)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, area.adjusted(1, 2, -1, -1), 0)
        painter.restore()

    def _words(self, index: Index, width: float) -> TextBlock:
        theme = self._theme
        left = ROW + theme.wide(28) + theme.wide(92) + BETWEEN
        right = ROW
        entry, model = index.data(ENTRY_ROLE), index.model()
        if isinstance(model, RevisionModel) and isinstance(entry, HistoryEntry):
            printed = model.issued_words(entry)
            right += round(text_width(theme, printed, "caption")) + theme.wide(48) if printed else 0
        return TextBlock(theme, (Run(index.data() or "", "body"),), width - left - right)


class RevisionList(QListView):
    """As high as its rows; ``chosen`` carries the number of the revision that is marked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("revisions")
        self.setAccessibleName(self.tr("Revisions"))
        self.theme = theme
        self.model_of_revisions = RevisionModel(library)
        self.setModel(self.model_of_revisions)
        self.setItemDelegate(RevisionDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.changed.connect(self._on_rows_changed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_history(self, entries: Sequence[HistoryEntry], today: date) -> None:
        """Show these revisions and mark the newest."""
        self.model_of_revisions.show_history(entries, today)
        if entries:
            self.setCurrentIndex(self.model_of_revisions.index(0))
        self._on_rows_changed()

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = self.model_of_revisions.rowCount()
        return QSize(200, sum(self.sizeHintForRow(row) for row in range(rows)) + 1)

    def minimumSizeHint(self) -> QSize:
        """All rows: the page scrolls, not the list."""
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Break the words anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry = current.data(ENTRY_ROLE)
        if isinstance(entry, HistoryEntry):
            self.chosen.emit(entry.revision.number)
