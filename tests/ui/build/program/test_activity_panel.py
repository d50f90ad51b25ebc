"""The table of activities is changed in place, by pointer and by keys, and says what was changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.activity import ActivityChange, ActivityPlan
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.program.activity_line import ActivityLine
from ptbuilder.ui.build.program.activity_panel import ActivityPanel
from ptbuilder.ui.build.program.also_on_paper import AlsoOnPaper
from ptbuilder.ui.step_words import step_text
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import LEFT, Columns, fill

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def paper(columns: Columns) -> AlsoOnPaper:
    assert columns.program.paper is not None
    return columns.program.paper


def opened(columns: Columns) -> ActivityPanel:
    QTest.mouseClick(paper(columns).activities_chip, LEFT)
    return paper(columns).activities


def plan(columns: Columns) -> ActivityPlan:
    return columns.desk.program.activities


def type_day(line: ActivityLine, text: str, key: Qt.Key = ENTER) -> None:
    QTest.mouseClick(line.when.button, LEFT)
    QTest.keyClicks(line.when.field, text)
    QTest.keyClick(line.when.field, key)


def test_the_chip_says_how_much_is_still_to_come(taken: Columns) -> None:
    chip = paper(taken).activities_chip
    assert chip.label == "Back to daily life: 1 later"
    assert chip.accessibleName() == "Back to daily life: 1 later, printed, press to change it"
    assert paper(taken).activities.isHidden()


def test_without_a_procedure_there_is_no_chip(taken: Columns) -> None:
    opened(taken)
    taken.desk.remove_finding("proc-facet-injection-lumbar")
    assert paper(taken).activities_chip.isHidden()
    assert paper(taken).activities.isHidden()


def test_one_press_opens_the_table_and_the_next_closes_it(taken: Columns) -> None:
    panel = opened(taken)
    assert not panel.isHidden()
    assert panel.lines["short-walks"].when.button.hasFocus()
    assert "press to close it" in paper(taken).activities_chip.accessibleName()
    QTest.mouseClick(paper(taken).activities_chip, LEFT)
    assert panel.isHidden()


def test_the_whole_table_has_room(taken: Columns) -> None:
    panel = opened(taken)
    taken.qtbot.waitUntil(lambda: panel.height() >= panel.height_for(panel.width()))
    assert panel.print_box.geometry().bottom() <= panel.height()


@pytest.mark.parametrize(("typed", "day"), [("60", 60), ("25 mar", 23), ("now", 10)])
def test_a_day_is_typed_in_place(taken: Columns, typed: str, day: int) -> None:
    panel = opened(taken)
    type_day(panel.lines["sport"], typed)
    assert plan(taken).changes == (ActivityChange("sport", day=day),)
    assert panel.lines["sport"].when.button.hasFocus()
    assert panel.lines["sport"].when.button.is_changed


def test_what_is_typed_is_read_back_beside_the_field(taken: Columns) -> None:
    line = opened(taken).lines["sport"]
    QTest.mouseClick(line.when.button, LEFT)
    QTest.keyClicks(line.when.field, "25 mar")
    assert line.said.text() == "Wed 25 Mar 2026, day 23"
    assert line.how.isHidden()
    QTest.keyClick(line.when.field, ESCAPE)
    assert line.said.isHidden()
    assert plan(taken).is_usual


def test_what_cannot_be_read_stays_in_the_field(taken: Columns) -> None:
    line = opened(taken).lines["sport"]
    type_day(line, "soon")
    assert line.when.is_editing
    assert plan(taken).is_usual


def test_an_empty_day_is_the_usual_one(taken: Columns) -> None:
    panel = opened(taken)
    type_day(panel.lines["sport"], "60")
    line = panel.lines["sport"]
    QTest.mouseClick(line.when.button, LEFT)
    QTest.keyClick(line.when.field, Qt.Key.Key_Delete)
    QTest.keyClick(line.when.field, ENTER)
    assert plan(taken).is_usual
    assert line.back_button.isHidden()


def test_words_are_typed_in_place_and_taken_back(taken: Columns) -> None:
    line = opened(taken).lines["bath"]
    QTest.mouseClick(line.how.button, LEFT)
    QTest.keyClicks(line.how.field, "Warm, not hot.")
    QTest.keyClick(line.how.field, ENTER)
    assert plan(taken).change("bath").words == "Warm, not hot."
    assert line.how.button.label == "Warm, not hot."
    assert line.back_button.accessibleName() == "Bath, pool, hot tub or heat: back to the usual (Now)"
    line.back_button.setFocus()
    QTest.keyClick(line.back_button, ENTER)
    assert plan(taken).is_usual
    assert line.when.button.hasFocus()


def test_opening_and_leaving_a_value_changes_nothing(taken: Columns) -> None:
    panel = opened(taken)
    for line in panel.lines.values():
        for value in (line.when, line.how):
            QTest.mouseClick(value.button, LEFT)
            QTest.keyClick(value.field, ENTER)
    assert plan(taken).is_usual


def test_a_row_is_left_out_and_printed_again(taken: Columns) -> None:
    line = opened(taken).lines["shower"]
    assert line.hide_button.accessibleName() == "Do not print Shower"
    QTest.mouseClick(line.hide_button, LEFT)
    assert plan(taken).change("shower").is_hidden
    assert line.hide_button.accessibleName() == "Print Shower again"
    QTest.mouseClick(line.hide_button, LEFT)
    assert plan(taken).is_usual


def test_a_row_is_added_and_asks_for_its_day(taken: Columns) -> None:
    panel = opened(taken)
    QTest.mouseClick(panel.add_value.button, LEFT)
    QTest.keyClicks(panel.add_value.field, "Dancing")
    QTest.keyClick(panel.add_value.field, ENTER)
    line = panel.lines["own-1"]
    assert line.when.is_editing
    QTest.keyClicks(line.when.field, "20")
    QTest.keyClick(line.when.field, ENTER)
    assert plan(taken).changes == (ActivityChange("own-1", "Dancing", 20),)
    assert line.when.button.label == "From Sun 22 Mar"
    line.hide_button.setFocus()
    QTest.keyClick(line.hide_button, ENTER)
    assert "own-1" not in panel.lines
    assert panel.lines["sport"].hide_button.hasFocus()


def test_the_table_is_left_out_and_printed_again(taken: Columns) -> None:
    panel = opened(taken)
    assert panel.print_box.isChecked()
    QTest.mouseClick(panel.print_box, LEFT)
    assert plan(taken) == ActivityPlan(is_printed=False)
    assert "not printed" in paper(taken).activities_chip.accessibleName()
    QTest.mouseClick(panel.print_box, LEFT)
    assert plan(taken).is_usual


def test_everything_goes_back_to_the_usual_in_one_step(taken: Columns) -> None:
    panel = opened(taken)
    assert panel.back_button.isHidden()
    type_day(panel.lines["sport"], "60")
    QTest.mouseClick(panel.lines["shower"].hide_button, LEFT)
    QTest.mouseClick(panel.back_button, LEFT)
    assert plan(taken).is_usual
    taken.desk.undo()
    assert len(plan(taken).changes) == 2


def test_undo_names_the_row(taken: Columns) -> None:
    type_day(opened(taken).lines["sport"], "60")
    step = taken.desk.undo_step
    assert step is not None
    assert step_text(taken.desk.library, step) == "when to start again: Running or sport"
    taken.desk.undo()
    assert paper(taken).activities.lines["sport"].when.button.label == "Not before Tue 14 Apr"


def test_each_value_is_named_for_screen_readers(taken: Columns) -> None:
    panel = opened(taken)
    line = panel.lines["sport"]
    assert line.when.button.accessibleName() == "Running or sport, when: Not before Tue 14 Apr, press to change it"
    type_day(line, "60")
    assert line.when.button.accessibleName() == "Running or sport, when: From Fri 1 May, changed by you, press to change it"
    assert all(each.hide_button.accessibleName() for each in panel.lines.values())


def test_tab_goes_through_a_row_and_on_to_the_next(taken: Columns) -> None:
    panel = opened(taken)
    first, second = list(panel.lines.values())[:2]
    for target in (first.how.button, first.hide_button, second.when.button):
        focus = panel.window().focusWidget()
        assert focus is not None
        QTest.keyClick(focus, TAB)
        assert target.hasFocus()


def test_showing_the_table_keeps_nothing(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    fill(desk)
    columns = Columns(qtbot, desk, theme)
    opened(columns)
    assert not desk.is_accepted


def test_an_edit_of_a_draft_takes_it_in_the_same_step(draft: Columns) -> None:
    type_day(opened(draft).lines["sport"], "60")
    assert draft.desk.is_accepted
    draft.desk.undo()
    assert not draft.desk.is_accepted


def test_the_table_opens_at_a_row_and_stays_open(taken: Columns) -> None:
    taken.program.edit_activities("bath")
    panel = paper(taken).activities
    assert panel.lines["bath"].how.is_editing
    taken.program.edit_activities()
    assert not panel.isHidden()


def test_the_table_of_another_patient_starts_closed(taken: Columns) -> None:
    panel = opened(taken)
    work = taken.desk.work
    taken.desk.lay_out(replace(work, program=replace(work.program, id="another")))
    assert panel.isHidden()


def test_arrows_go_up_and_down_in_a_column(taken: Columns) -> None:
    panel = opened(taken)
    first, second = list(panel.lines.values())[:2]
    QTest.keyClick(first.when.button, Qt.Key.Key_Down)
    assert second.when.button.hasFocus()
    second.how.button.setFocus()
    QTest.keyClick(second.how.button, Qt.Key.Key_Up)
    assert first.how.button.hasFocus()
    QTest.keyClick(first.how.button, Qt.Key.Key_Up)
    assert first.how.button.hasFocus()


def test_del_leaves_a_row_out_and_again_prints_it(taken: Columns) -> None:
    line = opened(taken).lines["shower"]
    line.when.button.setFocus()
    QTest.keyClick(line.when.button, Qt.Key.Key_Delete)
    assert plan(taken).change("shower").is_hidden
    assert line.when.button.hasFocus()
    QTest.keyClick(line.when.button, Qt.Key.Key_Delete)
    assert plan(taken).is_usual


def test_escape_closes_the_table_and_gives_the_focus_back(taken: Columns) -> None:
    panel = opened(taken)
    QTest.keyClick(panel.lines["shower"].how.button, ESCAPE)
    assert panel.isHidden()
    assert paper(taken).activities_chip.hasFocus()


def test_beside_the_preview_the_name_has_a_line_of_its_own(taken: Columns) -> None:
    panel = opened(taken)
    low = panel.height_for(600)
    assert panel.height_for(300) > 1.8 * low
    panel.resize(300, panel.height_for(300))
    panel.layout().activate()
    line = panel.lines["sport"]
    line.layout().activate()
    assert line.when.y() >= line.name.geometry().bottom()
    assert line.name.width() > line.when.width()
    panel.resize(600, low)
    panel.layout().activate()
    line.layout().activate()
    assert line.when.x() > line.name.geometry().right()


def test_adding_words_is_offered_in_the_row_of_the_focus_only(taken: Columns) -> None:
    panel = opened(taken)
    empty = [line for line in panel.lines.values() if line.how.button.label == "Add words"]
    assert len(empty) > 1
    assert empty[0].how.button.accessibleName().endswith("Add words, press to change it")
    for line in empty:
        line.when.button.setFocus()
        assert [each.how.button.is_seen for each in empty] == [each is line for each in empty]


def test_adding_words_is_offered_in_the_row_of_the_pointer(taken: Columns) -> None:
    panel = opened(taken)
    line = [each for each in panel.lines.values() if each.how.button.label == "Add words"][-1]
    assert not line.how.button.is_seen
    line.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(line, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert line.how.button.is_seen
