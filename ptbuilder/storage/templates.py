"""Programs without a patient, to start others from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from ptbuilder.domain.program import Program
from ptbuilder.storage import schema
from ptbuilder.storage.codec import FORMAT, decode, encode_checked
from ptbuilder.storage.database import Database

TABLE = schema.templates


class Templates:
    """The clinic's templates by title."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Program, ...]:
        """All templates, by title."""
        with self._database.reading() as connection:
            rows = connection.execute(select(TABLE).order_by(func.lower(TABLE.c.title))).all()
        return tuple(decode(row.document, Program, row.format) for row in rows)

    def save(self, template: Program, by: str, at: datetime) -> None:
        """Keep the template; raises ValueError for a program that belongs to a patient."""
        if template.patient is not None:
            raise ValueError("a template has no patient")
        kept = {"title": template.title, "document": encode_checked(template), "format": FORMAT, "by": by, "at": at}
        statement = insert(TABLE).values(id=template.id, **kept)
        with self._database.writing() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=kept))

    def remove(self, template_id: str) -> None:
        """Remove the template."""
        with self._database.writing() as connection:
            connection.execute(delete(TABLE).where(TABLE.c.id == template_id))
