"""Drawings become pictures once, and rows without any use the space."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath
from ptbuilder.domain.vocabulary import Side
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.figures.pictures import DrawingCache, Frame, drawn
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import Columns, fill

RED = Paint(fill="#ff0000")
SQUARE = PaintedPath(
    (
        ("M", ((0, 0),)),
        ("L", ((50, 0),)),
        ("L", ((50, 50),)),
        ("C", ((40, 50), (10, 50), (0, 50))),
        ("Z", ()),
    ),
    RED,
)
DRAWING = Drawing(100, 50, (SQUARE,))


class Pictures:
    """A drawing for every exercise but one, and what was asked for."""

    def __init__(self, without: str = "") -> None:
        self.asked: list[tuple[str, Side | None, Frame]] = []
        self._without = without

    def __call__(self, code: str, side: Side | None, frame: Frame) -> Drawing | None:
        self.asked.append((code, side, frame))
        return None if code == self._without else DRAWING


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_drawing_is_painted_in_the_middle(qapp: QApplication, ratio: float) -> None:
    pixmap = drawn(DRAWING, QSize(100, 100), ratio)
    assert pixmap.width() == 100 * ratio
    image = pixmap.toImage()
    assert image.pixelColor(round(10 * ratio), round(50 * ratio)) == QColor("#ff0000")
    assert image.pixelColor(round(70 * ratio), round(50 * ratio)).alpha() == 0
    assert image.pixelColor(round(10 * ratio), round(10 * ratio)).alpha() == 0


def test_a_picture_is_made_once_for_each_side_frame_and_size(qapp: QApplication) -> None:
    provide = Pictures()
    cache = DrawingCache(provide)
    first = cache.pixmap("a", "left", "start", QSize(40, 20), 1.0)
    assert cache.pixmap("a", "left", "start", QSize(40, 20), 1.0) is first
    assert cache.pixmap("a", "right", "start", QSize(40, 20), 1.0) is not first
    assert cache.pixmap("a", "left", "start", QSize(80, 40), 1.0) is not first
    assert len(provide.asked) == 2


def test_forgetting_asks_again(qapp: QApplication) -> None:
    provide = Pictures()
    cache = DrawingCache(provide)
    cache.pixmap("a", None, "start", QSize(40, 20), 1.0)
    cache.forget()
    cache.pixmap("a", None, "start", QSize(40, 20), 1.0)
    assert len(provide.asked) == 2


def test_without_a_drawing_there_is_none(qapp: QApplication) -> None:
    cache = DrawingCache()
    assert not cache.has("a")
    assert cache.pixmap("a", None, "start", QSize(40, 20), 1.0) is None


def test_rows_with_pictures_set_their_text_beside_them(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    fill(desk)
    plain, pictured = Columns(qtbot, desk, theme), Columns(qtbot, desk, theme, Pictures())
    lefts = []
    for columns in (plain, pictured):
        view = columns.program.list
        lefts.append(view.painter_of_rows.layout(view.rows.lines[0], 600).text_left)
    assert lefts[1] > lefts[0] + 200


def test_a_row_without_a_picture_keeps_the_column_of_the_others(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    fill(desk)
    columns = Columns(qtbot, desk, theme, Pictures(desk.rows[0].exercise.code))
    view = columns.program.list
    lefts = {view.painter_of_rows.layout(line, 600).text_left for line in view.rows.lines if line.kind == "exercise"}
    assert len(lefts) == 1


def test_the_side_of_a_row_is_the_side_of_its_picture(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    fill(desk)
    provide = Pictures()
    columns = Columns(qtbot, desk, theme, provide)
    desk.set_side(desk.rows[3].prescription.id, "left")
    columns.program.list.grab()
    assert (columns.names[3], "left", "finish") in provide.asked


def test_cards_show_pictures_too(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    fill(desk)
    provide = Pictures()
    columns = Columns(qtbot, desk, theme, provide)
    columns.right.suggested.list.grab()
    code = columns.right.suggested.list.offers.codes[0]
    assert code in {asked for asked, _, _ in provide.asked}
