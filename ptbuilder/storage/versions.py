"""Which version of the tables a file has, and what to do about it; Alembic is loaded only when tables must change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.storage.faults import DataTooNew

if TYPE_CHECKING:
    from ptbuilder.storage.database import Database

HEAD = "0001"
"""The newest version; a test holds it against the migrations."""

SCRIPTS = Path(__file__).parent / "migrations"


def find_version(raw: Any) -> str | None:
    """The version of the tables, or None where there are none."""
    if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return None
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def check_known(version: str, head: str = HEAD) -> bool:
    """Whether the tables are those of this program; False if they are older, raises DataTooNew if they are newer."""
    if version > head:
        raise DataTooNew(
            f"This data was written by a newer PTBuilder (version {version} of the tables). Install that one to open it."
        )
    return version == head


def bring_up(database: Database, head: str = HEAD, scripts: Path = SCRIPTS) -> None:
    """Run the migrations up to ``head`` in one transaction: all of them, or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with database.alone() as raw:
        # SQLite lets a table be rebuilt only while references are not enforced, and the switch works outside transactions only.
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with database.writing() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, head)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise PTBuilderError("The data could not be brought up to date and stays as it was. Use the older PTBuilder.")
        finally:
            raw.execute("PRAGMA foreign_keys = ON")
