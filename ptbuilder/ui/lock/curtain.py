"""Takes everything that the window shows out of sight, and brings it back as it was."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFocusFrame, QMainWindow, QToolTip, QWidget

QUIETLY = Qt.FocusReason.ActiveWindowFocusReason
"""As when another window comes to the front: fields keep what is typed in them, and what is marked."""


class Curtain:
    """Behind it nothing of the window can be seen, reached by a key or read by a screen reader, while work goes on.

    What is only hidden is still a child of the window for screen readers. Everything therefore moves into a window that is never
    shown: they stay as they are, and one that opens meanwhile is not seen.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._behind = QWidget(window, Qt.WindowType.Window)
        self._content: QWidget | None = None
        self._over: list[tuple[QWidget, bool]] = []
        self._focus: list[QWidget] = []

    @property
    def is_drawn(self) -> bool:
        """Whether the window is behind it."""
        return self._content is not None

    def draw(self, screen: QWidget) -> None:
        """Show ``screen``, which takes the focus, in the place of everything."""
        _close_popups()
        window = self._window
        self._focus = _with_parents(window.focusWidget())
        screen.setParent(window)
        screen.setGeometry(window.rect())
        screen.show()
        screen.setFocus(QUIETLY)
        self._behind.resize(window.size())
        content = self._content = window.takeCentralWidget()
        assert content is not None
        content.setParent(self._behind)
        content.show()
        self._over = [(each, not each.isHidden()) for each in _over(window) if each is not screen]
        for each, _ in self._over:
            each.setParent(self._behind)
        window.setCentralWidget(screen)
        screen.show()
        screen.setFocus(QUIETLY)

    def lift(self) -> None:
        """Bring everything back, with the focus where it was; the screen goes."""
        window, content = self._window, self._content
        if content is None:
            return
        screen = window.takeCentralWidget()
        self._content = None
        size = self._behind.size()
        window.setCentralWidget(content)
        content.show()
        for each, was_shown in self._over:
            if shiboken6.isValid(each):
                self._bring_back(each, was_shown, is_whole=each.size() == size)
        self._over = []
        self._give_focus()
        assert screen is not None
        screen.deleteLater()

    def _bring_back(self, widget: QWidget, was_shown: bool, *, is_whole: bool) -> None:
        """What lay over the whole window does so again, also where the window has another size now."""
        place = self._window.rect() if is_whole else widget.geometry()
        widget.setParent(self._window)
        widget.setGeometry(place)
        if was_shown:
            widget.show()
            widget.raise_()

    def _give_focus(self) -> None:
        """To what had it, or to the nearest around it that is still there and takes it."""
        before, self._focus = self._focus[:1], self._focus
        there = [each for each in self._focus if shiboken6.isValid(each) and each.isVisible() and each.isEnabled()]
        fitting = (each for each in there if each in before or each.focusPolicy() != Qt.FocusPolicy.NoFocus)
        self._focus = []
        if (first := next(fitting, None)) is not None:
            first.setFocus(QUIETLY)


def _over(window: QWidget) -> list[QWidget]:
    """The frames over a window, as the palette is one; a ring follows what it is round by itself."""
    inside = [each for each in window.children() if isinstance(each, QWidget)]
    return [each for each in inside if not each.isWindow() and not isinstance(each, QFocusFrame)]


def _with_parents(widget: QWidget | None) -> list[QWidget]:
    found = []
    while widget is not None and not widget.isWindow():
        found.append(widget)
        widget = widget.parentWidget()
    return found


def _close_popups() -> None:
    """Call off what stands in windows of its own: menus, lists, dialogs, tips."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()
