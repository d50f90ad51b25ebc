"""What the finding list shows: findings that match, a command that was typed, or a sentence where nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import FindingKind

Letters = tuple[tuple[int, int], ...]
Index = QModelIndex | QPersistentModelIndex


class FindingMatch(Protocol):
    """A match as the search gives it: places of the matched letters in the label, and the other name that explains it."""

    @property
    def code(self) -> str:
        """The code of the finding."""

    @property
    def letters(self) -> Letters:
        """Places in the label."""

    @property
    def also(self) -> str:
        """The other name or goal that matched, or an empty string."""

    @property
    def also_letters(self) -> Letters:
        """Places in ``also``."""


class FindingFinder(Protocol):
    """Finds findings as one types, best first."""

    def find(self, text: str, limit: int = 8) -> Sequence[FindingMatch]:
        """At most ``limit`` matches."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One line: the kind with its words, the finding that Enter would add, and whether the assessment has it already.

    ``is_goal`` says that ``also`` is a goal, not another name. ``ignored`` are sentences for what was typed and does not fit.
    What it would do (``leads_to`` a goal, names of exercises
    that join and leave, ``stops``) is known for the marked line only.
    """

    kind: FindingKind
    label: str
    region: str
    details: str
    finding: Finding
    letters: Letters = ()
    also: str = ""
    also_letters: Letters = ()
    is_goal: bool = False
    is_present: bool = False
    ignored: tuple[str, ...] = ()
    leads_to: str = ""
    joins: str = ""
    leaves: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A line that Enter carries out instead of adding a finding."""

    text: str
    details: str


Row = FindingRow | CommandRow
ROW_ROLE = Qt.ItemDataRole.UserRole


class FindingRowsModel(QAbstractListModel):
    """The lines of the finding list; ``ROW_ROLE`` gives the row as a value, DisplayRole what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line as words or as the value."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(row)
        return None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_row(self, place: int, row: Row) -> None:
        """Replace one line, as when its effect is known."""
        self._rows[place] = row
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def row(self, place: int) -> Row | None:
        """The line at a place, or None."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _said(self, row: Row) -> str:
        if isinstance(row, CommandRow):
            return f"{row.text}. {row.details}"
        added = self.tr("added") if row.is_present else ""
        return ", ".join(part for part in (row.label, row.region, row.details, added) if part)
