"""Work off the GUI thread: a plain function in, a plain value out, answers on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from time import sleep
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal

Answer = TypeVar("Answer")

REST = 0.0002
"""Seconds; without a rest Python would let the worker go on for five milliseconds while a key waits."""

_pools: list[QThreadPool] = []
"""Worker threads outlive their runners: to end one, Qt waits for it, and it may wait for Python, which is held meanwhile."""

_under_way: dict[int, TaskRunner] = {}
"""Who waits for the answer of which job, so that no runner can end on its own worker; only the GUI thread touches this."""

_numbers = count(1)


def rest() -> None:
    """On a worker, between two pieces of work of a millisecond or so: let the window go on."""
    sleep(REST)


class _Post(QObject):
    """Brings answers to the GUI thread, where it lives as long as the program."""

    answered = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.answered.connect(self._deliver)

    def _deliver(self, number: int, answer: Any, error: Exception | None) -> None:
        runner = _under_way.pop(number, None)
        if runner is not None and shiboken6.isValid(runner):
            runner.answer(number, answer, error)


@cache
def _post() -> _Post:
    return _Post()


class _Job(QRunnable):
    """Lets go of its work before the answer leaves: the runner holds it too, so that what it refers to ends on the GUI thread."""

    def __init__(self, work: Callable[[], Any], post: _Post, number: int) -> None:
        super().__init__()
        self._work: Callable[[], Any] | None = work
        self._post = post
        self._number = number

    def run(self) -> None:
        work, self._work = self._work, None
        assert work is not None
        try:
            answer: Any = work()
            error: BaseException | None = None
        except Exception as caught:  # noqa: BLE001 - the worker's edge: every failure is handed to the GUI thread
            answer, error = None, caught
        del work
        if shiboken6.isValid(self._post):
            self._post.answered.emit(self._number, answer, error)


class TaskRunner(QObject):
    """Runs functions on a worker, one after the other; the answer is dropped if the owner is gone by then.

    Errors without ``failed`` are raised on the GUI thread and so meet the excepthook. ``finished`` follows each job, also one
    whose answer is not wanted any more.
    """

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        _pools.append(self._pool)
        self._waiting: dict[int, tuple[QObject, Callable[[Any], None], Callable[[Exception], None] | None]] = {}
        self._works: dict[int, Callable[[], Any]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether no answer is waited for."""
        return not self._waiting

    def run(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on the worker, then call ``done`` (or ``failed``) on the GUI thread if ``owner`` still exists."""
        number = next(_numbers)
        self._waiting[number] = (owner, done, failed)
        self._works[number] = work
        _under_way[number] = self
        self._pool.start(_Job(work, _post(), number))

    def finish(self, timeout_ms: int = 5000) -> bool:
        """Wait until the worker is free, as on closing the window; False where it took longer."""
        return self._pool.waitForDone(timeout_ms)

    def forget(self) -> None:
        """Hand no answer over any more, so that none begins another task while the program ends."""
        self._waiting.clear()

    def drop(self) -> None:
        """Forget the answers that are under way, as the program ends: an event that outlives Python cannot be freed."""
        self.forget()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)

    def answer(self, number: int, answer: Any, error: Exception | None) -> None:
        """Hand an answer to who waits for it; called on the GUI thread when a job is done."""
        self._works.pop(number, None)
        self.finished.emit()
        if number not in self._waiting:
            return
        owner, done, failed = self._waiting.pop(number)
        if not shiboken6.isValid(owner):
            return
        if error is None:
            done(answer)
        elif failed is not None:
            failed(error)
        else:
            raise error
