"""Work off the GUI thread comes back to it, or is dropped."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ptbuilder.ui.tasks import TaskRunner


def test_an_answer_comes_back_on_the_gui_thread(qtbot: QtBot) -> None:
    runner, owner, seen = TaskRunner(), QObject(), []
    runner.run(owner, threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: runner.is_idle)
    worker, here = seen[0]
    assert worker != here == threading.get_ident()


def test_the_answer_to_a_deleted_owner_is_dropped(qtbot: QtBot) -> None:
    runner, owner, go, seen = TaskRunner(), QObject(), threading.Event(), []
    runner.run(owner, lambda: go.wait(5), seen.append)
    import shiboken6

    shiboken6.delete(owner)
    go.set()
    qtbot.waitUntil(lambda: runner.is_idle)
    assert seen == []


def test_a_failure_is_handed_over(qtbot: QtBot) -> None:
    runner, owner, seen = TaskRunner(), QObject(), []

    def fail() -> None:
        raise ValueError("no")

    runner.run(owner, fail, lambda _: None, seen.append)
    qtbot.waitUntil(lambda: runner.is_idle)
    assert isinstance(seen[0], ValueError)


def test_a_failure_nobody_takes_meets_the_excepthook(qtbot: QtBot) -> None:
    runner, owner = TaskRunner(), QObject()

    def fail() -> None:
        raise ValueError("no")

    with qtbot.captureExceptions() as caught:
        runner.run(owner, fail, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ValueError


def test_finishing_waits_for_the_work(qtbot: QtBot) -> None:
    runner, owner, done = TaskRunner(), QObject(), []
    runner.run(owner, lambda: done.append(1), lambda _: None)
    assert runner.finish()
    assert done == [1]
    qtbot.waitUntil(lambda: runner.is_idle)


@pytest.mark.parametrize("count", [5])
def test_work_is_done_in_order(qtbot: QtBot, count: int) -> None:
    runner, owner, seen = TaskRunner(), QObject(), []
    for number in range(count):
        runner.run(owner, lambda n=number: n, seen.append)
    qtbot.waitUntil(lambda: len(seen) == count)
    assert seen == list(range(count))
