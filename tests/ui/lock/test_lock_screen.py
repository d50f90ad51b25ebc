"""The lock screen: the PIN, the wait after wrong ones, and the recovery key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ptbuilder.domain.clinic import Clinic
from ptbuilder.services.lock.clinic_lock import LOCK, ClinicLock
from ptbuilder.storage.recovery_key import groups_of
from ptbuilder.ui.lock import pin_fields, steps
from ptbuilder.ui.lock.lock_screen import LockScreen
from ptbuilder.ui.lock.steps import KeyStep, NewPinStep, PinStep
from tests.ui.lock.conftest import KEY, NAME, PIN, Place
from tests.ui.lock.in_sight import words_in_sight
from tests.ui.test_fit import cut_words
from tests.ui.test_pages_fit import cut

GROUPS = " ".join(groups_of(KEY))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What screen readers were told, and whether it was urgent."""
    heard: list[tuple[str, bool]] = []
    for module in (steps, pin_fields):
        monkeypatch.setattr(module, "announce", lambda _widget, text, urgent=False: heard.append((text, urgent)))
    return heard


@pytest.fixture
def screen(place: Place) -> LockScreen:
    place.locking.lock()
    return place.screen


def step_of(place: Place) -> PinStep:
    assert isinstance(place.screen.step, PinStep)
    return place.screen.step


def test_it_says_whose_copy_it_is_and_shows_dots(place: Place) -> None:
    place.store.settings.set_clinic(Clinic("Riverside Physical Therapy"))
    place.locking.lock()
    assert {"PTBuilder", "Riverside Physical Therapy", "PIN or password"} <= set(words_in_sight().splitlines())
    assert place.screen.accessibleName() == "PTBuilder is locked"
    assert step_of(place).fields.fields["pin"].echoMode() == QLineEdit.EchoMode.Password


def test_enter_opens_with_the_right_pin(place: Place, screen: LockScreen, qtbot: QtBot) -> None:
    field = step_of(place).fields.fields["pin"]
    qtbot.keyClicks(field, PIN)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not place.locking.is_locked


