"""Tab goes through the window as it is read, also through parts that were made after others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.tab_order import KEPT, tab_stops
from tests.ui.conftest import Frame

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def field(parent: QWidget, name: str, left: int, top: int) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    made.setGeometry(left, top, 80, 24)
    return made


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """Two columns with two fields each, and a foot; made from the end."""
    sheet = QWidget()
    sheet.resize(300, 200)
    field(sheet, "foot", 0, 160)
    for name, left in (("right", 150), ("left", 0)):
        column = QWidget(sheet)
        column.setGeometry(left, 3 if left else 0, 140, 120)
        for place in (1, 0):
            field(column, f"{name} {place}", 0, 40 * place)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def names(root: QWidget) -> list[str]:
    return [each.objectName() for each in tab_stops(root)]


def test_columns_are_read_from_the_left_and_the_foot_last(sheet: QWidget) -> None:
    assert names(sheet) == ["left 0", "left 1", "right 0", "right 1", "foot"]


def test_what_cannot_be_seen_or_used_is_passed_over(sheet: QWidget) -> None:
    sheet.findChild(QLineEdit, "left 0").hide()
    sheet.findChild(QLineEdit, "right 1").setEnabled(False)
    assert names(sheet) == ["left 1", "right 0", "foot"]


def test_a_part_with_its_own_order_keeps_it(sheet: QWidget) -> None:
    first, second = sheet.findChild(QLineEdit, "left 1"), sheet.findChild(QLineEdit, "left 0")
    QWidget.setTabOrder(first, second)
    first.parentWidget().setProperty(KEPT, True)
    assert names(sheet)[:2] == ["left 1", "left 0"]


def test_the_footer_of_the_window_comes_after_the_program(frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.accept()
    stops = tab_stops(frame.window)
    places = [stops.index(each) for each in (frame.assessment.field, frame.program.list, frame.bar.print_button)]
    assert places == sorted(places)
    assert stops[-1] is frame.bar.print_button


def test_tab_and_shift_tab_go_the_same_way(frame: Frame) -> None:
    frame.window.activateWindow()
    stops = tab_stops(frame.window)
    stops[0].setFocus()
    for target in stops[1:4]:
        QTest.keyClick(frame.window.focusWidget(), TAB)
        assert frame.window.focusWidget() is target
    QTest.keyClick(frame.window.focusWidget(), BACK)
    assert frame.window.focusWidget() is stops[2]
