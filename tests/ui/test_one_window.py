"""A second start on the same data gives way to the first window; what a crash left behind does not stand in the way."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.ui import messages, one_window
from ptbuilder.ui.one_window import LOCK, OneWindow

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ptbuilder.ui.one_window import OneWindow
app = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]))
print("first" if one.is_first else "came" if one.call_first() else "busy", flush=True)
if sys.argv[2:]:
    sys.stdin.read()
"""


@pytest.fixture
def first(tmp_path: Path, qapp: QApplication) -> Iterator[OneWindow]:
    made = OneWindow(tmp_path)
    made.listen()
    yield made
    made.close()


def second(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Another process that starts on the same data."""
    command = [sys.executable, "-c", SECOND, str(folder), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)


def test_a_second_start_brings_the_first_window_to_the_front(first: OneWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert first.is_first
    with qtbot.waitSignal(first.asked, timeout=20_000):
        other = second(tmp_path)
    answer, _ = other.communicate(timeout=20)
    assert answer.strip() == "came"


def test_other_data_is_opened_beside_it(first: OneWindow, tmp_path: Path) -> None:
    other = OneWindow(tmp_path / "other")
    assert other.is_first
    other.close()


def test_after_it_is_closed_the_next_start_is_the_first(tmp_path: Path, qapp: QApplication) -> None:
    OneWindow(tmp_path).close()
    again = OneWindow(tmp_path)
    assert again.is_first
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_the_lock_of_a_program_that_was_killed_is_taken_over(tmp_path: Path, qapp: QApplication) -> None:
    crashed = second(tmp_path, "stay")
    assert crashed.stdout is not None
    assert crashed.stdout.readline().strip() == "first"
    crashed.send_signal(signal.SIGKILL)
    crashed.communicate()
    assert (tmp_path / LOCK).exists()
    after = OneWindow(tmp_path)
    assert after.is_first
    after.listen()
    after.close()


def test_a_window_that_does_not_answer_is_said(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "ANSWER_MS", 1)
    silent, other = OneWindow(tmp_path), OneWindow(tmp_path)
    assert not other.is_first
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, _title, text: told.append(text))
    assert other.give_way("PTBuilder") == 1
    assert "in a window that does not answer" in told[0]
    silent.close()


def test_a_window_on_another_computer_is_named(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    there, here = OneWindow(tmp_path), OneWindow(tmp_path)
    name = QSysInfo.machineHostName()
    monkeypatch.setattr(QSysInfo, "machineHostName", lambda: "front-desk")
    assert f"on the computer {name}" in here.why_not()
    there.close()


def test_a_folder_that_cannot_be_made_does_not_keep_the_window_away(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "file").touch()
    assert OneWindow(tmp_path / "file" / "data").is_first
