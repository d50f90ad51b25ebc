"""The open data file: one connection, one lock, and SQLAlchemy on top of it from its first use on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from ptbuilder.storage.connection import connect, prepare
from ptbuilder.storage.faults import in_plain_words

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Database:
    """The one connection of a store; threads take turns, and a save within a save is one transaction."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.key = key
        self._lock = RLock()
        self._under_way: Connection | None = None
        self.raw = connect(path, key)
        try:
            prepare(self.raw)
        except Exception:
            self.raw.close()
            raise

    @cached_property
    def _engine(self) -> Engine:
        """SQLAlchemy over the connection that is already open (importing it takes longer than opening the file)."""
        from sqlalchemy import StaticPool, create_engine, event
        from sqlcipher3 import dbapi2

        # Without parameters, so that an error that ends in a log names no patient.
        engine = create_engine("sqlite://", module=dbapi2, creator=lambda: self.raw, poolclass=StaticPool, hide_parameters=True)
        event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, written whole or not at all; joins the one that this thread has already begun."""
        with self._lock, in_plain_words():
            if self._under_way is not None:
                yield self._under_way
                return
            with self._engine.execution_options(begin="IMMEDIATE").begin() as connection:
                self._under_way = connection
                try:
                    yield connection
                finally:
                    self._under_way = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the data as of now, with what this thread has written but not yet saved."""
        with self._lock, in_plain_words():
            if self._under_way is not None:
                yield self._under_way
                return
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """The driver's own connection, which begins no transaction: for backups, VACUUM and checks."""
        with self._lock, in_plain_words():
            yield self.raw

    def first_row(self, question: str, *values: str) -> tuple[Any, ...] | None:
        """The first row of the answer, of the driver alone: what each start asks does not wait for SQLAlchemy."""
        with self.alone() as raw:
            row: tuple[Any, ...] | None = raw.execute(question, values).fetchone()
        return row

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """All rows of the answer, of the driver alone as with ``first_row``."""
        with self.alone() as raw:
            found: list[tuple[Any, ...]] = raw.execute(question).fetchall()
        return found

    def scrub(self) -> bool:
        """Rebuild the file so that nothing erased stays in free pages or in the log; False if another window reads on."""
        with self.alone() as raw:
            raw.execute("VACUUM")
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Close the file; SQLite folds the log in and removes it."""
        with self._lock:
            self.raw.close()


def _begin(connection: Connection) -> None:
    """Begin in SQLite's own words, since the driver is in autocommit mode; DDL is then part of the transaction too."""
    kind = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
