from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Prescription
from ptbuilder.services.library.exercise_editing import new_code
from ptbuilder.services.patients.sample import sample_work
from tests.services.conftest import NOW
from tests.services.library.conftest import Clinic

CODE = "lx-bridge"


def bridge(clinic: Clinic) -> Exercise:
    return clinic.library.library.exercises[CODE]


def with_first_step(exercise: Exercise, words: str) -> Exercise:
    return replace(exercise, steps={**exercise.steps, "en": (words, *exercise.steps["en"][1:])})


def shipped_with(library: Library, **changes: object) -> Library:
    """A newer shipped library in which the bridge is another one."""
    record = replace(library.exercises[CODE], **changes)  # type: ignore[arg-type]
    return replace(library, exercises={**library.exercises, CODE: record})


# ---- changing ------------------------------------------------------------------------------------------------------------


def test_a_changed_word_is_seen_everywhere_and_is_one_edit(clinic: Clinic) -> None:
    clinic.editing.save(with_first_step(bridge(clinic), "Lie flat."))
    assert bridge(clinic).steps["en"][0] == "Lie flat."
    (edit,) = clinic.editing.edits(CODE)
    assert (edit.path, edit.by, edit.at) == ("steps.en", "Dana Sample", NOW)
    assert clinic.editing.origin(CODE) == "edited"
    assert bridge(clinic).tags_reviewed


def test_what_was_changed_is_there_at_the_next_start(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(with_first_step(bridge(clinic), "Lie flat."))
    own = clinic.editing.save(replace(clinic.editing.copy_of(bridge(clinic)), name={"en": "Towel bridge"}))
    later = clinic.again(library)
    assert bridge(later).steps["en"][0] == "Lie flat."
    assert later.library.library.exercises[own.code] == own


def test_undo_and_redo_take_the_whole_save_back_and_forth(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(with_first_step(bridge(clinic), "Lie flat."), difficulty=4))
    step = clinic.desk.undo_step
    assert step is not None
    assert (step.key, step.subject) == ("edit-exercise", CODE)
    clinic.desk.undo()
    assert bridge(clinic) == library.exercises[CODE]
    assert clinic.again(library).editing.edits(CODE) == ()
    clinic.desk.redo()
    assert bridge(clinic).difficulty == 4


def test_an_edit_of_the_library_can_still_be_undone_for_the_next_patient(clinic: Clinic, library: Library) -> None:
    clinic.desk.lay_out(sample_work(NOW.date(), library.version, clinic.desk.work.choices))
    clinic.desk.set_irritability("high")
    clinic.editing.save(replace(bridge(clinic), difficulty=4))
    clinic.desk.new_patient()
    clinic.desk.undo()
    assert bridge(clinic).difficulty == library.exercises[CODE].difficulty
    assert clinic.desk.undo_step is None


def test_saving_the_same_again_is_no_step(clinic: Clinic) -> None:
    clinic.editing.save(bridge(clinic))
    assert clinic.desk.undo_step is None
    assert clinic.editing.origin(CODE) == "shipped"


def test_an_edit_keeps_its_author_while_others_are_made(clinic: Clinic) -> None:
    clinic.editing.save(replace(bridge(clinic), difficulty=4))
    clinic.desk.therapist = "Somebody Else"
    clinic.editing.save(with_first_step(bridge(clinic), "Lie flat."))
    assert {each.path: each.by for each in clinic.editing.edits(CODE)} == {"difficulty": "Dana Sample", "steps.en": "Somebody Else"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": {"en": " "}}, "name"),
        ({"steps": {}}, "step"),
        ({"goals": ("strengthen:tail",)}, "strengthen:tail"),
        ({"stress": ("weightless",)}, "weightless"),
        ({"harder": CODE}, "its own"),
        ({"difficulty": 9}, "1 to 5"),
    ],
)
def test_what_would_break_is_refused_and_nothing_is_changed(clinic: Clinic, changes: dict[str, object], says: str) -> None:
    before = bridge(clinic)
    with pytest.raises(BadInput, match=says):
        clinic.editing.save(replace(before, **changes))  # type: ignore[arg-type]
    assert bridge(clinic) == before
    assert clinic.store.edits.list() == ()


