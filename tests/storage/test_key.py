from __future__ import annotations

import stat
import sys
from threading import Event

import pytest

from ptbuilder.storage.faults import KeyMissing
from ptbuilder.storage.key import ID_FILE, KEY_FILE, KeyCabinet, key_name


class Ring:
    """A keyring that works."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.held.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.held[service_name, username] = password


class Broken:
    """A keyring that is not there."""

    def get_password(self, *_names: str) -> str | None:
        raise RuntimeError("no backend")

    set_password = get_password


class Forgetful(Ring):
    """A keyring that takes everything and keeps nothing."""

    def set_password(self, *_values: str) -> None:
        return


class Hanging:
    """A keyring that never answers."""

    def get_password(self, *_names: str) -> str | None:
        Event().wait(30)
        return None

    set_password = get_password


def test_the_key_lies_in_the_keyring_and_nowhere_else(tmp_path):
    ring = Ring()
    made = KeyCabinet(tmp_path / "data", ring).make()
    assert (made.place, made.notice, len(made.key)) == ("keyring", "", 32)
    assert KeyCabinet(tmp_path / "data", ring).find() == made
    assert [each.name for each in (tmp_path / "data").iterdir()] == [ID_FILE]
    assert made.key.hex() not in (tmp_path / "data" / ID_FILE).read_text()


@pytest.mark.parametrize("ring", [Broken(), Forgetful(), Hanging()], ids=["missing", "forgetful", "hanging"])
def test_without_a_keyring_that_works_the_key_lies_in_a_file_and_the_user_is_told(tmp_path, ring):
    made = KeyCabinet(tmp_path, ring, patience_s=0.05).make()
    assert made.place == "file"
    assert made.notice.startswith("This computer has no keyring that works.")
    assert str(tmp_path / KEY_FILE) in made.notice
    assert KeyCabinet(tmp_path, ring, patience_s=0.05).find() == made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_key_file_is_for_its_owner_alone(tmp_path):
    KeyCabinet(tmp_path / "data", Broken()).make()
    assert stat.S_IMODE((tmp_path / "data" / KEY_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_folder_without_a_key_has_none(tmp_path):
    assert KeyCabinet(tmp_path, Broken()).find() is None


@pytest.mark.parametrize("ring", [Broken(), Hanging()], ids=["missing", "hanging"])
def test_a_keyring_that_stopped_working_asks_for_the_sheet(tmp_path, ring):
    KeyCabinet(tmp_path, Ring()).make()
    with pytest.raises(KeyMissing, match="Unlock it and try again, or type the recovery sheet"):
        KeyCabinet(tmp_path, ring, patience_s=0.05).find()


def test_a_key_that_was_deleted_asks_for_the_sheet(tmp_path):
    KeyCabinet(tmp_path, Ring()).make()
    with pytest.raises(KeyMissing, match=r"not on this computer\. Type the recovery sheet"):
        KeyCabinet(tmp_path, Ring()).find()


def test_a_key_file_of_other_data_is_not_used(tmp_path):
    KeyCabinet(tmp_path, Broken()).make()
    (tmp_path / KEY_FILE).write_text(bytes(32).hex())
    with pytest.raises(KeyMissing):
        KeyCabinet(tmp_path, Ring()).find()
    (tmp_path / KEY_FILE).write_text("not a key")
    with pytest.raises(KeyMissing):
        KeyCabinet(tmp_path, Ring()).find()


def test_a_key_moves_into_the_keyring_once_there_is_one(tmp_path):
    made = KeyCabinet(tmp_path, Broken()).make()
    ring = Ring()
    assert KeyCabinet(tmp_path, ring).keep(made.key).place == "keyring"
    assert not (tmp_path / KEY_FILE).exists()
    assert KeyCabinet(tmp_path, ring).find().key == made.key


def test_the_name_of_a_key_tells_keys_apart():
    assert key_name(bytes(32)) != key_name(bytes([1] * 32))
    assert len(key_name(bytes(32))) == 16
