"""What is done after the paint comes after it, and before the next key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui.after_paint import AfterPaint


class Page(QWidget):
    """Notes when it is painted."""

    def __init__(self, noted: list[str]) -> None:
        super().__init__()
        self.noted = noted

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.noted.append("paint")


def test_it_comes_after_the_paint_in_the_same_round(qtbot: QtBot) -> None:
    noted: list[str] = []
    page, later = Page(noted), AfterPaint()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: noted == ["paint"])
    later(lambda: noted.append("first"))
    page.update()
    later(lambda: noted.append("second"))
    QCoreApplication.sendPostedEvents()
    assert noted == ["paint", "paint", "first", "second"]


def test_what_is_asked_for_meanwhile_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    noted: list[str] = []
    later = AfterPaint()

    def again() -> None:
        later(lambda: noted.append("again"))
        noted.append("once")

    later(again)
    QCoreApplication.sendPostedEvents()
    assert noted == ["once"]
    QCoreApplication.sendPostedEvents()
    assert noted == ["once", "again"]
