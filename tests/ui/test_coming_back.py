"""In the whole program: a crash, a normal close, and what is reached only by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.assessment import Finding
from tests.ui.test_journeys import OpenProgram, build, folder, open_program

__all__ = ["folder", "open_program"]


@pytest.fixture
def built(open_program: OpenProgram, qtbot: QtBot) -> Program:
    """A program with a taken suggestion for Ann Lee."""
    program = open_program()
    build(program, qtbot, "Ann Lee")
    return program


def ask_palette(qtbot: QtBot, program: Program, words: str) -> None:
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert program.pages is not None
    qtbot.keyClicks(program.pages.palette.field, words)
    qtbot.keyClick(program.pages.palette.field, Qt.Key.Key_Return)


def test_note_goals_and_a_missing_region_are_reached_by_keys(qtbot: QtBot, built: Program) -> None:
    QGuiApplication.clipboard().clear()
    ask_palette(qtbot, built, "copy the note")
    assert QGuiApplication.clipboard().text()
    built.window.resize(1024, 640)
    field = built.assessment.filled.goals
    assert not field.isVisible()
    ask_palette(qtbot, built, "goals")
    assert field.hasFocus()
    qtbot.keyClicks(field, "sleep on my side")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert built.desk_signals.desk.work.assessment.patient_goals == "sleep on my side"
    assert field.isVisible()
    built.desk_signals.desk.add_finding(Finding("prec-acute-fracture", "left"))
    qtbot.keyClick(built.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert built.assessment.filled.findings.hasFocus()
    assert built.assessment.filled.findings.chosen_code == "prec-acute-fracture"


def test_work_left_open_by_a_crash_is_back_and_a_closed_day_is_not(built: Program, open_program: OpenProgram) -> None:
    before = built.desk_signals.desk.work
    built.tasks.finish()  # today's backup may be under way
    built.data.close()  # the program dies without closing its revision
    built._is_closed = True
    again = open_program()
    desk = again.desk_signals.desk
    assert desk.work.patient == before.patient
    assert desk.is_accepted
    assert again.window.notices.text_of("passing").endswith("is back.")
    again.close()
    assert again.reception is not None
    again.reception.hand_out("pdf")  # a late callback finds nothing open
    desk.set_note(desk.rows[0].prescription.id, "Slowly.")
    assert desk.saved.at is None
    assert open_program().desk_signals.desk.work.is_blank
