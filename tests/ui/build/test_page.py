"""Three columns, or two and a strip; the middle shows what fits the work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.width_class import STRIP
from tests.ui.conftest import Frame

LEFT = Qt.MouseButton.LeftButton
FLEXOR = Finding("hp-flexor-tight", "both", "moderate")


def test_a_wide_window_shows_three_panes(frame: Frame) -> None:
    assert frame.page.is_open(frame.assessment)
    assert frame.page.is_open(frame.right)


def test_a_narrow_window_shows_one_side_and_a_strip(frame: Frame) -> None:
    frame.window.resize(1100, 800)
    assert frame.page.is_open(frame.assessment) != frame.page.is_open(frame.right)
    assert min(frame.page.left.width(), frame.page.right.width()) == STRIP


def test_large_text_folds_as_a_narrow_window_does(frame: Frame) -> None:
    frame.theme.set_text_size(200)
    assert not frame.page.is_open(frame.right)
    frame.theme.set_text_size(100)
    assert frame.page.is_open(frame.right)


def test_a_press_on_the_strip_opens_it_and_folds_the_other(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.window.resize(1100, 800)
    frame.page.open_pane(frame.right)
    qtbot.mouseClick(frame.page.left.strip, LEFT)
    assert frame.page.is_open(frame.assessment)
    assert not frame.page.is_open(frame.right)
    assert frame.assessment.field.hasFocus()


def test_the_strip_says_what_is_folded(frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.window.resize(1100, 800)
    frame.page.open_pane(frame.right)
    assert frame.page.left.strip.accessibleName() == "Assessment, 1 finding. Open"
    assert frame.assessment.strip_state.number == "1"


def test_taking_the_program_makes_room_for_what_is_on_offer(frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.window.resize(1100, 800)
    frame.page.open_pane(frame.assessment)
    frame.program.focus_first()
    frame.desk.accept()
    assert frame.page.is_open(frame.right)


def test_taking_the_program_while_typing_folds_nothing_away(frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.window.resize(1100, 800)
    frame.page.focus_assessment()
    frame.desk.accept()
    assert frame.page.is_open(frame.assessment)


def test_preview_folds_the_assessment_at_any_width(frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.page.set_preview(True)
    assert not frame.page.is_open(frame.assessment)
    assert frame.page.right.width() > frame.page.width() / 2
    frame.page.set_preview(False)
    assert frame.page.is_open(frame.assessment)


def test_dragged_widths_are_kept_for_each_class(frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    splitter = frame.page._splitter
    splitter.moveSplitter(400, 1)
    kept = frame.page.left.width()
    frame.window.resize(1100, 800)
    frame.window.resize(1440, 900)
    assert abs(frame.page.left.width() - kept) <= 1


def test_the_middle_follows_the_work(frame: Frame) -> None:
    assert frame.page.middle is frame.empty
    frame.desk.add_finding(FLEXOR)
    assert frame.page.middle is frame.program
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    assert frame.page.middle is frame.stop
    frame.desk.remove_finding("rf-cauda-equina")
    assert frame.page.middle is frame.program


@pytest.mark.parametrize("step", [1, -1])
def test_f6_goes_round_the_panes(frame: Frame, step: int) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.right.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.assessment.focus_first()
    panes = [frame.assessment, frame.program, frame.right]
    for number in range(1, 4):
        frame.page.focus_next_pane(step)
        focus = QApplication.focusWidget()
        pane = panes[(number * step) % 3]
        assert focus is not None
        assert pane is focus or pane.isAncestorOf(focus)


def test_a_finding_under_the_pointer_reaches_the_other_panes(frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.assessment.finding_marked.emit("hp-flexor-tight")
    assert frame.right.marked == ["hp-flexor-tight"]
