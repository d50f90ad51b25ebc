"""A next visit is typed in one line."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.services.desk.visit_entry import read_visit

THURSDAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("26 mar 10:30", datetime(2026, 3, 26, 10, 30)),
        ("March 26, 9", datetime(2026, 3, 26, 9)),
        ("26 mar 2027", datetime(2027, 3, 26)),
        ("+14", datetime(2026, 3, 26)),
        ("+2w 14:15", datetime(2026, 3, 26, 14, 15)),
        ("thu 10:30", datetime(2026, 3, 19, 10, 30)),
        ("Thu 26 March, 10:30", datetime(2026, 3, 26, 10, 30)),
        ("2026-03-26 3pm", datetime(2026, 3, 26, 15)),
        ("13 mar 3", datetime(2026, 3, 13, 15)),
        ("2 jan", datetime(2027, 1, 2)),
        ("29 feb", datetime(2028, 2, 29)),
        ("12 mar 16:00", datetime(2026, 3, 12, 16)),
    ],
)
def test_a_day_and_a_time_are_understood(typed: str, meant: datetime) -> None:
    assert read_visit(typed, THURSDAY) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 feb", "26 mar 25:00", "26 mar 10:61", "2026-03-01", "+", "10:30", "13pm", "26 mar 13pm", "\u00b2 mar"]
)
def test_what_is_no_coming_visit_is_refused(typed: str) -> None:
    assert read_visit(typed, THURSDAY) is None


@given(st.text(max_size=30))
def test_nothing_typed_breaks_it_or_lies_in_the_past(typed: str) -> None:
    found = read_visit(typed, THURSDAY)
    assert found is None or found.date() >= THURSDAY
