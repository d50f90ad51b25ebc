"""Tells when nobody has used a key or the mouse for some time, also where the computer slept meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from time import time

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

LOOK_S = 5.0
"""The clock is looked at so often: Qt's timers stand still while the computer sleeps, the clock does not."""
_USES = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        *(QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove),
        *(QEvent.Type.MouseMove, QEvent.Type.InputMethod, QEvent.Type.NativeGesture),
    }
)


class IdleWatch(QObject):
    """``passed`` is sent each time the limit has passed without use; what comes first after that goes nowhere.

    Events are seen where they reach the program's windows and not in each widget, since every one passes through Python. ``clock``
    gives seconds since 1970.
    """

    passed = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], float] = time) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._limit_s = 0.0
        self._last = clock()
        self._pointer = QPointF()
        self._watched: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def watch(self, limit_s: float) -> None:
        """From now on tell after so many seconds; 0 watches nothing."""
        if bool(limit_s) != bool(self._limit_s):
            (self._begin if limit_s else self._end)()
        self._limit_s = limit_s
        self._last = self._clock()
        self.look()

    def look(self) -> None:
        """Compare with the clock now."""
        self._has_passed()
        if not self._limit_s:  # whoever was told may have ended the watch
            self._timer.stop()
            return
        left = self._last + self._limit_s - self._clock()
        self._timer.start(round(1000 * max(min(left, LOOK_S), 0.001)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note each use; the first one after the limit is kept from the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keep_key(event)
        has_passed = self._has_passed()
        if event.type() not in _USES:
            return False
        if has_passed:
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            place = event.globalPosition()
            if place == self._pointer:
                return False  # something moved under a pointer that lies still
            self._pointer = place
        self._last = self._clock()
        return False

    def _keep_key(self, event: QEvent) -> bool:
        """A key comes twice, first as a question whether it is a shortcut: after the limit it is none, and nothing is told yet."""
        if self._is_over():
            event.accept()
            return True
        return False

    def _has_passed(self) -> bool:
        """Tell if the limit has passed."""
        if not self._is_over():
            return False
        self._last = self._clock()
        self.passed.emit()
        return True

    def _is_over(self) -> bool:
        """Whether the limit has passed; a clock that was set back begins anew."""
        now = self._clock()
        self._last = min(self._last, now)
        return bool(self._limit_s) and now - self._last >= self._limit_s

    def _begin(self) -> None:
        QGuiApplication.instance().focusWindowChanged.connect(self._add)  # type: ignore[union-attr]
        self._add(self._window.windowHandle())
        self._add(QGuiApplication.focusWindow())

    def _end(self) -> None:
        QGuiApplication.instance().focusWindowChanged.disconnect(self._add)  # type: ignore[union-attr]
        for each in self._watched:
            if shiboken6.isValid(each):
                each.removeEventFilter(self)
        self._watched = []

    def _add(self, window: QWindow | None) -> None:
        """Watch a window of the program, such as a dialog, once it gets the keys."""
        self._watched = [each for each in self._watched if shiboken6.isValid(each)]
        if window is not None and window not in self._watched:
            window.installEventFilter(self)
            self._watched.append(window)
