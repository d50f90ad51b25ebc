from __future__ import annotations

import re
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.storage import store as under_test
from ptbuilder.storage import versions
from ptbuilder.storage.connection import make_private
from ptbuilder.storage.database import Database
from ptbuilder.storage.faults import DataTooNew
from ptbuilder.storage.store import Store
from tests.storage.conftest import ANN, KEY, NOON, program

STEP = """
from alembic import op

revision = "{number}"
down_revision = "{before}"


def upgrade():
    op.execute("ALTER TABLE patients ADD COLUMN shoe_size_{number} INTEGER")
    {more}
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The shipped migrations, in a folder that more can be added to."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for source in (versions.SCRIPTS / "env.py", *(versions.SCRIPTS / "versions").glob("0*.py")):
        (folder / source.relative_to(versions.SCRIPTS)).write_text(source.read_text())
    return folder


def add(scripts: Path, number: str, before: str, more: str = "") -> None:
    (scripts / "versions" / f"{number}_test.py").write_text(STEP.format(number=number, before=before, more=more))


def tables(database: Database) -> list[str]:
    """All statements that made tables, indexes and triggers, without spaces."""
    rows = database.raw.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'")
    return sorted(re.sub(r"\s", "", row[0]) for row in rows)


def column_names(store: Store) -> list[str]:
    return [row[1] for row in store.database.raw.execute("PRAGMA table_info(patients)")]


def test_the_migrations_in_a_row_make_the_same_tables_as_a_new_file_has(store, tmp_path):
    make_private(tmp_path / "migrated.db")
    migrated = Database(tmp_path / "migrated.db", KEY)
    versions.bring_up(migrated)
    assert tables(migrated) == tables(store.database)
    assert versions.find_version(migrated.raw) == versions.find_version(store.database.raw) == versions.HEAD
    migrated.close()


def test_every_version_is_known():
    numbers = sorted(each.name[:4] for each in (versions.SCRIPTS / "versions").glob("0*.py"))
    assert numbers[-1] == versions.HEAD


def migrating(monkeypatch, scripts: Path, head: str) -> None:
    """Make the store one of a later program."""
    monkeypatch.setattr(under_test, "check_known", lambda version: versions.check_known(version, head))
    monkeypatch.setattr(under_test, "bring_up", lambda database: versions.bring_up(database, head, scripts))


def test_an_old_file_is_backed_up_and_brought_up_to_date(store, scripts, monkeypatch):
    store.programs.save_open_revision(program("old"), "me", NOON)
    store.programs.close_revision("program")
    store.close()
    add(scripts, "0002", "0001")
    add(scripts, "0003", "0002")
    migrating(monkeypatch, scripts, "0003")

    newer = Store.open(store.path, KEY)
    assert versions.find_version(newer.database.raw) == "0003"
    assert column_names(newer)[-2:] == ["shoe_size_0002", "shoe_size_0003"]
    assert newer.patients.find("ann") == ANN
    assert newer.programs.latest("program").document == program("old")
    assert newer.database.raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
    newer.close()

    (backup,) = store.backups.list()
    old = Database(backup.path, KEY)
    assert versions.find_version(old.raw) == "0001"
    old.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(store, scripts, monkeypatch):
    before = column_names(store)
    store.close()
    add(scripts, "0002", "0001")
    add(scripts, "0003", "0002", "raise ZeroDivisionError")
    with monkeypatch.context() as patched:
        migrating(patched, scripts, "0003")
        with pytest.raises(ZeroDivisionError):
            Store.open(store.path, KEY)
    again = Store.open(store.path, KEY)
    assert column_names(again) == before
    assert versions.find_version(again.database.raw) == "0001"
    again.close()


def test_a_migration_that_breaks_references_is_taken_back(store, scripts, monkeypatch):
    store.programs.save_open_revision(program("old"), "me", NOON)
    store.close()
    add(scripts, "0002", "0001", 'op.execute("DELETE FROM patients")')
    with monkeypatch.context() as patched:
        migrating(patched, scripts, "0002")
        with pytest.raises(PTBuilderError, match="could not be brought up to date"):
            Store.open(store.path, KEY)
    again = Store.open(store.path, KEY)
    assert again.patients.find("ann") == ANN
    again.close()


def test_newer_tables_are_refused():
    assert versions.check_known("0001", "0001")
    assert not versions.check_known("0001", "0002")
    with pytest.raises(DataTooNew, match="newer PTBuilder"):
        versions.check_known("0003", "0002")
