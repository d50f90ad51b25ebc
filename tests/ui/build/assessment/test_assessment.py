"""The assessment by keys and by pointer: each press is one action of the desk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.build.assessment.findings_model import LINE_ROLE, FindingsModel
from tests.ui.conftest import Frame, Saves

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def filled(frame: Frame) -> Frame:
    """Three findings: a muscle with sides, one without, and a procedure ten days ago."""
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.add_finding(Finding("lx-relief-sitting-flexion"))
    frame.desk.add_finding(Finding("proc-facet-injection-lumbar", "both", on=date(2026, 3, 2)))
    return frame


def choose(frame: Frame, code: str) -> None:
    frame.assessment.filled.findings.setFocus()
    frame.assessment.filled.findings.select_code(code)


def press_spot(qtbot: QtBot, frame: Frame, code: str, name: str) -> None:
    """Press a painted part of a line where it stands."""
    view = frame.assessment.filled.findings
    index = view.findings.index_of(code)
    area = view.visualRect(index).toRectF()
    spots = view.chips.spots(index.data(LINE_ROLE), area, is_active=True)
    spot = next(each for each in spots if each.name == name)
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot.rect.center().toPoint())


def test_the_model_of_findings_keeps_qt_s_rules(filled: Frame, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(filled.assessment.filled.findings.findings)


def test_an_empty_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(FindingsModel())


def test_findings_stand_under_their_region(filled: Frame) -> None:
    headings = filled.assessment.filled.findings.findings.headings
    assert [heading.name for heading in headings] == ["Low back", "Hip", "Procedure", "Safety"]


def test_a_procedure_shows_its_day_and_phase(filled: Frame) -> None:
    view = filled.assessment.filled.findings.findings
    line = view.line(view.index_of("proc-facet-injection-lumbar"))
    assert line is not None
    assert line.below == "2 Mar 2026, day 10: "
    assert line.below_strong


@pytest.mark.parametrize(("key", "side"), [("l", "left"), ("r", "right"), ("b", "both")])
def test_a_letter_changes_the_side(qtbot: QtBot, filled: Frame, key: str, side: str) -> None:
    choose(filled, "hp-flexor-tight")
    qtbot.keyClicks(filled.assessment.filled.findings, key)
    finding = filled.desk.work.assessment.finding("hp-flexor-tight")
    assert finding is not None
    assert finding.side == side


@pytest.mark.parametrize(("key", "grade"), [("1", "mild"), ("2", "moderate"), ("3", "severe")])
def test_a_digit_changes_the_severity(qtbot: QtBot, filled: Frame, key: str, grade: str) -> None:
    choose(filled, "hp-flexor-tight")
    qtbot.keyClicks(filled.assessment.filled.findings, key)
    finding = filled.desk.work.assessment.finding("hp-flexor-tight")
    assert finding is not None
    assert finding.grade == grade


def test_digits_count_pain_up_to_ten(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(Finding("lx-pain-local", "left"))
    choose(frame, "lx-pain-local")
    qtbot.keyClicks(frame.assessment.filled.findings, "10")
    finding = frame.desk.work.assessment.finding("lx-pain-local")
    assert finding is not None
    assert finding.value == 10


def test_a_side_where_there_is_none_is_said_and_ignored(qtbot: QtBot, filled: Frame) -> None:
    choose(filled, "lx-relief-sitting-flexion")
    with qtbot.waitSignal(filled.assessment.filled.findings.said) as said:
        qtbot.keyClicks(filled.assessment.filled.findings, "b")
    assert said.args == ["This finding has no side."]


def test_delete_removes_and_goes_on_to_the_next(qtbot: QtBot, filled: Frame) -> None:
    choose(filled, "lx-relief-sitting-flexion")
    qtbot.keyClick(filled.assessment.filled.findings, Qt.Key.Key_Delete)
    assert filled.desk.work.assessment.finding("lx-relief-sitting-flexion") is None
    filled.window.undo()
    assert filled.desk.work.assessment.finding("lx-relief-sitting-flexion") is not None


def test_the_cross_removes(qtbot: QtBot, filled: Frame) -> None:
    press_spot(qtbot, filled, "hp-flexor-tight", "remove")
    assert filled.desk.work.assessment.finding("hp-flexor-tight") is None


def test_a_chip_offers_the_sides(filled: Frame) -> None:
    menu = filled.assessment.filled.findings.chip_menu("hp-flexor-tight", "side")
    menu.actions()[0].trigger()
    finding = filled.desk.work.assessment.finding("hp-flexor-tight")
    assert finding is not None
    assert finding.side == "left"


def test_a_chip_offers_what_the_scale_counts(frame: Frame) -> None:
    frame.desk.add_finding(Finding("lx-pain-local", "left"))
    texts = [
        action.text().split("\t")[0] for action in frame.assessment.filled.findings.chip_menu("lx-pain-local", "value").actions()
    ]
    assert texts == [str(n) for n in range(11)]


def test_enter_on_a_procedure_takes_its_date(qtbot: QtBot, filled: Frame) -> None:
    choose(filled, "proc-facet-injection-lumbar")
    qtbot.keyClick(filled.assessment.filled.findings, Qt.Key.Key_Return)
    editor = filled.assessment.filled.findings.findChild(QLineEdit, "finding_editor")
    assert editor is not None
    editor.clear()
    qtbot.keyClicks(editor, "5 mar")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    expected = Finding("proc-facet-injection-lumbar", "both", on=date(2026, 3, 5))
    qtbot.waitUntil(lambda: filled.desk.work.assessment.finding(expected.code) == expected)


def test_enter_on_a_finding_takes_a_note(qtbot: QtBot, filled: Frame) -> None:
    choose(filled, "hp-flexor-tight")
    qtbot.keyClick(filled.assessment.filled.findings, Qt.Key.Key_Return)
    editor = filled.assessment.filled.findings.findChild(QLineEdit, "finding_editor")
    assert editor is not None
    qtbot.keyClicks(editor, "more on stairs <b>")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    expected = Finding("hp-flexor-tight", "both", "moderate", note="more on stairs <b>")
    qtbot.waitUntil(lambda: filled.desk.work.assessment.finding(expected.code) == expected)


def test_a_missing_side_is_asked_on_the_line(frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight"))
    view = frame.assessment.filled.findings.findings
    line = view.line(view.index_of("hp-flexor-tight"))
    assert line is not None
    assert (line.side, line.wants_side) == ("side?", True)
    assert frame.bar.state.label == "1 to answer" or not frame.desk.is_accepted


def test_headings_fold_at_their_arrow_only(qtbot: QtBot, filled: Frame) -> None:
    view = filled.assessment.filled.findings
    top = view.findings.index(0, 0)
    area = view.visualRect(top)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=area.center())
    assert view.isExpanded(top)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(area.left() + 20, area.center().y()))
    assert not view.isExpanded(view.findings.index(0, 0))
    filled.desk.set_irritability("low")
    assert not view.isExpanded(view.findings.index(0, 0))


def test_a_finding_under_the_pointer_is_marked_in_the_other_panes(qtbot: QtBot, filled: Frame) -> None:
    view = filled.assessment.filled.findings
    place = view.visualRect(view.findings.index_of("hp-flexor-tight")).center()
    with qtbot.waitSignal(filled.assessment.finding_marked) as told:
        qtbot.mouseMove(view.viewport(), place)
    assert told.args == ["hp-flexor-tight"]


def test_irritability_is_one_press(qtbot: QtBot, filled: Frame) -> None:
    qtbot.mouseClick(filled.assessment.filled.irritability.segment("high"), LEFT)
    assert filled.desk.work.assessment.irritability == "high"
    filled.window.undo()
    assert filled.assessment.filled.irritability.value is None


def test_onset_is_one_press(qtbot: QtBot, filled: Frame) -> None:
    qtbot.mouseClick(filled.assessment.filled.onset.segment("acute"), LEFT)
    assert filled.desk.work.assessment.stage == "acute"


def test_the_red_flag_strip_waits_for_an_answer(qtbot: QtBot, filled: Frame) -> None:
    strip = filled.assessment.filled.flags
    assert strip.isVisible()
    qtbot.mouseClick(strip.none_button, LEFT)
    assert filled.desk.work.assessment.red_flags_asked
    assert not strip.isVisible()


def test_the_strip_asks_the_flags_of_the_regions_at_hand(qtbot: QtBot, filled: Frame) -> None:
    strip = filled.assessment.filled.flags
    qtbot.mouseClick(strip.list_button, LEFT)
    assert "rf-cauda-equina" in strip.shown_flags
    assert all(filled.desk.library.findings[code].region in {"lumbar", "hip", "general"} for code in strip.shown_flags)


def test_a_flag_in_the_strip_stops_the_program(qtbot: QtBot, filled: Frame) -> None:
    strip = filled.assessment.filled.flags
    qtbot.mouseClick(strip.list_button, LEFT)
    qtbot.mouseClick(strip.flag_button("rf-cauda-equina"), LEFT)
    assert filled.desk.outcome.stop == "emergency"


def test_the_answer_is_taken_back_at_its_check_box(qtbot: QtBot, filled: Frame) -> None:
    filled.desk.set_red_flags_asked(True)
    press_spot(qtbot, filled, "flags", "check")
    assert not filled.desk.work.assessment.red_flags_asked


def test_add_a_precaution_lists_precautions(qtbot: QtBot, filled: Frame) -> None:
    press_spot(qtbot, filled, "no-precautions", "add")
    assert filled.assessment.search.is_open
    rows = [filled.assessment.search.model.row(n) for n in range(filled.assessment.search.model.rowCount())]
    assert rows
    assert all(row is not None and row.kind.kind == "precaution" for row in rows)  # type: ignore[union-attr]


def test_a_thing_at_home_is_one_press(qtbot: QtBot, filled: Frame) -> None:
    assert "band" not in filled.desk.home
    qtbot.mouseClick(filled.assessment.filled.home.chip("band"), LEFT)
    assert "band" in filled.desk.home


def test_the_rest_of_the_house_unfolds(qtbot: QtBot, filled: Frame) -> None:
    home = filled.assessment.filled.home
    assert not home.chip("pool").isVisible()
    qtbot.mouseClick(home.more, LEFT)
    assert home.chip("pool").isVisible()


def test_the_day_of_the_assessment_is_typed_in_place(qtbot: QtBot, filled: Frame) -> None:
    line = filled.assessment.date
    qtbot.mouseClick(line.button, LEFT)
    qtbot.keyClicks(line.field, "2 mar")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert filled.desk.work.assessment.on == date(2026, 3, 2)
    assert line.button.label == "Mon 2 Mar 2026"


def test_what_is_no_date_changes_nothing(qtbot: QtBot, filled: Frame) -> None:
    line = filled.assessment.date
    qtbot.mouseClick(line.button, LEFT)
    qtbot.keyClicks(line.field, "soon")
    with qtbot.waitSignal(line.refused):
        qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert filled.desk.work.assessment.on == date(2026, 3, 12)


@pytest.mark.parametrize(("typed", "is_taken_then"), [("1 jan 1900", True), ("1 jan 2030", False)])
def test_a_day_that_can_hardly_be_meant_is_not_taken_at_once(qtbot: QtBot, filled: Frame, typed: str, is_taken_then: bool) -> None:
    line = filled.assessment.date
    qtbot.mouseClick(line.button, LEFT)
    qtbot.keyClicks(line.field, typed)
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert filled.desk.work.assessment.on == date(2026, 3, 12)
    assert filled.window.notices.text_of("passing")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert (filled.desk.work.assessment.on == date(1900, 1, 1)) == is_taken_then


def test_a_procedure_is_not_moved_to_a_day_to_come(qtbot: QtBot, filled: Frame) -> None:
    code = "proc-facet-injection-lumbar"
    before = filled.desk.work.assessment.finding(code)
    filled.assessment.filled.findings.chips.edited.emit(code, "1 jan 2030")
    assert filled.desk.work.assessment.finding(code) == before
    assert filled.window.notices.text_of("passing") == "This date is to come: 1 Jan 2030."


def test_escape_puts_the_day_back(qtbot: QtBot, filled: Frame) -> None:
    line = filled.assessment.date
    qtbot.mouseClick(line.button, LEFT)
    qtbot.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.button.isVisible()
    assert not line.field.isVisible()


def test_the_region_of_a_fracture_is_asked(frame: Frame) -> None:
    frame.desk.add_finding(Finding("prec-acute-fracture"))
    view = frame.assessment.filled.findings
    line = view.findings.line(view.findings.index_of("prec-acute-fracture"))
    assert line is not None
    assert (line.region, line.wants_region) == ("region?", True)
    actions = {action.text(): action for action in view.chip_menu("prec-acute-fracture", "region").actions()}
    actions["Knee"].trigger()
    finding = frame.desk.work.assessment.finding("prec-acute-fracture")
    assert finding is not None
    assert finding.region == "knee"


def test_filling_the_pane_saves_nothing(frame: Frame, saves: Saves, library: object) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    count = len(saves.works)
    for _ in range(3):
        frame.signals.changed.emit()
    assert len(saves.works) == count


def test_the_pane_is_named_with_its_count(filled: Frame) -> None:
    assert filled.assessment.accessibleName() == "Assessment, 3 findings"
    assert filled.assessment.strip_state.number == "3"


def test_every_control_has_a_name(filled: Frame) -> None:
    for widget in QApplication.allWidgets():
        if filled.window.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or type(widget).__module__.startswith("PySide6"), widget


def test_a_new_assessment_asks_the_flags_again(filled: Frame) -> None:
    filled.desk.set_red_flags_asked(True)
    filled.desk.follow_up()
    assert filled.assessment.filled.flags.isVisible()
