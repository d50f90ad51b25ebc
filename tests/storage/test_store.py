from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.patient import Patient
from ptbuilder.storage.faults import DataDamaged, DataTooNew, WrongKey, plain_error
from ptbuilder.storage.key import ID_FILE, key_name
from ptbuilder.storage.store import Store
from tests.storage.conftest import ANN, KEY, NOON, program

ROOT = Path(__file__).parents[2]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.path, KEY)


def test_what_was_saved_is_there_after_opening_again(store):
    store.programs.save_open_revision(program("kept"), "me", NOON)
    again = reopened(store)
    assert again.patients.find("ann") == ANN
    assert again.programs.latest("program").document == program("kept")
    again.close()


def test_a_program_is_left_open_until_it_is_closed(store):
    assert not store.is_left_open
    assert not store.has_open
    store.programs.save_open_revision(program("kept"), "me", NOON)
    assert store.is_left_open
    assert store.has_open
    store.programs.close_revision("program")
    assert not store.is_left_open
    assert not store.has_open


def test_open_revisions_are_found_without_reading_the_closed_ones(store):
    (plan,) = store.database.rows("EXPLAIN QUERY PLAN SELECT 1 FROM revisions WHERE closed = 0 LIMIT 1")
    assert "one_open_revision" in plan[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_files(store):
    old = os.umask(0)
    try:
        again = reopened(store)
        again.programs.save_open_revision(program(), "me", NOON)
        assert mode(store.path.parent) == 0o700
        assert {each.name: mode(each) for each in store.path.parent.iterdir()} == {
            "ptbuilder.db": 0o600,
            "ptbuilder.db-wal": 0o600,
            "ptbuilder.db-shm": 0o600,
        }
        again.close()
    finally:
        os.umask(old)


def test_no_word_of_a_record_stands_in_the_files(store):
    store.programs.save_open_revision(program("Lumbago"), "me", NOON)
    held = b"".join(each.read_bytes() for each in store.path.parent.iterdir())
    assert len(held) > 10_000
    for word in (b"Ann", b"Lumbago", b"lx-bridge", b"SQLite format"):
        assert word not in held


def test_a_session_is_set_so_that_a_power_cut_loses_nothing(store):
    raw = store.database.raw
    said = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_wrong_key_is_told_from_a_damaged_file_by_the_name_of_the_key(store):
    store.close()
    with pytest.raises(WrongKey, match="or the file is damaged"):
        Store.open(store.path, bytes(32))
    (store.path.parent / ID_FILE).write_text(key_name(KEY))
    with pytest.raises(WrongKey, match=r"does not fit the data file\.$"):
        Store.open(store.path, bytes(32))
    flip(store.path, 1000)
    with pytest.raises(DataDamaged, match="damaged"):
        Store.open(store.path, KEY)


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 4
    path.write_bytes(data)


@pytest.mark.parametrize("left", [0, 1, 5000])
def test_a_file_that_was_cut_short_is_not_taken_for_an_empty_one(store, left):
    store.close()
    os.truncate(store.path, left)
    (store.path.parent / ID_FILE).write_text(key_name(KEY))
    with pytest.raises(DataDamaged):
        Store.open(store.path, KEY).patients.list()


def test_one_wrong_bit_in_a_record_is_never_read_as_text(store):
    for number in range(40):
        store.programs.save_open_revision(program("long " * 400, identifier=f"p{number}"), "me", NOON)
    store.close()
    size = store.path.stat().st_size
    whole = store.path.read_bytes()
    seen = 0
    for at in range(4096 + 77, size, 4096 * 3):
        store.path.write_bytes(whole)
        flip(store.path, at)
        seen += not reads_well(store.path)
    assert seen > 10


def reads_well(path: Path) -> bool:
    """Whether all comes back as it was; damage must be said in a sentence."""
    store = Store.open(path, KEY)
    try:
        for number in range(40):
            found = store.programs.history(f"p{number}")
            assert [each.document.title for each in found] == ["long " * 400]
    except DataDamaged:
        return False
    finally:
        store.close()
    return True


def test_data_of_a_newer_version_is_left_alone(store):
    store.database.raw.execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(DataTooNew, match="newer PTBuilder"):
        Store.open(store.path, KEY)


def test_two_windows_can_work_on_the_same_data(store):
    other = Store.open(store.path, KEY)
    store.programs.save_open_revision(program("one"), "me", NOON)
    other.programs.save_open_revision(program("two"), "me", NOON)
    assert store.programs.latest("program").document.title == "two"
    other.close()


def test_a_save_says_when_another_window_holds_the_data(store):
    other = Store.open(store.path, KEY)
    other.database.raw.execute("PRAGMA busy_timeout = 1")
    with store.one_save(), pytest.raises(PTBuilderError, match="Another program is using"):
        other.patients.save(ANN, NOON)
    other.close()


def test_a_full_disk_is_said_and_what_was_saved_stays(store):
    store.programs.save_open_revision(program("kept"), "me", NOON)
    pages = store.database.raw.execute("PRAGMA page_count").fetchone()[0]
    store.database.raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(PTBuilderError, match="disk is full"):
        store.programs.save_open_revision(program("too long " * 5000), "me", NOON)
    assert store.programs.latest("program").document.title == "kept"


def test_nothing_is_saved_of_a_save_that_fails_halfway(store):
    def fail_halfway() -> None:
        with store.one_save():
            store.patients.save(Patient(id="bob", given="Bob"), NOON)
            store.programs.save_open_revision(program("lost", patient="bob"), "me", NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert store.patients.find("bob") is None
    assert store.programs.latest("program") is None
    store.programs.save_open_revision(program("next"), "me", NOON)
    assert store.programs.latest("program").document.title == "next"


def test_a_sign_that_cannot_be_stored_is_said(store):
    with pytest.raises(PTBuilderError, match="cannot be stored"):
        store.patients.save(Patient(id="x", given="\ud800"), NOON)
    with pytest.raises(PTBuilderError, match="cannot be stored"):
        store.programs.save_open_revision(program("\ud800"), "me", NOON)


def test_threads_take_turns(store):
    def save(number: int) -> None:
        store.programs.save_open_revision(program(str(number), identifier=f"p{number}"), "me", NOON)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(save, range(20)))
    assert len(store.programs.of_patient("ann")) == 20


def test_other_errors_are_bugs_and_keep_their_own_words(store):
    with pytest.raises(Exception, match="FOREIGN KEY") as caught:
        store.programs.save_open_revision(program(patient="nobody"), "me", NOON)
    assert plain_error(caught.value) is None


def test_an_error_names_no_patient(store):
    with pytest.raises(Exception, match="FOREIGN KEY") as caught:
        store.programs.save_open_revision(program("Wilhelmina's", patient="nobody"), "me", NOON)
    assert "Wilhelmina" not in str(caught.value)


def test_opening_loads_neither_sqlalchemy_nor_alembic(store):
    store.close()
    script = (
        "import sys; from pathlib import Path; from ptbuilder.storage.store import Store;"
        "Store.open(Path(sys.argv[1]), bytes(range(32))); loaded = set(sys.modules);"
        "print(sorted(loaded & {'sqlalchemy', 'alembic', 'keyring', 'sqlcipher3'}))"
    )
    run = subprocess.run([sys.executable, "-c", script, str(store.path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['sqlcipher3']"
