"""What can be seen of the program, and what a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMenu, QWidget

SAID = ("text", "title", "plainText", "accessibleName", "accessibleDescription", "toolTip", "windowTitle", "placeholderText")


def words_in_sight() -> str:
    """All words of visible widgets and of the titles of windows."""
    shown = [each for each in QApplication.allWidgets() if each.isVisible()]
    words = [word for each in shown for word in _words(each)]
    return "\n".join([*words, *(each.title() for each in _windows())])


def words_for_screen_readers() -> str:
    """Names, descriptions and values of all that hangs below the program in the tree that screen readers walk."""
    program = QAccessible.queryAccessibleInterface(QApplication.instance())
    assert program is not None
    return "\n".join(_walk(program))


def _windows() -> list[QWindow]:
    return [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]


def _walk(interface: QAccessibleInterface) -> Iterator[str]:
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield interface.text(kind)
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid() and not _is_closed_window(child.object()):
            yield from _walk(child)


def _is_closed_window(thing: object) -> bool:
    """Whether it is a window of another test, or of a program that has ended."""
    return isinstance(thing, QWidget) and thing.isWindow() and not thing.isVisible() and thing.windowHandle() is not None


def _words(widget: QWidget) -> Iterator[str]:
    for name in SAID:
        yield str(widget.property(name) or "")
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
