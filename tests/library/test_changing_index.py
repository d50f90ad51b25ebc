from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.library.changing_index import ChangingIndex
from ptbuilder.library.search import ExerciseIndex

BRIDGE, DOG = "lx-bridge", "lx-bird-dog"


@pytest.fixture(scope="module")
def changed(library: Library) -> tuple[ChangingIndex, ExerciseIndex]:
    """An index that took a renamed and a new exercise, and one made of the same exercises at once."""
    records = dict(library.exercises)
    taken = (
        replace(records[BRIDGE], name={"en": "Hip lift", "es": "Elevar la cadera"}, aliases={}),
        replace(records[DOG], code="own-bird-dog", name={"en": "Bird dog on a towel"}),
    )
    index = ChangingIndex(tuple(records.values()))
    index.take(taken)
    return index, ExerciseIndex(tuple((records | {each.code: each for each in taken}).values()))


@pytest.mark.parametrize("text", ["bird", "bird dog", "hip", "hip lift", "b", "brigde", "towel", "rotacion"])
def test_what_changed_is_found_as_if_the_index_were_new(changed: tuple[ChangingIndex, ExerciseIndex], text: str) -> None:
    index, whole = changed
    found = index.find(text)
    assert found
    assert set(found) == set(whole.find(text))
    assert len(found) == len(set(found))


def test_a_changed_exercise_is_found_by_its_new_name_alone(changed: tuple[ChangingIndex, ExerciseIndex]) -> None:
    index, whole = changed
    assert index.find("hip lift")[0] == BRIDGE == whole.find("hip lift")[0]
    assert BRIDGE not in index.find("glute bridge two legs")


def test_better_matches_stand_before_worse_ones_whether_they_changed_or_not(
    changed: tuple[ChangingIndex, ExerciseIndex],
) -> None:
    index, whole = changed
    codes, ranks = whole.ranked("bird dog")
    rank_of = dict(zip(codes.tolist(), ranks.tolist(), strict=True))
    assert [rank_of[code] for code in index.find("bird dog")] == sorted(rank_of.values())


def test_of_equal_matches_those_that_never_changed_stand_first(library: Library) -> None:
    index = ChangingIndex(tuple(library.exercises.values()))
    twin = replace(library.exercises[DOG], code="a-dog", aliases={})
    index.take((twin,))
    assert index.find("bird dog")[:2] == (DOG, "a-dog")
