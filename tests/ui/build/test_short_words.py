"""Goals and findings are told in fewer words where there is little room, and never so that two read alike."""

from __future__ import annotations

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.ui.build.short_words import short_finding, short_goal, short_goals


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Stretch the hip flexors", "hip flexors"),
        ("strengthen the hip flexors", "hip flexors"),
        ("Ease symptoms with low-back flexion", "low-back flexion"),
        ("Return to impact", "return to impact"),
        ("Estirar los flexores de cadera", "flexores de cadera"),
        ("Mejorar el giro del cuello", "giro del cuello"),
    ],
)
def test_what_is_done_is_left_out(label: str, short: str) -> None:
    assert short_goal(label) == short


def test_goals_that_would_read_alike_keep_all_their_words() -> None:
    labels = ("stretch the hip flexors", "strengthen the hip flexors", "train the deep trunk muscles")
    assert short_goals(labels) == (*labels[:2], "deep trunk muscles")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_goal_of_the_library_keeps_words(library: Library, language: str) -> None:
    shorts = [short_goal(goal.label[language]) for goal in library.goals.values()]
    assert all(len(short) > 3 for short in shorts)
    assert not any(short.startswith(("the ", "el ", "la ", "los ", "las ")) for short in shorts)


def test_a_finding_loses_the_test_in_brackets_only() -> None:
    assert short_finding("Tight hip flexors (Thomas test)") == "Tight hip flexors"
    assert short_finding("Recent fracture (name region), not yet cleared") == "Recent fracture (name region), not yet cleared"
