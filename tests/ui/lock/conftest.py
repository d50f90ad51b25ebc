"""A window over the shipped library with a lock over a data file, and a clock that goes on when told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.patient import Patient
from ptbuilder.services.lock import verifier
from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.storage.store import Store
from ptbuilder.ui.lock.lock_screen import LockScreen
from ptbuilder.ui.lock.locking import Locking
from tests.lock_clock import Clock
from tests.ui.conftest import Frame

KEY = bytes(range(32))
PIN = "4711"
NAME = "Featherstonehaugh"


class Data(QObject):
    """Stands in for the patient data: tells of its lock, and is open."""

    lock_found = Signal(object)
    is_open = True


class Place:
    """The window with a patient at the desk, and its lock."""

    def __init__(self, frame: Frame, store: Store) -> None:
        self.frame = frame
        self.window = frame.window
        self.store = store
        self.clock = Clock()
        self.lock = ClinicLock(store, self.clock)
        self.data = Data()
        self.locking = Locking(frame.window, self.data, self.clock)  # type: ignore[arg-type]
        self.data.lock_found.emit(self.lock)

    @property
    def screen(self) -> LockScreen:
        assert self.locking.screen is not None
        return self.locking.screen

    def type(self, text: str, key: str = "pin") -> None:
        """Type into a line of the lock screen, and answer."""
        self.screen.step.fields.fields[key].setText(text)
        self.screen.step.fields.fields[key].returnPressed.emit()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of a PIN is tested with the verifier."""
    monkeypatch.setattr(verifier, "COST", 16)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "ptbuilder.db", KEY)
    yield opened
    opened.close()


@pytest.fixture
def unset(frame: Frame, store: Store, qtbot: QtBot) -> Place:
    """No lock is set yet."""
    desk = frame.desk
    desk.set_patient(Patient(desk.work.patient.id, "Ann", NAME, birth_year=1968, sex="F"))
    for code in ("hp-flexor-tight", "lx-deep-core-poor"):
        desk.add_finding(Finding(code))
    frame.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is frame.window)
    return Place(frame, store)


@pytest.fixture
def place(unset: Place) -> Place:
    """The lock is set, and the window open."""
    unset.lock.set_pin(PIN, PIN)
    return unset
