"""Python's search for garbage, on the GUI thread alone.

Python looks for garbage on whichever thread happens to make the next object. A worker that finds a closed window there frees its
widgets off the GUI thread, and Qt may crash then or later.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

LOOK_MS = 700
"""Between two looks; each costs microseconds unless enough was made since the last one."""


class GarbageSearch(QObject):
    """Stops the automatic search and does the same work in the event loop, by the same thresholds, youngest objects first."""

    def __init__(self, parent: QObject, look_ms: int = LOOK_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(look_ms)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search the oldest generation of which enough has come together."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return


def look_for_garbage() -> None:
    """Look for garbage from now on, but never through what the start has made: that stays as long as the window."""
    gc.freeze()
    app = QCoreApplication.instance()
    if app is not None:
        GarbageSearch(app)
