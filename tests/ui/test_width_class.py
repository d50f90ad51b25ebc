"""How many panes are open at which width."""

from __future__ import annotations

import pytest

from ptbuilder.ui.width_class import width_class


@pytest.mark.parametrize(
    ("width", "text_size", "fold"),
    [(1240, 100, "three"), (1239, 100, "two"), (1024, 100, "two"), (1920, 150, "three"), (1920, 151, "two")],
)
def test_panes_fold_by_width_and_text(width: int, text_size: int, fold: str) -> None:
    assert width_class(width, 900, text_size).fold == fold


def test_words_leave_the_rail_below_1200() -> None:
    assert width_class(1200, 900, 100).has_rail_words
    assert not width_class(1199, 900, 100).has_rail_words


def test_the_right_column_is_narrower_below_1200() -> None:
    assert (width_class(1300, 900, 100).right, width_class(1100, 900, 100).right) == (440, 376)


def test_a_window_under_700_is_low() -> None:
    assert width_class(1440, 699, 100).is_low
    assert not width_class(1440, 700, 100).is_low
