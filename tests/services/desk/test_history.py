"""Undo and redo go through the steps in order."""

from __future__ import annotations

import pytest

from ptbuilder.services.desk.history import History
from ptbuilder.services.desk.work import Step


def filled(count: int, limit: int = 500) -> History[int]:
    history: History[int] = History(limit)
    for number in range(count):
        history.record(Step(str(number)), number, number + 1)
    return history


def undone(history: History[int]) -> list[int]:
    put: list[int] = []
    history.undo(put.append)
    return put


def redone(history: History[int]) -> list[int]:
    put: list[int] = []
    history.redo(put.append)
    return put


def refuse(state: int) -> None:
    raise OSError(state)


def test_an_empty_history_has_nothing_to_give() -> None:
    history: History[int] = History()
    assert (undone(history), redone(history), history.undo_step, history.redo_step) == ([], [], None, None)


def test_steps_are_undone_newest_first_and_redone_oldest_first() -> None:
    history = filled(3)
    assert undone(history) + undone(history) == [2, 1]
    assert redone(history) == [2]
    assert history.redo_step == Step("2")


def test_a_new_step_forgets_what_was_undone() -> None:
    history = filled(3)
    undone(history)
    history.record(Step("other"), 2, 9)
    assert redone(history) == []
    assert undone(history) == [2]


def test_only_the_newest_steps_are_kept() -> None:
    history = filled(10, limit=4)
    assert [undone(history) for _ in range(5)] == [[9], [8], [7], [6], []]


def test_a_step_that_cannot_be_taken_back_stays_to_be_undone() -> None:
    history = filled(2)
    with pytest.raises(OSError, match="1"):
        history.undo(refuse)
    assert (history.undo_step, history.redo_step) == (Step("1"), None)
    undone(history)
    with pytest.raises(OSError, match="2"):
        history.redo(refuse)
    assert (history.undo_step, history.redo_step) == (Step("0"), Step("1"))
