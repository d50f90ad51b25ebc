"""The lock in the whole program: at the start, after idle time, without a PIN, and with a backup brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QScrollBar
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.clinic import Clinic
from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.ui.clinic.page import ClinicPage
from ptbuilder.ui.library.page import LibraryPage
from ptbuilder.ui.preview.pane import PreviewPane
from ptbuilder.ui.tab_order import reading_stops, tab_stops
from tests.lock_clock import Clock
from tests.ui.lock.conftest import PIN
from tests.ui.lock.in_sight import words_for_screen_readers, words_in_sight
from tests.ui.running import OpenProgram, programs_over

CTRL = Qt.KeyboardModifier.ControlModifier
SAMPLE = "Sample"
CALM = 20
"""So often in turn a page has the same size before it counts as laid out: its details come in several rounds of events."""


@pytest.fixture
def open_program(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenProgram]:
    """Starts the program over one data folder, as often as it is called."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    with programs_over(tmp_path, qtbot) as start:
        yield start


def lock_of(program: Program) -> ClinicLock:
    assert program.locking is not None
    assert program.locking._lock is not None
    return program.locking._lock


def answer(program: Program, pin: str) -> None:
    assert program.locking.screen is not None
    field = program.locking.screen.step.fields.fields["pin"]
    QTest.keyClicks(field, pin)
    QTest.keyClick(field, Qt.Key.Key_Return)


def patient_name(program: Program) -> str:
    return program.desk_signals.desk.work.patient.full_name


