"""Tab goes through the window as it is read: line by line, in columns from left to right; parts that are made late too."""

from __future__ import annotations

from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

KEPT = "keeps_tab_order"
"""A property of a widget whose own order of Tab, made by ``setTabOrder``, stays as it is."""


def tab_stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at in ``root`` and below it, in the order of reading; nothing that cannot be seen or used."""
    stops = [root] if _is_stop(root) else []
    if root.property(KEPT):
        return [*stops, *_chained(root)]
    parts = [each for each in root.children() if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()]
    parts.sort(key=cmp_to_key(_reading_order))
    return [*stops, *(stop for part in parts for stop in tab_stops(part))]


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop, or the one before, around at the ends; False where the focus is at none of them."""
    stops, now = tab_stops(window), window.focusWidget()
    if now not in stops:
        return False
    target = stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _is_stop(widget: QWidget) -> bool:
    takes_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes_tab) and widget.isEnabled() and widget.focusProxy() is None and not widget.isWindow()


def _chained(root: QWidget) -> list[QWidget]:
    """The stops inside ``root`` as Qt's own chain has them."""
    stops: list[QWidget] = []
    each = root.nextInFocusChain()
    while each is not None and each is not root:
        if _is_stop(each) and root.isAncestorOf(each) and each.isVisible():
            stops.append(each)
        each = each.nextInFocusChain()
    return stops


def _reading_order(one: QWidget, other: QWidget) -> int:
    """What stands side by side is read from the left, all else from the top."""
    first, second = one.geometry(), other.geometry()
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    if shared > min(first.height(), second.height()) / 2:
        return first.left() - second.left() or first.top() - second.top()
    return first.top() - second.top() or first.left() - second.left()
