"""In the whole program: the table of activities is changed, previewed, kept over a follow-up and found again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.ui.build.program.activity_panel import ActivityPanel
from ptbuilder.ui.build.program.program_pane import ProgramPane
from tests.ui.test_coming_back import ask_palette
from tests.ui.test_journeys import OpenProgram, folder, open_program

__all__ = ["folder", "open_program"]

ENTER = Qt.Key.Key_Return


@pytest.fixture
def sample(open_program: OpenProgram) -> Program:
    """The sample patient, ten days after an injection, with the suggestion taken."""
    program = open_program()
    program.reception.open_sample()
    program.desk_signals.desk.accept()
    return program


def panel(program: Program) -> ActivityPanel:
    pane = program.window.build_page.parts.program
    assert isinstance(pane, ProgramPane)
    assert pane.paper is not None
    return pane.paper.activities


def test_the_table_is_found_by_the_palette_changed_and_kept(qtbot: QtBot, sample: Program) -> None:
    ask_palette(qtbot, sample, "start again")
    line = panel(sample).lines["sport"]
    assert panel(sample).lines["short-walks"].when.button.hasFocus()
    QTest.mouseClick(line.when.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line.when.field, "60")
    qtbot.keyClick(line.when.field, ENTER)
    desk = sample.desk_signals.desk
    assert desk.program.activities.change("sport").day == 60
    [sport] = [row for row in sample.reception.sheet().activities.rows if row.code == "sport"]
    assert (sport.day, sport.is_changed) == (60, True)
    patient = desk.work.patient.id
    sample.reception.follow_up()
    sample.reception.new_patient()
    sample.reception.open_patient(patient)
    assert desk.program.activities.change("sport").day == 60
