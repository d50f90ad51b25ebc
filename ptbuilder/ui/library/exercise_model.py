"""The exercises of the grid as a model of codes: as many as there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ptbuilder.domain.library import Library
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.library.words import clinic_mark, kind_line

EXERCISE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the Exercise."""
CHUNK = 400
"""Rows given to the view at a time."""
Index = QModelIndex | QPersistentModelIndex


class ExerciseGridModel(QAbstractListModel):
    """Exercises in the order of ``codes``; accessible text says kind, level, position and whether it is in the program."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self._codes: tuple[str, ...] = ()
        self._given = 0
        self._present: frozenset[str] = frozenset()
        self.origin: Callable[[str], str] = lambda _code: "shipped"

    def show_changed(self, _codes: object = None) -> None:
        """Show the exercises as they are in the library now."""
        if self._given:
            self.dataChanged.emit(self.index(0), self.index(self._given - 1))

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show these exercises; nothing happens where they are the same."""
        new = tuple(codes)
        if new == self._codes:
            return
        self.beginResetModel()
        self._codes = new
        self._given = min(len(new), CHUNK)
        self.endResetModel()

    def set_present(self, codes: Collection[str]) -> None:
        """Which exercises are in the program; they carry a mark."""
        new = frozenset(codes)
        if new != self._present:
            self._present = new
            if self._given:
                self.dataChanged.emit(self.index(0), self.index(self._given - 1))

    def is_present(self, code: str) -> bool:
        """Whether an exercise is in the program."""
        return code in self._present

    def place_of(self, code: str) -> int:
        """Where an exercise stands, or -1; rows up to it are given to the view."""
        if code not in self._codes:
            return -1
        place = self._codes.index(code)
        while place >= self._given:
            self.fetchMore()
        return place

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many exercises the view knows; it asks for more when it comes to their end."""
        return 0 if parent.isValid() else self._given

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether there are exercises that the view does not know yet."""
        return not parent.isValid() and self._given < len(self._codes)

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        """Give the view the next rows: laying all of 25,000 cards out takes a tenth of a second at every letter."""
        if parent.isValid():
            return
        more = min(CHUNK, len(self._codes) - self._given)
        self.beginInsertRows(QModelIndex(), self._given, self._given + more - 1)
        self._given += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The exercise, its name, or the card as it is read aloud."""
        if not index.isValid() or not 0 <= index.row() < self._given:
            return None
        code = self._codes[index.row()]
        if role == EXERCISE_ROLE:
            return self.library.exercises[code]
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise_name(self.library, code)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            exercise = self.library.exercises[code]
            state = self.tr("in the program") if code in self._present else self.tr("not in the program")
            reviewed = "" if exercise.tags_reviewed else self.tr("tags not reviewed")
            marks = clinic_mark(self.origin(code), is_hidden=exercise.retired)
            parts = (exercise_name(self.library, code), kind_line(self.library, exercise), marks, reviewed, state)
            return ". ".join(part for part in parts if part)
        return None
