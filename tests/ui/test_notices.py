"""Lines under the top bar stay until answered, or go by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme) -> WindowNotices:
    made = WindowNotices(theme)
    qtbot.addWidget(made)
    return made


def test_a_line_is_shown_with_its_answers(qtbot: QtBot, notices: WindowNotices) -> None:
    answered: list[str] = []
    line = notices.show_line("key", "warn", "The key is gone.", (("Type the sheet", lambda: answered.append("sheet")),))
    qtbot.mouseClick(line.findChild(Button), Qt.MouseButton.LeftButton)
    assert answered == ["sheet"]
    assert notices.text_of("key") == "The key is gone."


def test_a_new_line_of_the_same_name_replaces_the_old(notices: WindowNotices) -> None:
    notices.tell("Saved as a.pdf.")
    notices.refuse("Answer this first.")
    assert notices.text_of("passing") == "Answer this first."


def test_a_closed_line_is_told(qtbot: QtBot, notices: WindowNotices) -> None:
    line = notices.show_line("key", "note", "The key lies in a file.")
    with qtbot.waitSignal(notices.closed) as told:
        qtbot.mouseClick(line.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert told.args == ["key"]
    assert not notices.isVisible()


def test_what_passes_goes_by_itself(qtbot: QtBot, notices: WindowNotices) -> None:
    notices._passing.setInterval(0)
    notices.tell("Saved as a.pdf.")
    qtbot.waitUntil(lambda: notices.text_of("passing") == "")


def test_markup_is_shown_as_typed(notices: WindowNotices) -> None:
    notices.tell("<b>Ann</b>: sent to the printer.")
    assert notices.text_of("passing") == "<b>Ann</b>: sent to the printer."


def test_each_cross_says_what_it_closes(notices: WindowNotices) -> None:
    line = notices.show_line("key", "note", "The key lies in a file.")
    assert line.findChild(IconButton).accessibleName() == "Close: The key lies in a file."
