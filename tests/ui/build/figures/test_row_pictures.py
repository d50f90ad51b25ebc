"""Rows that are shown as they were painted before look as rows that are painted now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.figures.row_pictures import KEPT, Paint, RowPictures
from ptbuilder.ui.build.offers.library_tab import LibraryTab
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import AGAINST, Columns, fill
from tests.ui.build.figures.test_pictures import DRAWING
from tests.ui.conftest import Frame

PLACE = QRectF(2, 3, 20, 10)
CHANGES: dict[str, Callable[[Desk], object]] = {
    "as it is": lambda _desk: None,
    "a finding less": lambda desk: desk.remove_finding(desk.work.assessment.findings[-1].code),
    "another severity": lambda desk: desk.set_finding(replace(desk.work.assessment.findings[0], grade="severe")),
    "a finding more": lambda desk: desk.add_finding(Finding("hp-gmed-weak", side="both", grade="moderate")),
    "another dose": lambda desk: desk.set_dosage(desk.rows[1].prescription.id, replace(desk.rows[1].prescription.dosage, sets=9)),
    "another side": lambda desk: desk.cycle_side(desk.rows[-1].prescription.id),
    "another note": lambda desk: desk.set_note(desk.rows[1].prescription.id, "Slowly."),
    "moved": lambda desk: desk.move(desk.rows[0].prescription.id, 2),
    "removed": lambda desk: desk.remove(desk.rows[0].prescription.id),
    "taken": lambda desk: desk.accept(),
}


class Painter:
    """Paints rows red, and counts them."""

    def __init__(self, theme: Theme, ratio: float = 1.0) -> None:
        self.rows = RowPictures(theme, "surface")
        self.painted = 0
        self.screen = QPixmap(round(40 * ratio), round(20 * ratio))
        self.screen.setDevicePixelRatio(ratio)

    def show(self, key: str, place: QRectF = PLACE) -> QImage:
        self.screen.fill(Qt.GlobalColor.white)
        painter = QPainter(self.screen)
        self.rows.show(painter, place, key, self._paint)
        painter.end()
        return self.screen.toImage()

    def _paint(self, painter: QPainter, place: QRectF) -> None:
        self.painted += 1
        painter.fillRect(place.adjusted(1, 1, -1, -1), QColor("red"))


def test_a_row_is_painted_once_for_each_look(theme: Theme) -> None:
    painter = Painter(theme)
    first, again = painter.show("a"), painter.show("a")
    assert first == again
    assert painter.painted == 1
    painter.show("b")
    painter.show("a", PLACE.adjusted(0, 0, 1, 0))
    assert painter.painted == 3
    theme.set_mode("dark")
    painter.show("a")
    assert painter.painted == 4


def test_a_picture_stands_where_the_row_does(theme: Theme) -> None:
    painter = Painter(theme)
    painter.show("a")
    shown = painter.show("a")
    assert shown.pixelColor(3, 4) == QColor("red")
    assert shown.pixelColor(20, 11) == QColor("red")
    assert shown.pixelColor(2, 3) == theme.color("surface")
    assert shown.pixelColor(1, 3) == QColor("white")


@pytest.mark.parametrize(("ratio", "place"), [(1.25, PLACE), (1.0, PLACE.translated(0.5, 0))])
def test_what_would_fall_between_pixels_is_painted_anew(theme: Theme, ratio: float, place: QRectF) -> None:
    painter = Painter(theme, ratio)
    painter.show("a", place)
    painter.show("a", place)
    assert painter.painted == 2


def test_twice_the_pixels_are_kept_too(theme: Theme) -> None:
    painter = Painter(theme, 2.0)
    assert painter.show("a") == painter.show("a")
    assert painter.painted == 1


def test_not_more_is_kept_than_a_screen_or_two_show(theme: Theme) -> None:
    painter = Painter(theme)
    for number in range(KEPT + 1):
        painter.show(str(number))
    painter.show(str(KEPT))
    assert painter.painted == KEPT + 1
    painter.show("0")
    assert painter.painted == KEPT + 2


@pytest.mark.parametrize("change", CHANGES)
def test_lists_look_as_if_every_row_were_painted_now(
    qtbot: QtBot, desk: Desk, theme: Theme, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    fill(desk)
    if change == "another note":
        desk.set_note(desk.rows[1].prescription.id, "Gently.")
    columns = Columns(qtbot, desk, theme, lambda _code, _side, _frame: DRAWING)
    columns.window.grab()
    CHANGES[change](columns.desk)
    columns.window.grab()
    shown = columns.window.grab().toImage()

    def paint_now(_rows: RowPictures, painter: QPainter, area: QRectF, _key: object, paint: Paint) -> None:
        paint(painter, area)

    monkeypatch.setattr(RowPictures, "show", paint_now)
    assert columns.window.grab().toImage() == shown


@pytest.mark.parametrize("change", ["as it is", "another word", "taken", "a finding less", "a row further"])
def test_rows_of_the_library_look_as_if_every_row_were_painted_now(
    qtbot: QtBot, desk: Desk, theme: Theme, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    fill(desk)
    columns = Columns(qtbot, desk, theme, lambda code, _side, _frame: DRAWING if code != AGAINST else None)
    columns.right.open_tab("library")
    tab = columns.right.findChild(LibraryTab)
    assert tab is not None
    tab.field.setText("press")
    columns.window.grab()
    changes = CHANGES | {
        "another word": lambda _desk: tab.field.setText("press up"),
        "a row further": lambda _desk: tab.list.setCurrentIndex(tab.list.offers.index(1)),
    }
    changes[change](columns.desk)
    columns.window.grab()
    shown = columns.window.grab().toImage()
    monkeypatch.setattr(RowPictures, "show", lambda _rows, painter, area, _key, paint: paint(painter, area))
    assert columns.window.grab().toImage() == shown


@pytest.mark.parametrize("change", ["as it is", "a finding less", "another severity", "a finding more"])
def test_findings_look_as_if_every_line_were_painted_now(frame: Frame, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    fill(frame.desk)
    frame.window.grab()
    CHANGES[change](frame.desk)
    frame.window.grab()
    shown = frame.window.grab().toImage()
    monkeypatch.setattr(RowPictures, "show", lambda _rows, painter, area, _key, paint: paint(painter, area))
    assert frame.window.grab().toImage() == shown
