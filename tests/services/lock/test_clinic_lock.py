from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.lock import verifier
from ptbuilder.services.lock.clinic_lock import LOCK, ClinicLock, PinRefused
from ptbuilder.storage.recovery_key import groups_of
from ptbuilder.storage.store import Store
from tests.lock_clock import Clock

KEY = bytes(range(32))
PIN = "pa55 wörd"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of a PIN is tested with the verifier."""
    monkeypatch.setattr(verifier, "COST", 16)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "ptbuilder.db", KEY)
    yield opened
    opened.close()


@pytest.fixture
def lock(store: Store, clock: Clock) -> ClinicLock:
    """A lock that is set."""
    made = ClinicLock(store, clock)
    made.set_pin(PIN, PIN)
    return made


def be_wrong(lock: ClinicLock, times: int) -> None:
    for _ in range(times):
        assert not lock.opens("wrong")


def refused(change: Callable[[], object]) -> PinRefused:
    with pytest.raises(PinRefused) as caught:
        change()
    return caught.value


def test_new_data_has_no_lock(store: Store) -> None:
    lock = ClinicLock(store)
    assert not lock.is_set
    assert not lock.is_damaged
    assert lock.minutes == 0
    assert not lock.opens("")


def test_a_lock_is_there_again_after_a_start(lock: ClinicLock, store: Store) -> None:
    again = ClinicLock(store)
    assert again.is_set
    assert again.minutes == 5
    assert again.opens(PIN)
    assert not again.opens(PIN.upper())


def test_the_pin_stands_nowhere_in_the_settings(lock: ClinicLock, store: Store) -> None:
    be_wrong(lock, 1)
    kept = [row[0] for row in store.database.raw.execute("SELECT value FROM settings").fetchall()]
    assert kept
    assert not any(PIN in value or "wrong" in value for value in kept)


@pytest.mark.parametrize(
    ("new", "again", "part", "words"),
    [
        ("123", "123", "new", "at least 4"),
        ("", "", "new", "at least 4"),
        ("x" * 65, "x" * 65, "new", "at most 64"),
        ("12\t34", "12\t34", "new", "letters, digits"),
        ("1234", "1243", "again", "not the same"),
        ("1234", "", "again", "not the same"),
    ],
)
def test_a_pin_that_does_not_do_is_refused_at_its_line(store: Store, new: str, again: str, part: str, words: str) -> None:
    lock = ClinicLock(store)
    error = refused(lambda: lock.set_pin(new, again))
    assert error.part == part
    assert words in str(error)
    assert not lock.is_set


@pytest.mark.parametrize("pin", ["1234", "x" * 64, "    ", "¿Dónde está?", "пароль", "密码密码", "a'b\"c<>&"])
def test_anything_that_can_be_printed_may_be_a_pin(store: Store, pin: str) -> None:
    ClinicLock(store).set_pin(pin, pin)
    assert ClinicLock(store).opens(pin)


def test_changing_asks_for_the_old_one(lock: ClinicLock) -> None:
    assert refused(lambda: lock.change_pin("wrong", "5678", "5678")).part == "old"
    assert lock.opens(PIN)
    lock.set_minutes(30)
    lock.change_pin(PIN, "5678", "5678")
    assert lock.opens("5678")
    assert not lock.opens(PIN)
    assert lock.minutes == 30


def test_a_new_pin_that_does_not_do_costs_no_try(lock: ClinicLock) -> None:
    for _ in range(9):
        assert refused(lambda: lock.change_pin("wrong", "5678", "5687")).part == "again"
    assert not lock.wait_s


def test_taking_away_asks_for_the_old_one(lock: ClinicLock, store: Store) -> None:
    assert refused(lambda: lock.take_away("wrong")).part == "old"
    assert lock.is_set
    lock.take_away(PIN)
    assert not lock.is_set
    assert not ClinicLock(store).is_set


def test_each_change_is_told(store: Store) -> None:
    lock = ClinicLock(store)
    told: list[tuple[bool, int]] = []
    lock.changed.append(lambda: told.append((lock.is_set, lock.minutes)))
    lock.set_pin(PIN, PIN)
    lock.set_minutes(0)
    lock.take_away(PIN)
    assert told == [(True, 5), (True, 0), (False, 0)]


def test_five_wrong_tries_cost_a_wait_in_which_the_right_pin_is_not_taken(lock: ClinicLock, clock: Clock) -> None:
    be_wrong(lock, 4)
    assert lock.wait_s == 0
    be_wrong(lock, 1)
    assert lock.wait_s == 30
    assert not lock.opens(PIN)
    assert lock.wait_s == 30
    assert "Wait 30 seconds" in str(refused(lambda: lock.take_away(PIN)))
    clock.now += 30
    be_wrong(lock, 1)
    assert lock.wait_s == 60


def test_the_right_pin_begins_the_count_anew(lock: ClinicLock, store: Store, clock: Clock) -> None:
    be_wrong(lock, 4)
    assert lock.opens(PIN)
    be_wrong(lock, 4)
    assert lock.wait_s == 0
    assert lock.opens(PIN)
    assert ClinicLock(store, clock).wait_s == 0


def test_starting_again_does_not_shorten_a_wait(lock: ClinicLock, store: Store, clock: Clock) -> None:
    be_wrong(lock, 5)
    clock.now += 10
    again = ClinicLock(store, clock)
    assert again.wait_s == 20
    assert not again.opens(PIN)
    clock.now += 20
    assert again.opens(PIN)


def test_a_full_disk_lets_nobody_try_on_for_ever(lock: ClinicLock, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise PTBuilderError("The disk is full.")

    monkeypatch.setattr(lock._settings, "put_text", full)
    be_wrong(lock, 5)
    assert lock.wait_s == 30


@pytest.mark.parametrize("record", ["{", "{}", "null", "rubbish"])
def test_a_damaged_record_opens_for_the_recovery_key_alone(store: Store, record: str) -> None:
    store.settings.put_text(LOCK, record)
    lock = ClinicLock(store)
    assert lock.is_set
    assert lock.is_damaged
    for pin in ("", PIN, record):
        assert not lock.opens(pin)
    assert lock.minutes == 2
    assert not lock.wait_s
    lock.renew_with_key("".join(groups_of(KEY)), "5678", "5678")
    assert not lock.is_damaged
    assert lock.opens("5678")


def test_the_recovery_key_sets_another_pin_and_ends_a_wait(lock: ClinicLock) -> None:
    be_wrong(lock, 8)
    typed = " ".join(groups_of(KEY)).lower()
    lock.check_key(typed)
    lock.renew_with_key(typed, "5678", "5678")
    assert not lock.wait_s
    assert lock.opens("5678")


def test_the_key_of_other_data_changes_nothing(lock: ClinicLock) -> None:
    other = " ".join(groups_of(bytes(32)))
    with pytest.raises(PTBuilderError, match="other data"):
        lock.check_key(other)
    with pytest.raises(PTBuilderError, match="other data"):
        lock.renew_with_key(other, "5678", "5678")
    assert lock.opens(PIN)


def test_a_mistyped_key_says_where(lock: ClinicLock) -> None:
    groups = list(groups_of(KEY))
    groups[2] = groups[2][::-1]
    with pytest.raises(PTBuilderError, match="Group 3 has a typing error"):
        lock.check_key(" ".join(groups))


def test_locks_are_the_same_where_the_same_pin_was_set_once(lock: ClinicLock, store: Store) -> None:
    again = ClinicLock(store)
    lock.set_minutes(30)
    assert again.is_same_as(lock)
    lock.change_pin(PIN, PIN, PIN)
    assert not again.is_same_as(lock)
    lock.take_away(PIN)
    assert not again.is_same_as(lock)
    assert ClinicLock(store).is_same_as(lock)
