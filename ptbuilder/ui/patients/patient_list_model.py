"""The rows of the patient list, and which of them each chip shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ptbuilder.domain.library import Library
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.labels import age_and_sex, finding_label, patient_name, short_label
from ptbuilder.ui.patients.words import exercises_words, seen_words, state_words

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the PatientRow."""
Shown = Literal["all", "due", "week", "stopped", "samples", "removed"]
SHOWN: tuple[Shown, ...] = ("all", "due", "week", "stopped", "samples", "removed")
Index = QModelIndex | QPersistentModelIndex


def is_shown(row: PatientRow, chip: Shown, today: date) -> bool:
    """Whether a chip lets this row through; due is today or earlier, the week is the last seven days."""
    if chip == "due":
        return row.due is not None and row.due <= today and not row.is_stopped
    if chip == "week":
        return row.updated_at.date() > today - timedelta(days=7)
    if chip == "stopped":
        return row.is_stopped
    return chip == "all" or row.patient.is_sample


def topic_of(row: PatientRow, library: Library) -> str:
    """What the program is about: its title, else the procedure and the first findings."""
    if row.program is None:
        return ""
    if row.program.title:
        return row.program.title
    known = [code for code in row.program.findings if code in library.findings]
    known.sort(key=lambda code: not library.findings[code].is_procedure)
    return ", ".join(short_label(finding_label(library, code), "") for code in known[:2])


class PatientListModel(QAbstractListModel):
    """Patients in the order they were given; ``ROW_ROLE`` gives the row, display the name, accessible text the whole line."""

    def __init__(self, library: Library, today: date) -> None:
        super().__init__()
        self.library = library
        self.today = today
        self._rows: tuple[PatientRow, ...] = ()

    def show_rows(self, rows: Sequence[PatientRow], today: date) -> None:
        """Show these rows; nothing happens where they are the same."""
        new = tuple(rows)
        if new == self._rows and today == self.today:
            return
        self.beginResetModel()
        self._rows, self.today = new, today
        self.endResetModel()

    def row_at(self, place: int) -> PatientRow | None:
        """The row at a place, or None."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, patient_id: str) -> int:
        """Where a patient stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.patient.id == patient_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many patients are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, the name, or the line as it is read aloud."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return patient_name(row.patient)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: PatientRow) -> str:
        parts = (
            patient_name(row.patient),
            age_and_sex(row.age, row.patient.sex),
            self.tr("sample") if row.patient.is_sample else "",
            topic_of(row, self.library),
            seen_words(row.updated_at, self.today),
            exercises_words(row.exercises),
            state_words(row, self.today)[1],
        )
        return ". ".join(part for part in parts if part)
