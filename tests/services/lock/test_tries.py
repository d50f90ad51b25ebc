from __future__ import annotations

import pytest

from ptbuilder.services.lock.tries import FIRST_WAIT_S, FREE_TRIES, LONGEST_WAIT_S, Tries, read_tries

NOW = 1_773_324_120.0


def after(wrong: int) -> Tries:
    tries = Tries()
    for _ in range(wrong):
        tries = tries.one_more(NOW)
    return tries


def test_the_wait_begins_with_the_fifth_wrong_try_and_doubles_up_to_a_quarter_of_an_hour() -> None:
    assert [after(count).left_s(NOW) for count in range(1, 13)] == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert after(10_000).left_s(NOW) == LONGEST_WAIT_S


def test_the_wait_ends_by_itself() -> None:
    tries = after(5)
    assert tries.left_s(NOW + 29.5) == 1
    assert tries.left_s(NOW + 30) == 0


@pytest.mark.parametrize("count", [0, 3, 5, 9])
def test_what_is_written_is_read_again(count: int) -> None:
    assert read_tries(after(count).written(), NOW) == after(count)


def test_nothing_is_written_where_nothing_was_wrong() -> None:
    assert Tries().written() == ""


def test_a_clock_that_was_set_back_never_makes_a_wait_longer() -> None:
    tries = after(6)
    assert tries.settled(NOW - 86_400).left_s(NOW - 86_400) == 60
    assert tries.settled(NOW - 86_400).left_s(NOW - 86_400 + 60) == 0
    assert tries.settled(NOW + 10) == tries


@pytest.mark.parametrize("text", ["5", "many 3", "5 soon", "-1 0", "5 nan", "5 inf", "1 2 3", "x" * 5000])
def test_what_cannot_be_read_counts_as_a_first_wait(text: str) -> None:
    tries = read_tries(text, NOW)
    assert (tries.wrong, tries.left_s(NOW)) == (FREE_TRIES, FIRST_WAIT_S)
