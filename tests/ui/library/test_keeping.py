from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.library import Library
from ptbuilder.services.library.clinic_library import kept_layers
from ptbuilder.ui.library.editing.choice_rows import CheckRow, PickRow
from ptbuilder.ui.library.editing.form import ExerciseForm
from ptbuilder.ui.library.editing.text_rows import LinesRow, TextRow
from ptbuilder.ui.library.page import LibraryPage
from ptbuilder.ui.preferences import LETTERS
from tests.ui.library.test_library_page import page, shown
from tests.ui.workplace import Workplace

__all__ = ["page"]
CODE = "lx-bridge"


@pytest.fixture
def form(page: LibraryPage, qtbot: QtBot) -> ExerciseForm:
    """The form of the bridge, opened with its key."""
    with qtbot.waitActive(page):
        page.activateWindow()
    page.show_exercise(CODE)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_E)
    assert page.keeping.form is not None
    return page.keeping.form


def steps(form: ExerciseForm) -> LinesRow:
    row = form.row("steps")
    assert isinstance(row, LinesRow)
    return row


def text(form: ExerciseForm, name: str) -> TextRow:
    row = form.row(name)
    assert isinstance(row, TextRow)
    return row


def replace_words(qtbot: QtBot, row: TextRow, words: str) -> None:
    row.field.selectAll()
    qtbot.keyClick(row.field, Qt.Key.Key_Delete)
    qtbot.keyClicks(row.field, words)


# ---- changing ------------------------------------------------------------------------------------------------------------


def test_one_word_of_a_step_is_corrected_with_a_key_a_click_and_a_key(
    form: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    field = steps(form).lines[1].field
    cursor = field.textCursor()
    cursor.setPosition(0)
    field.setTextCursor(cursor)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=field.cursorRect().center())
    qtbot.keyClicks(field, "Gently s")
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.keeping.is_editing
    assert place.library.exercises[CODE].steps["en"][1].startswith("Gently s")
    assert page.grid.current is not None
    assert page.grid.current.code == CODE
    assert place.desk.undo_step is not None
    assert place.desk.undo_step.key == "edit-exercise"


def test_the_form_begins_in_the_first_step(form: ExerciseForm, place: Workplace) -> None:
    assert form.focusWidget() is steps(form).lines[0].field
    assert [line.field.words for line in steps(form).lines] == list(place.library.exercises[CODE].steps["en"])


