"""A precaution answered by key: another exercise, a later stage, or a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.build.columns import AGAINST, EARLY, LEFT, Columns


def test_it_says_what_why_and_from_when(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    line = taken.precaution(EARLY)
    assert line.text.text() == "Precaution: early for Bird dog. Its stage is Strengthen, from 17 March."
    assert line.swap_button.label == "Swap: Arm reach on hands and knees"
    assert line.later_button.label == "Move to Strengthen"


def test_a_rule_against_a_movement_names_the_movement_and_the_finding(taken: Columns) -> None:
    taken.desk.add_exercise(AGAINST)
    text = taken.precaution(AGAINST).text.text()
    assert "End-range low-back extension" in text
    assert "Because of Worse with standing, walking or arching backward" in text


def test_many_rules_are_one_question(taken: Columns) -> None:
    taken.desk.add_exercise(AGAINST)
    assert len(taken.desk.open_questions) == 1
    assert sum(line.kind == "precaution" for line in taken.program.list.rows.lines) == 1


def test_the_easier_one_takes_its_place(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    place = taken.names.index(EARLY)
    QTest.mouseClick(taken.precaution(EARLY).swap_button, LEFT)
    assert taken.names[place] == "lx-quad-arm-reach"
    assert not taken.desk.open_questions


def test_it_can_wait_for_its_stage(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    QTest.mouseClick(taken.precaution(EARLY).later_button, LEFT)
    assert EARLY not in taken.names
    assert taken.desk.program.stages[1].has(EARLY)
    taken.desk.undo()
    assert EARLY in taken.names


def test_a_ready_reason_is_one_key(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    assert taken.program.answer_first()
    line = taken.precaution(EARLY)
    line.keep_button.setFocus()
    QTest.keyClick(line.keep_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line.entry.field
    QTest.keyClick(line.entry.field, Qt.Key.Key_2)
    notes = next(item for item in taken.desk.stage.prescriptions if item.exercise == EARLY).overrides
    assert [(note.reason, note.by) for note in notes] == [("Done before without pain", "Dana Sample, PT")]
    assert not taken.desk.open_questions
    assert taken.program.list.hasFocus()


def test_own_words_are_kept_with_name_and_time(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    line = taken.precaution(EARLY)
    line.ask_reason()
    QTest.keyClicks(line.entry.field, "Does it at the gym")
    QTest.keyClick(line.entry.field, Qt.Key.Key_Return)
    kept = taken.precaution(EARLY, "kept")
    assert kept.text.text() == 'Kept early: "Does it at the gym" Dana Sample, PT 14:02.'


def test_digits_can_stand_in_own_words(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    line = taken.precaution(EARLY)
    line.ask_reason()
    QTest.keyClicks(line.entry.field, "Week 2")
    assert line.entry.field.text() == "Week 2"
    assert taken.desk.open_questions


def test_one_reason_answers_all_rules_against_an_exercise(taken: Columns) -> None:
    taken.desk.add_exercise(AGAINST)
    line = taken.precaution(AGAINST)
    line.ask_reason()
    QTest.keyClick(line.entry.field, Qt.Key.Key_1)
    item = next(each for each in taken.desk.stage.prescriptions if each.exercise == AGAINST)
    assert len(item.overrides) == 3
    assert sum(each.kind == "kept" for each in taken.program.list.rows.lines) == 1


def test_escape_goes_back_to_the_ways_out(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    line = taken.precaution(EARLY)
    line.ask_reason()
    QTest.keyClicks(line.entry.field, "well")
    QTest.keyClick(line.entry.field, Qt.Key.Key_Escape)
    assert not line.is_asking
    assert taken.desk.open_questions
    assert line.keep_button.hasFocus()


def test_a_kept_reason_can_be_changed(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY, "Agreed with the doctor")
    line = taken.precaution(EARLY, "kept")
    QTest.mouseClick(line.change_button, LEFT)
    assert line.entry.field.text() == "Agreed with the doctor"
    QTest.keyClicks(line.entry.field, "Tested today")
    QTest.keyClick(line.entry.field, Qt.Key.Key_Return)
    assert "Tested today" in taken.precaution(EARLY, "kept").text.text()


def test_why_leads_to_the_rules(taken: Columns, qtbot: QtBot) -> None:
    taken.desk.add_exercise(EARLY)
    QTest.mouseClick(taken.precaution(EARLY).why_button, LEFT)
    assert taken.right.tab == "why-not"
    assert taken.right.why_not.exercise == EARLY


def test_the_line_is_as_high_as_its_words_need(taken: Columns) -> None:
    taken.desk.add_exercise(AGAINST)
    line = taken.precaution(AGAINST)
    assert line.height() == line.heightForWidth(line.width())
    line.ask_reason()
    taken.program.list.doItemsLayout()
    assert line.height() == line.heightForWidth(line.width())
