"""The lines of the program as an item model: exercises, what speaks against them, and what else is printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ptbuilder.domain.program import OverrideNote
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.work import ProgramRow

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Returns the :class:`ProgramLine`."""
MIME = "application/x-ptbuilder-prescription"
LineKind = Literal["exercise", "precaution", "kept", "paper"]


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """One line; ``number`` counts exercises from 1 of ``count``. ``note`` is the reason of a kept line, ``spoken`` its sentence."""

    kind: LineKind
    row: ProgramRow | None = None
    number: int = 0
    count: int = 0
    note: OverrideNote | None = None
    spoken: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same while the line changes."""
        return self.kind, self.row.prescription.id if self.row else "", self.note.reason if self.note else ""

    @property
    def id(self) -> str:
        """The prescription's identifier, or an empty string."""
        return self.row.prescription.id if self.row else ""


def lines_of(rows: Sequence[ProgramRow], spoken: Sequence[str]) -> tuple[ProgramLine, ...]:
    """Each exercise with its precaution and its answers behind it, then the line of what else is on paper."""
    lines: list[ProgramLine] = []
    for number, (row, sentence) in enumerate(zip(rows, spoken, strict=True), start=1):
        lines.append(ProgramLine("exercise", row, number, len(rows), spoken=sentence))
        if row.obstacles:
            lines.append(ProgramLine("precaution", row))
        reasons = {note.reason: note for note in row.answered}
        lines.extend(ProgramLine("kept", row, note=note) for note in reasons.values())
    if rows:
        lines.append(ProgramLine("paper"))
    return tuple(lines)


class ProgramModel(QAbstractListModel):
    """Lines by place. ``show_lines`` tells only what changed, so that the open editor and the selection stay.

    ``move_asked`` carries the identifier of a dropped prescription and its place among the exercises, counted from 0 after it
    was taken out.
    """

    move_asked = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ProgramLine] = []

    @property
    def lines(self) -> tuple[ProgramLine, ...]:
        """All lines."""
        return tuple(self._lines)

    def line(self, index: Index) -> ProgramLine | None:
        """The line at an index, or None."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def index_of(self, identifier: str, kind: LineKind = "exercise") -> QModelIndex:
        """The index of the line of this prescription; invalid where it is not there."""
        for place, line in enumerate(self._lines):
            if line.kind == kind and line.id == identifier:
                return self.index(place)
        return QModelIndex()

    def show_lines(self, lines: Sequence[ProgramLine]) -> None:
        """Show ``lines``; what has the same key is changed or moved in place."""
        self._drop_gone({line.key for line in lines})
        for place, line in enumerate(lines):
            self._put(place, line)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, its name, and the sentence for screen readers."""
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Exercises can be chosen, edited and, once accepted, dragged; other lines hold their own controls."""
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if line.kind != "exercise" or line.row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Only moving."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """The one type there is."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The identifier of the dragged prescription."""
        data = QMimeData()
        line = self.line(indexes[0]) if indexes else None
        data.setData(MIME, QByteArray((line.id if line else "").encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Ask for the move; the lines follow when the desk has done it, so nothing is removed here."""
        if action != Qt.DropAction.MoveAction or not data.hasFormat(MIME):
            return False
        identifier = bytes(data.data(MIME).data()).decode()
        source = self.index_of(identifier)
        if not source.isValid():
            return False
        before = parent.row() if parent.isValid() else row if row >= 0 else len(self._lines)
        place = sum(line.kind == "exercise" for line in self._lines[:before])
        here = sum(line.kind == "exercise" for line in self._lines[: source.row()])
        place -= here < place
        if place != here:
            self.move_asked.emit(identifier, place)
        return place != here

    def _drop_gone(self, kept: set[tuple[str, str, str]]) -> None:
        for place in range(len(self._lines) - 1, -1, -1):
            if self._lines[place].key not in kept:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._lines[place]
                self.endRemoveRows()

    def _put(self, place: int, line: ProgramLine) -> None:
        old = next((at for at, each in enumerate(self._lines) if at >= place and each.key == line.key), None)
        if old is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._lines.insert(place, line)
            self.endInsertRows()
            return
        if old != place:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
            self._lines.insert(place, self._lines.pop(old))
            self.endMoveRows()
        if self._lines[place] != line:
            self._lines[place] = line
            self.dataChanged.emit(self.index(place), self.index(place))
