"""Lines under the top bar stay until answered, or go by themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from tests.ui.conftest import Frame


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
    close = line.findChild(IconButton)
    assert close.accessibleName() == "Close this message"
    assert close.accessibleDescription() == "The key lies in a file."


def say_and_end_the_turn(qtbot: QtBot, notices: WindowNotices, say: Callable[[str], None]) -> None:
    say("Something.")
    qtbot.waitUntil(lambda: not notices.is_fresh)


def test_a_refusal_ends_with_the_next_change(qtbot: QtBot, frame: Frame) -> None:
    notices = frame.window.notices
    say_and_end_the_turn(qtbot, notices, notices.refuse)
    frame.signals.changed.emit()
    assert notices.text_of("passing")
    frame.desk.set_irritability("low")
    assert not notices.text_of("passing")


def test_what_was_done_is_said_until_another_patient_comes(qtbot: QtBot, frame: Frame) -> None:
    notices = frame.window.notices
    say_and_end_the_turn(qtbot, notices, notices.tell)
    frame.desk.set_irritability("low")
    assert notices.text_of("passing")
    frame.desk.new_patient()
    assert not notices.text_of("passing")


def test_another_page_ends_what_was_said_before_it(qtbot: QtBot, frame: Frame) -> None:
    notices = frame.window.notices
    frame.window.provide({"library": QWidget})
    say_and_end_the_turn(qtbot, notices, notices.tell)
    frame.window.show_page("build")
    assert notices.text_of("passing")
    frame.window.show_page("library")
    assert not notices.text_of("passing")


def test_what_is_said_on_the_way_to_another_page_is_seen_there(frame: Frame) -> None:
    frame.window.provide({"library": QWidget})
    frame.window.notices.tell("Saved.")
    frame.window.show_page("library")
    assert frame.window.notices.text_of("passing") == "Saved."


@pytest.mark.parametrize(("height", "lines"), [(640, 1), (900, 2)])
def test_a_low_window_keeps_a_message_to_one_line(qtbot: QtBot, frame: Frame, height: int, lines: int) -> None:
    frame.window.resize(1024, height)
    text = "Print the recovery sheet: without it, a broken computer can take all patient data with it. " * 2
    line = frame.window.notices.show_line("recovery", "note", text)
    qtbot.waitUntil(lambda: line.label.height() >= lines * frame.theme.line("body"))
    assert line.label.height() < (lines + 1) * frame.theme.line("body")
    assert (line.label.toolTip() == text) == (lines == 1)
