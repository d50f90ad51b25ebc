from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.exercise import Exercise, FieldEdit
from ptbuilder.library.overlay import edits_between, lay_over, merge, without_path
from ptbuilder.library.parse import Parsed
from ptbuilder.library.records import read_document
from tests.library.sample import document

NOON = datetime(2026, 3, 12, 12, 0)
BRIDGE = read_document(Parsed(document()), "").library.exercises["lx-bridge"]


def edit(path: str, base: object, value: object, exercise: str = "lx-bridge") -> FieldEdit:
    return FieldEdit(exercise, path, base, value, "Ana", NOON)


def test_an_edit_changes_its_field_and_no_other() -> None:
    own = lay_over(BRIDGE, [edit("steps.es", list(BRIDGE.steps["es"]), ["Uno.", "Dos.", "Tres."])])
    assert own.steps["es"] == ("Uno.", "Dos.", "Tres.")
    assert replace(own, steps=BRIDGE.steps) == BRIDGE


def test_edits_of_other_exercises_change_nothing() -> None:
    assert lay_over(BRIDGE, [edit("difficulty", 2, 3, exercise="lx-other")]) == BRIDGE


def test_the_later_edit_of_a_field_wins() -> None:
    assert lay_over(BRIDGE, [edit("difficulty", 2, 3), edit("difficulty", 2, 4)]).difficulty == 4


def test_back_to_the_original_is_an_edit_less() -> None:
    edits = (edit("difficulty", 2, 3), edit("cue.en", "Keep your ribs down.", "Slow."))
    rest = without_path(edits, "lx-bridge", "difficulty")
    assert lay_over(BRIDGE, rest).difficulty == BRIDGE.difficulty
    assert lay_over(BRIDGE, rest).cue["en"] == "Slow."


@pytest.mark.parametrize(("path", "value"), [("difficulty", "hard"), ("steps.en", 5), ("code", "lx-x"), ("steps.fr", []), ("x", 1)])
def test_an_edit_that_does_not_fit_is_refused(path: str, value: object) -> None:
    with pytest.raises(BadInput):
        lay_over(BRIDGE, [edit(path, None, value)])


def test_edits_are_made_for_each_changed_path() -> None:
    changed = replace(BRIDGE, difficulty=3, cue={**BRIDGE.cue, "es": "Despacio."}, equipment=())
    made = edits_between(BRIDGE, changed, "Ana", NOON)
    assert [(each.path, each.base, each.value) for each in made] == [
        ("equipment", ["mat"], []),
        ("difficulty", 2, 3),
        ("cue.es", "Deje las costillas abajo.", "Despacio."),
    ]
    assert lay_over(BRIDGE, made) == changed


def test_no_change_makes_no_edit() -> None:
    assert edits_between(BRIDGE, BRIDGE, "Ana", NOON) == ()


def test_an_edit_keeps_the_code() -> None:
    with pytest.raises(PTBuilderError, match="keeps the code"):
        edits_between(BRIDGE, replace(BRIDGE, code="lx-x"), "Ana", NOON)


def newer(**changes: object) -> dict[str, Exercise]:
    return {"lx-bridge": replace(BRIDGE, version=2, **changes)}  # type: ignore[arg-type]


def test_an_edit_of_an_unchanged_field_is_kept() -> None:
    own = edit("difficulty", 2, 3)
    assert merge([own], newer(cue={"en": "New.", "es": "Nuevo."})).kept == (own,)


def test_an_edit_that_the_library_took_over_is_settled() -> None:
    own = edit("difficulty", 2, 3)
    assert merge([own], newer(difficulty=3)).settled == (own,)


def test_a_field_changed_on_both_sides_is_a_conflict_and_can_be_kept() -> None:
    (conflict,) = merge([edit("difficulty", 2, 3)], newer(difficulty=4)).conflicts
    assert (conflict.edit.base, conflict.edit.value, conflict.shipped) == (2, 3, 4)
    assert merge([conflict.keep_own], newer(difficulty=4)).kept == (conflict.keep_own,)


def test_another_language_of_the_same_text_is_no_conflict() -> None:
    own = edit("cue.es", BRIDGE.cue["es"], "Despacio.")
    result = merge([own], newer(cue={"en": "New words.", "es": BRIDGE.cue["es"]}))
    assert (result.kept, result.conflicts) == ((own,), ())


def test_an_edit_of_an_exercise_that_is_gone_is_not_dropped() -> None:
    own = edit("difficulty", 2, 3, exercise="lx-gone")
    assert merge([own], newer()).orphans == (own,)


paths = st.sampled_from(
    [("difficulty", st.integers(1, 5)), ("cue.en", st.text(min_size=1, max_size=9)), ("retired", st.booleans())]
)


@given(st.data())
def test_no_edit_is_ever_lost_in_a_merge(data: st.DataObject) -> None:
    edits = []
    for path, values in data.draw(st.lists(paths, max_size=4)):
        edits.append(edit(path, data.draw(values), data.draw(values)))
    result = merge(edits, newer())
    assert len(result.kept) + len(result.settled) + len(result.conflicts) + len(result.orphans) == len(edits)
