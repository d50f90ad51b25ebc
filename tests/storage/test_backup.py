from __future__ import annotations

import stat
import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.patient import Patient
from ptbuilder.storage import backup as backup_module
from ptbuilder.storage.backup import kept_of, prove
from ptbuilder.storage.faults import DataDamaged, WrongKey, in_plain_words
from ptbuilder.storage.store import Store
from tests.storage.conftest import ANN, KEY, NOON, program
from tests.storage.pages import plain_bytes
from tests.storage.test_store import flip

LATER = NOON + timedelta(hours=3)


def test_a_backup_holds_all_and_opens_with_the_key_alone(store):
    store.programs.save_open_revision(program("kept"), "me", NOON)
    backup = store.backups.make(store.database, NOON)
    copy = Store.open(backup.path, KEY)
    assert copy.programs.latest("program").document.title == "kept"
    copy.close()
    assert store.backups.list() == (backup,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_backup_is_one_file_that_its_owner_alone_can_read(store):
    backup = store.backups.make(store.database, NOON)
    assert [each.name for each in backup.path.parent.iterdir()] == [backup.path.name]
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700
    written = backup.path.read_bytes()
    assert b"CREATE TABLE" not in written  # as a file without a key would say; a shorter word may stand there by chance
    assert b"1970-05-01" not in written


def test_there_is_one_backup_a_day(store):
    assert store.backups.make_daily(store.database, NOON)
    assert store.backups.make_daily(store.database, LATER) is None
    assert store.backups.make_daily(store.database, NOON + timedelta(days=1))
    assert [each.at.day for each in store.backups.list()] == [13, 12]


def test_damaged_data_is_not_backed_up_over_good_copies(store):
    for number in range(20):
        store.programs.save_open_revision(program("long " * 400, identifier=f"p{number}"), "me", NOON)
    store.close()
    flip(store.path, 4096 * 20 + 99)
    damaged = Store.open(store.path, KEY)
    with pytest.raises(DataDamaged, match="damaged"):
        damaged.backups.make_daily(damaged.database, NOON)
    damaged.close()
    assert store.backups.list() == ()
    assert list(store.backups.folder.glob("*")) == []


def test_nothing_stays_of_a_backup_that_is_not_as_it_was_written(store, monkeypatch):
    def refuse(_path, _key):
        raise DataDamaged("It is not as it was written.")

    monkeypatch.setattr(backup_module, "prove", refuse)
    with pytest.raises(DataDamaged):
        store.backups.make(store.database, NOON)
    assert list(store.backups.folder.iterdir()) == []


def test_nothing_stays_of_a_backup_that_could_not_be_brought_back(store, monkeypatch):
    backup = store.backups.make(store.database, NOON)
    store.close()

    def full(_fresh, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_module, "settle", full)
    with pytest.raises(PTBuilderError, match="No space left"):
        store.backups.restore(backup, store.path, KEY, LATER)
    assert not list(store.path.parent.glob("*.restored*"))
    assert not list(store.backups.folder.glob("*.new*"))


def test_a_copy_that_a_crash_left_unfinished_goes_with_an_erased_patient(store):
    backup = store.backups.make(store.database, NOON)
    left = backup.path.with_suffix(".new")
    left.write_bytes(backup.path.read_bytes())
    left.with_name(left.name + "-journal").touch()
    assert store.backups.erase("ann", KEY) == ()
    assert [each.name for each in store.backups.folder.iterdir()] == [backup.path.name]


def test_a_backup_with_one_wrong_bit_is_refused_and_the_data_stays(store):
    backup = store.backups.make(store.database, NOON)
    store.close()
    before = store.path.read_bytes()
    flip(backup.path, backup.path.stat().st_size - 500)
    with pytest.raises(DataDamaged):
        store.backups.restore(backup, store.path, KEY, LATER)
    assert store.path.read_bytes() == before


def test_a_backup_of_another_key_is_refused(store):
    backup = store.backups.make(store.database, NOON)
    with pytest.raises(WrongKey):
        prove(backup.path, bytes(32))


def test_bringing_a_backup_back_keeps_what_was_there(store):
    backup = store.backups.make(store.database, NOON)
    store.patients.save(Patient(id="new", given="Newcomer"), LATER)
    store.close()
    store.backups.restore(backup, store.path, KEY, LATER)

    restored = Store.open(store.path, KEY)
    assert [each.patient for each in restored.patients.list()] == [ANN]
    assert [each.at for each in restored.backups.list()] == [LATER, NOON]
    restored.close()
    restored.backups.restore(restored.backups.list()[0], store.path, KEY, LATER + timedelta(hours=1))
    again = Store.open(store.path, KEY)
    assert again.patients.find("new").given == "Newcomer"
    again.close()


def test_a_damaged_file_is_put_aside_and_not_among_the_backups(store):
    backup = store.backups.make(store.database, NOON)
    store.close()
    flip(store.path, 50)
    store.backups.restore(backup, store.path, KEY, LATER)
    assert store.backups.list() == (backup,)
    assert len(list(store.backups.folder.glob("damaged-*.db"))) == 1
    Store.open(store.path, KEY).close()


def test_a_log_that_was_left_behind_never_meets_the_restored_file(store):
    backup = store.backups.make(store.database, NOON)
    store.patients.save(Patient(id="new", given="Newcomer"), LATER)
    log = store.path.with_name(store.path.name + "-wal")
    left = log.read_bytes()
    store.close()
    log.write_bytes(left)
    store.backups.restore(backup, store.path, KEY, LATER)
    restored = Store.open(store.path, KEY)
    assert [each.patient.given for each in restored.patients.list()] == ["Ann"]
    restored.close()


def test_an_erased_patient_is_taken_out_of_the_backups_too(store):
    pytest.importorskip("cryptography")
    store.patients.save(Patient(id="gone", given="Wilhelmina"), NOON)
    store.programs.save_open_revision(program("For Wilhelmina", patient="gone"), "me", NOON)
    backup = store.backups.make(store.database, NOON)
    assert b"Wilhelmina" in plain_bytes(backup.path, KEY)
    assert store.backups.erase("gone", KEY) == ()
    assert b"Wilhelmina" not in plain_bytes(backup.path, KEY)
    prove(backup.path, KEY)


def test_a_backup_that_cannot_be_cleaned_is_named(store):
    backup = store.backups.make(store.database, NOON)
    flip(backup.path, 50)
    assert store.backups.erase("ann", KEY) == (backup.path,)


def test_a_backup_that_is_gone_is_said(tmp_path):
    with pytest.raises(Exception, match="There is no file"), in_plain_words():
        prove(tmp_path / "gone.db", KEY)
    assert list(tmp_path.iterdir()) == []


def every_day(count: int) -> list[datetime]:
    return [NOON - timedelta(days=back) for back in range(count)]


def test_after_two_years_of_days_the_last_days_weeks_and_months_are_there():
    kept = sorted(kept_of(every_day(730), NOON.date()), reverse=True)
    assert [each.date().isoformat() for each in kept] == [
        *("2026-03-12", "2026-03-11", "2026-03-10", "2026-03-09", "2026-03-08", "2026-03-07", "2026-03-06"),
        *("2026-03-01", "2026-02-28", "2026-02-22", "2026-01-31", "2025-12-31", "2025-11-30", "2025-10-31"),
        *("2025-09-30", "2025-08-31", "2025-07-31", "2025-06-30", "2025-05-31", "2025-04-30"),
    ]


def test_the_newest_backup_is_kept_however_old_it_is():
    old = NOON - timedelta(days=3000)
    assert kept_of([old, old - timedelta(days=1)], NOON.date()) == {old}


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 3, 12)), max_size=60))
def test_thinning_twice_is_thinning_once_and_few_are_left(moments):
    kept = kept_of(moments, NOON.date())
    assert kept_of(kept, NOON.date()) == kept <= set(moments)
    assert len(kept) <= 7 + 4 + 12 + 1
    assert not moments or max(moments) in kept


def test_old_backups_are_thinned_on_the_disk(store):
    for at in sorted(every_day(20)):
        store.backups.make_daily(store.database, at)
    assert len(store.backups.list()) == len(kept_of(every_day(20), NOON.date())) == 10
