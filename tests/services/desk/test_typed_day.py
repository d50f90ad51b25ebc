"""A typed day is read alike wherever one is typed, the nearest one before or after today."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.services.desk.typed_day import read_day, weekday_of

THURSDAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "before", "after"),
    [
        ("2 mar", date(2026, 3, 2), date(2027, 3, 2)),
        ("mar 2", date(2026, 3, 2), date(2027, 3, 2)),
        ("12 march", THURSDAY, THURSDAY),
        ("20 dec", date(2025, 12, 20), date(2026, 12, 20)),
        ("3 sept.", date(2025, 9, 3), date(2026, 9, 3)),
        ("29 feb", date(2024, 2, 29), date(2028, 2, 29)),
        ("2 mar 2025", date(2025, 3, 2), date(2025, 3, 2)),
        ("2026-04-01", date(2026, 4, 1), date(2026, 4, 1)),
        ("10d", date(2026, 3, 2), None),
        ("+14", None, date(2026, 3, 26)),
        ("+2w", None, date(2026, 3, 26)),
        ("thu", None, date(2026, 3, 19)),
        ("weds", None, date(2026, 3, 18)),
        ("thu 26 mar", None, date(2026, 3, 26)),
    ],
)
def test_the_nearest_such_day_is_meant(typed: str, before: date | None, after: date | None) -> None:
    assert read_day(typed.split(), THURSDAY, "past") == before
    assert read_day(typed.split(), THURSDAY, "future") == after


@pytest.mark.parametrize("nearest", ["past", "future"])
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2",
        "mar",
        "ma 2",
        "31 feb",
        "\u00b2 mar",
        "mar \u2461",
        "2 mar 0000",
        "2 mar 26",
        "2 mar 2026 x",
        "decreased 2",
        "0 mar",
        "1-2",
    ],
)
def test_what_names_no_day_is_none(typed: str, nearest: Literal["past", "future"]) -> None:
    assert read_day(typed.split(), THURSDAY, nearest) is None


def test_a_weekday_is_known_by_its_beginning() -> None:
    assert [weekday_of(word) for word in ("mon", "tues", "sunday", "su", "may", "")] == [0, 1, 6, None, None, None]


@given(words=st.lists(st.text(max_size=6), max_size=4), number=st.characters(categories=["Nd", "Nl", "No"]))
def test_no_words_and_no_figures_of_any_script_break_it(words: list[str], number: str) -> None:
    read_day(words, THURSDAY, "past")
    read_day([number, "mar"], THURSDAY, "future")
