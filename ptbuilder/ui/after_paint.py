"""Doing something once what is to be painted is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

LAST = -10
"""Qt paints at -1; an event of a lower priority comes after it in the same round, before the next key or click."""


class AfterPaint(QObject):
    """Called with a function, it calls that after the paint that is due; it belongs to the GUI thread."""

    TURN = QEvent.Type(QEvent.registerEventType())

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []

    def __call__(self, act: Callable[[], None]) -> None:
        """Do this after the paint."""
        if not self._waiting:
            QCoreApplication.postEvent(self, QEvent(self.TURN), LAST)
        self._waiting.append(act)

    def customEvent(self, _event: QEvent) -> None:
        """It is painted."""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
