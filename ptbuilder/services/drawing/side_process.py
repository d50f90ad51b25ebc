"""One process beside this one for work that would hold up typing: Python lets only one thread at a time run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Answer = TypeVar("Answer")

NICENESS = 5
"""How far the process stands back from the window, in the steps of POSIX."""


class SideProcess:
    """Started by the first ``run``, ended by ``close`` and, should this process die, by the end of their line.

    Where no process can be started, or it breaks, the work is done here.
    """

    def __init__(self) -> None:
        self._turn = Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._is_broken = False
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        """Whether there is a process beside this one."""
        return self._process is not None and self._process.is_alive()

    def run(self, work: Callable[..., Answer], *args: Any) -> Answer:
        """The answer of ``work``, a function of a module; raises what it raises, and CancelledError once this is closed.

        To be called by a worker, since it waits; two that come at once take turns.
        """
        with self._turn:
            line = self._opened()
            if line is not None:
                try:
                    line.send((work, args))
                    is_done, answer = line.recv()
                except (EOFError, OSError):
                    self._is_broken = True
                    self._hang_up()
                else:
                    if is_done:
                        return answer  # type: ignore[no-any-return]
            if self._is_closed:
                raise CancelledError
        return work(*args)  # what failed there fails here again, where it can be seen

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._is_closed = True
        if self._process is not None:
            self._process.terminate()  # first: whoever waits for an answer holds the turn
        with self._turn:
            self._hang_up()

    def _opened(self) -> Connection | None:
        """The line to the process, which is started where there is none; None where there can be none."""
        if self._line is None and not self._is_broken and not self._is_closed:
            from multiprocessing import get_context

            context = get_context("spawn")  # a fork would copy Qt's threads in whatever state they are
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs,), daemon=True, name="drawing")
            try:
                process.start()
            except (OSError, RuntimeError):
                self._is_broken = True
                ours.close()
            else:
                self._process, self._line = process, ours
            theirs.close()
        return None if self._is_closed else self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process = None


def _serve(line: Connection) -> None:
    """In the process: do what comes over the line, one after the other, until it ends."""
    _stand_back()
    with suppress(EOFError, OSError):
        while True:
            work, args = line.recv()
            line.send(_tried(work, args))


def _tried(work: Callable[..., Any], args: tuple[Any, ...]) -> tuple[bool, Any]:
    """Whether it was done, and the answer."""
    try:
        return True, work(*args)
    except Exception:  # noqa: BLE001 - the edge of the process: the other side does it again and sees why
        return False, None


def _stand_back() -> None:
    """Let the window go first, use one core, and leave Ctrl+C in a terminal to the window."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), below_normal)
    else:
        with suppress(OSError):
            os.nice(NICENESS)
