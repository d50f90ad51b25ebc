"""The facet pattern is only offered, goals are written in the patient's words, and a fracture asks for its region."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from tests.ui.conftest import Frame

LEFT = Qt.MouseButton.LeftButton
SIGNS = ("lx-pain-local", "lx-pain-extension-provoked", "lx-pain-rotation-provoked")


def add_signs(frame: Frame) -> None:
    for code in SIGNS:
        frame.desk.add_finding(Finding(code))


def test_the_pattern_is_offered_and_added_only_by_a_press(qtbot: QtBot, frame: Frame) -> None:
    add_signs(frame)
    line = frame.assessment.filled.pattern
    assert line.isVisible()
    assert line.words.text().startswith("3 of 4 signs of the facet pattern. Add ")
    assert frame.desk.work.assessment.finding("cond-lumbar-facet") is None
    qtbot.mouseClick(line.add_button, LEFT)
    assert frame.desk.work.assessment.finding("cond-lumbar-facet") == Finding("cond-lumbar-facet", "both")
    assert line.isHidden()
    assert frame.assessment.filled.findings.chosen_code == "cond-lumbar-facet"
    frame.desk.undo()
    assert line.isVisible()


def test_a_closed_offer_stays_closed_for_this_assessment(qtbot: QtBot, frame: Frame) -> None:
    add_signs(frame)
    line = frame.assessment.filled.pattern
    line.close_button.setFocus()
    qtbot.keyClick(line.close_button, Qt.Key.Key_Return)
    frame.desk.set_irritability("low")
    assert line.isHidden()
    frame.desk.follow_up()
    assert line.isVisible()


def test_leg_pain_is_said_to_speak_against_the_pattern(frame: Frame) -> None:
    add_signs(frame)
    frame.desk.add_finding(Finding("lx-radicular-leg-pain", "left"))
    line = frame.assessment.filled.pattern
    assert line.words.text() == "Not a typical facet pattern: leg pain or nerve signs."
    assert line.add_button.isHidden()


def test_goals_in_the_patient_s_words_are_one_step(qtbot: QtBot, frame: Frame) -> None:
    add_signs(frame)
    field = frame.assessment.filled.goals
    field.setFocus()
    qtbot.keyClicks(field, "walk the dog again")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert frame.desk.work.assessment.patient_goals == "walk the dog again"
    qtbot.keyClicks(field, " soon")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "walk the dog again"
    frame.desk.undo()
    assert field.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_fracture_asks_for_its_region_by_keys(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(Finding("lx-deep-core-poor", grade="moderate"))
    frame.desk.add_finding(Finding("prec-acute-fracture", "left"))
    assert frame.bar.state.label == "1 to answer"
    view = frame.assessment.filled.findings
    view.setFocus()
    view.select_code("prec-acute-fracture")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "General" not in [action.text() for action in menu.actions()]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    finding = frame.desk.work.assessment.finding("prec-acute-fracture")
    assert finding is not None
    assert finding.region == "cervical"
    assert not [each for each in frame.desk.open_questions if each.kind == "region"]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    again = QApplication.activePopupWidget()
    assert isinstance(again, QMenu)
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert view.findChild(QLineEdit, "finding_editor") is not None