def test_control_l_without_a_lock_leads_to_where_one_is_set(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    qtbot.keyClick(program.window, Qt.Key.Key_L, CTRL)
    assert not program.locking.is_locked
    assert program.window.notices.text_of("passing") == "Set a PIN first."
    page = program.window.page_widget("clinic")
    assert isinstance(page, ClinicPage)
    qtbot.waitUntil(page.lock.setting.fields.fields["new"].hasFocus)
    assert not page.lock.setting.fields.fields["new"].visibleRegion().isEmpty()
    for line in ("new", "again"):
        qtbot.keyClicks(page.lock.setting.fields.fields[line], PIN)
        qtbot.keyClick(page.lock.setting.fields.fields[line], Qt.Key.Key_Return)
    qtbot.keyClick(program.window, Qt.Key.Key_L, CTRL)
    assert program.locking.is_locked
    answer(program, PIN)
    assert program.window.page == "clinic"
    assert page.lock.minutes.hasFocus()


def test_a_start_is_locked_and_opens_the_work_that_was_left_open(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    assert program.reception is not None
    program.reception.open_sample()
    name = patient_name(program)
    program.desk_signals.desk.accept()
    program.desk_signals.desk.save_now()
    program.tasks.finish()  # today's backup may be under way
    program.data.close()  # the program dies without closing its revision
    program._is_closed = True
    program.window.hide()
    again = open_program()
    assert again.locking.is_locked
    assert patient_name(again) == name
    for word in name.split():
        assert word not in words_in_sight() + words_for_screen_readers()
    answer(again, PIN)
    assert name in words_in_sight()
    assert again.window.actions_of_window["undo"].isEnabled()


def test_every_page_is_out_of_sight_and_back_where_it_was(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    assert program.reception is not None
    program.reception.open_sample()
    words = patient_name(program).split()
    for page in ("patients", "library", "templates", "clinic", "build"):
        program.window.show_page(page)
        program.window.rail.lock_asked.emit()
        seen = words_in_sight() + words_for_screen_readers()
        assert [word for word in words if word in seen] == []
        answer(program, PIN)
        assert program.window.page == page
        assert words[0] in words_in_sight()


def test_a_field_of_the_letterhead_keeps_what_was_being_typed(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    program.window.show_page("clinic")
    page = program.window.page_widget("clinic")
    assert isinstance(page, ClinicPage)
    field = page.letterhead.field("address")
    field.setFocus()
    qtbot.keyClicks(field, "12 Mill La")
    program.locking.lock()
    answer(program, PIN)
    assert field.hasFocus()
    qtbot.keyClicks(field, "ne")
    assert field.text() == "12 Mill Lane"


def test_a_program_that_is_closed_while_locked_keeps_the_work(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    assert program.reception is not None
    program.reception.open_sample()
    program.desk_signals.desk.accept()
    name = patient_name(program)
    program.locking.lock()
    assert program.window.close()
    program.close()
    again = open_program()
    assert again.locking.is_locked
    assert again.reception is not None
    assert [row.patient.full_name for row in again.reception.records.rows()] == [name]
    assert again.desk_signals.desk.work.is_blank


def test_tab_goes_through_the_window_as_before(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    assert program.reception is not None
    program.reception.open_sample()
    assert program.window.tab_order is not None
    program.window.tab_order.refresh()
    before = reading_stops(program.window)
    program.locking.lock()
    program.window.tab_order.refresh()
    assert set(reading_stops(program.window)).isdisjoint(before)
    answer(program, PIN)
    program.window.tab_order.refresh()
    assert reading_stops(program.window) == before
    assert [each for each in tab_stops(program.window) if each in before] == before


def bars_of(program: Program) -> list[QScrollBar]:
    areas = program.window.findChildren(QAbstractScrollArea)
    return [each.verticalScrollBar() for each in areas if each.isVisible()]


@pytest.mark.parametrize("page", ["library", "clinic"])
def test_a_page_stays_where_it_was_scrolled_to(open_program: OpenProgram, qtbot: QtBot, page: str) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    program.window.resize(1100, 640)
    program.window.show_page(page)
    seen: list[list[int]] = []

    def is_laid_out() -> bool:
        seen.append([each.maximum() for each in bars_of(program)])
        return program.tasks.is_idle and len(seen) > CALM and any(seen[-1]) and seen[-CALM:] == [seen[-1]] * CALM

    qtbot.waitUntil(is_laid_out)
    bars = bars_of(program)
    for each in bars:
        each.setValue(each.maximum() // 2)
    before = [each.value() for each in bars]
    assert any(before)
    program.locking.lock()
    answer(program, PIN)
    assert [each.value() for each in bars] == before


def test_an_exercise_that_is_being_written_is_still_there(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    program.window.show_page("library")
    page = program.window.page_widget("library")
    assert isinstance(page, LibraryPage)
    page.write_new()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "Wall sl")
    program.locking.lock()
    answer(program, PIN)
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "ide")
    assert field.toPlainText() == "Wall slide"


def test_the_preview_has_the_focus_again(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    assert program.reception is not None
    program.reception.open_sample()
    program.window.toggle_preview()
    preview = QApplication.focusWidget()
    assert isinstance(preview, PreviewPane)
    program.locking.lock()
    answer(program, PIN)
    assert program.build_page.is_in_preview
    assert QApplication.focusWidget() is preview
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)


def test_idle_time_locks_and_use_does_not(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    clock = Clock()
    program.locking._clock = clock
    lock_of(program).set_pin(PIN, PIN)
    idle = program.locking._idle
    assert idle is not None
    handle = program.window.windowHandle()
    clock.now += 4 * 60
    QTest.keyClick(handle, Qt.Key.Key_A)
    clock.now += 4 * 60
    idle._timer.timeout.emit()
    assert not program.locking.is_locked
    clock.now += 60
    idle._timer.timeout.emit()
    assert program.locking.is_locked
    clock.now += 3600
    QTest.keyClick(handle, Qt.Key.Key_4)  # no key of a PIN is swallowed
    assert program.locking.screen is not None
    assert program.locking.screen.step.fields.text("pin") == "4"
    answer(program, PIN[1:])
    assert not program.locking.is_locked
    lock_of(program).set_minutes(0)
    clock.now += 24 * 3600
    idle.look()
    assert not program.locking.is_locked


def test_a_backup_brings_its_own_lock(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin("first", "first")
    store = program.data._opened.store  # type: ignore[union-attr]
    program.data.look_after()
    qtbot.waitUntil(lambda: program.tasks.is_idle and len(program.data.safekeeping.backups()) == 1, timeout=20_000)
    assert program.reception is not None
    program.reception.records.set_clinic(Clinic("Riverside"))
    lock_of(program).change_pin("first", "second", "second")
    (backup,) = program.data.safekeeping.backups()
    program.pages.restore_asked.emit(backup)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: program.tasks.is_idle and program.data.is_open, timeout=20_000)
    assert program.data._opened.store is not store  # type: ignore[union-attr]
    assert program.locking.is_locked
    answer(program, "second")
    assert program.locking.is_locked
    answer(program, "first")
    assert not program.locking.is_locked
    newest = program.data.safekeeping.backups()[0]
    program.pages.restore_asked.emit(newest)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: program.tasks.is_idle and program.data.is_open, timeout=20_000)
    answer(program, "second")
    assert not program.locking.is_locked


def test_a_backup_with_the_same_lock_does_not_ask_again(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    lock_of(program).set_pin(PIN, PIN)
    program.data.look_after()
    qtbot.waitUntil(lambda: program.tasks.is_idle and len(program.data.safekeeping.backups()) == 1, timeout=20_000)
    lock_of(program).set_minutes(30)
    (backup,) = program.data.safekeeping.backups()
    program.pages.restore_asked.emit(backup)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: program.tasks.is_idle and program.data.is_open, timeout=20_000)
    assert not program.locking.is_locked
    assert lock_of(program).minutes == 5
    program.locking.lock()
    answer(program, PIN)
    assert not program.locking.is_locked
