"""A dose edited in place: by click or Enter, value by value, or typed in one go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.build.columns import LEFT, Columns
from tests.ui.conftest import Saves


def type_into(columns: Columns, part: str, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    field = columns.strip.fields[part]
    field.setFocus()
    QTest.keyClicks(field, text)
    if end is not None:
        QTest.keyClick(field, end)


def test_click_type_enter_changes_the_dose(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    assert QApplication.focusWidget() is taken.strip.fields["hold_s"]
    QTest.keyClicks(taken.strip.fields["hold_s"], "8")
    QTest.keyClick(taken.strip.fields["hold_s"], Qt.Key.Key_Return)
    assert taken.item(0).dosage.hold_s == 8
    assert not taken.program.list.is_editing
    assert taken.program.list.hasFocus()


def test_enter_on_the_row_opens_the_first_field(taken: Columns) -> None:
    taken.choose(1)
    taken.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is taken.strip.fields["sets"]


def test_the_row_grows_and_the_one_above_stays(taken: Columns) -> None:
    view = taken.program.list
    above = view.visualRect(view.rows.index(0))
    before = view.visualRect(view.rows.index(1)).height()
    taken.press_part(1, "dose:reps")
    assert view.visualRect(view.rows.index(0)) == above
    assert view.visualRect(view.rows.index(1)).height() > before + 40
    assert view.visualRect(view.rows.index(1)).contains(taken.strip.geometry())


def test_escape_restores_what_was_there(taken: Columns, saves: Saves) -> None:
    before, count = taken.item(0).dosage, len(saves.works)
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "9", None)
    QTest.keyClick(taken.strip.fields["hold_s"], Qt.Key.Key_Escape)
    assert taken.item(0).dosage == before
    assert len(saves.works) == count
    assert not taken.program.list.is_editing


def test_escape_also_restores_values_that_were_finished(taken: Columns) -> None:
    before = taken.item(0).dosage
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "9", Qt.Key.Key_Tab)
    assert taken.item(0).dosage.hold_s == 9
    QTest.keyClick(taken.strip.fields["rest_s"], Qt.Key.Key_Escape)
    assert taken.item(0).dosage == before


def test_each_finished_value_is_one_undo_step(taken: Columns) -> None:
    before = taken.item(0).dosage
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "9", Qt.Key.Key_Tab)
    type_into(taken, "rest_s", "35")
    taken.desk.undo()
    assert (taken.item(0).dosage.hold_s, taken.item(0).dosage.rest_s) == (9, before.rest_s)
    taken.desk.undo()
    assert taken.item(0).dosage == before


def test_up_and_down_change_the_value(taken: Columns) -> None:
    before = taken.item(0).dosage.hold_s
    taken.press_part(0, "dose:hold_s")
    field = taken.strip.fields["hold_s"]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
    assert taken.item(0).dosage.hold_s == before + 1


def test_a_whole_dose_can_be_typed_into_the_first_field(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_Return)
    QTest.keyClicks(taken.strip.fields["sets"], "3x12 h7 r15 1/d")
    assert taken.strip.fields["hold_s"].value() == 7
    QTest.keyClick(taken.strip.fields["sets"], Qt.Key.Key_Return)
    dosage = taken.item(0).dosage
    assert (dosage.sets, dosage.reps, dosage.hold_s, dosage.rest_s, dosage.per_day) == (3, 12, 7, 15, 1)
    taken.desk.undo()
    assert taken.item(0).dosage.hold_s == 5


@pytest.mark.parametrize("text", ["3x", "h", "2/", "3x10 q"])
def test_a_half_typed_dose_changes_nothing_more_than_its_number(taken: Columns, text: str) -> None:
    before = taken.item(0).dosage
    taken.choose(0)
    taken.key(Qt.Key.Key_Return)
    type_into(taken, "sets", text)
    assert taken.item(0).dosage.hold_s == before.hold_s
    assert taken.item(0).dosage.rest_s == before.rest_s


def test_meters_move_while_typing(taken: Columns) -> None:
    meter = taken.program.foot.minutes
    before = meter.accessibleName()
    taken.press_part(0, "dose:per_day")
    type_into(taken, "hold_s", "12", None)
    assert meter.accessibleName() != before
    assert round(taken.desk.stage.session_minutes) == int(before.split()[0])
    QTest.keyClick(taken.strip.fields["hold_s"], Qt.Key.Key_Escape)
    assert meter.accessibleName() == before


def test_the_usual_range_is_said_and_values_beyond_it_stay_possible(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    field = taken.strip.fields["hold_s"]
    assert "usual 2 to 10" in field.accessibleName()
    QTest.keyClicks(field, "30")
    assert field.property("unusual")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken.item(0).dosage.hold_s == 30
    assert "hold_s" in taken.desk.rows[0].outside


def test_going_elsewhere_finishes_the_value(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "7", None)
    taken.right.suggested.list.setFocus()
    assert taken.item(0).dosage.hold_s == 7
    assert not taken.program.list.is_editing


def test_opening_another_row_closes_the_first(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "7", None)
    taken.press_part(1, "dose:reps")
    assert taken.item(0).dosage.hold_s == 7
    assert taken.strip.identifier == taken.item(1).id


def test_a_draft_is_taken_by_the_first_finished_value(draft: Columns) -> None:
    draft.press_part(0, "dose:hold_s")
    assert not draft.desk.is_accepted
    type_into(draft, "hold_s", "8")
    assert draft.desk.is_accepted
    assert draft.item(0).dosage.hold_s == 8
    draft.desk.undo()
    assert not draft.desk.is_accepted
    assert draft.item(0).dosage.hold_s == 5


def test_looking_at_a_draft_s_dose_changes_nothing(draft: Columns, saves: Saves) -> None:
    count = len(saves.works)
    draft.press_part(0, "dose:hold_s")
    QTest.keyClick(draft.strip.fields["hold_s"], Qt.Key.Key_Return)
    assert not draft.desk.is_accepted
    assert len(saves.works) == count


def test_undo_elsewhere_shows_in_the_open_strip(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "9", Qt.Key.Key_Tab)
    taken.desk.undo()
    assert taken.strip.fields["hold_s"].value() == 5


def test_minutes_are_edited_for_what_is_done_by_time(taken: Columns) -> None:
    taken.desk.add_exercise("gn-walk-short")
    place = taken.names.index("gn-walk-short")
    taken.press_part(place, "dose:minutes")
    assert list(taken.strip.fields) == ["minutes", "per_day", "per_week"]
    type_into(taken, "minutes", "15")
    assert taken.item(place).dosage.minutes == 15


def test_the_row_that_is_edited_can_be_removed_from_elsewhere(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    taken.desk.remove(taken.item(0).id)
    assert not taken.program.list.is_editing


def test_a_click_on_another_value_goes_there(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    taken.press_part(0, "dose:reps")
    assert QApplication.focusWidget() is taken.strip.fields["reps"]


def test_a_press_on_a_button_elsewhere_takes_what_was_typed(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "8", None)
    QTest.mouseClick(taken.right.suggested.why_not_button, LEFT)
    assert taken.item(0).dosage.hold_s == 8


def test_a_key_with_ctrl_takes_what_was_typed(taken: Columns) -> None:
    taken.press_part(0, "dose:hold_s")
    type_into(taken, "hold_s", "8", None)
    QTest.keyClick(taken.strip.fields["hold_s"], Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert taken.item(0).dosage.hold_s == 8


@pytest.mark.parametrize(
    ("part", "typed", "said"),
    [
        ("sets", "0", "At least 1 set"),
        ("reps", "9999", "At most 200 repetitions"),
        ("per_week", "8", "At most 7 days a week"),
        ("sets", "99x99", "At most 20 sets"),
        ("sets", "3x0", "At least 1 repetition"),
        ("sets", "3x10 h", "“3x10 h” cannot be read. Type a dose such as 3x10 h8 r20 2/d."),
    ],
)
def test_what_is_no_dose_is_said_and_stays_to_be_mended(taken: Columns, part: str, typed: str, said: str) -> None:
    before = taken.item(0).dosage
    taken.press_part(0, "dose:sets")
    type_into(taken, part, typed)
    assert taken.strip._hint.accessibleName() == said
    assert taken.program.list.is_editing
    assert taken.strip.fields[part].lineEdit().text() == typed
    assert taken.item(0).dosage == before


def test_a_number_that_does_not_fit_is_put_back_with_a_word_when_the_field_is_left(taken: Columns) -> None:
    before = taken.item(0).dosage
    taken.press_part(0, "dose:sets")
    type_into(taken, "sets", "0", None)
    assert taken.strip._hint.accessibleName() == "At least 1 set"
    taken.strip.fields["reps"].setFocus()
    assert taken.program.undo_line.text == "At least 1 set"
    assert taken.strip.fields["sets"].value() == before.sets
    assert taken.item(0).dosage == before
