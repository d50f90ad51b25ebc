"""Arrows are listed, added, changed and taken away, and what is said of them is what the engine reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.library import Library
from ptbuilder.figure.reading import read_figure
from ptbuilder.services.drawing.posing.arrows import (
    MOST,
    arrow_title,
    arrows_of,
    following,
    with_arrow_part,
    with_arrows,
    with_new_arrow,
    with_shift,
    without_arrow,
)
from ptbuilder.services.drawing.posing.draft import PoseDraft, blank, taken_over
from ptbuilder.services.drawing.posing.form import heading_choices, point_codes


def test_an_arrow_of_which_nothing_else_is_said_is_its_point() -> None:
    draft = with_arrows(blank(), [{"follow": "knee_r"}])
    assert draft.figure["arrows"] == ["knee_r"]
    assert not draft.follows
    assert arrows_of(with_arrow_part(draft, 0, "direction", "up").figure) == ({"follow": "knee_r", "direction": "up"},)
    assert with_arrow_part(with_arrow_part(draft, 0, "direction", "up"), 0, "direction", None) == draft


def test_no_arrows_and_those_of_the_engine_are_two_things() -> None:
    draft = with_arrows(blank(), [{"follow": "knee_r"}])
    assert without_arrow(draft, 0).figure["arrows"] == []
    assert not without_arrow(draft, 0).follows
    assert following(draft).follows
    assert arrows_of(following(draft).figure) == ()


def test_all_arrows_of_an_exercise_are_listed_and_each_changes_alone(library: Library) -> None:
    draft = taken_over(library.exercises["lx-bird-dog"].figure)
    first, second = arrows_of(draft.figure)
    changed = with_arrow_part(draft, 1, "both_ways", True)
    assert arrows_of(changed.figure) == (first, {**second, "both_ways": True})
    assert arrows_of(without_arrow(draft, 0).figure) == (second,)


def test_a_new_arrow_stands_beside_the_one_that_the_engine_chose() -> None:
    draft = with_new_arrow(blank(), ({"follow": "hand_r"},))
    assert [each["follow"] for each in arrows_of(draft.figure)] == ["hand_r", "foot_r"]
    again = with_new_arrow(draft, ({"follow": "nose"},))
    assert [each["follow"] for each in arrows_of(again.figure)][:2] == ["hand_r", "foot_r"]


def test_an_arrow_is_moved_along_both_ways_of_the_picture_or_goes_back() -> None:
    draft = with_shift(with_arrows(blank(), [{"follow": "knee_r"}]), 0, 1, 12)
    assert arrows_of(draft.figure)[0]["shift"] == [0, 12]
    assert arrows_of(with_shift(draft, 0, 0, -5).figure)[0]["shift"] == [-5, 12]
    assert "shift" not in arrows_of(with_shift(draft, 0, 0, None).figure)[0]


@pytest.mark.parametrize(
    ("arrow", "words"),
    [
        ({"follow": "hand_r", "direction": "up"}, "Right hand, up"),
        ({"follow": "pelvis"}, "Pelvis"),
        ({"follow": "chest", "direction": [0, 0, 1]}, "Chest"),
    ],
)
def test_an_arrow_is_told_in_words(arrow: dict[str, Any], words: str) -> None:
    assert arrow_title(arrow) == words


points, ways = st.sampled_from(list(point_codes())), st.sampled_from([code for code, _ in heading_choices()])


@given(st.lists(st.tuples(points, st.none() | ways, st.none() | st.integers(4, 80), st.booleans()), max_size=MOST))
def test_whatever_the_form_says_the_engine_reads(chosen: list[tuple[str, str | None, int | None, bool]]) -> None:
    draft: PoseDraft = with_arrows(blank(), [])
    for place, (point, way, length, both) in enumerate(chosen):
        draft = with_new_arrow(draft)
        parts = {"follow": point, "direction": way, "length": length, "both_ways": both or None, "on": "both" if both else None}
        for key, value in parts.items():
            draft = with_arrow_part(draft, place, key, value)
    specs = read_figure(draft.figure).arrows
    assert [(each.follow, each.length, each.both_ways) for each in specs] == [
        (point, length, both) for point, _, length, both in chosen
    ]
