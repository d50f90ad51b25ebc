"""In the whole program: a word of an exercise is corrected by keys, printed, undone by the footer, and there the next day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.exercise import ClinicLayer
from ptbuilder.ui.library.editing.growing_text import GrowingText
from ptbuilder.ui.library.page import LibraryPage
from tests.ui.test_coming_back import ask_palette
from tests.ui.test_journeys import OpenProgram, folder, open_program

__all__ = ["folder", "open_program"]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def sample(open_program: OpenProgram) -> Program:
    """The sample patient, with the suggestion still a draft."""
    program = open_program()
    program.reception.open_sample()
    return program


def library_page(program: Program) -> LibraryPage:
    page = program.window.page_widget("library")
    assert isinstance(page, LibraryPage)
    return page


def correct_first_step(program: Program, qtbot: QtBot, code: str) -> None:
    """Alt+3, E, type, Ctrl+Enter."""
    qtbot.keyClick(program.window, Qt.Key.Key_3, ALT)
    library_page(program).show_exercise(code)
    qtbot.keyClick(library_page(program).grid, Qt.Key.Key_E)
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingText)
    qtbot.keyClicks(field, "Gently. ")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)


def test_a_corrected_word_is_on_paper_at_once_and_undone_with_its_name(qtbot: QtBot, sample: Program) -> None:
    desk = sample.desk_signals.desk
    code = desk.rows[0].exercise.code
    before = desk.library.exercises[code]
    correct_first_step(sample, qtbot, code)
    assert not desk.is_accepted  # Ctrl+Enter belongs to the form
    assert sample.reception.sheet().exercises[0].exercise.steps["en"][0].startswith("Gently. ")
    undo = sample.window.footer.undo_button
    assert undo.accessibleName() == f"Undo: edit of {before.name['en']}"
    undo.click()
    assert desk.library.exercises[code] == before
    assert undo.accessibleName() == "Undo"


def test_old_sheets_keep_their_words_and_the_next_day_knows_the_edit(
    qtbot: QtBot, sample: Program, open_program: OpenProgram
) -> None:
    desk = sample.desk_signals.desk
    desk.accept()
    sample._save_now()
    row, patient = desk.rows[0], desk.work.patient.id
    correct_first_step(sample, qtbot, row.exercise.code)
    sample.close()
    again = open_program()
    library = again.desk_signals.desk.library
    assert library.exercises[row.exercise.code].steps["en"][0].startswith("Gently. ")
    again.reception.open_patient(patient)
    assert again.reception.sheet().exercises[0].exercise.steps == row.exercise.steps


def test_an_own_exercise_is_written_from_the_palette_and_found_by_it(qtbot: QtBot, sample: Program) -> None:
    ask_palette(qtbot, sample, "new exercise")
    page = library_page(sample)
    assert page.keeping.is_editing
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingText)
    qtbot.keyClicks(field, "Zebra walk")
    form = page.keeping.form
    assert form is not None
    form.row("steps").focus_part()
    qtbot.keyClicks(QApplication.focusWidget(), "Walk.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert page.details._name.text() == "Zebra walk"
    pages = sample.pages
    assert pages is not None
    assert [sample.desk_signals.desk.library.exercises[code].name["en"] for code in pages.search("zebra")] == ["Zebra walk"]


def test_undo_in_the_form_leaves_the_program_as_it_is(qtbot: QtBot, sample: Program) -> None:
    desk = sample.desk_signals.desk
    desk.accept()
    step = desk.undo_step
    qtbot.keyClick(sample.window, Qt.Key.Key_3, ALT)
    library_page(sample).show_exercise(desk.rows[0].exercise.code)
    qtbot.keyClick(library_page(sample).grid, Qt.Key.Key_E)
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert desk.undo_step is step
    assert desk.is_accepted


def test_a_library_that_changed_what_was_checked_asks_at_the_start(
    qtbot: QtBot, sample: Program, open_program: OpenProgram
) -> None:
    desk, editing = sample.desk_signals.desk, library_page_of(sample).keeping.editing
    code = desk.rows[0].exercise.code
    editing.save(desk.library.exercises[code], are_tags_checked=True)
    kept = sample._clinic_library
    older = tuple(
        replace(each, base=["prone"], value=["prone"]) if each.path == "stress" else each for each in kept.layer(code).edits
    )
    kept.put([ClinicLayer(code, edits=older)], "Dana Sample")  # as it was checked on a library that had another tag
    sample.close()
    again = open_program()
    assert "changed 1 exercise" in again.window.notices.text_of("questions")
    assert again.workplace is not None
    again.workplace.pages.show_question()
    page = library_page(again)
    assert page.isVisible()
    (line,) = page.details.open_lines.conflict_lines
    assert "Stress tags" in line.notice.label.text()
    assert again.window.notices.text_of("questions") == ""


def library_page_of(program: Program) -> LibraryPage:
    program.window.show_page("library")
    return library_page(program)
