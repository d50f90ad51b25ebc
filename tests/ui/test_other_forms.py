"""The sheet for the phone, the note on the clipboard, and work that comes back after a crash, in the whole program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.assessment import Finding
from ptbuilder.ui import messages
from tests.ui.test_journeys import OpenProgram, build, folder, open_program

__all__ = ["folder", "open_program"]


@pytest.fixture
def built(open_program: OpenProgram, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program with a taken suggestion for Ann Lee; files go beside the data."""
    monkeypatch.setattr(messages, "ask_save_path", lambda _parent, _title, suggested, _kinds: folder.parent / suggested.name)
    program = open_program()
    build(program, qtbot, "Ann Lee")
    return program


def press(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_phone_page_is_saved_and_noted(built: Program, folder: Path) -> None:
    press(built.print_bar.menu(), "Save for the phone")
    (page,) = folder.parent.glob("Lee-Ann-*.html")
    words = page.read_text(encoding="utf-8")
    desk = built.desk_signals.desk
    assert all(row.exercise.name["en"] in words for row in desk.rows)
    assert "Saved as Lee-Ann-" in built.window.notices.text_of("passing")
    assert built.reception is not None
    (entry,) = built.reception.records.history(desk.work.program.id)
    assert [each.way for each in entry.issued] == ["html"]


def test_an_open_question_holds_the_phone_page_back(built: Program, folder: Path) -> None:
    built.desk_signals.desk.add_finding(Finding("hp-flexor-tight"))
    built.desk_signals.desk.set_finding(Finding("hp-flexor-tight"))
    press(built.print_bar.menu(), "Save for the phone")
    assert not list(folder.parent.glob("*.html"))
    assert built.window.notices.text_of("passing") == "Answer this first."


def test_the_note_is_copied(built: Program) -> None:
    press(built.print_bar.menu(), "Copy the note")
    note = QGuiApplication.clipboard().text()
    assert built.desk_signals.desk.rows[0].exercise.name["en"] in note
    assert built.window.notices.text_of("passing").startswith("Copied")


def test_on_a_stop_the_note_is_the_referral(built: Program) -> None:
    built.desk_signals.desk.add_finding(Finding("rf-cauda-equina"))
    built.other_forms.copy_note()
    assert "cauda equina" in QGuiApplication.clipboard().text().lower()


def test_both_are_found_in_the_palette(qtbot: QtBot, built: Program) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(built.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert built.pages is not None
    field = built.pages.palette.field
    qtbot.keyClicks(field, "copy the note")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text()


def test_goals_can_be_written_in_a_low_window_too(qtbot: QtBot, built: Program) -> None:
    built.window.resize(1024, 640)
    field = built.assessment.filled.goals
    assert not field.isVisible()
    qtbot.keyClick(built.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert built.pages is not None
    qtbot.keyClicks(built.pages.palette.field, "goals")
    qtbot.keyClick(built.pages.palette.field, Qt.Key.Key_Return)
    assert field.hasFocus()
    qtbot.keyClicks(field, "sleep on my side")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert built.desk_signals.desk.work.assessment.patient_goals == "sleep on my side"
    assert field.isVisible()


def test_a_missing_region_is_asked_first(qtbot: QtBot, built: Program) -> None:
    built.desk_signals.desk.add_finding(Finding("prec-acute-fracture", "left"))
    qtbot.keyClick(built.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert built.assessment.filled.findings.hasFocus()
    assert built.assessment.filled.findings.chosen_code == "prec-acute-fracture"


def test_work_left_open_by_a_crash_is_back_and_a_closed_day_is_not(built: Program, open_program: OpenProgram, qtbot: QtBot) -> None:
    before = built.desk_signals.desk.work
    assert built._opened is not None
    built._opened.store.close()  # the program dies without closing its revision
    built._is_closed = True
    again = open_program()
    desk = again.desk_signals.desk
    assert desk.work.patient == before.patient
    assert desk.is_accepted
    assert again.window.notices.text_of("passing").endswith("is back.")
    again.close()
    assert open_program().desk_signals.desk.work.is_blank


def test_a_late_call_after_closing_is_harmless(built: Program) -> None:
    built.close()
    assert built.reception is not None
    built.reception.hand_out("pdf")
    desk = built.desk_signals.desk
    desk.set_note(desk.rows[0].prescription.id, "Slowly.")
    assert desk.saved.at is None