def test_the_button_opens_too(place: Place, screen: LockScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(step_of(place).fields.fields["pin"], PIN)
    qtbot.mouseClick(step_of(place).button, Qt.MouseButton.LeftButton)
    assert not place.locking.is_locked


def test_a_wrong_pin_is_said_politely_and_the_line_is_empty_again(place: Place, screen: LockScreen, said: list) -> None:
    place.type("4712")
    assert said == [("Wrong PIN.", False)]
    assert "Wrong PIN." in words_in_sight()
    field = step_of(place).fields.fields["pin"]
    assert field.text() == ""
    assert field.hasFocus()
    assert place.locking.is_locked


def test_the_words_about_a_wrong_pin_go_with_the_next_key(place: Place, screen: LockScreen, qtbot: QtBot) -> None:
    place.type("4712")
    qtbot.keyClicks(step_of(place).fields.fields["pin"], "4")
    assert "Wrong PIN." not in words_in_sight()


def test_an_empty_line_is_no_try(place: Place, screen: LockScreen) -> None:
    for _ in range(9):
        place.type("")
    place.type(PIN)
    assert not place.locking.is_locked


def test_after_five_wrong_pins_the_line_waits_and_is_back_by_itself(place: Place, screen: LockScreen, said: list) -> None:
    for _ in range(5):
        place.type("4712")
    step = step_of(place)
    field = step.fields.fields["pin"]
    assert said[-1] == ("Wrong PIN, several times. Wait 0:30.", False)
    assert not field.isEnabled()
    assert QApplication.focusWidget() is step
    assert step.accessibleName() == "Wrong PIN, several times. Wait 0:30."
    place.type(PIN)
    assert place.locking.is_locked
    place.clock.now += 18
    step._timer.timeout.emit()
    assert "Wait 0:12." in words_in_sight()
    place.clock.now += 12
    step._timer.timeout.emit()
    assert field.isEnabled()
    assert field.hasFocus()
    assert said[-1] == ("You can type the PIN again.", False)
    assert len(said) == 6
    assert not step._timer.isActive()
    place.type(PIN)
    assert not place.locking.is_locked


def test_a_wait_goes_on_after_a_start(place: Place, screen: LockScreen, qtbot: QtBot) -> None:
    for _ in range(7):
        place.lock.opens("4712")
        place.clock.now += 900
    place.lock.opens("4712")
    again = LockScreen(place.frame.theme, ClinicLock(place.store, place.clock), "")
    qtbot.addWidget(again)
    assert isinstance(again.step, PinStep)
    assert again.step.is_waiting
    assert "Wait 4:00" in again.step.fields.problem.accessibleName()


def test_the_recovery_key_asks_for_a_new_pin_and_opens(place: Place, screen: LockScreen) -> None:
    place.screen.step.other.click()
    place.type(GROUPS.lower(), "key")
    assert isinstance(screen.step, NewPinStep)
    assert screen.step.fields.fields["new"].hasFocus()
    screen.step.fields.fields["new"].setText("5678")
    place.type("5687", "again")
    assert place.locking.is_locked
    assert "not the same" in words_in_sight()
    assert screen.step.fields.fields["again"].hasFocus()
    place.type("5678", "again")
    assert not place.locking.is_locked
    assert NAME in words_in_sight()
    assert ClinicLock(place.store).opens("5678")


def test_a_mistyped_key_says_which_group_and_stays(place: Place, screen: LockScreen, said: list) -> None:
    place.screen.step.other.click()
    place.type("0" + GROUPS[1:] if GROUPS[0] != "0" else "1" + GROUPS[1:], "key")
    assert said == [("Group 1 has a typing error. Compare with the sheet.", False)]
    assert isinstance(screen.step, KeyStep)
    assert screen.step.fields.fields["key"].hasFocus()
    screen.step.other.click()
    place.type(PIN)
    assert not place.locking.is_locked


def test_the_recovery_key_opens_during_a_wait(place: Place, screen: LockScreen) -> None:
    for _ in range(5):
        place.type("4712")
    screen.step.other.click()
    place.type(GROUPS, "key")
    assert isinstance(screen.step, NewPinStep)


def test_a_damaged_lock_asks_for_the_recovery_key_at_once(unset: Place) -> None:
    unset.store.settings.put_text(LOCK, "rubbish")
    unset.data.lock_found.emit(ClinicLock(unset.store, unset.clock))
    assert unset.locking.is_locked
    assert isinstance(unset.screen.step, KeyStep)
    assert not unset.screen.step.other.isVisible()
    assert "The lock is damaged" in words_in_sight()
    unset.type(GROUPS, "key")
    unset.screen.step.fields.fields["new"].setText("5678")
    unset.type("5678", "again")
    assert not unset.locking.is_locked


@pytest.mark.parametrize("typed", ["key", "new"])
def test_what_was_typed_is_forgotten_after_a_while(place: Place, screen: LockScreen, qtbot: QtBot, typed: str) -> None:
    screen.step.other.click()
    if typed == "new":
        place.type(GROUPS, "key")
    else:
        qtbot.keyClicks(screen.step.fields.fields["key"], GROUPS[:10])
    assert screen._forget.isActive()
    screen._forget.timeout.emit()
    assert isinstance(screen.step, PinStep)
    assert screen.step.fields.fields["pin"].hasFocus()
    assert place.locking.is_locked


@pytest.mark.parametrize(("width", "height", "text_size"), [(960, 600, 200), (1440, 900, 100)])
@pytest.mark.parametrize("state", ["wrong", "key", "new"])
def test_nothing_is_cut_in_small_windows_with_large_text(
    place: Place, qtbot: QtBot, width: int, height: int, text_size: int, state: str
) -> None:
    place.frame.theme.set_text_size(text_size)
    place.window.resize(width, height)
    place.locking.lock()
    if state == "wrong":
        place.type("4712")
    else:
        place.screen.step.other.click()
        place.type(GROUPS if state == "new" else GROUPS[:-1], "key")
    qtbot.waitUntil(lambda: cut_words(place.screen) == [] and cut(place.screen) == [])
    assert (place.window.width(), place.window.height()) == (width, height)
    assert place.screen.step.button.visibleRegion().boundingRect().size() == place.screen.step.button.size()
