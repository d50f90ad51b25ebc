"""A danger sign replaces the program: what to do first, the note, why, and the ways back."""

from __future__ import annotations

import gc
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Clearance, Finding
from tests.ui.conftest import Frame

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stopped(frame: Frame) -> Frame:
    frame.desk.add_finding(Finding("lx-relief-sitting-flexion"))
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    return frame


@pytest.fixture
def urgent(frame: Frame) -> Frame:
    frame.desk.add_finding(Finding("lx-relief-sitting-flexion"))
    frame.desk.add_finding(Finding("rf-spreading-numbness"))
    return frame


def test_the_page_says_what_to_do_first(stopped: Frame) -> None:
    assert stopped.stop.isVisible()
    assert stopped.stop.banner.title.text() == "Stop. Send to an emergency department now."
    assert stopped.stop.banner.text.text() == "Possible cauda equina syndrome. No home program."


def test_the_page_says_what_to_tell_the_patient(stopped: Frame) -> None:
    assert "emergency department now" in stopped.stop.say_text.text()


def test_the_page_says_why_and_by_which_rule(stopped: Frame) -> None:
    assert "saddle numbness" in stopped.stop.why.text()
    assert "R-RF-01" in stopped.stop.rule.text()
    assert "Finucane" in stopped.stop.rule.text()


def test_an_emergency_has_no_override(stopped: Frame) -> None:
    assert stopped.stop.override.text() == "This stop has no override."
    assert not stopped.stop.clear_button.isVisible()


def test_the_focus_goes_to_the_referral_note(qtbot: QtBot, stopped: Frame) -> None:
    qtbot.waitUntil(stopped.stop.print_button.hasFocus)


def test_a_mistake_is_mended_in_one_press(qtbot: QtBot, stopped: Frame) -> None:
    qtbot.mouseClick(stopped.stop.remove_button, LEFT)
    assert stopped.desk.outcome.stop is None
    assert stopped.page.middle is stopped.program
    stopped.window.undo()
    assert stopped.page.middle is stopped.stop


def test_findings_can_still_be_added(qtbot: QtBot, stopped: Frame) -> None:
    stopped.assessment.focus_first()
    qtbot.keyClicks(stopped.assessment.field, "hip fl b2")
    qtbot.keyClick(stopped.assessment.field, Qt.Key.Key_Return)
    assert stopped.desk.work.assessment.finding("hp-flexor-tight") is not None
    assert stopped.assessment.field.hasFocus()


def test_print_is_asked_of_whoever_prints(qtbot: QtBot, stopped: Frame) -> None:
    with qtbot.waitSignal(stopped.stop.print_asked):
        qtbot.mouseClick(stopped.stop.print_button, LEFT)
    with qtbot.waitSignal(stopped.stop.save_asked):
        qtbot.mouseClick(stopped.stop.save_button, LEFT)


def test_an_urgent_stop_waits_for_a_clearance(qtbot: QtBot, urgent: Frame) -> None:
    assert urgent.desk.outcome.stop == "urgent"
    qtbot.keyClicks(urgent.stop.cleared_by, "Dr Sample")
    qtbot.keyClicks(urgent.stop.cleared_why, "normal on testing")
    qtbot.mouseClick(urgent.stop.clear_button, LEFT)
    clearance = urgent.desk.work.assessment.clearances[0]
    assert clearance == Clearance("R-RF-03", "Dr Sample", date(2026, 3, 12), "normal on testing")
    assert urgent.page.middle is urgent.program


def test_a_clearance_without_a_reason_is_not_taken(qtbot: QtBot, urgent: Frame) -> None:
    qtbot.keyClicks(urgent.stop.cleared_by, "Dr Sample")
    qtbot.mouseClick(urgent.stop.clear_button, LEFT)
    assert urgent.desk.work.assessment.clearances == ()
    assert urgent.stop.cleared_why.hasFocus()


def test_a_program_that_was_taken_is_said_to_be_locked(frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.accept()
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    assert frame.stop._earlier.isVisible()


def test_the_footer_offers_the_note_only(stopped: Frame) -> None:
    assert stopped.bar.print_button.label == "Print the referral note"
    assert stopped.bar.state.label == "Stopped: no program"
    assert not stopped.bar.preview_button.isEnabled()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_of_a_stop_is_cut_in_a_narrow_column(frame: Frame, qtbot: QtBot, size: int) -> None:
    frame.theme.set_text_size(size)
    frame.window.resize(1024, 640)
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    area = frame.stop.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())


def test_the_print_button_loses_its_key_before_its_words(frame: Frame) -> None:
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    frame.stop.resize(frame.theme.wide(400), 600)
    assert frame.stop.print_button.label == "Print the referral note"
    assert frame.stop.print_button.sizeHint().width() <= 400


def test_the_page_stands_through_later_edits(qtbot: QtBot, stopped: Frame) -> None:
    for level in ("low", "moderate", "high"):
        stopped.desk.set_irritability(level)
        gc.collect()
        stopped.page.grab()
    stopped.desk.undo()
    stopped.page.grab()
    assert stopped.stop.print_button.visibleRegion().boundingRect().size() == stopped.stop.print_button.size()
