"""Work off the GUI thread: a plain function in, a plain value out, answers on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal

Answer = TypeVar("Answer")


class _Job(QRunnable):
    """Lets go of its work before the answer leaves: the runner holds it too, so that what it refers to ends on the GUI thread."""

    def __init__(self, work: Callable[[], Any], runner: TaskRunner, number: int) -> None:
        super().__init__()
        self._work: Callable[[], Any] | None = work
        self._runner = runner
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
        if shiboken6.isValid(self._runner):
            self._runner.finished.emit(self._number, answer, error)


class TaskRunner(QObject):
    """Runs functions on a worker, one after the other; the answer is dropped if the owner is gone by then.

    Errors without ``failed`` are raised on the GUI thread and so meet the excepthook.
    """

    finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._count = 0
        self._waiting: dict[int, tuple[QObject, Callable[[Any], None], Callable[[Exception], None] | None]] = {}
        self._works: dict[int, Callable[[], Any]] = {}
        self.finished.connect(self._on_finished)

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
        self._count += 1
        self._waiting[self._count] = (owner, done, failed)
        self._works[self._count] = work
        self._pool.start(_Job(work, self, self._count))

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

    def _on_finished(self, number: int, answer: Any, error: Exception | None) -> None:
        self._works.pop(number, None)
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
