"""Where the focus was before something opened, so that closing it gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusPlace:
    """Remembers what has the focus and what that stands in: a field may be gone later, its list is still there."""

    def __init__(self) -> None:
        self._chain: tuple[QWidget, ...] = ()

    def remember(self) -> None:
        """Note what has the focus now."""
        self._chain = _with_parents(QApplication.focusWidget())

    def forget(self) -> None:
        """Nothing is to be given back any more."""
        self._chain = ()

    def was_in(self, part: QWidget) -> bool:
        """Whether the focus was in ``part`` when it was noted."""
        return part in self._chain

    def give_back(self) -> bool:
        """Put the focus there again, or on the nearest around it that takes it; whether any could be seen. It is forgotten."""
        chain, self._chain = self._chain, ()
        for each in chain:
            if isValid(each) and each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False


def _with_parents(widget: QWidget | None) -> tuple[QWidget, ...]:
    chain: list[QWidget] = []
    while widget is not None:
        chain.append(widget)
        widget = widget.parentWidget()
    return tuple(chain)
