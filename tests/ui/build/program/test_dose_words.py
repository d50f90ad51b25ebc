"""The dose line of a row, of a card, and as it is read aloud."""

from __future__ import annotations

import pytest

from ptbuilder.domain.dosage import Dosage
from ptbuilder.ui.build.program.dose_words import dose_groups, part_name, short_dose, spoken_dose, usual_text

CONTROL = Dosage(sets=2, reps=10, hold_s=8, rest_s=20, per_day=2, rep_s=4)
STRETCH = Dosage(reps=3, hold_s=30, rest_s=10, rep_s=4)
REST = Dosage(hold_s=300, per_day=3)
WALK = Dosage(kind="time", minutes=10, per_week=5)
BALANCE = Dosage(sets=3, hold_s=20, rest_s=20)


def line(dosage: Dosage, side: str | None = None) -> str:
    return " · ".join("".join(piece.text for piece in group) for group in dose_groups(dosage, side))


@pytest.mark.parametrize(
    ("dosage", "side", "text"),
    [
        (CONTROL, None, "2 × 10 · hold 8 s · rest 20 s · 2 a day"),
        (STRETCH, "both", "3 times · hold 30 s · rest 10 s · left and right · 1 a day"),
        (REST, None, "hold 5 min · 3 a day"),
        (WALK, None, "10 minutes · 1 a day · 5 days a week"),
        (BALANCE, "left", "3 sets · hold 20 s · rest 20 s · left side · 1 a day"),
    ],
)
def test_the_line_of_a_row(dosage: Dosage, side: str | None, text: str) -> None:
    assert line(dosage, side) == text


@pytest.mark.parametrize(
    ("dosage", "side", "text"),
    [
        (CONTROL, None, "2 × 10"),
        (STRETCH, "both", "3 × 30 s, both sides"),
        (REST, None, "5 minutes, 3 a day"),
        (WALK, None, "10 minutes, 1 a day"),
        (BALANCE, None, "3 × 20 s"),
    ],
)
def test_the_words_of_a_card(dosage: Dosage, side: str | None, text: str) -> None:
    assert short_dose(dosage, side) == text


def test_a_dose_is_read_whole() -> None:
    assert spoken_dose(CONTROL, None) == "2 sets of 10, hold 8 seconds, rest 20 seconds, 2 times a day"
    assert spoken_dose(STRETCH, "both") == "3 times, hold 30 seconds, rest 10 seconds, left and right, once a day"


def test_each_number_can_be_clicked() -> None:
    parts = [piece.part for group in dose_groups(CONTROL, "both") for piece in group if piece.part]
    assert parts == ["sets", "reps", "hold_s", "rest_s", "side", "per_day"]


def test_the_usual_range_is_a_sentence() -> None:
    assert usual_text("hold_s", 2, 10) == "Usual hold: 2 to 10 s"
    assert usual_text("per_day", 1, 1) == "Usual times a day: 1"
    assert part_name("hold_s") == "Hold, s"
