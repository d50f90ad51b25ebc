"""The lock on the clinic's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.lock import verifier
from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.services.lock.verifier import MINUTES
from ptbuilder.ui.clinic.lock_card import LockCard
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from tests.ui.lock.conftest import store

__all__ = ["store"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of a PIN is tested with the verifier."""
    monkeypatch.setattr(verifier, "COST", 16)


@pytest.fixture
def lock(store) -> ClinicLock:  # type: ignore[no-untyped-def]
    return ClinicLock(store)


@pytest.fixture
def card(lock: ClinicLock, theme: Theme, qtbot: QtBot) -> LockCard:
    """The card of a clinic without a lock."""
    made = LockCard(theme, lock)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def locked(card: LockCard, qtbot: QtBot) -> LockCard:
    """The card once the PIN 1234 is set."""
    fill(card, qtbot, "setting", "1234", "1234")
    return card


def fill(card: LockCard, qtbot: QtBot, form: str, *texts: str) -> None:
    """Type a line for each text with Enter after it, as a person does."""
    lines = list(getattr(card, form).fields.fields.values())
    lines[0].setFocus()
    for line, text in zip(lines, texts, strict=True):
        assert line.hasFocus()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)


def shown(card: LockCard) -> set[str]:
    parts = ("setting", "changing", "taking_away", "minutes", "change", "remove")
    return {name for name in parts if getattr(card, name).isVisible()}


def problem(card: LockCard, form: str) -> str:
    line = getattr(card, form).fields.problem
    return line.label.text() if line.isVisible() else ""


def test_without_a_lock_there_is_a_pin_to_set(card: LockCard) -> None:
    assert shown(card) == {"setting"}
    card.focus_first()
    assert card.setting.fields.fields["new"].hasFocus()


def test_a_pin_typed_twice_sets_the_lock(locked: LockCard, lock: ClinicLock) -> None:
    assert lock.opens("1234")
    assert shown(locked) == {"minutes", "change", "remove"}
    assert locked.minutes.hasFocus()
    assert locked.minutes.currentData() == 5
    assert locked.setting.fields.text("new") == ""


def test_two_that_differ_are_refused_with_the_cursor_in_the_second(card: LockCard, lock: ClinicLock, qtbot: QtBot) -> None:
    fill(card, qtbot, "setting", "1234", "1243")
    assert "not the same" in problem(card, "setting")
    again = card.setting.fields.fields["again"]
    assert again.hasFocus()
    assert again.selectedText() != ""
    qtbot.keyClicks(again, "1234")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert lock.opens("1234")


def test_one_too_short_is_refused_with_the_cursor_in_the_first(card: LockCard, lock: ClinicLock, qtbot: QtBot) -> None:
    fill(card, qtbot, "setting", "123", "123")
    assert "at least 4" in problem(card, "setting")
    assert card.setting.fields.fields["new"].hasFocus()
    assert not lock.is_set


def test_changing_asks_for_the_present_pin(locked: LockCard, lock: ClinicLock, qtbot: QtBot) -> None:
    qtbot.mouseClick(locked.change, Qt.MouseButton.LeftButton)
    assert shown(locked) == {"minutes", "changing"}
    fill(locked, qtbot, "changing", "4321", "Contra sena!", "Contra sena!")
    assert problem(locked, "changing") == "Wrong PIN."
    assert locked.changing.fields.fields["old"].hasFocus()
    locked.changing.fields.clear()
    fill(locked, qtbot, "changing", "1234", "Contra sena!", "Contra sena!")
    assert lock.opens("Contra sena!")
    assert shown(locked) == {"minutes", "change", "remove"}


def test_taking_away_asks_for_the_present_pin(locked: LockCard, lock: ClinicLock, qtbot: QtBot) -> None:
    qtbot.mouseClick(locked.remove, Qt.MouseButton.LeftButton)
    fill(locked, qtbot, "taking_away", "4321")
    assert problem(locked, "taking_away") == "Wrong PIN."
    assert lock.is_set
    locked.taking_away.fields.clear()
    fill(locked, qtbot, "taking_away", "1234")
    assert not lock.is_set
    assert shown(locked) == {"setting"}


def test_a_wait_is_said_here_too(locked: LockCard, lock: ClinicLock, qtbot: QtBot) -> None:
    for _ in range(5):
        lock.opens("4321")
    qtbot.mouseClick(locked.remove, Qt.MouseButton.LeftButton)
    fill(locked, qtbot, "taking_away", "1234")
    assert "Too many wrong tries. Wait" in problem(locked, "taking_away")
    assert lock.is_set


def test_a_form_can_be_called_off(locked: LockCard, lock: ClinicLock, qtbot: QtBot) -> None:
    for button, form in ((locked.change, locked.changing), (locked.remove, locked.taking_away)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(form.fields.fields["old"], "1234")
        qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
        assert form.fields.text("old") == ""
        assert button.hasFocus()
        assert shown(locked) == {"minutes", "change", "remove"}
    assert lock.is_set


def test_the_minutes_are_kept_at_once(locked: LockCard, lock: ClinicLock) -> None:
    assert [locked.minutes.itemData(place) for place in range(locked.minutes.count())] == [*MINUTES, 0]
    locked.minutes.setCurrentIndex(locked.minutes.findData(0))
    locked.minutes.activated.emit(locked.minutes.currentIndex())
    assert lock.minutes == 0
    assert lock.opens("1234")


def test_what_the_disk_refuses_is_said(card: LockCard, lock: ClinicLock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise PTBuilderError("The disk is full. Make room on it and try again.")

    monkeypatch.setattr(lock._settings, "put_text", full)
    fill(card, qtbot, "setting", "1234", "1234")
    assert "The disk is full." in problem(card, "setting")
    assert not lock.is_set


def test_a_sheet_that_was_never_printed_is_offered_once_there_is_a_lock(card: LockCard, qtbot: QtBot) -> None:
    card.show_state(is_sheet_wanted=True)
    assert not card._no_sheet.isVisible()
    fill(card, qtbot, "setting", "1234", "1234")
    assert "nothing opens a forgotten PIN" in card._no_sheet.label.text()
    assert card._no_sheet.isVisible()
    with qtbot.waitSignal(card.sheet_asked):
        qtbot.mouseClick(card._no_sheet.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    card.show_state(is_sheet_wanted=False)
    assert not card._no_sheet.isVisible()
