"""A review of the tags counts for what the reviewer saw, and for nothing that a newer library says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.exercise import JUDGED_BY, ClinicLayer, Exercise, FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.domain.vocabulary import LEVELS, PHASES
from ptbuilder.library.layering import IMPACTS, Laid, lay
from ptbuilder.library.overlay import edits_between
from ptbuilder.library.parse import Parsed
from ptbuilder.library.records import read_document
from ptbuilder.library.reviewing import WITNESSED, is_witness, with_witnesses
from tests.library.sample import document

NOON = datetime(2026, 3, 12, 12, 0)
WHO = "2026-03-12, Ana"
_PLACES = [{**document()["positions"][0], "code": code} for code in ("hooklying", "standing", "sitting")]
LIBRARY: Library = read_document(Parsed(document(positions=_PLACES)), "").library
SHIPPED = replace(
    LIBRARY.exercises["lx-bridge"],
    stress=("supine",),
    max_irritability="moderate",
    earliest_phase="P2",
    impact="none",
    avoid_with=(),
    reviewed=None,
)
FINDING = next(iter(LIBRARY.findings))


def reviewed(shipped: Exercise, **changes: Any) -> ClinicLayer:
    """What the clinic keeps after it changed these fields and ticked that the tags were checked."""
    checked = replace(shipped, **changes, tags_reviewed=True, reviewed=WHO)
    edits = edits_between(shipped, checked, "Ana", NOON)
    return ClinicLayer(shipped.code, edits=with_witnesses(edits, checked, shipped, "Ana", NOON))


def seen(layer: ClinicLayer, newer: Exercise) -> tuple[Exercise, Laid]:
    laid = lay(layer, newer, LIBRARY)
    assert laid.exercise is not None
    return laid.exercise, laid


@pytest.mark.parametrize("was", [True, False])
def test_a_review_holds_while_nothing_changes(was: bool) -> None:
    shipped = replace(SHIPPED, tags_reviewed=was)
    exercise, laid = seen(reviewed(shipped), replace(shipped, cue={"en": "New words.", "es": "Palabras nuevas."}))
    assert (exercise.tags_reviewed, exercise.reviewed) == (True, WHO)
    assert laid.conflicts == ()


@pytest.mark.parametrize("was", [True, False])
@pytest.mark.parametrize("now", [True, False])
@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"stress": ("supine", "lx-flex")}, {"stress": {"supine", "lx-flex"}}),
        ({"stress": ()}, {"stress": {"supine"}}),
        ({"avoid_with": (FINDING,)}, {"avoid_with": {FINDING}}),
        ({"max_irritability": "low"}, {"max_irritability": "low"}),
        ({"max_irritability": "high"}, {"max_irritability": "moderate"}),
        ({"earliest_phase": "P3"}, {"earliest_phase": "P3"}),
        ({"earliest_phase": "P0"}, {"earliest_phase": "P2"}),
        ({"impact": "high"}, {"impact": "high"}),
        ({"position": "standing"}, {"position": SHIPPED.position}),
    ],
)
def test_a_newer_tag_makes_it_unreviewed_and_asks(was: bool, now: bool, changes: dict[str, Any], counts: dict[str, Any]) -> None:
    shipped = replace(SHIPPED, tags_reviewed=was)
    exercise, laid = seen(reviewed(shipped), replace(shipped, **changes, tags_reviewed=now))
    (name,) = changes
    assert not exercise.tags_reviewed
    assert exercise.reviewed is None
    assert name in {each.edit.path for each in laid.conflicts}
    value = getattr(exercise, name)
    assert (set(value) if isinstance(value, tuple) else value) == counts[name]


def test_a_library_that_takes_its_own_review_back_asks() -> None:
    exercise, laid = seen(reviewed(SHIPPED), replace(SHIPPED, tags_reviewed=False))
    assert not exercise.tags_reviewed
    assert [each.edit.path for each in laid.conflicts] == ["tags_reviewed"]


def test_one_changed_tag_of_the_clinic_does_not_hide_the_change_of_another_field() -> None:
    exercise, laid = seen(reviewed(SHIPPED, stress=("lx-flex",)), replace(SHIPPED, earliest_phase="P1"))
    assert [each.edit.path for each in laid.conflicts] == ["earliest_phase"]
    assert (exercise.tags_reviewed, exercise.earliest_phase, exercise.stress) == (False, "P2", ("lx-flex",))


def test_a_review_that_does_not_say_what_it_saw_counts_for_nothing_of_its_own() -> None:
    bare = (
        FieldEdit(SHIPPED.code, "reviewed", None, WHO, "Ana", NOON),
        FieldEdit(SHIPPED.code, "tags_reviewed", False, True, "Ana", NOON),
    )
    unreviewed = replace(SHIPPED, tags_reviewed=False)
    exercise, laid = seen(ClinicLayer(SHIPPED.code, edits=bare), unreviewed)
    assert (exercise.tags_reviewed, exercise.reviewed) == (False, None)
    assert lay(ClinicLayer(SHIPPED.code, edits=bare[:1]), SHIPPED, LIBRARY).exercise == SHIPPED  # the library's own review stands
    assert laid.conflicts == ()


def test_a_reviewed_tag_that_the_library_no_longer_knows_ends_the_review() -> None:
    without = replace(LIBRARY, stress_tags={code: each for code, each in LIBRARY.stress_tags.items() if code != "lx-flex"})
    laid = lay(reviewed(SHIPPED, stress=("supine", "lx-flex")), SHIPPED, without)
    assert laid.exercise is not None
    assert [each.path for each in laid.idle] == ["stress"]
    assert laid.exercise.reviewed is None


TAGS = sorted(LIBRARY.stress_tags)[:5]
states = st.fixed_dictionaries(
    {
        "stress": st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
        "max_irritability": st.sampled_from(LEVELS),
        "earliest_phase": st.sampled_from(PHASES),
        "impact": st.sampled_from(IMPACTS),
        "avoid_with": st.sampled_from([(), (FINDING,)]),
        "position": st.sampled_from(sorted(LIBRARY.positions)[:3]),
        "tags_reviewed": st.booleans(),
    }
)


@given(states, states, states)
def test_what_is_reviewed_by_the_clinic_is_what_it_saw(then: dict[str, Any], ours: dict[str, Any], now: dict[str, Any]) -> None:
    shipped, newer = replace(SHIPPED, **then), replace(SHIPPED, **now)
    mine = {name: ours[name] for name in JUDGED_BY}
    layer = reviewed(shipped, **mine)
    exercise, laid = seen(layer, newer)
    if exercise.tags_reviewed:
        assert {name: getattr(exercise, name) for name in JUDGED_BY} == mine
        assert laid.conflicts == ()
    asked = {each.edit.path for each in laid.conflicts}
    differs = {name for name in JUDGED_BY if now[name] not in (then[name], ours[name])}
    assert differs <= asked
    assert all(each.edit in layer.edits for each in laid.conflicts)


@given(states, states)
def test_of_what_changed_the_stricter_counts(then: dict[str, Any], now: dict[str, Any]) -> None:
    exercise, laid = seen(reviewed(replace(SHIPPED, **then)), replace(SHIPPED, **now))
    if not laid.conflicts:
        return
    assert set(exercise.stress) >= {*then["stress"], *now["stress"]}
    assert set(exercise.avoid_with) >= {*then["avoid_with"], *now["avoid_with"]}
    assert PHASES.index(exercise.earliest_phase) == max(PHASES.index(each["earliest_phase"]) for each in (then, now))
    assert LEVELS.index(exercise.max_irritability) == min(LEVELS.index(each["max_irritability"]) for each in (then, now))


def test_witnesses_are_kept_for_every_field_that_was_looked_at() -> None:
    layer = reviewed(SHIPPED, stress=("lx-flex",))
    assert {each.path for each in layer.edits} == {*WITNESSED, "reviewed"}
    assert {each.path for each in layer.edits if not is_witness(each)} == {"stress", "reviewed"}
