"""Where the key of the data file is kept: the system's keyring, else a file that only its owner can read."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Literal, Protocol, TypeVar

from ptbuilder.domain.values import dataclass
from ptbuilder.storage.connection import KEY_BYTES, make_private, settle
from ptbuilder.storage.faults import KeyMissing, in_plain_words

SERVICE = "PTBuilder"
ID_FILE = "ptbuilder.key-id"
KEY_FILE = "ptbuilder.key"
PATIENCE_S = 15.0
"""How long a keyring may take to answer; it may be asking the user to unlock it."""

T = TypeVar("T")


class Keyring(Protocol):
    """The part of the ``keyring`` package that is used."""

    def get_password(self, service_name: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keep the secret."""


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key and where it lies; ``notice`` is a sentence for the user where that is not the keyring."""

    key: bytes
    place: Literal["keyring", "file"]
    notice: str = ""


class NoKeyring(Exception):
    """The system has no keyring, or it failed, or it did not answer in time."""


class KeyCabinet:
    """The key of one data folder.

    A file beside the data holds the key's name: a hash that gives nothing away, names the keyring's entry, and tells a wrong key
    from a damaged file. ``keyring`` None means the system's own, which is loaded at the first question.
    """

    def __init__(self, folder: Path, keyring: Keyring | None = None, patience_s: float = PATIENCE_S) -> None:
        self._folder = folder
        self._keyring = keyring
        self._patience_s = patience_s

    def find(self) -> FoundKey | None:
        """The key of this folder, None where none was ever made; raises KeyMissing where it is not to be had."""
        name = self.name()
        with in_plain_words():
            held = self._read_file()
        if held is not None and name in ("", key_name(held)):
            return self._in_file(held)
        if not name:
            return None
        try:
            said = self._ask(lambda ring: ring.get_password(SERVICE, name))
        except NoKeyring as error:
            raise KeyMissing(
                "The system's keyring did not give the key of the data. Unlock it and try again, or type the recovery sheet."
            ) from error
        key = _from_hex(said)
        if key is None or key_name(key) != name:
            raise KeyMissing("The key of the data is not on this computer. Type the recovery sheet.")
        return FoundKey(key, "keyring")

    def make(self) -> FoundKey:
        """A new key, kept."""
        return self.keep(secrets.token_bytes(KEY_BYTES))

    def keep(self, key: bytes) -> FoundKey:
        """Keep this key as the key of this folder: in the keyring if it works, else in a file."""
        name = key_name(key)
        with in_plain_words():
            try:
                self._ask(lambda ring: ring.set_password(SERVICE, name, key.hex()))
                safe = self._ask(lambda ring: ring.get_password(SERVICE, name)) == key.hex()
            except NoKeyring:
                safe = False
            if not safe:
                _write_private(self._folder / KEY_FILE, key.hex())
            _write_private(self._folder / ID_FILE, name)
            if safe:
                (self._folder / KEY_FILE).unlink(missing_ok=True)
        return FoundKey(key, "keyring") if safe else self._in_file(key)

    def name(self) -> str:
        """The name of the key of this folder, or an empty string."""
        try:
            return (self._folder / ID_FILE).read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def _in_file(self, key: bytes) -> FoundKey:
        place = self._folder / KEY_FILE
        return FoundKey(key, "file", f"This computer has no keyring that works. The key of the data lies in the file {place}.")

    def _read_file(self) -> bytes | None:
        try:
            return _from_hex((self._folder / KEY_FILE).read_text("ascii"))
        except (FileNotFoundError, UnicodeDecodeError):
            return None

    def _ask(self, question: Callable[[Keyring], T]) -> T:
        """The keyring's answer, asked on a thread of its own since some keyrings never answer."""
        answers: SimpleQueue[tuple[bool, Any]] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put((True, question(self._keyring or _system_keyring())))
            except Exception as error:  # noqa: BLE001 (each keyring raises its own, and another program's failure is not a bug here)
                answers.put((False, error))

        Thread(target=ask, name="keyring", daemon=True).start()
        try:
            is_answer, answer = answers.get(timeout=self._patience_s)
        except Empty:
            raise NoKeyring("no answer in time") from None
        if not is_answer:
            raise NoKeyring(type(answer).__name__) from answer
        result: T = answer
        return result


def key_name(key: bytes) -> str:
    """16 hexadecimal digits that tell keys apart and give nothing away."""
    return sha256(b"PTBuilder key name" + key).hexdigest()[:16]


def _system_keyring() -> Keyring:
    import keyring

    return keyring.get_keyring()


def _from_hex(text: str | None) -> bytes | None:
    try:
        key = bytes.fromhex(text or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _write_private(path: Path, text: str) -> None:
    """Write a file that its owner alone can read, whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    make_private(fresh)
    fresh.write_text(text, "ascii")
    settle(fresh, path)
