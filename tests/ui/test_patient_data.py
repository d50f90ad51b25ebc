"""The data is opened beside the window, is the desk's at once, and says when it cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.patient_data import OpenData, PatientData
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme


class Place:
    """The data of one folder, and what it told."""

    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, folder: Path) -> None:
        self.notices = WindowNotices(theme)
        qtbot.addWidget(self.notices)
        self.tasks = TaskRunner()
        self.reception = Reception(desk, HandingOut(SheetMaker(desk.library), desk._suggesting))
        self.data = PatientData(folder, DeskSignals(desk), self.tasks, self.notices)
        self.opened: list[OpenData] = []
        self.data.opened.connect(self.opened.append)

    def open(self, qtbot: QtBot) -> None:
        with qtbot.waitSignal(self.data.settled, timeout=20_000):
            self.data.open()
            self.data.receive(self.reception)


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return Place(qtbot, theme, desk, tmp_path)


def test_the_reception_has_the_data_before_anybody_is_told(place: Place, qtbot: QtBot) -> None:
    had: list[bool] = []
    place.data.opened.connect(lambda _data: had.append(place.reception.is_open))
    place.open(qtbot)
    assert had == [True]
    assert place.opened[0].is_sheet_wanted()
    place.data.close()
    assert not place.reception.is_open
    assert not place.data.is_open


def test_it_is_looked_after_once_that_is_asked_for(place: Place, qtbot: QtBot) -> None:
    place.open(qtbot)
    assert place.data.safekeeping.backups() == ()
    place.data.look_after()
    qtbot.waitUntil(lambda: place.tasks.is_idle, timeout=20_000)
    assert len(place.data.safekeeping.backups()) == 1
    place.data.close()
    place.data.look_after()
    assert place.tasks.is_idle


def test_data_that_cannot_be_opened_is_settled_too(place: Place, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "ptbuilder.db").write_bytes(bytes(4096))
    place.open(qtbot)
    assert place.opened == []
    assert not place.data.is_open
    assert place.notices.findChild(QWidget, "notice_data") is not None
