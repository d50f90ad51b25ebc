from __future__ import annotations

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.desk.completing import fill, fills, write, writes
from ptbuilder.services.desk.desk import Desk


@pytest.mark.parametrize("name", sorted(fills() - {"log"}))
def test_a_fill_is_one_step_that_can_be_undone(desk: Desk, name: str) -> None:
    desk.set_irritability(None)
    before = desk.work
    fill(desk, name)
    assert desk.work != before
    desk.undo()
    assert desk.work == before


def test_the_usual_way_is_said_at_once(desk: Desk) -> None:
    fill(desk, "usual")
    delivery = desk.work.program.delivery
    assert (delivery.supervision, delivery.grouping, delivery.setting) == ("alone", "one-to-one", "home")
    fill(desk, "partly")
    assert desk.work.program.delivery.supervision == "partly"
    assert desk.work.program.delivery.setting == "home"


def test_what_was_said_of_a_suggestion_stays_when_it_is_taken(desk: Desk) -> None:
    fill(desk, "usual")
    desk.accept()
    assert desk.work.program.delivery.setting == "home"
    assert desk.rows


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("next-visit", "+14"),
        ("recall", "7"),
        ("patient-goals", "Walk the dog"),
        ("motivation", "A call after a week"),
        ("other-care", "Manual therapy"),
        ("adverse-events", "Sore for a day"),
    ],
)
def test_a_line_is_one_step_that_can_be_undone(desk: Desk, name: str, text: str) -> None:
    before = desk.work
    write(desk, name, text)
    assert desk.work != before
    desk.undo()
    assert desk.work == before


def test_every_line_is_tried_here() -> None:
    assert writes() == {"next-visit", "recall", "patient-goals", "motivation", "other-care", "adverse-events"}


@pytest.mark.parametrize(("name", "text"), [("next-visit", "soon"), ("recall", "11"), ("recall", "much"), ("recall", "")])
def test_what_cannot_be_read_is_said_and_changes_nothing(desk: Desk, name: str, text: str) -> None:
    before = desk.work
    with pytest.raises(PTBuilderError, match="Type"):
        write(desk, name, text)
    assert desk.work is before


def test_the_log_is_switched_on(desk: Desk) -> None:
    from dataclasses import replace

    desk.set_choices(replace(desk.work.choices, with_log=False))
    fill(desk, "log")
    assert desk.work.choices.with_log
