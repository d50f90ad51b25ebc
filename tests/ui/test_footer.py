"""The footer: saved or not, and undo with its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.services.desk.keeping import Keeper
from ptbuilder.services.desk.work import SaveState
from ptbuilder.ui import footer, undoing
from tests.ui.conftest import Frame, Saves

LEFT = Qt.MouseButton.LeftButton


def test_nothing_is_saved_at_first(frame: Frame) -> None:
    assert frame.window.footer.save_label.text() == "Nothing to save yet"
    assert not frame.window.footer.undo_button.isEnabled()


def test_each_edit_is_saved_and_can_be_undone_by_name(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both"))
    assert frame.window.footer.save_label.text() == "Saved 14:02"
    assert frame.window.footer.undo_button.step == "add Tight hip flexors (Thomas test)"
    qtbot.mouseClick(frame.window.footer.undo_button, LEFT)
    assert frame.desk.work.assessment.is_empty
    assert frame.window.footer.redo_button.accessibleName() == "Redo: add Tight hip flexors (Thomas test)"
    qtbot.mouseClick(frame.window.footer.redo_button, LEFT)
    assert not frame.desk.work.assessment.is_empty


def test_a_save_that_comes_after_the_edit_is_shown(frame: Frame, saves: Saves) -> None:
    turns: list[Callable[[], None]] = []
    keeper = frame.desk.keeper = Keeper(saves, turns.append)
    keeper.changed.append(frame.signals.saved.emit)
    frame.desk.add_finding(Finding("hp-flexor-tight", "both"))
    assert frame.window.footer.save_label.text() == "Nothing to save yet"
    turns[0]()
    assert frame.window.footer.save_label.text() == "Saved 14:02"


def test_a_failed_save_is_said_and_can_be_tried_again(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both"))
    frame.desk.keeper.state = SaveState(problem="The disk is full.")
    frame.window.footer.show_saved()
    assert frame.window.footer.save_label.text() == "Not saved: The disk is full. Your work is kept here."
    with qtbot.waitSignal(frame.window.footer.retry_asked):
        qtbot.mouseClick(frame.window.footer._retry, LEFT)


def test_a_failed_save_and_its_end_are_said_aloud_once(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(footer, "announce", lambda _widget, text, *, urgent=False: said.append((text, urgent)))
    frame.desk.add_finding(Finding("hp-flexor-tight", "both"))
    saved = frame.desk.keeper.state
    for state in (SaveState(problem="The disk is full."), SaveState(problem="The disk is full."), saved):
        frame.desk.keeper.state = state
        frame.window.footer.show_saved()
    assert said == [("Not saved: The disk is full. Your work is kept here.", True), ("Saved 14:02", False)]


def test_undo_and_redo_are_said_aloud(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(undoing, "announce", lambda _widget, text: said.append(text))
    frame.desk.add_finding(Finding("hp-flexor-tight", "both"))
    frame.window.undo()
    frame.window.redo()
    frame.window.redo()
    assert said == ["Undone: add Tight hip flexors (Thomas test)", "Done again: add Tight hip flexors (Thomas test)"]
