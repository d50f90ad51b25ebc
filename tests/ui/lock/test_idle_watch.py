"""Idle time is told by the clock, also where the computer slept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui.lock.idle_watch import LOOK_S, IdleWatch
from tests.lock_clock import Clock


class Watched(QWidget):
    """A window with a field, and what its watch told."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.passed = 0
        self.field = QLineEdit(self)
        self.watch = IdleWatch(self, self.clock)
        self.watch.passed.connect(self._count)

    @property
    def handle(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None
        return handle

    def wait(self, seconds: float) -> None:
        """The clock goes on, and the timer looks at it."""
        self.clock.now += seconds
        self.watch.look()

    def _count(self) -> None:
        self.passed += 1


def turned_wheel() -> QWheelEvent:
    place, none = QPointF(50, 150), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, phase, False)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched()
    qtbot.addWidget(made)
    made.resize(300, 200)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    yield made
    made.watch.watch(0)


def test_nothing_is_told_before_the_limit(window: Watched) -> None:
    window.watch.watch(120)
    window.wait(119)
    assert window.passed == 0
    window.wait(1)
    assert window.passed == 1


def test_it_is_told_again_each_time_the_limit_has_passed(window: Watched) -> None:
    window.watch.watch(120)
    for count in (1, 2, 3):
        window.wait(120)
        assert window.passed == count


@pytest.mark.parametrize("use", ["key", "press", "move", "wheel"])
def test_each_use_begins_the_time_anew(window: Watched, use: str) -> None:
    window.watch.watch(120)
    window.clock.now += 100
    uses = {
        "key": lambda: QTest.keyClick(window.handle, Qt.Key.Key_A),
        "press": lambda: QTest.mouseClick(window.handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 150)),
        "move": lambda: QTest.mouseMove(window.handle, QPoint(60, 160)),
        "wheel": lambda: QApplication.sendEvent(window.handle, turned_wheel()),
    }
    uses[use]()
    window.wait(100)
    assert window.passed == 0
    window.wait(20)
    assert window.passed == 1


def test_a_pointer_that_lies_still_is_no_use(window: Watched) -> None:
    QTest.mouseMove(window.handle, QPoint(60, 160))
    window.watch.watch(120)
    QTest.mouseMove(window.handle, QPoint(70, 160))
    window.clock.now += 100
    QTest.mouseMove(window.handle, QPoint(70, 160))
    window.wait(20)
    assert window.passed == 1


def test_what_comes_first_after_a_sleep_is_kept_from_the_window(window: Watched) -> None:
    window.watch.watch(120)
    QTest.keyClick(window.handle, Qt.Key.Key_A)
    window.clock.now += 8 * 3600
    QTest.keyPress(window.handle, Qt.Key.Key_B)
    assert window.passed == 1
    assert window.field.text() == "a"
    QTest.keyClick(window.handle, Qt.Key.Key_C)
    assert window.field.text() == "ac"


def test_painting_after_a_sleep_tells_before_anything_is_painted(window: Watched) -> None:
    window.watch.watch(120)
    window.clock.now += 8 * 3600
    window.handle.requestUpdate()
    assert window.watch.eventFilter(window.handle, QEvent(QEvent.Type.UpdateRequest)) is False
    assert window.passed == 1


def test_the_clock_is_looked_at_often_and_at_the_limit_itself(window: Watched) -> None:
    window.watch.watch(120)
    assert window.watch._timer.interval() == 1000 * LOOK_S
    window.clock.now += 118
    window.watch.look()
    assert window.watch._timer.interval() == 2000


def test_a_clock_that_is_set_back_begins_anew(window: Watched) -> None:
    window.watch.watch(120)
    window.wait(-7200)
    window.wait(119)
    assert window.passed == 0
    window.wait(1)
    assert window.passed == 1


def test_nothing_is_watched_without_a_limit(window: Watched) -> None:
    window.watch.watch(120)
    window.watch.watch(0)
    window.wait(10_000)
    assert window.passed == 0
    assert not window.watch._timer.isActive()
    assert window.watch._watched == []


def test_a_dialog_that_gets_the_keys_is_watched_too(window: Watched, qtbot: QtBot) -> None:
    window.watch.watch(120)
    dialog = QLineEdit()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.setFocus()
    qtbot.waitUntil(dialog.hasFocus)
    window.clock.now += 100
    handle = dialog.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    window.wait(100)
    assert window.passed == 0
