"""A dose typed in one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.dosage import Dosage
from ptbuilder.ui.build.program.dose_entry import changed_numbers, read_dose

BEFORE = Dosage(sets=2, reps=8, hold_s=5, rest_s=30, per_day=1, per_week=5, effort="easy")


def test_all_parts_are_read_in_any_order() -> None:
    assert read_dose("2/d r20 3x10 7/w h8", BEFORE) == Dosage(
        sets=3, reps=10, hold_s=8, rest_s=20, per_day=2, per_week=7, effort="easy"
    )


def test_what_is_not_typed_stays() -> None:
    assert read_dose("h12", BEFORE) == Dosage(sets=2, reps=8, hold_s=12, rest_s=30, per_day=1, per_week=5, effort="easy")


@pytest.mark.parametrize("text", ["", "3x", "x10", "h", "3x10 abc", "0x10", "3x0", "0/d", "8/w", "h-3", "3 10"])
def test_what_cannot_be_read_is_refused_whole(text: str) -> None:
    assert read_dose(text, BEFORE) is None


def test_minutes_are_read_for_walks() -> None:
    walk = Dosage(kind="time", minutes=10)
    read = read_dose("20m 2/d", walk)
    assert read is not None
    assert (read.minutes, read.per_day) == (20, 2)


@given(st.integers(1, 20), st.integers(1, 200), st.integers(0, 900), st.integers(0, 900), st.integers(1, 24), st.integers(1, 7))
def test_what_is_written_is_read_back(sets: int, reps: int, hold: int, rest: int, day: int, week: int) -> None:
    read = read_dose(f"{sets}x{reps} h{hold} r{rest} {day}/d {week}/w", BEFORE)
    assert read is not None
    assert (read.sets, read.reps, read.hold_s, read.rest_s, read.per_day, read.per_week) == (sets, reps, hold, rest, day, week)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_dose(text, BEFORE)
    assert read is None or read.effort == "easy"


def test_changes_are_named() -> None:
    assert changed_numbers(BEFORE, Dosage(sets=3, reps=8, hold_s=5, rest_s=30, per_day=1, per_week=7, effort="easy")) == {
        "sets",
        "per_week",
    }
