"""The clinic's data in one encrypted file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ptbuilder.storage.connection import make_private, settle
from ptbuilder.storage.database import Database
from ptbuilder.storage.faults import DAMAGED, DataDamaged, WrongKey, in_plain_words, plain_error
from ptbuilder.storage.key import ID_FILE, key_name
from ptbuilder.storage.versions import bring_up, check_known, find_version

if TYPE_CHECKING:
    from ptbuilder.storage.backup import Backups
    from ptbuilder.storage.edits import Edits
    from ptbuilder.storage.issued import IssueLog
    from ptbuilder.storage.patients import Patients
    from ptbuilder.storage.programs import Programs
    from ptbuilder.storage.settings import Settings
    from ptbuilder.storage.templates import Templates
    from ptbuilder.storage.texts import Texts

FILE = "ptbuilder.db"
BACKUPS = "backups"


class Store:
    """Patients, programs, settings and all else that is kept; one thread at a time, any thread.

    Its parts are made at first use: SQLAlchemy then loads, which takes longer than opening the file (``prepare`` loads it before).
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path, key: bytes) -> Store:
        """Open the data file, or make it if it is not there; older tables are backed up, then brought up to date.

        Raises WrongKey, DataDamaged or DataTooNew.
        """
        if not path.exists():
            _create(path, key)
        with in_plain_words():
            database = _opened(path, key)
            try:
                _bring_up_to_date(database)
            except BaseException:
                database.close()
                raise
        return cls(database)

    @property
    def path(self) -> Path:
        """Where the data file is."""
        return self.database.path

    @property
    def has_open(self) -> bool:
        """Whether any revision is open; an index holds just these, so that a long history takes no time."""
        return self.database.first_row("SELECT 1 FROM revisions WHERE closed = 0 LIMIT 1") is not None

    @property
    def is_left_open(self) -> bool:
        """Whether what was saved last was never closed."""
        if not self.has_open:
            return False
        row = self.database.first_row("SELECT closed FROM revisions ORDER BY at DESC, number DESC LIMIT 1")
        return row is not None and not row[0]

    def prepare(self) -> None:
        """Load SQLAlchemy and the tables, on a worker perhaps, so that the first list or save does not wait for them."""
        from ptbuilder.storage import patients, programs, texts  # noqa: F401 - loading them is the work

        with self.database.reading():
            pass

    @contextmanager
    def one_save(self) -> Iterator[None]:
        """What is saved inside is saved together, or not at all."""
        with self.database.writing():
            yield

    @cached_property
    def patients(self) -> Patients:
        """The patients."""
        from ptbuilder.storage.patients import Patients

        return Patients(self.database)

    @cached_property
    def programs(self) -> Programs:
        """Programs with their revisions, and assessments."""
        from ptbuilder.storage.programs import Programs

        return Programs(self.database)

    @cached_property
    def issued(self) -> IssueLog:
        """What was handed out."""
        from ptbuilder.storage.issued import IssueLog

        return IssueLog(self.database)

    @cached_property
    def texts(self) -> Texts:
        """Exercises as they were prescribed."""
        from ptbuilder.storage.texts import Texts

        return Texts(self.database)

    @cached_property
    def settings(self) -> Settings:
        """The clinic's choices and what is remembered."""
        from ptbuilder.storage.settings import Settings

        return Settings(self.database)

    @cached_property
    def edits(self) -> Edits:
        """The clinic's own exercises and edits."""
        from ptbuilder.storage.edits import Edits

        return Edits(self.database)

    @cached_property
    def templates(self) -> Templates:
        """Programs without a patient."""
        from ptbuilder.storage.templates import Templates

        return Templates(self.database)

    @cached_property
    def backups(self) -> Backups:
        """The encrypted copies beside the data file."""
        from ptbuilder.storage.backup import Backups

        return Backups(self.path.parent / BACKUPS)

    def close(self) -> None:
        """Close the file."""
        self.database.close()


def _opened(path: Path, key: bytes) -> Database:
    """The open file; SQLCipher says the same of a wrong key and of a damaged first page, the key's name tells them apart."""
    try:
        return Database(path, key)
    except Exception as error:
        if not isinstance(plain_error(error), DataDamaged):
            raise
        name = path.with_name(ID_FILE)
        expected = name.read_text("ascii").strip() if name.exists() else ""
        if expected == key_name(key):
            raise DataDamaged(DAMAGED) from error
        raise WrongKey(f"The key does not fit the data file{'' if expected else ', or the file is damaged'}.") from error


def _create(path: Path, key: bytes) -> None:
    """Make the file under another name first, so that one with its name is always whole."""
    from ptbuilder.storage import schema

    fresh = path.with_suffix(".new")
    with in_plain_words():
        make_private(fresh)
        database = Database(fresh, key)
        try:
            with database.writing() as connection:
                schema.create(connection)
        finally:
            database.close()
        settle(fresh, path)


def _bring_up_to_date(database: Database) -> None:
    version = find_version(database.raw)
    if version is None:
        raise DataDamaged(DAMAGED)
    if not check_known(version):
        from ptbuilder.storage.backup import Backups

        Backups(database.path.parent / BACKUPS).make(database, datetime.now())
        bring_up(database)
