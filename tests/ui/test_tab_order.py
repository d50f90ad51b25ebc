"""Tab goes through the window as it is read, also to what was made later."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.tab_order import put_last, reading_stops, tab_stops
from tests.ui.conftest import Frame


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


def walked(frame: Frame, qtbot: QtBot) -> list[QWidget]:
    """What Tab comes to in the real window, from the patient in the top bar once around."""
    qtbot.waitUntil(lambda: frame.window.tab_order is not None)
    assert frame.window.tab_order is not None
    frame.window.tab_order.refresh()
    frame.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is frame.window)
    first = reading_stops(frame.window)[0]
    first.setFocus()
    found: list[QWidget] = []
    while (now := frame.window.focusWidget()) is not None and now not in found:
        found.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    return found


def test_tab_goes_through_the_real_window_as_it_is_read(frame: Frame, qtbot: QtBot) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.accept()
    places = [_part_of(each, frame) for each in walked(frame, qtbot)]
    order = ["rail", "top", "assessment", "program", "footer"]
    assert [place for place, _ in groupby(places)] == order
    assert {"finding_field", "findings", "program_list", "add_topic"} <= {each.objectName() for each in walked(frame, qtbot)}


def test_the_head_of_a_pane_comes_before_its_list_and_topics_right_after_it(frame: Frame, qtbot: QtBot) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.accept()
    names = [each.objectName() for each in walked(frame, qtbot)]
    wanted = [
        "assessment_date",
        "finding_field",
        "findings",
        "note_for_patient",
        "stage_0",
        "program_list",
        "add_topic",
        "undo_button",
    ]
    assert [name for name in names if name in wanted] == wanted


def test_parts_that_come_with_a_change_stand_in_the_order_too(frame: Frame, qtbot: QtBot) -> None:
    before = walked(frame, qtbot)
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    qtbot.waitUntil(lambda: _follows(frame.window, "finding_field", "findings"))
    assert frame.assessment.filled.findings not in before


def _follows(window: QWidget, one: str, other: str) -> bool:
    names = [each.objectName() for each in tab_stops(window) if each.isVisible()]
    return one in names and other in names and names.index(one) < names.index(other) < names.index("undo_button")


def _part_of(widget: QWidget, frame: Frame) -> str:
    window = frame.window
    parts = {
        "rail": window.rail,
        "top": window.top_bar,
        "assessment": frame.page.left,
        "program": frame.program,
        "right": frame.page.right,
        "footer": window.footer,
    }
    return next((name for name, part in parts.items() if part.isAncestorOf(widget)), widget.objectName())
