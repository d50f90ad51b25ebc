from __future__ import annotations

from datetime import date, datetime

import pytest

from ptbuilder.wording import dates
from ptbuilder.wording.numbers import NO_BREAK

DAY = date(2026, 3, 12)


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("language", "paper", "expected"),
    [("en", "a4", "12 March 2026"), ("en", "letter", "March 12, 2026"), ("es", "a4", "12 de marzo de 2026")],
)
def test_month_is_always_a_word(language: str, paper: str, expected: str) -> None:
    assert plain(dates.day(DAY, language, paper)) == expected


@pytest.mark.parametrize(
    ("first", "last", "language", "paper", "expected"),
    [
        (date(2026, 3, 10), date(2026, 3, 25), "en", "a4", "10 to 25 March"),
        (date(2026, 3, 28), date(2026, 4, 4), "en", "a4", "28 March to 4 April"),
        (date(2026, 3, 10), date(2026, 3, 25), "en", "letter", "March 10 to 25"),
        (date(2026, 3, 28), date(2026, 4, 4), "en", "letter", "March 28 to April 4"),
        (date(2026, 3, 10), date(2026, 3, 25), "es", "a4", "del 10 al 25 de marzo"),
        (date(2026, 3, 28), date(2026, 4, 4), "es", "a4", "del 28 de marzo al 4 de abril"),
        (date(2026, 12, 28), date(2027, 1, 4), "en", "a4", "28 December 2026 to 4 January 2027"),
    ],
)
def test_span_names_the_month_once_where_it_is_one(first: date, last: date, language: str, paper: str, expected: str) -> None:
    assert plain(dates.span(first, last, language, paper)) == expected


@pytest.mark.parametrize(
    ("language", "paper", "expected"),
    [
        ("en", "a4", "Thursday 26 March, 10:30"),
        ("en", "letter", "Thursday, March 26, 10:30 AM"),
        ("es", "a4", "jueves 26 de marzo, 10:30"),
    ],
)
def test_visit_is_told_with_its_weekday(language: str, paper: str, expected: str) -> None:
    assert plain(dates.visit(datetime(2026, 3, 26, 10, 30), language, paper)) == expected


def test_visit_without_a_time_is_a_day() -> None:
    assert plain(dates.visit(datetime(2026, 3, 26), "en", "a4")) == "Thursday 26 March"


def test_noon_and_midnight_are_twelve() -> None:
    assert plain(dates.clock(datetime(2026, 1, 1, 12, 5), "letter")) == "12:05 PM"
    assert plain(dates.clock(datetime(2026, 1, 1, 0, 5), "letter")) == "12:05 AM"
