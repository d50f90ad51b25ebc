"""While the window is locked nothing of a patient is in sight or in reach; afterwards everything is as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui import announcing
from ptbuilder.ui.actions import action_names
from ptbuilder.ui.palette.entries import Entry, FixedSource
from ptbuilder.ui.palette.palette import Palette
from ptbuilder.ui.widgets.text import TextLabel
from tests.ui.lock.conftest import NAME, PIN, Place
from tests.ui.lock.in_sight import words_for_screen_readers, words_in_sight

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYS = (
    *((Qt.Key(ord(letter)), CTRL) for letter in "KFEPNZYLS"),
    *((Qt.Key.Key_S, CTRL | SHIFT), (Qt.Key.Key_C, CTRL | SHIFT), (Qt.Key.Key_P, CTRL | SHIFT)),
    *((Qt.Key(ord(digit)), ALT) for digit in "012345"),
    *(
        (key, Qt.KeyboardModifier.NoModifier)
        for key in (Qt.Key.Key_F1, Qt.Key.Key_F6, Qt.Key.Key_F, Qt.Key.Key_W, Qt.Key.Key_Slash)
    ),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Tab)),
    *((Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Tab, CTRL)),
)


def lock_by_key(qtbot: QtBot, place: Place) -> None:
    qtbot.keyClick(place.window, Qt.Key.Key_L, CTRL)
    assert place.locking.is_locked


def test_the_name_is_in_sight_until_the_window_is_locked(qtbot: QtBot, place: Place) -> None:
    for words in (words_in_sight, words_for_screen_readers):
        assert NAME in words()
    assert "Tight hip flexors" in words_for_screen_readers()
    lock_by_key(qtbot, place)
    for words in (words_in_sight, words_for_screen_readers):
        assert "PIN or password" in words()
        for hidden in (NAME, "Ann", "hip", "Program", "Find or do anything"):
            assert hidden not in words()


def test_only_the_lock_screen_can_be_seen(qtbot: QtBot, place: Place) -> None:
    lock_by_key(qtbot, place)
    seen = [each for each in QApplication.allWidgets() if each.isVisible() and each is not place.window]
    assert seen
    assert [each for each in seen if each is not place.screen and not place.screen.isAncestorOf(each)] == []
    assert place.screen.size() == place.window.size()
    assert place.screen.step.fields.fields["pin"].hasFocus()


def test_no_key_reaches_the_window(qtbot: QtBot, place: Place) -> None:
    work, page = place.frame.desk.work, place.window.page
    for name in action_names():
        place.window.actions_of_window[name].triggered.connect(lambda _=False, each=name: pytest.fail(each))
    place.window.rail.lock_asked.emit()
    for target in (place.screen.step.fields.fields["pin"], place.screen.step.other, place.screen, place.window):
        for key, modifiers in KEYS:
            qtbot.keyClick(target, key, modifiers)
    assert place.frame.desk.work == work
    assert place.window.page == page
    assert place.locking.is_locked
    assert NAME not in words_in_sight()


def test_no_caller_reaches_an_action_and_letters_stay_as_they_were(place: Place) -> None:
    actions = place.window.actions_of_window
    actions.set_letters_enabled(False)
    place.locking.lock()
    before = place.frame.desk.work
    for name in ("undo", "new_patient", "no_red_flags", "take_program"):
        actions[name].trigger()
    assert place.frame.desk.work == before
    actions.set_letters_enabled(True)  # as a page does that is made meanwhile
    assert not any(each.isEnabled() for each in place.window.actions())
    actions.set_letters_enabled(False)
    place.type(PIN)
    enabled = {each.objectName() for each in place.window.actions() if each.isEnabled()}
    assert enabled == {f"action_{name}" for name in action_names()}


def test_the_right_pin_brings_back_page_focus_and_what_was_typed(qtbot: QtBot, place: Place) -> None:
    field = place.frame.assessment.field
    field.setFocus()
    qtbot.keyClicks(field, "hip abd")
    field.setSelection(0, 3)
    place.frame.page.open_pane(place.frame.right)
    folds = place.frame.page.left.is_folded, place.frame.page.right.is_folded
    lock_by_key(qtbot, place)
    place.type(PIN)
    assert not place.locking.is_locked
    assert NAME in words_in_sight()
    assert NAME in words_for_screen_readers()
    assert field.hasFocus()
    assert (field.text(), field.selectedText()) == ("hip abd", "hip")
    assert (place.frame.page.left.is_folded, place.frame.page.right.is_folded) == folds
    qtbot.keyClick(place.window, Qt.Key.Key_Z, CTRL)
    assert [each.code for each in place.frame.desk.work.assessment.findings] == ["hp-flexor-tight"]


def test_the_finding_list_is_hidden_and_comes_back(qtbot: QtBot, place: Place) -> None:
    search = place.frame.assessment.search
    qtbot.keyClicks(place.frame.assessment.field, "hip")
    assert search.popup.isVisible()
    marked = search.popup.marked_place
    lock_by_key(qtbot, place)
    assert not search.popup.isVisible()
    place.type(PIN)
    assert search.popup.isVisible()
    assert search.popup.parentWidget() is place.window
    assert search.popup.marked_place == marked


def test_what_lay_over_the_whole_window_does_so_again_in_another_size(qtbot: QtBot, place: Place) -> None:
    entry = Entry("do", "lock", f"Open {NAME}", lambda: None)
    palette = Palette(place.frame.theme, place.window, [FixedSource("do", lambda: iter([entry]))])
    palette.open("open")
    assert f"Open {NAME}" in words_for_screen_readers()
    place.locking.lock()
    assert not palette.isVisible()
    assert NAME not in words_for_screen_readers()
    place.window.resize(1100, 700)
    place.type(PIN)
    assert palette.isVisible()
    assert palette.size() == place.window.size()
    assert palette.field.hasFocus()
    assert palette.field.text() == "open"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_menus_and_dialogs_are_called_off(qtbot: QtBot, place: Place) -> None:
    menu, dialog = QMenu(NAME, place.window), QDialog(place.window)
    menu.addAction(NAME)
    dialog.setWindowTitle(NAME)
    dialog.open()
    menu.popup(place.window.mapToGlobal(QPoint(20, 20)))
    assert NAME in words_in_sight()
    with qtbot.waitSignal(dialog.rejected):
        place.locking.lock()
    assert not menu.isVisible()
    assert not dialog.isVisible()
    assert NAME not in words_in_sight()


def test_an_open_editor_is_closed_and_its_value_kept(qtbot: QtBot, place: Place) -> None:
    place.frame.desk.accept()
    program = place.frame.program
    program.focus_first()
    qtbot.keyClick(program.list, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, (QLineEdit, QWidget))
    assert program.list.isAncestorOf(field)
    qtbot.keyClicks(field, "3x7 h9")
    lock_by_key(qtbot, place)
    place.type(PIN)
    dosage = place.frame.desk.rows[0].prescription.dosage
    assert (dosage.sets, dosage.reps, dosage.hold_s) == (3, 7, 9)
    assert program.list.hasFocus()


def test_work_goes_on_unseen_and_unheard(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.locking.lock()
    place.window.notices.tell(f"{NAME}: printed again.")
    place.frame.desk.add_finding(place.frame.desk.work.assessment.findings[0])
    place.frame.theme.set_mode("dark")
    assert NAME not in words_in_sight() + words_for_screen_readers()
    place.type(PIN)
    assert f"{NAME}: printed again." in words_in_sight()


def test_nothing_is_said_of_what_is_out_of_sight(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QAccessible

    said: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    label = place.window.findChild(TextLabel, "save_state")
    assert label is not None
    announcing.announce(label, NAME)
    assert len(said) == 1
    place.locking.lock()
    del said[:]
    announcing.announce(label, NAME)
    assert said == []
    announcing.announce(place.screen, "Locked")
    assert len(said) == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_another_start_brings_the_window_to_the_front_and_does_not_open_it(place: Place) -> None:
    place.locking.lock()
    place.window.come_to_front()
    assert place.locking.is_locked
    assert NAME not in words_in_sight()


def test_a_locked_window_can_be_closed(qtbot: QtBot, place: Place) -> None:
    place.locking.lock()
    with qtbot.waitSignal(place.window.closing):
        assert place.window.close()


def test_the_button_is_there_once_there_is_a_lock(qtbot: QtBot, unset: Place) -> None:
    button = unset.window.findChild(QWidget, "rail_lock")
    assert button is not None
    assert not button.isVisible()
    unset.lock.set_pin(PIN, PIN)
    assert button.isVisible()
    assert not unset.locking.is_locked
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert unset.locking.is_locked
    unset.type(PIN)
    unset.lock.take_away(PIN)
    assert not button.isVisible()


def test_data_that_is_not_open_cannot_be_locked(qtbot: QtBot, place: Place) -> None:
    place.data.is_open = False
    qtbot.keyClick(place.window, Qt.Key.Key_L, CTRL)
    assert not place.locking.is_locked
    assert "nothing to lock" in place.window.notices.text_of("passing")


def test_locking_again_keeps_what_is_typed(place: Place) -> None:
    place.locking.lock()
    screen = place.screen
    screen.step.fields.fields["pin"].setText("47")
    place.locking.lock()
    assert place.screen is screen
    place.type(PIN)
    assert NAME in words_in_sight()