def test_a_circle_of_harder_neighbours_is_refused(clinic: Clinic) -> None:
    easier = bridge(clinic).easier
    assert easier is not None
    with pytest.raises(BadInput, match="back to this exercise"):
        clinic.editing.save(replace(bridge(clinic), harder=easier))


def test_nothing_can_be_kept_before_the_data_is_open(clinic: Clinic) -> None:
    clinic.library.close()
    with pytest.raises(PTBuilderError, match="not open"):
        clinic.editing.save(replace(bridge(clinic), difficulty=4))
    assert clinic.desk.undo_step is None


# ---- safety --------------------------------------------------------------------------------------------------------------


def test_changed_tags_are_not_reviewed_until_somebody_says_so(clinic: Clinic) -> None:
    fewer = replace(bridge(clinic), stress=bridge(clinic).stress[:1])
    assert not clinic.editing.save(fewer).tags_reviewed
    checked = clinic.editing.save(bridge(clinic), are_tags_checked=True)
    assert checked.tags_reviewed
    assert checked.reviewed == "2026-03-12, Dana Sample"


def test_tags_as_they_were_shipped_need_no_new_review(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), stress=()))
    clinic.editing.save(replace(bridge(clinic), stress=library.exercises[CODE].stress))
    assert bridge(clinic) == library.exercises[CODE]
    assert clinic.editing.origin(CODE) == "shipped"


def test_an_exercise_whose_tags_nobody_reviewed_is_not_suggested_any_more(clinic: Clinic, library: Library) -> None:
    clinic.desk.lay_out(sample_work(NOW.date(), library.version, clinic.desk.work.choices))
    code = clinic.desk.rows[0].exercise.code
    record = clinic.library.library.exercises[code]
    clinic.editing.save(replace(record, earliest_phase="P4", stress=record.stress[:1]))
    assert code not in {row.exercise.code for row in clinic.desk.rows}
    clinic.desk.undo()
    assert code in {row.exercise.code for row in clinic.desk.rows}


# ---- own exercises -------------------------------------------------------------------------------------------------------


def test_a_new_exercise_is_strict_and_its_tags_are_not_reviewed(clinic: Clinic) -> None:
    blank = clinic.editing.blank("lumbar")
    own = clinic.editing.save(replace(blank, name={"en": "Towel slide"}, steps={"en": ("Sit.", "Slide.", "Stop.")}))
    assert (own.max_irritability, own.earliest_phase, own.tags_reviewed) == ("low", "P4", False)
    assert own.author == "Dana Sample"
    assert clinic.editing.origin(own.code) == "own"
    assert own.steps["es"] == own.steps["en"]


def test_a_copy_is_an_exercise_of_its_own(clinic: Clinic) -> None:
    own = clinic.editing.save(clinic.editing.copy_of(bridge(clinic)))
    assert own.code == "own-bridge"
    assert not own.tags_reviewed
    again = clinic.editing.copy_of(bridge(clinic))
    assert again.code == "own-bridge-2"


def test_a_new_exercise_gets_its_code_from_the_name_it_is_first_saved_with(clinic: Clinic) -> None:
    blank = replace(clinic.editing.blank("lumbar"), steps={"en": ("Sit.",)})
    own = clinic.editing.save(replace(blank, name={"en": "Towel slide"}))
    assert own.code == "own-towel-slide"
    assert clinic.editing.save(replace(own, name={"en": "Towel push"})).code == own.code
    assert clinic.editing.save(replace(blank, name={"en": "Towel slide"})).code == "own-towel-slide-2"
    copied = replace(clinic.editing.copy_of(bridge(clinic)), name={"en": "Low bridge", "es": "Puente bajo"})
    assert clinic.editing.save(copied).code == "own-low-bridge"


