"""Undo and redo go through the steps in order."""

from __future__ import annotations

from ptbuilder.services.desk.history import History
from ptbuilder.services.desk.work import Step


def filled(count: int, limit: int = 500) -> History[int]:
    history: History[int] = History(limit)
    for number in range(count):
        history.record(Step(str(number)), number, number + 1)
    return history


def test_an_empty_history_has_nothing_to_give() -> None:
    history: History[int] = History()
    assert (history.undo(), history.redo(), history.undo_step, history.redo_step) == (None, None, None, None)


def test_steps_are_undone_newest_first_and_redone_oldest_first() -> None:
    history = filled(3)
    assert [history.undo(), history.undo()] == [2, 1]
    assert history.redo() == 2
    assert history.redo_step == Step("2")


def test_a_new_step_forgets_what_was_undone() -> None:
    history = filled(3)
    history.undo()
    history.record(Step("other"), 2, 9)
    assert history.redo() is None
    assert history.undo() == 2


def test_only_the_newest_steps_are_kept() -> None:
    history = filled(10, limit=4)
    assert [history.undo() for _ in range(5)] == [9, 8, 7, 6, None]
