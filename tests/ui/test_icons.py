"""Every icon has a shape inside its grid."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ptbuilder.ui.icons import GRID, glyph, icon, icon_names, icon_pixmap


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_lies_inside_its_grid(name: str) -> None:
    shapes = [shape for shape in (glyph(name).lines, glyph(name).solid, glyph(name).cut) if shape is not None]
    assert shapes
    for shape in shapes:
        box = shape.boundingRect()
        assert box.left() >= 0
        assert box.top() >= 0
        assert box.right() <= GRID
        assert box.bottom() <= GRID


def test_an_unknown_icon_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        glyph("no-such-icon")


def test_a_picture_of_an_icon_has_ink_of_the_colour(qapp: object) -> None:
    image = icon_pixmap("check-circle", 20, QColor("#0f6b6b"), 2.0).toImage()
    assert image.width() == 40
    assert image.pixelColor(4, 20).name() == "#0f6b6b"


def test_an_icon_for_qt_is_not_empty(qapp: object) -> None:
    assert not icon("undo", 16, QColor("black")).isNull()
