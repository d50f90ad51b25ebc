"""Findings are typed: letters, side and severity in one line; Enter adds and the field stays open."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.build.assessment.finding_rows import ROW_ROLE, CommandRow, FindingRow, FindingRowsModel
from tests.ui.conftest import Frame

LEFT = Qt.MouseButton.LeftButton


def type_line(qtbot: QtBot, frame: Frame, line: str) -> None:
    frame.assessment.focus_first()
    qtbot.keyClicks(frame.assessment.field, line)


def enter(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(frame.assessment.field, Qt.Key.Key_Return)


def marked(frame: Frame) -> FindingRow:
    row = frame.assessment.search.model.row(frame.assessment.search.popup.marked_place)
    assert isinstance(row, FindingRow)
    return row


def test_one_line_adds_a_finding_with_side_and_severity(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl b2")
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings == (Finding("hp-flexor-tight", "both", "moderate"),)
    assert frame.assessment.field.text() == ""
    assert frame.assessment.field.hasFocus()


def test_the_list_opens_at_the_first_letter(qtbot: QtBot, frame: Frame) -> None:
    assert not frame.assessment.search.is_open
    type_line(qtbot, frame, "h")
    assert frame.assessment.search.is_open
    assert frame.assessment.search.model.rowCount() <= 8


def test_side_and_severity_show_at_once_in_the_marked_line(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl l3")
    assert (marked(frame).finding.side, marked(frame).finding.grade) == ("left", "severe")
    assert "l = left" in frame.assessment.search.popup.head.text()


def test_a_finding_graded_by_words_is_moderate_unless_typed(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl")
    assert marked(frame).finding.grade == "moderate"


def test_arrows_choose_another_line(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl")
    first = marked(frame).kind.code
    qtbot.keyClick(frame.assessment.field, Qt.Key.Key_Down)
    second = marked(frame).kind.code
    assert second != first
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings[0].code == second


def test_up_stays_at_the_first_line(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl")
    qtbot.keyClick(frame.assessment.field, Qt.Key.Key_Up)
    assert frame.assessment.search.popup.marked_place == 0


def test_escape_clears_then_closes(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip")
    qtbot.keyClick(frame.assessment.field, Qt.Key.Key_Escape)
    assert frame.assessment.field.text() == ""
    assert not frame.assessment.search.is_open
    assert frame.assessment.field.hasFocus()


def test_a_finding_that_is_there_is_marked_and_changed(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    type_line(qtbot, frame, "hip fl l")
    assert marked(frame).is_present
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings == (Finding("hp-flexor-tight", "left", "moderate"),)


def test_a_side_where_there_is_none_is_ignored_and_said(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "better when sitting b")
    assert marked(frame).ignored == ("This finding has no side.",)
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings == (Finding("lx-relief-sitting-flexion"),)


def test_the_marked_line_says_what_the_finding_would_do(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl b2")
    runs = frame.assessment.search.popup.delegate.effect_runs(marked(frame))
    assert "joins the program" in "".join(run.text for run in runs)


def test_the_marked_line_warns_of_a_stop(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "saddle")
    assert marked(frame).stops


def test_a_date_is_read_from_the_line(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "lumbar facet injection b 10d")
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings[0].on == date(2026, 3, 2)


def refusals(frame: Frame) -> list[str]:
    said: list[str] = []
    frame.signals.refused.connect(said.append)
    return said


def test_a_date_to_come_is_refused(qtbot: QtBot, frame: Frame) -> None:
    said = refusals(frame)
    type_line(qtbot, frame, "lumbar facet injection b 1 jan 2030")
    enter(qtbot, frame)
    enter(qtbot, frame)
    assert said == ["This date is to come: 1 Jan 2030."] * 2
    assert frame.desk.work.assessment.findings == ()
    assert frame.assessment.field.text()


def test_a_date_long_ago_is_asked_back_once(qtbot: QtBot, frame: Frame) -> None:
    said = refusals(frame)
    type_line(qtbot, frame, "lumbar facet injection b 1 jan 1900")
    enter(qtbot, frame)
    assert said == ["1 Jan 1900 is 126 years ago. Enter it again if it is right."]
    assert frame.desk.work.assessment.findings == ()
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings[0].on == date(1900, 1, 1)


def test_a_date_that_has_no_place_is_said_where_it_is_seen(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl b2 4 mar")
    enter(qtbot, frame)
    assert frame.desk.work.assessment.findings[0].grade == "moderate"
    assert frame.window.notices.text_of("passing").endswith("added. Only a procedure has a date.")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("irr mod", "irritability", "moderate"),
        ("rf none", "red_flags_asked", True),
        ("acute", "stage", "acute"),
    ],
)
def test_the_line_takes_commands(qtbot: QtBot, frame: Frame, line: str, field: str, value: object) -> None:
    frame.desk.add_finding(Finding("lx-relief-sitting-flexion"))
    type_line(qtbot, frame, line)
    assert isinstance(frame.assessment.search.model.row(0), CommandRow)
    enter(qtbot, frame)
    assert getattr(frame.desk.work.assessment, field) == value


def test_the_line_puts_a_thing_into_the_house(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "home band")
    enter(qtbot, frame)
    assert "band" in frame.desk.home


def test_nothing_found_says_what_to_do(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "xqzw")
    assert frame.assessment.search.popup.nothing.text() == 'Nothing matches "xqzw". Try fewer letters, or click the body.'


def test_a_press_on_a_side_types_it(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl")
    popup = frame.assessment.search.popup
    index = popup.view.model().index(0, 0)
    area = popup.view.visualRect(index).toRectF()
    left = next(each for each in popup.delegate.segments(index.data(ROW_ROLE), area) if each.value == "left")
    qtbot.mouseClick(popup.view.viewport(), LEFT, pos=left.rect.center().toPoint())
    assert frame.assessment.field.text() == "hip fl l"
    assert marked(frame).finding.side == "left"


def test_a_press_on_the_marked_line_adds_it(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl")
    popup = frame.assessment.search.popup
    area = popup.view.visualRect(popup.view.model().index(0, 0))
    qtbot.mouseClick(popup.view.viewport(), LEFT, pos=area.topLeft() + area.topLeft().__class__(200, 10))
    assert frame.desk.work.assessment.findings[0].code == "hp-flexor-tight"


def test_leaving_the_field_closes_the_list(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip")
    frame.window.footer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.window.footer.setFocus()
    assert not frame.assessment.search.is_open


def test_a_part_of_the_body_lists_its_findings(qtbot: QtBot, frame: Frame) -> None:
    qtbot.mouseClick(frame.assessment.field.map_button, LEFT)
    popup = frame.assessment.search.popup
    qtbot.mouseClick(popup.body_map.part("knee"), LEFT)
    rows = [frame.assessment.search.model.row(n) for n in range(frame.assessment.search.model.rowCount())]
    assert len(rows) == 11
    assert all(isinstance(row, FindingRow) and row.kind.region == "knee" for row in rows)
    assert popup.map_head.text() == "Knee, 11 findings"


def test_letters_search_inside_the_chosen_part(qtbot: QtBot, frame: Frame) -> None:
    frame.assessment.search.show_region("hip")
    type_line(qtbot, frame, "weak")
    rows = [frame.assessment.search.model.row(n) for n in range(frame.assessment.search.model.rowCount())]
    assert rows
    assert all(isinstance(row, FindingRow) and row.kind.region == "hip" for row in rows)
    qtbot.mouseClick(frame.assessment.search.popup.show_all, LEFT)
    assert any(isinstance(row, FindingRow) and row.kind.region != "hip" for row in frame.assessment.search.model._rows)


def test_the_list_stays_inside_the_window(qtbot: QtBot, frame: Frame) -> None:
    frame.window.resize(1024, 640)
    type_line(qtbot, frame, "hip")
    popup = frame.assessment.search.popup
    assert frame.window.rect().contains(popup.geometry())


def test_rows_keep_qt_s_rules(qtbot: QtBot, frame: Frame, qtmodeltester: ModelTester) -> None:
    type_line(qtbot, frame, "hip")
    qtmodeltester.check(frame.assessment.search.model)


def test_an_empty_list_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(FindingRowsModel())


def test_typing_alone_changes_nothing(qtbot: QtBot, frame: Frame) -> None:
    before = frame.desk.work
    type_line(qtbot, frame, "hip fl b2")
    assert frame.desk.work is before


def test_undo_in_an_empty_field_is_the_desk_s(qtbot: QtBot, frame: Frame) -> None:
    type_line(qtbot, frame, "hip fl b2")
    enter(qtbot, frame)
    qtbot.keyClick(frame.assessment.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert frame.desk.work.assessment.is_empty
