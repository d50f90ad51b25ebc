"""Lines above the program, and the next visit below it: each is one press and one undo."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from tests.ui.build.columns import EARLY, LEFT, Columns


def add_fracture(columns: Columns) -> None:
    columns.desk.add_finding(Finding("prec-acute-fracture", "left", region="lumbar"))


def test_nothing_is_offered_while_all_fits(taken: Columns) -> None:
    assert taken.program.offers.isHidden()


def test_one_press_adapts_the_program_and_one_undo_brings_it_back(qtbot: QtBot, taken: Columns) -> None:
    add_fracture(taken)
    line = taken.program.offers.adapt_line
    assert line.isVisible()
    before = taken.names
    count = len(taken.desk.unfitting)
    assert line.label.text() == f"{count} exercises do not fit the new findings."
    qtbot.mouseClick(line.button, LEFT)
    assert taken.names != before
    assert taken.desk.unfitting == ()
    assert not line.isVisible()
    assert taken.program.list.hasFocus()
    qtbot.keyClick(taken.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken.names == before
    assert line.isVisible()


def test_the_line_is_reached_and_pressed_by_keys(qtbot: QtBot, taken: Columns) -> None:
    add_fracture(taken)
    button = taken.program.offers.adapt_line.button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert taken.desk.unfitting == ()


def test_an_early_exercise_added_by_hand_offers_no_adapting(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    assert any(row.obstacles for row in taken.desk.rows)
    assert taken.program.offers.isHidden()


def test_a_missing_region_is_asked_for_above_the_program_and_nothing_is_adapted(qtbot: QtBot, taken: Columns) -> None:
    taken.desk.add_finding(Finding("prec-acute-fracture", "left"))
    offers = taken.program.offers
    assert offers.region_line.isVisible()
    assert not offers.adapt_line.isVisible()
    with qtbot.waitSignal(offers.region_asked):
        qtbot.mouseClick(offers.region_line.button, LEFT)
    add_fracture(taken)
    assert not offers.region_line.isVisible()
    assert offers.adapt_line.isVisible()


def test_a_planned_stage_is_started_from_its_line(qtbot: QtBot, taken: Columns) -> None:
    assert not taken.program.offers.start_line.isVisible()
    taken.program.next_stage()
    line = taken.program.offers.start_line
    assert line.isVisible()
    assert "wait for the therapist" in line.label.text()
    qtbot.mouseClick(line.button, LEFT)
    assert taken.desk.stage.state == "active"
    assert taken.desk.work.stage == 1
    assert not line.isVisible()
    taken.desk.undo()
    assert taken.desk.stage.state == "planned"


def test_stages_of_a_draft_cannot_be_started(draft: Columns) -> None:
    draft.program.next_stage()
    assert draft.program.offers.isHidden()


def open_visit(qtbot: QtBot, columns: Columns) -> QWidget:
    assert columns.program.paper is not None
    visit = columns.program.paper.visit
    columns.program.list.scrollToBottom()
    qtbot.mouseClick(visit.chip, LEFT)
    assert visit.field.hasFocus()
    return visit.field


@pytest.mark.parametrize(("typed", "day"), [("26 mar 10:30", "Thu 26 March, 10:30"), ("+14", "Thu 26 March")])
def test_the_next_visit_is_typed_in_one_field(qtbot: QtBot, taken: Columns, typed: str, day: str) -> None:
    field = open_visit(qtbot, taken)
    qtbot.keyClicks(field, typed)
    assert taken.program.paper is not None
    visit = taken.program.paper.visit
    assert visit.words.text() == day
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert visit.chip.label == f"Next visit: {day}"
    assert visit.chip.hasFocus()
    taken.desk.undo()
    assert taken.desk.program.next_visit is None
    assert visit.chip.label == "Next visit"


def test_what_is_no_day_stays_in_the_field_until_esc(qtbot: QtBot, taken: Columns) -> None:
    field = open_visit(qtbot, taken)
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()
    assert field.property("unusual")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert taken.desk.program.next_visit is None


def test_leaving_the_field_takes_what_was_typed(qtbot: QtBot, taken: Columns) -> None:
    field = open_visit(qtbot, taken)
    qtbot.keyClicks(field, "+7 9:15")
    qtbot.mouseClick(taken.program.list.viewport(), LEFT)
    assert taken.desk.program.next_visit == datetime(2026, 3, 19, 9, 15)


def test_del_takes_the_visit_out(qtbot: QtBot, taken: Columns) -> None:
    taken.desk.set_next_visit(datetime(2026, 3, 26, 10, 30))
    assert taken.program.paper is not None
    chip = taken.program.paper.visit.chip
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert taken.desk.program.next_visit is None