def test_codes_are_made_of_the_name_in_plain_letters() -> None:
    assert new_code("Elevación de la pelvis, con toalla!", ()) == "own-elevacion-de-la-pelvis"
    assert new_code("???", ()) == "own-exercise"


def test_taking_a_new_exercise_back_hides_it_and_loses_nothing(clinic: Clinic, library: Library) -> None:
    own = clinic.editing.save(clinic.editing.copy_of(bridge(clinic)))
    clinic.desk.undo()
    assert clinic.library.library.exercises[own.code].retired
    clinic.desk.redo()
    assert clinic.again(library).library.library.exercises[own.code] == own


def test_a_hidden_exercise_is_suggested_and_found_no_more_and_can_be_shown_again(clinic: Clinic) -> None:
    clinic.editing.set_hidden(CODE)
    assert bridge(clinic).retired
    clinic.editing.set_hidden(CODE, hidden=False)
    assert clinic.editing.origin(CODE) == "shipped"


# ---- back to the original ------------------------------------------------------------------------------------------------


def test_one_field_goes_back_and_the_others_stay(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(with_first_step(bridge(clinic), "Lie flat."), difficulty=4))
    clinic.editing.put_back(CODE, "steps.en")
    assert bridge(clinic).steps == library.exercises[CODE].steps
    assert bridge(clinic).difficulty == 4
    clinic.editing.put_back(CODE)
    assert bridge(clinic) == library.exercises[CODE]


def test_with_the_tags_their_review_goes_back_too(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), stress=()))
    clinic.editing.put_back(CODE, "stress")
    assert bridge(clinic) == library.exercises[CODE]


def test_own_exercises_have_no_original(clinic: Clinic) -> None:
    own = clinic.editing.save(clinic.editing.copy_of(bridge(clinic)))
    with pytest.raises(PTBuilderError, match="no original"):
        clinic.editing.put_back(own.code)


# ---- a newer shipped library ---------------------------------------------------------------------------------------------


def test_words_changed_by_both_wait_for_an_answer_and_the_clinics_count(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), cue={**bridge(clinic).cue, "en": "Ours."}))
    later = clinic.again(shipped_with(library, cue={**library.exercises[CODE].cue, "en": "Theirs."}))
    (conflict,) = later.editing.conflicts(CODE)
    assert (conflict.edit.value, conflict.shipped) == ("Ours.", "Theirs.")
    assert bridge(later).cue["en"] == "Ours."
    assert bridge(later).tags_reviewed


@pytest.mark.parametrize(("keep", "cue", "origin"), [("own", "Ours.", "edited"), ("new", "Theirs.", "shipped")])
def test_an_answer_settles_the_conflict(clinic: Clinic, library: Library, keep: str, cue: str, origin: str) -> None:
    clinic.editing.save(replace(bridge(clinic), cue={**bridge(clinic).cue, "en": "Ours."}))
    newer = shipped_with(library, cue={**library.exercises[CODE].cue, "en": "Theirs."})
    later = clinic.again(newer)
    later.editing.answer(later.editing.conflicts(CODE)[0], keep)  # type: ignore[arg-type]
    assert later.editing.conflicts(CODE) == ()
    assert bridge(later).cue["en"] == cue
    assert later.again(newer).editing.origin(CODE) == origin


def test_of_two_safety_values_the_stricter_counts_and_the_tags_are_doubtful(clinic: Clinic, library: Library) -> None:
    first = replace(library.exercises[CODE], max_irritability="high", earliest_phase="P1", impact="none")
    old = clinic.again(replace(library, exercises={**library.exercises, CODE: first}))
    changed = replace(first, stress=("supine",), max_irritability="moderate", earliest_phase="P3", impact="moderate")
    old.editing.save(changed, are_tags_checked=True)
    newer = replace(first, stress=("prone",), max_irritability="low", earliest_phase="P2", impact="high")
    later = old.again(replace(library, exercises={**library.exercises, CODE: newer}))
    seen = bridge(later)
    assert set(seen.stress) == {"supine", "prone"}
    assert (seen.max_irritability, seen.earliest_phase, seen.impact) == ("low", "P3", "high")
    assert not seen.tags_reviewed


