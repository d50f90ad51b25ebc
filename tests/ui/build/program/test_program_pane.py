"""The program by keys and by pointer: each press is one action of the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.program.program_row import ProgramRowLayout, RowStyle
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import AGAINST, EARLY, LEFT, Columns, fill
from tests.ui.build.program.test_program_model import dropped
from tests.ui.conftest import Saves

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_filling_the_columns_saves_nothing(qtbot: QtBot, desk: Desk, theme: Theme, saves: Saves) -> None:
    fill(desk)
    desk.accept()
    desk.add_exercise(EARLY)
    before = len(saves.works)
    columns = Columns(qtbot, desk, theme)
    for tab in ("library", "preview", "suggested"):
        columns.right.open_tab(tab)
    columns.signals.changed.emit()
    assert len(saves.works) == before


def test_ctrl_enter_takes_the_suggestion(draft: Columns) -> None:
    suggested = draft.names
    draft.program.list.setFocus()
    QTest.keyClick(draft.program.list, Qt.Key.Key_Return, CTRL)
    assert draft.desk.is_accepted
    assert draft.names == suggested
    assert draft.program.foot.take_button.isHidden()


def test_the_button_takes_the_suggestion_in_one_step(draft: Columns) -> None:
    assert draft.program.foot.take_button.label == "Use these 4"
    QTest.mouseClick(draft.program.foot.take_button, LEFT)
    assert draft.desk.is_accepted
    draft.desk.undo()
    assert not draft.desk.is_accepted


def test_editing_a_draft_takes_it_in_the_same_step(draft: Columns) -> None:
    draft.choose(3)
    draft.key(Qt.Key.Key_S)
    assert draft.desk.is_accepted
    assert draft.item(3).side == "left"
    draft.desk.undo()
    assert not draft.desk.is_accepted
    assert draft.item(3).side == "both"


def test_arrows_skip_lines_that_are_no_exercises(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    taken.choose(taken.names.index(EARLY))
    taken.key(Qt.Key.Key_Down)
    line = taken.program.list.current_line
    assert line is not None
    assert line.number == taken.names.index(EARLY) + 2


def test_alt_arrows_move_the_row_and_it_stays_chosen(taken: Columns) -> None:
    identifier = taken.choose(2)
    taken.key(Qt.Key.Key_Up, ALT)
    taken.key(Qt.Key.Key_Up, ALT)
    taken.key(Qt.Key.Key_Up, ALT)
    assert taken.desk.stage.index(identifier) == 0
    assert taken.program.chosen_prescription == identifier
    taken.key(Qt.Key.Key_Down, ALT)
    assert taken.desk.stage.index(identifier) == 1


def test_a_drop_on_the_list_moves_the_row(taken: Columns) -> None:
    view, identifier = taken.program.list, taken.item(0).id
    rect = view.visualRect(view.rows.index(2))
    at = QPointF(rect.center().x(), rect.bottom() - 3)
    data = dropped(identifier)  # the event does not own it
    view.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, LEFT, Qt.KeyboardModifier.NoModifier))
    assert taken.desk.stage.index(identifier) == 2


def test_delete_removes_and_the_line_takes_it_back(taken: Columns) -> None:
    before = taken.names
    taken.choose(1)
    taken.key(Qt.Key.Key_Delete)
    assert taken.names == [before[0], *before[2:]]
    assert not taken.program.undo_line.isHidden()
    assert taken.program.list.hasFocus()
    assert taken.program.chosen_prescription == taken.item(1).id
    QTest.mouseClick(taken.program.undo_line.findChild(QAbstractButton), LEFT)
    assert taken.names == before
    assert taken.program.undo_line.isHidden()


def test_the_undo_line_goes_with_the_next_change(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_Delete)
    taken.desk.cycle_side(taken.item(2).id)
    assert taken.program.undo_line.isHidden()


def test_removing_the_last_row_chooses_the_one_before(taken: Columns) -> None:
    taken.choose(3)
    taken.key(Qt.Key.Key_Delete)
    assert taken.program.chosen_prescription == taken.item(2).id


def test_plus_and_minus_swap_for_the_neighbour(taken: Columns) -> None:
    place = next(n for n, row in enumerate(taken.desk.rows) if row.harder and not taken.desk.stage.has(row.harder))
    row = taken.desk.rows[place]
    taken.choose(place)
    taken.key(Qt.Key.Key_Plus)
    assert taken.names[place] == row.harder
    if taken.desk.rows[place].easier == row.exercise.code:
        taken.key(Qt.Key.Key_Minus)
        assert taken.names[place] == row.exercise.code


def test_s_goes_through_the_sides(taken: Columns) -> None:
    taken.choose(3)
    sides = []
    for _ in range(3):
        taken.key(Qt.Key.Key_S)
        sides.append(taken.item(3).side)
    assert sides == ["left", "right", "both"]


def test_a_click_on_the_side_goes_on_too(taken: Columns) -> None:
    taken.press_part(3, "dose:side")
    assert taken.item(3).side == "left"


def test_n_writes_a_note(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_N)
    QTest.keyClicks(taken.note.field, "Slowly")
    QTest.keyClick(taken.note.field, Qt.Key.Key_Return)
    assert taken.item(0).note == "Slowly"
    assert not taken.program.list.is_editing
    assert taken.program.list.hasFocus()


def test_escape_leaves_the_note_as_it_was(taken: Columns) -> None:
    taken.desk.set_note(taken.item(0).id, "Slowly")
    taken.choose(0)
    taken.key(Qt.Key.Key_N)
    QTest.keyClicks(taken.note.field, " and more")
    QTest.keyClick(taken.note.field, Qt.Key.Key_Escape)
    assert taken.item(0).note == "Slowly"
    assert not taken.program.list.is_editing


def test_the_cross_removes(taken: Columns) -> None:
    before = taken.names
    taken.choose(1)
    taken.press_part(1, "remove")
    assert taken.names == [before[0], *before[2:]]


def test_stages_show_their_dates_and_ctrl_tab_goes_on(taken: Columns) -> None:
    tabs = taken.program.stages.tabs
    assert [tab.accessibleName().rpartition(", ")[2] for tab in tabs] == ["days 8–14", "17 Mar to 13 Apr", "from 14 Apr"]
    taken.actions["next_stage"].trigger()
    assert taken.desk.work.stage == 1
    assert tabs[1].isChecked()
    taken.actions["next_stage"].trigger()
    taken.actions["next_stage"].trigger()
    assert taken.desk.work.stage == 0


def test_a_tab_shows_its_stage(taken: Columns) -> None:
    QTest.mouseClick(taken.program.stages.tabs[2], LEFT)
    assert taken.desk.work.stage == 2
    assert [line.row.exercise.code for line in taken.program.list.rows.lines if line.row] == taken.names


def test_a_stage_can_be_added(taken: Columns) -> None:
    QTest.mouseClick(taken.program.stages.add_button, LEFT)
    assert len(taken.program.stages.tabs) == 4
    assert taken.desk.work.stage == 3


def test_the_phase_can_be_set_by_hand(taken: Columns) -> None:
    assert taken.program.phase.label.text().startswith("Days 8 to 14 after the injection:")
    action = next(each for each in taken.program.phase.menu().actions() if each.text() == "Strengthen")
    action.trigger()
    assert taken.desk.work.assessment.phase == "P3"
    assert taken.program.phase.label.text().startswith("Phase set by hand:")


def test_topics_are_added_by_menu_and_left_out_by_a_press(taken: Columns) -> None:
    paper = taken.program.paper
    assert paper is not None
    action = paper.menu().actions()[0]
    action.trigger()
    added = taken.desk.program.education[-1]
    QTest.mouseClick(paper.chips[added], LEFT)
    assert added not in taken.desk.program.education


def test_safety_topics_stay(taken: Columns) -> None:
    paper = taken.program.paper
    assert paper is not None
    QTest.mouseClick(paper.chips["edu-seek-help"], LEFT)
    assert "edu-seek-help" in taken.desk.program.education


def test_grouping_is_offered_only_where_it_changes_something(taken: Columns) -> None:
    paper = taken.program.paper
    assert paper is not None
    assert paper.group_button.isHidden()
    before = taken.names
    taken.desk.move(taken.item(3).id, 0)
    assert not paper.group_button.isHidden()
    QTest.mouseClick(paper.group_button, LEFT)
    assert taken.names == before


def test_a_note_for_the_patient_stands_above(taken: Columns) -> None:
    QTest.mouseClick(taken.program.head.message_button, LEFT)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Start slowly.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken.desk.program.messages == ("Start slowly.",)
    assert taken.program.head.message_button.isHidden()


def test_the_pane_says_how_much_it_is(taken: Columns) -> None:
    minutes = round(taken.desk.stage.day_minutes)
    assert taken.program.accessibleName() == f"Program, 4 exercises, {minutes} minutes a day"


def test_hovering_a_finding_marks_what_it_leads_to(taken: Columns) -> None:
    taken.program.mark_finding("hp-flexor-tight")
    assert taken.program.list.looks.marked == "hp-flexor-tight"


@pytest.mark.parametrize("code", [EARLY, AGAINST])
def test_the_first_open_question_gets_the_focus(taken: Columns, code: str) -> None:
    taken.desk.add_exercise(code)
    assert taken.program.answer_first()
    line = taken.precaution(code)
    assert line.isAncestorOf(QApplication.focusWidget())


def test_without_an_open_question_there_is_nothing_to_answer(taken: Columns) -> None:
    assert not taken.program.answer_first()


def test_what_is_to_be_minded_is_said_once(taken: Columns) -> None:
    assert taken.program.mind.isHidden()
    taken.desk.add_finding(Finding("prec-osteoporosis"))
    assert len(taken.program.mind.texts) == len(set(taken.program.mind.texts)) > 0
    assert not taken.program.mind.isHidden()


def test_space_shows_larger_pictures(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_Space)
    assert taken.program.list.looks.style.is_large


def test_large_text_leaves_signs_in_the_head_and_room_for_the_words_of_a_row(taken: Columns, theme: Theme) -> None:
    pane = taken.program
    assert pane.head.templates_button.label == "Templates"
    theme.set_text_size(200)
    assert (pane.head.templates_button.label, pane.head.message_button.label) == ("", "")
    assert (pane.head.templates_button.accessibleName(), pane.head.message_button.accessibleName()) == (
        "Templates",
        "Note for patient",
    )
    assert pane.head.templates_button.toolTip() == "Templates"


@pytest.mark.parametrize(("text_size", "width", "pictures"), [(100, 460, 2), (150, 460, 1), (150, 600, 2), (100, 400, 1)])
def test_a_row_shows_as_many_pictures_as_leave_room_for_its_words(
    taken: Columns, theme: Theme, text_size: int, width: int, pictures: int
) -> None:
    theme.set_text_size(text_size)
    taken.choose(0)
    line = taken.program.list.current_line
    assert line is not None
    row = ProgramRowLayout(theme, taken.desk.library, line, width, RowStyle(has_pictures=True))
    assert len(row.pictures) == pictures


def test_arrows_move_between_stages(taken: Columns) -> None:
    tabs = taken.program.stages.tabs
    tabs[0].setFocus()
    QTest.keyClick(tabs[0], Qt.Key.Key_Right)
    assert taken.desk.work.stage == 1
    assert tabs[1].hasFocus()


def test_where_nothing_is_harder_the_foot_says_so_until_the_next_act(qtbot: QtBot, taken: Columns) -> None:
    place = next(place for place, row in enumerate(taken.desk.rows) if row.harder is None)
    name = taken.desk.library.exercises[taken.names[place]].name["en"]
    taken.choose(place)
    refused: list[str] = []
    taken.signals.refused.connect(refused.append)
    taken.key(Qt.Key.Key_Plus)
    line = taken.program.undo_line
    assert line.text == f"The library has no harder exercise than {name}."
    assert line.isVisible()
    assert refused == []
    qtbot.waitUntil(lambda: not line.is_fresh)
    taken.choose(1 if place == 0 else 0)
    assert not line.isVisible()
    assert line.parentWidget().isHidden()


def test_the_offer_to_undo_leaves_no_room_behind(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_Delete)
    taken.program.undo_line.dismiss()
    assert taken.program.undo_line.parentWidget().isHidden()
