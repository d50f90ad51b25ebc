"""An index in which single exercises were changed is the one that would have been built of the changed library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.index import TABLES, ExerciseIndex

CODES = ("lx-bridge", "lx-bird-dog", "own-a", "own-zz", "lx-bridge-mini")
CHANGES: st.SearchStrategy[Mapping[str, Any] | None] = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "difficulty": st.integers(1, 5),
        "stress": st.sampled_from([(), ("floor",), ("impact-high", "supine")]),
        "tags_reviewed": st.booleans(),
        "retired": st.booleans(),
        "equipment": st.sampled_from([(), ("mat",), ("chair", "band")]),
        "goals": st.sampled_from([(), ("strengthen:gluteus-maximus",), ("lengthen:hip-flexors", "train:deep-core")]),
        "harder": st.sampled_from([None, "lx-bird-dog", "lx-nowhere"]),
        "region": st.sampled_from(["hip", "lumbar"]),
        "type": st.sampled_from(["stretch", "aerobic", "strength"]),
    },
)


@given(steps=st.lists(st.tuples(st.sampled_from(CODES), CHANGES), max_size=6))
def test_bits_that_moved_are_bits_that_were_set_anew(library: Library, steps: list[tuple[str, Mapping[str, Any] | None]]) -> None:
    exercises = dict(library.exercises)
    index = ExerciseIndex(library)
    for code, changes in steps:
        _change(exercises, code, changes)
        now = replace(library, exercises=dict(exercises))
        index = index.changed(now, (code,))
        fresh = ExerciseIndex(now)
        assert index.codes == fresh.codes
        assert index.records == fresh.records
        assert index.place_of == fresh.place_of
        for name in (*TABLES, "stress", "served", "group_of", "retired", "with_things", "everything"):
            assert getattr(index, name) == getattr(fresh, name), name
        assert [index.near_twins(place) for place in range(index.size)] == [fresh.near_twins(place) for place in range(fresh.size)]


def _change(exercises: dict[str, Exercise], code: str, changes: Mapping[str, Any] | None) -> None:
    if changes is None:
        exercises.pop(code, None)
    else:
        exercises[code] = replace(exercises.get(code, exercises["lx-cat-camel"]), code=code, **changes)


def test_many_changes_at_once_are_learned_too(library: Library) -> None:
    exercises = dict(library.exercises)
    living = replace(library, exercises=exercises)
    reasoner = Reasoner(living)
    codes = tuple(exercises)
    for code in codes:
        exercises[code] = replace(exercises[code], retired=True)
    reasoner.relearn(codes)
    assert reasoner._index.retired == reasoner._index.everything
