"""The order in which Tab goes through the window, where parts are made later than what stands below them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_last(part: QWidget) -> None:
    """Let Tab come to ``part`` after all else in its window; to be called again when another part was made."""
    stops = tab_stops(part.window())
    inside = [each for each in stops if part.isAncestorOf(each)]
    outside = [each for each in stops if not part.isAncestorOf(each)]
    if not (inside and outside):
        return
    last = outside[-1]
    for each in inside:
        QWidget.setTabOrder(last, each)
        last = each


def tab_stops(window: QWidget) -> list[QWidget]:
    """Whatever in a window takes the focus by Tab, in the order of Tab; also what is not shown now."""
    stops = []
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        if each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and each.focusProxy() is None:
            stops.append(each)
        each = each.nextInFocusChain()
    return stops
