"""The table of activities says real dates where it can, days where it cannot, and what goes with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ptbuilder.domain.activity import ActivityRow, ActivityTable
from ptbuilder.wording import activities
from ptbuilder.wording.numbers import NO_BREAK

ROW = ActivityRow("bath", {"en": "Bath", "es": "Tina"}, "later", 8, date(2026, 11, 25))
PRINTED = date(2026, 11, 20)


def said(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("row", "en", "es"),
    [
        (ROW, "From Wednesday 25 November", "Desde el miércoles 25 de noviembre"),
        (replace(ROW, asks=True), "Not before Wednesday 25 November", "No antes del miércoles 25 de noviembre"),
        (replace(ROW, state="now"), "Now", "Ahora"),
        (replace(ROW, state="part"), "Now, with care", "Ahora, con cuidado"),
        (replace(ROW, state="ask"), "When your therapist says so", "Cuando su terapeuta lo diga"),
        (replace(ROW, on=None, day=0), "The same day", "El mismo día"),
        (replace(ROW, on=None, day=1), "The next day", "Al día siguiente"),
        (replace(ROW, on=None), "From day 8", "Desde el día 8"),
        (replace(ROW, on=None, asks=True), "Not before day 8", "No antes del día 8"),
        (replace(ROW, on=None, day=None), "When your therapist says so", "Cuando su terapeuta lo diga"),
    ],
)
def test_when_something_may_start_is_told_in_the_patients_language(row: ActivityRow, en: str, es: str) -> None:
    assert said(activities.when(row, "en", "a4")) == en
    assert said(activities.when(row, "es", "a4")) == es


def test_dates_on_letter_paper_are_american() -> None:
    assert said(activities.when(ROW, "en", "letter")) == "From Wednesday, November 25"


def test_a_number_never_parts_from_its_unit() -> None:
    assert f"5{NO_BREAK}kg" in activities.how(replace(ROW, note={"en": "Up to 5 kg."}), "en", "a4")


def test_a_gentle_start_is_told_until_it_ends_and_then_what_follows() -> None:
    row = replace(
        ROW,
        state="part",
        gently_to=9,
        gently_until=date(2026, 11, 26),
        gently={"en": "5 kg only."},
        then={"en": "as you are able."},
    )
    assert said(activities.how(row, "en", "a4")) == "Until Thursday 26 November: 5 kg only. After that: as you are able."
    assert said(activities.how(replace(row, gently_until=None), "en", "a4")).startswith("Until day 9: 5 kg only.")
    assert activities.how(replace(row, state="now"), "en", "a4") == "As you are able."


def test_what_is_new_in_this_stage_is_said_first() -> None:
    row = replace(ROW, state="now", is_new=True, note={"en": "When the skin has healed."})
    assert activities.how(row, "en", "a4") == "New in this stage. When the skin has healed."


@pytest.mark.parametrize(
    ("on", "en"),
    [
        (date(2026, 11, 17), "Your injection was on Tuesday 17 November."),
        (date(2026, 11, 23), "Your injection is on Monday 23 November."),
        (None, "Day 0 is the day of your injection."),
    ],
)
def test_the_day_that_all_is_counted_from_is_named(on: date | None, en: str) -> None:
    table = ActivityTable((ROW,), {"en": "injection", "es": "inyección"}, on)
    assert said(activities.about(table, PRINTED, "en", "a4")) == en
