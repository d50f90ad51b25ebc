"""Both languages are written beside each other, and what is not written says what its sheet prints."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from ptbuilder.ui.library.editing.form import ExerciseForm
from ptbuilder.ui.library.page import LibraryPage
from tests.ui.library.editing.forms import CODE, form, lines, new, text
from tests.ui.library.test_library_page import page
from tests.ui.workplace import Workplace

__all__ = ["form", "new", "page"]


def written(new: ExerciseForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(text(new, "name.en").field, "Towel slide")
    qtbot.keyClicks(lines(new, "steps.en").lines[0].field, "Slide the towel.")


def test_an_exercise_without_spanish_words_says_what_a_spanish_sheet_prints(
    new: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    heads = new.body.words.heads
    assert heads["es"].notice.isHidden()
    written(new, qtbot)
    assert "a Spanish sheet prints the English ones" in heads["es"].notice.label.text()
    assert not heads["es"].notice.isHidden()
    assert new.save()
    code = page.grid.current.code  # type: ignore[union-attr]
    assert place.library.exercises[code].steps["es"] == ("Slide the towel.",)
    assert not page.details._untranslated.isHidden()
    page.edit()
    assert text(new, "name.es").field.words == ""
    assert not heads["es"].notice.isHidden()
    assert new.draft is not None
    assert not new.draft.is_changed


def test_a_later_change_of_the_english_words_is_on_the_spanish_sheet_too(
    new: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    written(new, qtbot)
    new.save()
    page.edit()
    lines(new, "steps.en").lines[0].field.set_words("Push the towel.")
    new.save()
    code = page.grid.current.code  # type: ignore[union-attr]
    assert place.library.exercises[code].steps["es"] == ("Push the towel.",)
    page.edit()
    text(new, "name.es").field.set_words("Toalla")
    lines(new, "steps.es").lines[0].field.set_words("Empuje la toalla.")
    new.save()
    assert place.library.exercises[code].steps == {"en": ("Push the towel.",), "es": ("Empuje la toalla.",)}
    assert page.details._untranslated.isHidden()


def test_what_can_be_counted_is_told_with_each_key_for_each_language(form: ExerciseForm, qtbot: QtBot) -> None:
    heads = form.body.words.heads
    assert "No hard words" in heads["en"].reading.text()
    qtbot.keyClicks(text(form, "cue.en").field, "Utilize your musculature and " + "so on and " * 6 + "on. ")
    assert "No hard words" not in heads["en"].reading.text()
    assert "No hard words" in heads["es"].reading.text()
    assert "(of 15)" in heads["en"].reading.text()


def test_where_there_is_little_width_one_language_is_shown_and_the_parts_are_one_line(
    form: ExerciseForm, page: LibraryPage, qtbot: QtBot
) -> None:
    assert form.body.words.languages.isHidden()
    page.theme.set_text_size(200)
    page.resize(952, 412)
    body = form.body
    qtbot.waitUntil(lambda: body.words.languages.isVisible())
    assert form.rows["name.en"].isVisible()
    assert not form.rows["name.es"].isVisible()
    assert not body.jumps.isVisible()
    text(form, "name.es").field.set_words("")
    assert body.jump_field.itemText(0) == "Words: something to fill in"
    form.save()
    assert form.rows["name.es"].isVisible()
    assert form.rows["name.es"].has_focus
    body.jump_field.activated.emit(4)
    assert form.rows["stress"].has_focus
    assert body.jump_field.currentText() == "Safety"


def test_an_exercise_that_came_without_a_language_can_still_be_filled_in(place: Workplace, page: LibraryPage) -> None:
    own = place.editing.save(replace(place.editing.copy_of(place.library.exercises[CODE]), feel={"en": "work."}))
    page.show_exercise(own.code)
    page.edit()
    form = page.keeping.form
    assert form is not None
    assert text(form, "feel.es").field.words == "work."  # the steps are in both languages: this one is a copy that was kept