def test_another_change_leaves_an_open_conflict_as_it_was(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), stress=bridge(clinic).stress[:1]), are_tags_checked=True)
    newer = shipped_with(library, stress=(*library.exercises[CODE].stress, "prone"))
    later = clinic.again(newer)
    kept = {each.path: each for each in later.editing.edits(CODE)}
    later.editing.save(with_first_step(bridge(later), "Lie flat."))
    assert {each.path: each for each in later.editing.edits(CODE) if each.path != "steps.en"} == kept
    assert [each.edit.path for each in later.editing.conflicts(CODE)] == ["stress"]


def test_an_edit_that_the_newer_library_took_over_waits_for_nothing(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), difficulty=4))
    later = clinic.again(shipped_with(library, difficulty=4))
    assert later.editing.conflicts(CODE) == ()
    assert bridge(later).difficulty == 4
    assert later.editing.origin(CODE) == "shipped"
    assert later.editing.edits(CODE) == ()
    later.editing.save(with_first_step(bridge(later), "Lie flat."))
    assert later.again(library).library.library.exercises[CODE].difficulty == 4  # kept for a library that has it no more


def test_edits_of_an_exercise_that_is_gone_are_kept(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), difficulty=4))
    without = {code: each for code, each in library.exercises.items() if code != CODE}
    later = clinic.again(replace(library, exercises=without))
    assert CODE not in later.library.library.exercises
    assert len(later.store.edits.list()) == 1
    assert later.again(library).library.library.exercises[CODE].difficulty == 4


def test_a_value_that_the_newer_library_does_not_know_is_kept_and_not_used(clinic: Clinic, library: Library) -> None:
    goals = bridge(clinic).goals
    clinic.editing.save(replace(bridge(clinic), goals=(*goals, "train:pelvic-floor")))
    fewer = {code: each for code, each in library.goals.items() if code != "train:pelvic-floor"}
    exercises = {code: each for code, each in library.exercises.items() if "train:pelvic-floor" not in each.goals}
    later = clinic.again(replace(library, goals=fewer, exercises={**exercises, CODE: library.exercises[CODE]}))
    assert bridge(later).goals == goals
    assert [each.path for each in later.editing.idle(CODE)] == ["goals"]
    later.editing.save(replace(bridge(later), difficulty=4))
    assert "goals" in {each.path for each in later.again(library).editing.edits(CODE)}


# ---- a review of the tags against a newer library -----------------------------------------------------------------------


def ticked(clinic: Clinic, library: Library, **changes: object) -> Clinic:
    """The clinic after it only ticked the tags as checked, over a newer library with these changes."""
    clinic.editing.save(bridge(clinic), are_tags_checked=True)
    return clinic.again(shipped_with(library, **changes))


def test_tags_that_were_only_checked_are_no_edits_to_read_about(clinic: Clinic) -> None:
    clinic.editing.save(bridge(clinic), are_tags_checked=True)
    assert [each.path for each in clinic.editing.edits(CODE)] == ["reviewed"]


@pytest.mark.parametrize(
    "changes",
    [
        {"stress": ("prone",)},
        {"avoid_with": ("hp-flexor-tight",)},
        {"max_irritability": "high"},
        {"earliest_phase": "P0"},
        {"impact": "high"},
        {"position": "standing"},
        {"tags_reviewed": False},
    ],
)
def test_a_newer_tag_under_a_checked_exercise_asks_and_keeps_it_from_being_suggested(
    clinic: Clinic, library: Library, changes: dict[str, object]
) -> None:
    later = ticked(clinic, library, **changes)
    assert later.editing.asking == (CODE,)
    assert [each.edit.path for each in later.editing.conflicts(CODE)] == list(changes)
    assert (bridge(later).tags_reviewed, bridge(later).reviewed) == (False, None)
    assert len(later.library.layer(CODE).edits) == len(clinic.library.layer(CODE).edits)


