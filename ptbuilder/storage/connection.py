"""One keyed connection to a data file, through the driver alone, so that opening does not wait for SQLAlchemy."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ptbuilder.storage.faults import DataMissing, in_plain_words

KEY_BYTES = 32
BUSY_MS = 5000
"""How long a save waits for another window that is saving."""


def connect(path: Path, key: bytes) -> Any:
    """A connection in autocommit mode that any one thread may use at a time; nothing is read from the file yet.

    Raises DataMissing where there is no file: SQLite would make one that others can read.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    from sqlcipher3 import dbapi2

    if not path.exists():
        raise DataMissing(f"There is no file {path}. Bring back the last backup.")
    with in_plain_words():
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def prepare(connection: Any) -> None:
    """Read the first page with the key, and set what each session needs; raises the driver's error on a wrong key."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def make_private(path: Path) -> None:
    """Make the folder (0700) and an empty file (0600) in the place of an older one; SQLite gives -wal and -shm the same mode."""
    make_private_folder(path.parent)
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def make_private_folder(folder: Path) -> None:
    """Make the folder, for its owner alone."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)


def settle(fresh: Path, target: Path) -> None:
    """Give a finished file its name in one step, after the disk has it, and keep the name through a power cut."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def damaged_pages(connection: Any) -> int:
    """How many pages of the file fail their seal; the log is folded in first, since only the file itself is looked at."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())


def is_sound(connection: Any) -> bool:
    """Whether the tables and indexes hang together and every reference leads somewhere."""
    checked = connection.execute("PRAGMA quick_check(1)").fetchall()
    return checked == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
