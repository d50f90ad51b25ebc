"""What was handed out, and when."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import insert, select

from ptbuilder.domain.revision import Issued
from ptbuilder.storage import schema
from ptbuilder.storage.database import Database

TABLE = schema.issued
COLUMNS = tuple(column for column in TABLE.c if column.name != "id")


class IssueLog:
    """Every sheet that went to paper or into a file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, issued: Issued) -> None:
        """Note one sheet; its revision must be saved."""
        with self._database.writing() as connection:
            connection.execute(insert(TABLE).values(**asdict(issued)))

    def of(self, program_id: str) -> tuple[Issued, ...]:
        """All sheets of a program, the oldest first."""
        mine = select(*COLUMNS).where(TABLE.c.program == program_id).order_by(TABLE.c.id)
        with self._database.reading() as connection:
            return tuple(Issued(**row._mapping) for row in connection.execute(mine))

    def last_for(self, program_id: str) -> Issued | None:
        """The last sheet of a program, None if nothing was handed out."""
        return next(reversed(self.of(program_id)), None)
