"""The order in which Tab goes through the window: line by line, in columns from left to right; parts that are made late too."""

from __future__ import annotations

from functools import cmp_to_key
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

LATER_MS = 300
"""So long after the last change the order is made anew, so that painting what changed comes first."""


class ReadingOrder(QObject):
    """Keeps Qt's own chain of Tab in the order in which a window is read; made once it was painted.

    The order is set anew when the focus went elsewhere, and after ``follow_change``.
    """

    def __init__(self, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._window = window
        self._set: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        app.focusChanged.connect(self._on_focus_changed)

    def follow_change(self) -> None:
        """Make the order anew once nothing has changed for a little while, since parts may have come or gone."""
        self._timer.start(LATER_MS)

    def refresh(self) -> None:
        """Make the order anew now."""
        stops = reading_stops(self._window)
        if stops != self._set:
            self._set = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            self._timer.start(0)


def reading_stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at in ``root`` and below it, in the order of reading; nothing that cannot be seen."""
    parts = [each for each in root.children() if isinstance(each, QWidget) and not each.isHidden() and not each.isWindow()]
    parts.sort(key=cmp_to_key(_reading_order))
    inner = [stop for part in parts for stop in reading_stops(part)]
    return [root, *inner] if takes_tab(root) else inner


def tab_stops(window: QWidget) -> list[QWidget]:
    """Whatever in a window takes the focus by Tab, in the order of Tab; also what is not shown now."""
    stops = []
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        if takes_tab(each):
            stops.append(each)
        each = each.nextInFocusChain()
    return stops


def put_last(part: QWidget) -> None:
    """Let Tab come to ``part`` after all else in its window, also before the window was painted."""
    stops = tab_stops(part.window())
    inside = [each for each in stops if part.isAncestorOf(each)]
    outside = [each for each in stops if not part.isAncestorOf(each)]
    if not (inside and outside):
        return
    last = outside[-1]
    for each in inside:
        QWidget.setTabOrder(last, each)
        last = each


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at a widget once it is shown and enabled; windows and fields that stand for others do not count."""
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.focusProxy() is None and not widget.isWindow()


def _reading_order(one: QWidget, other: QWidget) -> int:
    """What stands side by side is read from the left, all else from the top."""
    first, second = one.geometry(), other.geometry()
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    if shared > min(first.height(), second.height()) / 2:
        return first.left() - second.left() or first.top() - second.top()
    return first.top() - second.top() or first.left() - second.left()
