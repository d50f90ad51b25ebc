"""In the whole program: what was opened and closed again gives the focus back to where it came from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ptbuilder.app import Program
from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.build.program.program_list import ProgramList
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.build.program.stop_page import StopPage
from ptbuilder.ui.build.right_pane import RightPane
from tests.ui.build.columns import AGAINST, EARLY
from tests.ui.test_journeys import OpenProgram, folder, open_program

__all__ = ["folder", "open_program"]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(open_program: OpenProgram) -> Program:
    """The sample patient, with the suggestion taken and the focus on its second row."""
    program = open_program()
    assert program.reception is not None
    program.reception.open_sample()
    program.desk_signals.desk.accept()
    rows(program).setFocus()
    rows(program).choose(program.desk_signals.desk.rows[1].prescription.id)
    return program


def pane(program: Program) -> ProgramPane:
    found = program.window.build_page.parts.program
    assert isinstance(found, ProgramPane)
    return found


def rows(program: Program) -> ProgramList:
    return pane(program).list


def right(program: Program) -> RightPane:
    found = program.window.build_page.parts.right
    assert isinstance(found, RightPane)
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClick(focus, key, modifiers)


def assert_back_on_the_row(program: Program) -> None:
    assert rows(program).hasFocus()
    line = rows(program).current_line
    assert line is not None
    assert line.number == 2


@pytest.mark.parametrize("width", [1024, 1440])
def test_escape_leaves_why_for_the_row_that_was_asked_about(sample: Program, width: int) -> None:
    sample.window.resize(width, 640)
    page = sample.window.build_page
    page.open_pane(page.parts.assessment)
    rows(sample).setFocus()
    press(Qt.Key.Key_W)
    assert right(sample).tab == "why"
    assert page.is_open(right(sample))
    press(Qt.Key.Key_Escape)
    assert_back_on_the_row(sample)


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_E, CTRL)])
def test_closing_the_preview_gives_the_focus_back(sample: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    press(Qt.Key.Key_E, CTRL)
    assert not rows(sample).hasFocus()
    press(key, modifiers)
    assert not sample.window.build_page.is_in_preview
    assert_back_on_the_row(sample)


def test_a_row_that_was_chosen_beside_the_preview_keeps_the_focus(sample: Program) -> None:
    sample.window.add_finding()
    press(Qt.Key.Key_E, CTRL)
    rows(sample).setFocus()
    press(Qt.Key.Key_Escape)
    assert_back_on_the_row(sample)


def test_a_dose_that_was_typed_before_the_preview_gives_the_focus_to_its_row(sample: Program) -> None:
    press(Qt.Key.Key_Return)
    assert rows(sample).is_editing
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_Escape)
    assert_back_on_the_row(sample)


def test_escape_leaves_the_print_line_for_the_row(sample: Program) -> None:
    press(Qt.Key.Key_P, CTRL)
    assert sample.window.build_page.footer_end.print_button.hasFocus()
    press(Qt.Key.Key_Escape)
    assert_back_on_the_row(sample)


def test_print_says_that_something_must_be_answered_first(sample: Program) -> None:
    sample.desk_signals.desk.add_exercise(EARLY)
    press(Qt.Key.Key_P, CTRL)
    assert sample.window.notices.text_of("passing") == "Answer this first."
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith("precaution_")


def test_what_is_added_against_a_rule_gets_the_focus(sample: Program) -> None:
    right(sample).show_why_not(AGAINST)
    right(sample).why_not.ask_reason()
    press(Qt.Key.Key_1)
    assert rows(sample).hasFocus()
    line = rows(sample).current_line
    assert line is not None
    assert line.row is not None
    assert line.row.exercise.code == AGAINST


def test_removing_the_danger_sign_leads_to_the_first_row(sample: Program) -> None:
    sample.desk_signals.desk.add_finding(Finding("rf-cauda-equina"))
    stop = sample.window.build_page.parts.stop
    assert isinstance(stop, StopPage)
    stop.remove_button.setFocus()
    press(Qt.Key.Key_Space)
    assert rows(sample).hasFocus()
    assert rows(sample).current_line is not None