def test_to_keep_what_was_checked_keeps_the_review(clinic: Clinic, library: Library) -> None:
    later = ticked(clinic, library, stress=("prone",), earliest_phase="P0")
    for conflict in later.editing.conflicts(CODE):
        assert not bridge(later).tags_reviewed
        later.editing.answer(conflict, "own")
    assert bridge(later).stress == library.exercises[CODE].stress
    assert (bridge(later).tags_reviewed, bridge(later).reviewed) == (True, "2026-03-12, Dana Sample")
    assert later.editing.asking == ()


def test_to_take_the_new_ones_ends_the_clinics_review(clinic: Clinic, library: Library) -> None:
    later = ticked(clinic, library, stress=("prone",), earliest_phase="P0", tags_reviewed=False)
    while conflicts := later.editing.conflicts(CODE):
        assert not bridge(later).tags_reviewed
        later.editing.answer(conflicts[0], "new")
    assert later.editing.origin(CODE) == "shipped"
    assert (bridge(later).stress, bridge(later).tags_reviewed) == (("prone",), False)


def test_to_take_one_and_keep_one_leaves_the_tags_to_be_looked_at(clinic: Clinic, library: Library) -> None:
    later = ticked(clinic, library, stress=("prone",), earliest_phase="P0")
    first, second = later.editing.conflicts(CODE)
    later.editing.answer(first, "own")
    later.editing.answer(second, "new")
    assert (bridge(later).tags_reviewed, bridge(later).reviewed) == (False, None)
    assert not later.again(later.library.shipped).library.library.exercises[CODE].tags_reviewed


def test_who_checks_the_tags_anew_has_answered(clinic: Clinic, library: Library) -> None:
    later = ticked(clinic, library, stress=("prone",))
    seen = bridge(later)
    later.editing.save(seen, are_tags_checked=True)
    assert later.editing.asking == ()
    assert (bridge(later).tags_reviewed, bridge(later).stress) == (True, seen.stress)
    assert {"prone"} < set(seen.stress)


def test_one_tag_back_to_the_original_ends_the_review_of_the_others(clinic: Clinic, library: Library) -> None:
    clinic.editing.save(replace(bridge(clinic), stress=(), impact="high"), are_tags_checked=True)
    clinic.editing.put_back(CODE, "stress")
    assert (bridge(clinic).tags_reviewed, bridge(clinic).impact) == (False, "high")
    clinic.editing.put_back(CODE, "impact")
    assert bridge(clinic) == library.exercises[CODE]
    assert clinic.library.layer(CODE).edits == ()


# ---- what was prescribed -------------------------------------------------------------------------------------------------


def test_a_pose_is_an_edit_of_the_figure(clinic: Clinic) -> None:
    clinic.editing.set_figure(CODE, {"view": "front", "shows": [1, 2]})
    assert bridge(clinic).figure == {"view": "front", "shows": [1, 2]}
    assert [each.path for each in clinic.editing.edits(CODE)] == ["figure"]


def test_pictures_name_no_step_that_was_taken_out(library: Library) -> None:
    record = replace(library.exercises[CODE], figure={"shows": [1, 3]}, steps={"en": ("One.", "Two.")})
    assert record.shows == (1, 2)


def test_own_exercises_can_be_prescribed(clinic: Clinic) -> None:
    own = clinic.editing.save(clinic.editing.copy_of(bridge(clinic)))
    clinic.desk.add_exercise(own.code, "Tested in the clinic today")
    assert any(isinstance(row.prescription, Prescription) and row.exercise.code == own.code for row in clinic.desk.rows)


def test_other_data_begins_without_steps_of_the_library(clinic: Clinic) -> None:
    clinic.editing.save(replace(bridge(clinic), difficulty=4))
    clinic.desk.set_irritability("high")
    clinic.desk.forget_library_steps()
    clinic.desk.undo()
    assert clinic.desk.undo_step is None
    assert bridge(clinic).difficulty == 4