def test_the_details_and_the_grid_say_that_it_was_edited(form: ExerciseForm, page: LibraryPage, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    with qtbot.waitSignal(page.told) as told:
        form.save()
    assert told.args == ["Bridge is saved."]
    assert page.details._origin.text() == "Edited by the clinic"
    assert "Cue" in page.details.edits_line.notice.label.text()
    index = page.grid.currentIndex()
    assert "Edited" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_back_to_the_original_shows_what_it_says_and_is_saved_with_the_form(
    form: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    form.save()
    page.edit()
    row = text(form, "cue")
    assert "Keep your ribs down." in row.original.text()
    qtbot.mouseClick(row.put_back, Qt.MouseButton.LeftButton)
    assert row.field.words == "Keep your ribs down."
    assert row.put_back.isHidden()
    form.save()
    assert place.clinic_library.origin(CODE) == "shipped"


def test_the_whole_exercise_goes_back_from_its_details(
    form: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    form.save()
    qtbot.mouseClick(page.details.edits_line.put_back, Qt.MouseButton.LeftButton)
    assert place.clinic_library.origin(CODE) == "shipped"
    assert page.details.edits_line.isHidden()


def test_what_cannot_be_kept_is_said_and_stays_filled_in(form: ExerciseForm, page: LibraryPage, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "name"), " ")
    form.save()
    assert page.keeping.is_editing
    assert "name in English" in form.body.faults.label.text()
    assert not form.body.faults.isHidden()


def test_changed_tags_ask_for_a_look_and_the_box_keeps_who_looked(form: ExerciseForm, place: Workplace, qtbot: QtBot) -> None:
    tags, box = form.rows["stress"], form.rows["tags_reviewed"]
    assert isinstance(tags, PickRow)
    assert isinstance(box, CheckRow)
    assert box.advice.isHidden()
    tags.take_out("supine")
    assert not box.advice.isHidden()
    assert "Lying on the back" in tags.advice.text()
    tags.add_offered.click()
    assert "supine" in tags.value()  # type: ignore[operator]
    assert tags.add_offered.isHidden()
    tags.take_out("supine")
    box.field.click()
    assert box.advice.isHidden()
    tags.add("floor")
    assert not box.field.isChecked()
    box.field.click()
    form.save()
    kept = place.library.exercises[CODE]
    assert kept.tags_reviewed
    assert kept.reviewed == "2026-03-12, Dana Sample"


# ---- words ---------------------------------------------------------------------------------------------------------------


def test_hard_words_and_long_sentences_are_told_under_their_field(form: ExerciseForm, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Utilize your gluteal musculature.")
    assert "musculature" in text(form, "cue").advice.text()
    replace_words(qtbot, text(form, "cue"), "Go " + "on and " * 10 + "stop.")
    assert "Long sentence" in text(form, "cue").advice.text()


def test_the_grade_of_the_whole_text_is_told(form: ExerciseForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Grade" in form.body.words.heads["en"].reading.text(), timeout=20000)
    assert "Ease" in form.body.words.heads["es"].reading.text()


def test_both_languages_are_written_beside_each_other(form: ExerciseForm, place: Workplace, qtbot: QtBot) -> None:
    spanish = form.rows["name.es"]
    assert isinstance(spanish, TextRow)
    assert spanish.isVisible()
    assert spanish.field.words == "Puente"
    assert spanish.mapTo(form, spanish.rect().topLeft()).y() == text(form, "name").mapTo(form, spanish.rect().topLeft()).y()
    replace_words(qtbot, spanish, "Puente alto")
    assert text(form, "name").field.words == "Bridge"
    form.save()
    assert place.library.exercises[CODE].name == {"en": "Bridge", "es": "Puente alto"}


def test_steps_are_begun_parted_moved_and_taken_out_by_keys(form: ExerciseForm, place: Workplace, qtbot: QtBot) -> None:
    row = steps(form)
    before = list(place.library.exercises[CODE].steps["en"])
    row.focus_part()
    qtbot.keyClick(row.lines[0].field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(row.lines[0].field, Qt.Key.Key_Return)
    assert row.current is row.lines[1]
    qtbot.keyClicks(row.lines[1].field, "Breathe in.Hold.")
    cursor = row.lines[1].field.textCursor()
    cursor.setPosition(len("Breathe in."))
    row.lines[1].field.setTextCursor(cursor)
    qtbot.keyClick(row.lines[1].field, Qt.Key.Key_Return)
    assert row.value() == (before[0], "Breathe in.", "Hold.", *before[1:])
    qtbot.keyClick(row.lines[2].field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert row.value() == (before[0], "Hold.", "Breathe in.", *before[1:])
    row.lines[2].field.selectAll()
    qtbot.keyClick(row.lines[2].field, Qt.Key.Key_Delete)
    qtbot.keyClick(row.lines[2].field, Qt.Key.Key_Backspace)
    assert row.value() == (before[0], "Hold.", *before[1:])
    form.save()
    assert place.library.exercises[CODE].steps["en"] == (before[0], "Hold.", *before[1:])


def test_each_line_says_which_it_is(form: ExerciseForm) -> None:
    assert [line.field.accessibleName() for line in steps(form).lines][:2] == ["Steps 1", "Steps 2"]


def test_every_field_has_a_name_for_screen_readers(form: ExerciseForm) -> None:
    nameless = [
        each.objectName()
        for row in form.rows.values()
        for each in [getattr(row, "field", None)]
        if each is not None and not each.accessibleName()
    ]
    assert nameless == []
    assert form.accessibleName() == "Edit Bridge"


# ---- nothing is lost -----------------------------------------------------------------------------------------------------


def test_esc_leaves_the_form_and_what_was_filled_in_can_be_gone_on_with(
    form: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    qtbot.keyClick(text(form, "cue").field, Qt.Key.Key_Escape)
    assert not page.keeping.is_editing
    assert place.library.exercises[CODE].cue["en"] == "Keep your ribs down."
    assert not page.details.open_lines._unfinished.isHidden()
    qtbot.mouseClick(page.details.open_lines.go_on, Qt.MouseButton.LeftButton)
    assert text(form, "cue").field.words == "Go slowly."
    form.save()
    assert place.library.exercises[CODE].cue["en"] == "Go slowly."
    assert page.details.open_lines.isHidden()


def test_a_form_that_was_only_looked_at_leaves_nothing(form: ExerciseForm, page: LibraryPage, qtbot: QtBot) -> None:
    form.body.words.languages.segment("es").click()  # type: ignore[attr-defined]
    qtbot.keyClick(steps(form).lines[0].field, Qt.Key.Key_Escape)
    assert page.keeping.drafts == {}


def test_an_unfinished_form_can_be_thrown_away(form: ExerciseForm, page: LibraryPage, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    page.keeping.leave()
    qtbot.mouseClick(page.details.open_lines.throw_away, Qt.MouseButton.LeftButton)
    assert page.keeping.drafts == {}
    assert page.details.open_lines.isHidden()


def test_looking_at_another_exercise_keeps_the_unfinished_form(form: ExerciseForm, page: LibraryPage, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    page.show_exercise("lx-bird-dog")
    assert not page.keeping.is_editing
    page.show_exercise(CODE)
    page.edit()
    assert text(form, "cue").field.words == "Go slowly."


def test_changes_on_the_desk_leave_the_form_as_it_is(form: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    place.desk.undo()
    place.desk.set_irritability("high")
    page.hide()
    page.show()
    assert page.keeping.is_editing
    assert text(form, "cue").field.words == "Go slowly."


# ---- own exercises -------------------------------------------------------------------------------------------------------


def test_a_new_exercise_is_found_and_marked_once_it_is_saved(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.middle.new_button, Qt.MouseButton.LeftButton)
    form = page.keeping.form
    assert form is not None
    assert form.focusWidget() is text(form, "name").field
    qtbot.keyClicks(text(form, "name").field, "Towel slide")
    qtbot.keyClicks(steps(form).lines[0].field, "Sit on a chair.")
    qtbot.keyClick(steps(form).lines[0].field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.current is not None
    assert page.grid.current.name["en"] == "Towel slide"
    assert page.grid.current.code in place.library.exercises
    assert page.details._origin.text() == "Own"
    page.search.setText("towel sl")
    assert shown(page)[0] == page.grid.current.code


def test_a_new_exercise_that_was_begun_is_gone_on_with(page: LibraryPage, qtbot: QtBot) -> None:
    page.middle.new_button.click()
    form = page.keeping.form
    assert form is not None
    qtbot.keyClicks(text(form, "name").field, "Towel slide")
    page.keeping.leave()
    assert page.middle.new_button.label == "Go on with the new exercise"
    page.middle.new_button.click()
    assert text(form, "name").field.words == "Towel slide"


def test_a_copy_begins_with_everything_but_the_review(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    page.show_exercise(CODE)
    qtbot.mouseClick(page.details.foot.copy_button, Qt.MouseButton.LeftButton)
    form = page.keeping.form
    assert form is not None
    form.save()
    (own,) = [each for each in place.library.exercises.values() if each.code.startswith("own-")]
    assert own.steps == place.library.exercises[CODE].steps
    assert not own.tags_reviewed


def test_a_hidden_exercise_goes_out_of_the_grid_and_comes_back(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    page.show_exercise(CODE)
    qtbot.mouseClick(page.details.foot.hide_button, Qt.MouseButton.LeftButton)
    assert CODE not in shown(page)
    page.tree.filters.set_chosen(next(each for each in page.tree.filters._all["show"] if each.value == "hidden"), True)
    assert shown(page) == [CODE]
    qtbot.mouseClick(page.details.foot.hide_button, Qt.MouseButton.LeftButton)
    assert not place.library.exercises[CODE].retired


def test_undo_takes_a_save_back_on_the_page_too(form: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "name"), "High bridge")
    form.save()
    assert page.details._name.text() == "High bridge"
    place.desk.undo()
    assert page.details._name.text() == "Bridge"
    assert page.details._origin.isHidden()


# ---- a newer library -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "cue"), [("keep", "Ours."), ("take", "Theirs.")])
def test_a_question_about_a_newer_library_shows_both_and_takes_the_answer(
    place: Workplace, library: Library, qtbot: QtBot, answer: str, cue: str
) -> None:
    record = library.exercises[CODE]
    place.editing.save(replace(record, cue={**record.cue, "en": "Ours."}))
    newer = replace(record, cue={**record.cue, "en": "Theirs."})
    later = Workplace.__new__(Workplace)
    place.store.close()
    later.__init__(place.folder, replace(library, exercises={**library.exercises, CODE: newer}))  # type: ignore[misc]
    page = later.library_page()
    qtbot.addWidget(page)
    page.show()
    page.show_exercise(CODE)
    (line,) = page.details.open_lines.conflict_lines
    words = [label.text() for label in line.findChildren(type(page.details._name))]
    assert "Yours: Ours." in words
    assert "New: Theirs." in words
    assert any("The library has a new text for Cue. Yours is used." in each for each in words)
    qtbot.mouseClick(getattr(line, answer), Qt.MouseButton.LeftButton)
    assert page.details.open_lines.conflict_lines == []
    assert later.library.exercises[CODE].cue["en"] == cue
    assert len(kept_layers(later.store)) == (answer == "keep")
    later.close()
    place.open()


def test_tags_that_changed_under_a_check_ask_on_the_page_and_in_the_details(
    place: Workplace, library: Library, qtbot: QtBot
) -> None:
    place.editing.save(library.exercises[CODE], are_tags_checked=True)
    newer = replace(library.exercises[CODE], stress=("prone",))
    place.store.close()
    later = Workplace.__new__(Workplace)
    later.__init__(place.folder, replace(library, exercises={**library.exercises, CODE: newer}))  # type: ignore[misc]
    page = later.library_page()
    qtbot.addWidget(page)
    page.show()
    assert "changed 1 exercise" in page.middle.questions.label.text()
    qtbot.mouseClick(page.middle.see_questions, Qt.MouseButton.LeftButton)
    (line,) = page.details.open_lines.conflict_lines
    assert "since you checked the tags" in line.notice.label.text()
    assert "the tags count as not reviewed" in line.notice.label.text()
    assert not page.details._review.isHidden()
    qtbot.mouseClick(line.keep, Qt.MouseButton.LeftButton)
    assert page.details._review.isHidden()
    page.refresh()
    assert page.middle.questions.isHidden()
    later.close()
    place.open()


def test_letters_can_be_turned_off(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    place.preferences.put(LETTERS, "off")
    page.hide()
    page.show()
    assert not page._edit_key.isEnabled()


def test_the_details_begin_at_their_top_after_the_form(form: ExerciseForm, page: LibraryPage, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    page.keeping.leave()
    assert page.details._area.verticalScrollBar().value() == 0
    assert page.grid.hasFocus()


def test_what_was_left_unfinished_is_there_when_the_program_is_started_again(
    form: ExerciseForm, page: LibraryPage, place: Workplace, library: Library, qtbot: QtBot
) -> None:
    replace_words(qtbot, text(form, "cue"), "Go slowly.")
    page.hide()
    later = Workplace.__new__(Workplace)
    place.store.close()
    later.__init__(place.folder, library)  # type: ignore[misc]
    again = later.library_page()
    qtbot.addWidget(again)
    again.show()
    again.show_exercise(CODE)
    assert not again.details.open_lines.go_on.isHidden()
    again.edit()
    assert again.keeping.form is not None
    assert text(again.keeping.form, "cue").field.words == "Go slowly."
    again.keeping.form.save()
    assert again.keeping._unfinished.read() == ()
    later.close()
    place.open()


def test_undo_in_the_form_never_reaches_the_program(form: ExerciseForm, place: Workplace, qtbot: QtBot) -> None:
    step = place.desk.undo_step
    field = steps(form).lines[0].field
    before = field.words
    qtbot.keyClicks(field, "So ")
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.words == before
    assert place.desk.undo_step is step


def test_advice_is_told_to_screen_readers_at_its_field(form: ExerciseForm, qtbot: QtBot) -> None:
    replace_words(qtbot, text(form, "cue"), "Utilize your gluteal musculature.")
    assert "musculature" in text(form, "cue").field.accessibleDescription()
