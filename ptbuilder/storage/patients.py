"""Patients: kept, marked as removed, brought back, erased for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from ptbuilder.domain.patient import Patient
from ptbuilder.domain.values import dataclass
from ptbuilder.storage import schema
from ptbuilder.storage.codec import decode
from ptbuilder.storage.database import Database
from ptbuilder.storage.summary import ProgramSummary

TABLE = schema.patients
COLUMNS = tuple(TABLE.c[each.name] for each in fields(Patient))


@dataclass(frozen=True, slots=True)
class ListedPatient:
    """A patient with the program that was worked on last, in short, and when anything of theirs last changed."""

    patient: Patient
    since: datetime
    updated_at: datetime
    program: ProgramSummary | None


class Patients:
    """The patients of this data file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, *, removed: bool = False) -> tuple[ListedPatient, ...]:
        """All that are not removed (or those that are), the one worked on last first."""
        mark = TABLE.c.deleted_at.is_not(None) if removed else TABLE.c.deleted_at.is_(None)
        with self._database.reading() as connection:
            rows = connection.execute(select(*COLUMNS, TABLE.c.created_at, TABLE.c.updated_at).where(mark)).all()
            programs = dict(_latest_programs(connection))
        listed = (_listed(row, programs) for row in rows)
        return tuple(sorted(listed, key=lambda each: each.updated_at.isoformat(), reverse=True))

    def find(self, patient_id: str) -> Patient | None:
        """The patient, also one that is marked as removed; None where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(*COLUMNS).where(TABLE.c.id == patient_id)).first()
        return None if row is None else Patient(**row._mapping)

    def save(self, patient: Patient, at: datetime) -> None:
        """Add the patient, or take over what changed."""
        values = asdict(patient)
        statement = insert(TABLE).values(**values, created_at=at, updated_at=at)
        changed = {name: value for name, value in values.items() if name != "id"}
        with self._database.writing() as connection:
            if self.find(patient.id) != patient:
                connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={**changed, "updated_at": at}))

    def delete(self, patient_id: str, at: datetime) -> None:
        """Mark as removed: gone from lists, and everything is kept."""
        self._mark(patient_id, at)

    def restore(self, patient_id: str) -> None:
        """Take the mark away again."""
        self._mark(patient_id, None)

    def erase(self, patient_id: str) -> bool:
        """Remove the patient with everything of theirs for good, from free pages and from the log too.

        False where another window was reading, so that traces stay in the log until it is closed.
        """
        with self._database.writing() as connection:
            connection.execute(delete(TABLE).where(TABLE.c.id == patient_id))
        return self._database.scrub()

    def _mark(self, patient_id: str, at: datetime | None) -> None:
        with self._database.writing() as connection:
            connection.execute(update(TABLE).where(TABLE.c.id == patient_id).values(deleted_at=at))


def _latest_programs(connection: Any) -> Iterator[tuple[str, tuple[ProgramSummary, datetime]]]:
    """The program of each patient that was saved last; of several rows for a patient, the last one counts."""
    table = schema.programs
    newest = select(table.c.patient, table.c.summary, table.c.updated_at).order_by(table.c.updated_at)
    for patient, summary, updated_at in connection.execute(newest):
        yield patient, (decode(summary, ProgramSummary), updated_at)


def _listed(row: Any, programs: dict[str, tuple[ProgramSummary, datetime]]) -> ListedPatient:
    *values, since, updated_at = row
    patient = Patient(**dict(zip((each.name for each in COLUMNS), values, strict=True)))
    summary, worked_on = programs.get(patient.id, (None, updated_at))
    return ListedPatient(patient, since, max(updated_at, worked_on, key=datetime.isoformat), summary)
