from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ptbuilder.ui.garbage import GarbageSearch
from ptbuilder.ui.tasks import TaskRunner


class Circle:
    """Refers to itself, so that only the search for garbage frees it."""

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        self.freed_on = freed_on
        self.itself = self

    def __del__(self) -> None:
        self.freed_on.append(threading.current_thread())


def make_much() -> list[list[int]]:
    return [[each] for each in range(200_000)]


def test_garbage_is_freed_on_the_gui_thread_while_a_worker_makes_much(qtbot: QtBot) -> None:
    """What the worker made is kept: were it freed between two looks, there would be no reason to search."""
    place, tasks, made = QObject(), TaskRunner(), list[list[list[int]]]()
    gc.enable()
    GarbageSearch(place, look_ms=5)
    freed_on = list[threading.Thread]()
    gc.collect()
    Circle(freed_on)
    tasks.run(place, make_much, made.append)
    qtbot.waitUntil(lambda: bool(freed_on and made), timeout=20_000)
    assert freed_on == [threading.main_thread()]


def test_little_is_left_alone() -> None:
    place = QObject()
    search = GarbageSearch(place, look_ms=100_000)
    freed_on = list[threading.Thread]()
    gc.collect()
    Circle(freed_on)
    search.look()
    assert freed_on == []
    gc.collect()
    assert freed_on == [threading.main_thread()]


def test_what_a_work_refers_to_ends_on_the_gui_thread(qtbot: QtBot) -> None:
    tasks, ended_on, answers = TaskRunner(), list[threading.Thread](), list[bool]()

    class Kept:
        def __del__(self) -> None:
            ended_on.append(threading.current_thread())

    def begin(kept: Kept) -> None:
        tasks.run(tasks, lambda: kept is not None, answers.append)

    begin(Kept())
    qtbot.waitUntil(lambda: bool(ended_on), timeout=20_000)
    assert answers == [True]
    assert ended_on == [threading.main_thread()]
