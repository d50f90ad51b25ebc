"""Data that does not open leads to its way out, in a line of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.patients.recovery import Opened, Safekeeping
from ptbuilder.ui.data_trouble import DataTrouble
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button


@pytest.fixture
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Safekeeping:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return Safekeeping(tmp_path)


class Trouble:
    """The parts of the window that matter here."""

    def __init__(self, qtbot: QtBot, theme: Theme, keeping: Safekeeping) -> None:
        self.notices = WindowNotices(theme)
        qtbot.addWidget(self.notices)
        self.tasks = TaskRunner()
        self.shown = DataTrouble(self.notices, keeping, self.tasks)
        self.opened: list[Opened] = []
        self.shown.opened.connect(self.opened.append)


def problem_of(keeping: Safekeeping) -> PTBuilderError:
    with pytest.raises(PTBuilderError) as caught:
        keeping.open()
    return caught.value


def test_a_lost_key_is_brought_back_by_the_recovery_sheet(qtbot: QtBot, theme: Theme, keeping: Safekeeping) -> None:
    keeping.open().store.close()
    groups = keeping.sheet().groups
    (keeping.folder / "ptbuilder.key").unlink()
    trouble = Trouble(qtbot, theme, keeping)
    trouble.shown.show_problem(problem_of(keeping))
    assert trouble.shown.sheet_field is not None
    qtbot.keyClicks(trouble.shown.sheet_field, " ".join(groups))
    qtbot.keyClick(trouble.shown.sheet_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(trouble.opened), timeout=20_000)
    assert trouble.notices.text_of("data") == ""
    trouble.opened[0].store.close()


def test_a_mistyped_sheet_is_said_and_asked_again(qtbot: QtBot, theme: Theme, keeping: Safekeeping) -> None:
    keeping.open().store.close()
    (keeping.folder / "ptbuilder.key").unlink()
    trouble = Trouble(qtbot, theme, keeping)
    trouble.shown.show_problem(problem_of(keeping))
    before = trouble.notices.text_of("data")
    assert trouble.shown.sheet_field is not None
    qtbot.keyClicks(trouble.shown.sheet_field, "AAAA BBBB")
    trouble.shown.type_sheet()
    qtbot.waitUntil(lambda: trouble.notices.text_of("data") != before, timeout=20_000)
    assert trouble.opened == []


def test_a_lost_file_is_brought_back_from_the_last_backup(qtbot: QtBot, theme: Theme, keeping: Safekeeping) -> None:
    opened = keeping.open()
    keeping.back_up_daily(opened.store)
    opened.store.close()
    keeping.path.unlink()
    trouble = Trouble(qtbot, theme, keeping)
    trouble.shown.show_problem(problem_of(keeping))
    button = trouble.notices.findChild(Button)
    assert button.label.startswith("Bring back the backup of")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(trouble.opened), timeout=20_000)
    trouble.opened[0].store.close()


def test_what_is_not_for_the_user_is_raised(qtbot: QtBot, theme: Theme, keeping: Safekeeping) -> None:
    with pytest.raises(ValueError, match="bug"):
        Trouble(qtbot, theme, keeping).shown.show_problem(ValueError("bug"))
