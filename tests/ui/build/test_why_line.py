"""The line of reasons gives way where the finding can be told from its beginning, never first at the goal."""

from __future__ import annotations

import pytest

from ptbuilder.ui.build.why_line import LEAST_FINDING, shared
from ptbuilder.ui.painting import text_width
from ptbuilder.ui.theme import Theme

WORDS = ("Lumbar facet syndrome or facet-joint pain", "ease symptoms with low-back flexion")


def wide(theme: Theme, text: str) -> float:
    return text_width(theme, text, "caption") + 1


def test_both_are_whole_where_there_is_room(theme: Theme) -> None:
    finding, goal = (wide(theme, each) for each in WORDS)
    assert shared(theme, WORDS, finding + goal) == (finding, goal)


@pytest.mark.parametrize("less", [1, 60, 120])
def test_the_finding_is_cut_first(theme: Theme, less: int) -> None:
    finding, goal = (wide(theme, each) for each in WORDS)
    assert shared(theme, WORDS, finding + goal - less) == (pytest.approx(finding - less), goal)


def test_the_beginning_of_the_finding_stays(theme: Theme) -> None:
    room = wide(theme, WORDS[1]) + 20
    finding, goal = shared(theme, WORDS, room)
    assert finding == pytest.approx(theme.wide(LEAST_FINDING))
    assert finding + goal == pytest.approx(room)


def test_in_next_to_no_room_both_have_half(theme: Theme) -> None:
    assert shared(theme, WORDS, 80) == (40, 40)
