"""The form is gone through by its parts, says what is to be done, takes steps back by name, and holds both languages."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.exercise import Exercise
from ptbuilder.ui.library.editing.choice_rows import PickRow
from ptbuilder.ui.library.editing.form import ExerciseForm
from ptbuilder.ui.library.editing.sections import LEFT_OUT
from ptbuilder.ui.library.page import LibraryPage
from tests.ui.library.editing.forms import form, lines, new, text
from tests.ui.library.test_library_page import page
from tests.ui.workplace import Workplace

__all__ = ["form", "new", "page"]
CODE = "lx-bridge"
CONTROL = Qt.KeyboardModifier.ControlModifier


def states(form: ExerciseForm) -> dict[str, str]:
    return {code: jump.state for code, jump in form.body.jumps.jumps.items()}


def current(form: ExerciseForm) -> str:
    return next(code for code, jump in form.body.jumps.jumps.items() if jump.isChecked())


# ---- what it holds -------------------------------------------------------------------------------------------------------


def test_everything_of_the_record_is_in_the_form_or_left_out_with_a_reason(form: ExerciseForm) -> None:
    held = {row.name for row in form.rows.values()}
    assert held | LEFT_OUT.keys() == {each.name for each in fields(Exercise)}
    assert not held & LEFT_OUT.keys()
    assert all(LEFT_OUT.values())


def test_muscles_and_sources_are_written_line_by_line(form: ExerciseForm, place: Workplace, qtbot: QtBot) -> None:
    before = place.library.exercises[CODE]
    for path, words in (("muscles", "hamstrings, both heads"), ("sources", "Our own course, 2026")):
        row = lines(form, path)
        row.add_button.click()
        qtbot.keyClicks(row.lines[-1].field, words)
    form.save()
    kept = place.library.exercises[CODE]
    assert kept.muscles == (*before.muscles, "hamstrings, both heads")
    assert kept.sources == (*before.sources, "Our own course, 2026")
    assert kept.tags_reviewed


def test_who_wrote_it_is_asked_of_own_exercises_alone(form: ExerciseForm, page: LibraryPage) -> None:
    assert form.rows["author"].isHidden()
    page.keeping.leave()
    page.write_new()
    assert not form.rows["author"].isHidden()
    assert text(form, "author").field.words == "Dana Sample"


# ---- the list of parts ---------------------------------------------------------------------------------------------------


def test_a_shipped_exercise_is_complete_in_all_parts(form: ExerciseForm) -> None:
    assert set(states(form).values()) == {"complete"}
    assert form.body.jumps.jumps["safety"].accessibleName() == "Safety, complete"


def test_a_new_exercise_has_something_to_fill_in_and_no_error_yet(new: ExerciseForm) -> None:
    assert states(new) == {
        "words": "open",
        "picture": "open",
        "aims": "open",
        "dose": "complete",
        "safety": "open",
        "near": "complete",
        "origin": "complete",
    }
    assert "to fill in" in new.rows["name.en"].label.text()
    assert new.rows["name.en"].fault.isHidden()


def test_what_is_wrong_is_an_error_at_once_and_what_is_empty_once_a_save_was_refused(
    form: ExerciseForm, qtbot: QtBot, page: LibraryPage
) -> None:
    text(form, "name.es").field.set_words("")
    assert states(form)["words"] == "open"
    form.save()
    assert states(form)["words"] == "error"
    assert "Spanish" in form.rows["name.es"].fault.text()
    assert form.rows["name.es"].has_focus
    assert "Spanish" in text(form, "name.es").field.accessibleDescription()
    qtbot.keyClicks(text(form, "name.es").field, "Puente")
    assert states(form)["words"] == "complete"
    assert form.body.faults.isHidden()


def test_the_list_follows_scrolling(form: ExerciseForm, qtbot: QtBot) -> None:
    bar = form.body.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    assert current(form) == "words"
    bar.setValue(form.body._titles["aims"].y())
    assert current(form) == "aims"
    bar.setValue(bar.maximum())
    assert current(form) == "origin"
    bar.setValue(0)
    assert current(form) == "words"


def test_arrows_go_from_part_to_part_and_the_list_is_one_tab_stop(form: ExerciseForm, qtbot: QtBot) -> None:
    jumps, bar = form.body.jumps.jumps, form.body.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    jumps["words"].setFocus()
    for _ in range(2):
        qtbot.keyClick(jumps[current(form)], Qt.Key.Key_Down)
    assert current(form) == "aims"
    assert jumps["aims"].hasFocus()
    assert bar.value() > 0
    assert [code for code, each in jumps.items() if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["aims"]


def test_a_press_on_a_part_goes_into_its_first_field(form: ExerciseForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: form.body.area.verticalScrollBar().maximum() > 500)
    qtbot.mouseClick(form.body.jumps.jumps["dose"], Qt.MouseButton.LeftButton)
    assert form.rows["dosage"].has_focus
    assert current(form) == "dose"
    form.body.jumps.jumps["dose"].setFocus()
    qtbot.keyClick(form.body.jumps.jumps["dose"], Qt.Key.Key_Return)
    assert form.rows["dosage"].has_focus


def test_ctrl_and_page_keys_go_into_the_first_field_of_a_part(form: ExerciseForm, qtbot: QtBot) -> None:
    for name in ("picture", "aims", "dose"):
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_PageDown, CONTROL)
        assert current(form) == name
    assert form.rows["dosage"].has_focus
    qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_PageUp, CONTROL)
    assert form.rows["goals"].has_focus


def test_one_key_goes_to_the_first_error_and_then_round_the_others(form: ExerciseForm, qtbot: QtBot) -> None:
    text(form, "name.es").field.set_words("")
    text(form, "name.en").field.set_words("")
    form.rows["avoid_with"].focus_part()
    form.save()
    assert form.rows["name.en"].has_focus
    form.rows["avoid_with"].focus_part()
    qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_F8)
    assert form.rows["name.en"].has_focus
    qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_F8)
    assert form.rows["name.es"].has_focus


def test_without_errors_the_same_key_goes_to_what_waits_to_be_filled_in(new: ExerciseForm, qtbot: QtBot) -> None:
    seen = []
    for _ in range(4):
        qtbot.keyClick(new.window().focusWidget(), Qt.Key.Key_F8)
        seen.append(next(row.path for row in new.rows.values() if row.has_focus))
    assert seen == ["purpose.en", "steps.en", "feel.en", "stop_if.en"]


def test_enter_goes_on_to_the_next_field_in_the_same_language(new: ExerciseForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(text(new, "name.en").field, "Towel slide")
    for path in ("aliases.en", "purpose.en", "steps.en"):
        qtbot.keyClick(new.window().focusWidget(), Qt.Key.Key_Return)
        assert new.rows[path].has_focus
    qtbot.keyClicks(new.window().focusWidget(), "Slide.")
    qtbot.keyClick(new.window().focusWidget(), Qt.Key.Key_Return)
    assert len(lines(new, "steps.en").lines) == 2
    qtbot.keyClick(new.window().focusWidget(), Qt.Key.Key_Return)
    assert new.rows["cue.en"].has_focus
    assert lines(new, "steps.en").value() == ("Slide.",)
    assert len(lines(new, "steps.en").lines) == 1


# ---- steps back ----------------------------------------------------------------------------------------------------------


def test_each_step_back_has_a_name_and_shows_where_it_was(form: ExerciseForm, place: Workplace, qtbot: QtBot) -> None:
    assert not form.foot.undo_button.isEnabled()
    assert form.foot.state.text() == "Nothing changed"
    qtbot.keyClicks(text(form, "cue.en").field, "Slowly. ")
    goals = form.rows["goals"]
    assert isinstance(goals, PickRow)
    goals.take_out(place.library.exercises[CODE].goals[0])
    assert form.foot.undo_button.label == "Undo: Goals"
    assert form.foot.state.text() == "Not saved yet: Cue, Goals"
    form.foot.undo_button.click()
    assert goals.value() == place.library.exercises[CODE].goals
    assert form.foot.undo_button.label == "Undo: Cue"
    qtbot.keyClick(goals.field, Qt.Key.Key_Z, CONTROL)
    assert text(form, "cue.en").field.words == place.library.exercises[CODE].cue["en"]
    assert text(form, "cue.en").field.hasFocus()
    assert form.draft is not None
    assert not form.draft.is_changed
    qtbot.keyClick(text(form, "cue.en").field, Qt.Key.Key_Y, CONTROL)
    assert text(form, "cue.en").field.words == f"Slowly. {place.library.exercises[CODE].cue['en']}"
    assert form.foot.redo_button.accessibleName() == "Redo: Goals"


def test_a_step_that_was_taken_out_comes_back(form: ExerciseForm, qtbot: QtBot) -> None:
    row = lines(form, "steps.en")
    before = row.value()
    row.take_out(row.lines[1])
    form.undo()
    assert row.value() == before


def test_a_pause_begins_a_new_step(form: ExerciseForm, qtbot: QtBot) -> None:
    field = text(form, "cue.en").field
    before = field.words
    qtbot.keyClicks(field, "A")
    with qtbot.waitSignal(form._timer.timeout):
        pass
    qtbot.keyClicks(field, "B")
    form.undo()
    assert field.words == f"A{before}"
    form.undo()
    assert field.words == before


def test_letters_of_every_plane_are_taken_back(form: ExerciseForm, qtbot: QtBot) -> None:
    field = text(form, "cue.en").field
    for words in ("A \N{PILE OF POO} b", "A \N{PILE OF POO} c b", "\N{PILE OF POO} b", ""):
        field.set_words(words)
        assert field.words == words


# ---- with a figure -------------------------------------------------------------------------------------------------------


def test_a_new_exercise_is_saved_and_posed_with_one_press(
    new: ExerciseForm, page: LibraryPage, place: Workplace, qtbot: QtBot
) -> None:
    qtbot.keyClicks(text(new, "name.en").field, "Towel slide")
    qtbot.keyClicks(lines(new, "steps.en").lines[0].field, "Slide the towel.")
    form_button = new.rows["figure"].fields()[0]
    qtbot.mouseClick(form_button, Qt.MouseButton.LeftButton)
    assert not page.keeping.is_editing
    panel = page.posing.panel
    assert panel is not None
    assert panel.accessibleName() == "Pose a figure: Towel slide"


def test_without_a_name_there_is_nothing_to_pose(new: ExerciseForm, page: LibraryPage) -> None:
    new.pose()
    assert page.keeping.is_editing
    assert not page.posing.is_open
    assert new.rows["name.en"].has_focus


def test_an_unchanged_exercise_is_posed_without_an_edit(form: ExerciseForm, page: LibraryPage, place: Workplace) -> None:
    form.pose()
    assert page.posing.is_open
    assert place.clinic_library.origin(CODE) == "shipped"


# ---- for keyboards and screen readers ------------------------------------------------------------------------------------


def test_tab_goes_from_the_list_through_the_fields_as_they_are_read_to_the_foot(form: ExerciseForm) -> None:
    order: list[QWidget] = []
    here: QWidget | None = form
    while here is not None and here not in order:
        order.append(here)
        here = here.nextInFocusChain()
    wanted = [
        form.body.jumps.jumps["words"],
        text(form, "name.en").field,
        text(form, "name.es").field,
        lines(form, "steps.en").lines[0].field,
        lines(form, "steps.en").lines[-1].field,
        lines(form, "steps.en").add_button,
        lines(form, "steps.es").lines[0].field,
        text(form, "cue.en").field,
        form.rows["figure"].fields()[0],
        form.rows["goals"].fields()[0],
        lines(form, "muscles").lines[0].field,
        form.rows["dosage"].fields()[0],
        form.rows["stress"].fields()[0],
        form.rows["tags_reviewed"].fields()[0],
        form.rows["easier"].fields()[0],
        lines(form, "sources").lines[0].field,
        form.foot.save_button,
        form.foot.leave_button,
        form.foot.undo_button,
    ]
    places = [order.index(each) for each in wanted]
    assert places == sorted(places)


def test_everything_that_takes_the_focus_has_a_name_of_its_own(form: ExerciseForm) -> None:
    focusable = [
        part
        for part in form.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and not part.focusProxy()
    ]
    named = [part.accessibleName() for part in focusable]
    assert all(named)
    fields_ = [name for name in named if name.startswith(("Name", "Steps", "Cue"))]
    assert len(set(fields_)) == len(fields_)


def test_an_own_exercise_with_a_picture_takes_ten_clicks_and_keys(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    pressed: list[int] = []

    def here() -> QWidget:
        return page.window().focusWidget()

    def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        pressed.append(which)
        qtbot.keyClick(here(), which, modifier)

    qtbot.mouseClick(page.middle.new_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(here(), "Towel slide")
    for _ in ("other names", "what it does", "steps"):
        key(Qt.Key.Key_Return)
    for step in ("Sit on a chair.", "Slide the towel."):
        qtbot.keyClicks(here(), step)
        key(Qt.Key.Key_Return)
    qtbot.keyClicks(here(), "Come back slowly.")
    key(Qt.Key.Key_PageDown, CONTROL)
    key(Qt.Key.Key_Return)
    panel = page.posing.panel
    assert panel is not None
    qtbot.keyClicks(panel.form.begin.field, "bridge")
    key(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.posing.turned, timeout=20_000):
        key(Qt.Key.Key_Return, CONTROL)
    own = place.library.exercises["own-towel-slide"]
    assert own.steps["en"] == ("Sit on a chair.", "Slide the towel.", "Come back slowly.")
    assert own.figure is not None
    assert own.figure["start"] == place.library.exercises[CODE].figure["start"]  # type: ignore[index]
    assert len(pressed) + 1 == 10
