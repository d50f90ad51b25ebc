"""Programs and their revisions: open until printed or left, then closed for ever."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Program
from ptbuilder.domain.revision import Revision
from ptbuilder.storage import schema
from ptbuilder.storage.codec import FORMAT, decode, encode, encode_checked
from ptbuilder.storage.database import Database
from ptbuilder.storage.summary import summary_of

TABLE = schema.revisions


class Programs:
    """The programs of all patients, each a row of numbered revisions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save_open_revision(self, program: Program, by: str, at: datetime) -> Revision:
        """Save the program and its assessment in one transaction, into the open revision or into a new one.

        A revision that was left open on an earlier day is closed first. A program that equals its last closed revision makes no
        new one; that one comes back.
        """
        if not program.id or not program.patient or not program.assessment.id:
            raise ValueError("a saved program has an id, a patient, and an assessment with an id")
        with self._database.writing() as connection:
            document = encode_checked(program)
            last = _last(connection, program.id)
            if last is not None and not last.closed and last.at.date() < at.date():
                self.close_revision(program.id)
                last = _last(connection, program.id)
            if last is None or last.document != document:
                _save_assessment(connection, program.assessment, program.patient, at)
                _save_program(connection, program, at)
                _save_revision(connection, program, document, last, by, at)
                _drop_unused_assessments(connection, program.patient)
            return _revision(_last(connection, program.id))

    def close_revision(self, program_id: str) -> Revision | None:
        """Close the open revision; one that changed nothing goes away instead. The last revision, None if there is none."""
        with self._database.writing() as connection:
            row = _last(connection, program_id)
            if row is None:
                return None
            if not row.closed:
                this = (TABLE.c.program == program_id, TABLE.c.number == row.number)
                if row.parent is not None and _at(connection, program_id, row.parent).document == row.document:
                    connection.execute(delete(TABLE).where(*this))
                else:
                    connection.execute(update(TABLE).where(*this).values(closed=True))
            return _revision(_last(connection, program_id))

    def close_left_open(self, before: date) -> int:
        """Close what was left open on an earlier day; how many programs that were."""
        start = datetime.combine(before, time())
        left = select(TABLE.c.program).where(TABLE.c.closed.is_(False), TABLE.c.at < start)
        with self._database.writing() as connection:
            programs = tuple(connection.scalars(left))
            for program in programs:
                self.close_revision(program)
        return len(programs)

    def history(self, program_id: str) -> tuple[Revision, ...]:
        """All revisions, the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(TABLE).where(TABLE.c.program == program_id).order_by(TABLE.c.number)).all()
        return tuple(_revision(row) for row in rows)

    def get_revision(self, program_id: str, number: int) -> Revision:
        """That revision; raises KeyError where there is none."""
        with self._database.reading() as connection:
            return _revision(_at(connection, program_id, number))

    def latest(self, program_id: str) -> Revision | None:
        """The last revision of a program."""
        with self._database.reading() as connection:
            row = _last(connection, program_id)
        return None if row is None else _revision(row)

    def newest(self) -> Revision | None:
        """The revision that was saved last, of any program."""
        with self._database.reading() as connection:
            row = connection.execute(select(TABLE).order_by(TABLE.c.at.desc(), TABLE.c.number.desc()).limit(1)).first()
        return None if row is None else _revision(row)

    def latest_for_patient(self, patient_id: str) -> Revision | None:
        """The last revision of the program that was worked on last."""
        programs = self.of_patient(patient_id)
        return self.latest(programs[-1]) if programs else None

    def of_patient(self, patient_id: str) -> tuple[str, ...]:
        """The identifiers of the patient's programs, the one worked on last at the end."""
        table = schema.programs
        mine = select(table.c.id).where(table.c.patient == patient_id).order_by(table.c.updated_at)
        with self._database.reading() as connection:
            return tuple(connection.scalars(mine))

    def assessments(self, patient_id: str) -> tuple[Assessment, ...]:
        """The patient's assessments, the oldest first; those without a date before the others."""
        table = schema.assessments
        mine = select(table).where(table.c.patient == patient_id).order_by(table.c.made_on, table.c.updated_at)
        with self._database.reading() as connection:
            rows = connection.execute(mine).all()
        return tuple(decode(row.document, Assessment, row.format) for row in rows)


def _save_assessment(connection: Connection, assessment: Assessment, patient: str, at: datetime) -> None:
    values: dict[str, Any] = {
        "patient": patient,
        "made_on": assessment.on,
        "document": encode(assessment),
        "format": FORMAT,
        "updated_at": at,
    }
    statement = upsert(schema.assessments).values(id=assessment.id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def _save_program(connection: Connection, program: Program, at: datetime) -> None:
    values: dict[str, Any] = {
        "patient": program.patient,
        "summary": encode(summary_of(program)),
        "updated_at": at,
    }
    statement = upsert(schema.programs).values(id=program.id, created_at=at, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def _save_revision(connection: Connection, program: Program, document: str, last: Any, by: str, at: datetime) -> None:
    values: dict[str, Any] = {
        "assessment": program.assessment.id,
        "document": document,
        "format": FORMAT,
        "by": by,
        "at": at,
    }
    if last is not None and not last.closed:
        connection.execute(update(TABLE).where(TABLE.c.program == program.id, TABLE.c.number == last.number).values(values))
        return
    parent = None if last is None else last.number
    number = 1 if last is None else last.number + 1
    connection.execute(insert(TABLE).values(program=program.id, number=number, parent=parent, closed=False, **values))


def _drop_unused_assessments(connection: Connection, patient: str | None) -> None:
    """A follow-up that was undone leaves an assessment that no revision answers."""
    table = schema.assessments
    used = select(TABLE.c.assessment).where(TABLE.c.assessment == table.c.id).exists()
    connection.execute(delete(table).where(table.c.patient == patient, ~used))


def _last(connection: Connection, program: str) -> Any:
    return connection.execute(select(TABLE).where(TABLE.c.program == program).order_by(TABLE.c.number.desc())).first()


def _at(connection: Connection, program: str, number: int) -> Any:
    row = connection.execute(select(TABLE).where(TABLE.c.program == program, TABLE.c.number == number)).first()
    if row is None:
        raise KeyError((program, number))
    return row


def _revision(row: Any) -> Revision:
    return Revision(
        program=row.program,
        number=row.number,
        parent=row.parent,
        document=decode(row.document, Program, row.format),
        format=row.format,
        by=row.by,
        at=row.at,
        closed=row.closed,
    )
