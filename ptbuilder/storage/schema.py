"""The tables, as the newest migration leaves them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from ptbuilder.storage.versions import HEAD


class Moment(TypeDecorator[datetime]):
    """A datetime as ISO text, with its zone if it has one (SQLite's own type drops the zone)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """To ISO text; always with microseconds, so that text order is time order."""
        return None if value is None else value.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """From ISO text."""
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData()

patients = Table(
    "patients",
    metadata,
    Column("id", Text, primary_key=True),
    Column("given", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("birth_date", Date),
    Column("birth_year", Integer),
    Column("sex", Text),
    Column("record_number", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("paper", Text, nullable=False),
    Column("name_form", Text, nullable=False),
    Column("body", Text),
    Column("phone", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("is_sample", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("deleted_at", Moment),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("patient", ForeignKey("patients.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_on", Date),
    Column("document", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

programs = Table(
    "programs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("patient", ForeignKey("patients.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("summary", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("program", ForeignKey("programs.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("parent", Integer),
    Column("assessment", ForeignKey("assessments.id"), nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("closed", Boolean, nullable=False),
    UniqueConstraint("program", "number"),
)
Index("one_open_revision", revisions.c.program, unique=True, sqlite_where=text("closed = 0"))

issued = Table(
    "issued",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("program", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("stage", Integer, nullable=False),
    Column("layout", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("paper", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("way", Text, nullable=False),
    ForeignKeyConstraint(["program", "revision"], ["revisions.program", "revisions.number"], ondelete="CASCADE"),
    Index("issued_revision", "program", "revision"),
)

texts = Table(
    "texts",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("exercise", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("format", Integer, nullable=False),
)

exercise_edits = Table(
    "exercise_edits",
    metadata,
    Column("exercise", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("base", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

own_exercises = Table(
    "own_exercises",
    metadata,
    Column("code", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

patient_settings = Table(
    "patient_settings",
    metadata,
    Column("patient", ForeignKey("patients.id", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

templates = Table(
    "templates",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

TRIGGERS = (
    "CREATE TRIGGER closed_revision_stays BEFORE UPDATE ON revisions WHEN old.closed "
    "BEGIN SELECT raise(ABORT, 'a closed revision never changes'); END",
    "CREATE TRIGGER closed_revision_is_kept BEFORE DELETE ON revisions "
    "WHEN old.closed AND EXISTS (SELECT 1 FROM programs WHERE id = old.program) "
    "BEGIN SELECT raise(ABORT, 'a closed revision goes only with its program'); END",
    "CREATE TRIGGER texts_stay BEFORE UPDATE ON texts BEGIN SELECT raise(ABORT, 'stored texts never change'); END",
)
"""A cascade removes the program's row first, so a patient can be erased with all closed revisions."""


def create(connection: Connection) -> None:
    """Make all tables in an empty file and note the version; the same as all migrations in a row."""
    metadata.create_all(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
