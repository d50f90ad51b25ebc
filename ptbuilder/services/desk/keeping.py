"""Keeping the work at hand: at once, or as soon as the window has shown what the edit did."""

from __future__ import annotations

from collections.abc import Callable
from threading import get_ident

from ptbuilder.services.desk.work import SaveState, Work

Save = Callable[[Work], SaveState]
Later = Callable[[Callable[[], None]], None]
"""Calls what it is given once the window is painted, before anything else can happen."""


class Keeper:
    """Saves by ``save``, if there is one; ``changed`` is called after each save, ``state`` says how the last one went.

    Without ``later`` each work is saved as it comes. With it the newest work waits for its turn or for ``flush``, which
    comes before anything that closes, replaces or reads back what was saved.
    """

    def __init__(self, save: Save | None = None, later: Later | None = None) -> None:
        self.changed: list[Callable[[], None]] = []
        self.state = SaveState()
        self._save = save
        self._later = later
        self._waiting: Work | None = None
        self._thread = get_ident()

    def keep(self, work: Work) -> None:
        """Save this work, now or in its turn; work in which nothing was entered is not kept."""
        if self._save is None or work.is_blank:
            return
        is_asked = self._waiting is not None
        self._waiting = work
        if self._later is None:
            self.flush()
        elif not is_asked:
            self._later(self.flush)

    def flush(self) -> None:
        """Save what waits, if anything does; on another thread than that of the edits nothing is done."""
        if get_ident() != self._thread:
            return
        work, self._waiting = self._waiting, None
        if work is not None and self._save is not None:
            self.state = self._save(work)
            for listener in tuple(self.changed):
                listener()

    def forget(self) -> None:
        """Save what waits; from now on it is about other work, of which nothing was saved yet."""
        self.flush()
        self.state = SaveState()
