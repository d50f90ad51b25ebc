"""A start is typed as a day, in weeks or as a date, and nothing is read that was not meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.services.desk.activity_entry import LATEST, read_start

ZERO, TODAY = date(2026, 3, 2), date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8", 8),
        ("day 8", 8),
        ("D8", 8),
        ("8 days", 8),
        ("0", 0),
        ("2w", 14),
        ("2 weeks", 14),
        ("now", 10),
        ("25 mar", 23),
        ("mar 25", 23),
        ("3 mar", 1),
        ("2026-04-01", 30),
        ("+3", 13),
        ("thu", 17),
    ],
)
def test_a_start_is_read(typed: str, day: int) -> None:
    assert read_start(typed, ZERO, TODAY) == day


@pytest.mark.parametrize("typed", ["", "soon", "-3", "2026-02-01", "8 cats", "1000", "31 feb"])
def test_what_is_no_start_is_not_read(typed: str) -> None:
    assert read_start(typed, ZERO, TODAY) is None


def test_without_the_day_of_the_procedure_only_days_can_be_read() -> None:
    assert read_start("8", None, TODAY) == 8
    assert read_start("25 mar", None, TODAY) is None
    assert read_start("now", None, TODAY) is None


@given(typed=st.text(max_size=12))
def test_any_text_gives_a_day_of_the_table_or_nothing(typed: str) -> None:
    day = read_start(typed, ZERO, TODAY)
    assert day is None or 0 <= day <= LATEST
