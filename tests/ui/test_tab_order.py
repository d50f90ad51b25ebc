"""Tab comes to what stands below after what was made later but stands above it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui.tab_order import put_last, tab_stops


def window_with_foot(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    """A window with one field above a foot of two fields."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(_field(window, "first"))
    foot = QWidget(window)
    row = QVBoxLayout(foot)
    for name in ("undo", "print"):
        row.addWidget(_field(foot, name))
    column.addWidget(foot)
    return window, foot


def _field(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def names(window: QWidget) -> list[str]:
    return [each.objectName() for each in tab_stops(window)]


def test_a_part_made_late_comes_before_the_foot(qtbot: QtBot) -> None:
    window, foot = window_with_foot(qtbot)
    _field(window, "late")
    assert names(window) == ["first", "undo", "print", "late"]
    put_last(foot)
    assert names(window) == ["first", "late", "undo", "print"]
    _field(window, "later")
    put_last(foot)
    assert names(window) == ["first", "late", "later", "undo", "print"]


def test_a_foot_that_is_last_stays_so(qtbot: QtBot) -> None:
    window, foot = window_with_foot(qtbot)
    put_last(foot)
    assert names(window) == ["first", "undo", "print"]


def test_a_window_that_is_all_foot_is_left_alone(qtbot: QtBot) -> None:
    window, _ = window_with_foot(qtbot)
    put_last(window)
    assert names(window) == ["first", "undo", "print"]
