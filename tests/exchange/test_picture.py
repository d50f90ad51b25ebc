"""Drawings inside a page."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath
from ptbuilder.exchange.picture import picture
from tests.exchange.reading import DRAWN, read


def test_a_picture_is_an_image_with_words() -> None:
    svg = read(picture(DRAWN, 'Lying & "still"', "en", 300, 160)).one("svg")
    assert svg.attributes["role"] == "img"
    assert svg.attributes["aria-label"] == 'Lying & "still"'
    assert svg.attributes["lang"] == "en"


def test_paths_keep_their_paint_and_order() -> None:
    line, shape = read(picture(DRAWN, "x", "en", 300, 160)).all("path")
    assert line.attributes["fill"] == "none"
    assert (line.attributes["stroke"], line.attributes["stroke-width"]) == ("#777777", "2")
    assert line.attributes["stroke-dasharray"] == "4 2"
    assert (shape.attributes["fill"], shape.attributes["opacity"]) == ("#8fb9d8", "0.5")
    assert "stroke" not in shape.attributes
    assert shape.attributes["d"] == "M30 140C90 20 150 20 200 140Z"


def test_a_smaller_frame_stands_on_the_same_floor_in_the_middle() -> None:
    svg = read(picture(replace(DRAWN, width=200, height=100), "x", "en", 300, 160)).one("svg")
    assert svg.attributes["viewbox"] == "-50 -60 300 160"


def test_numbers_are_as_fine_as_the_picture_needs() -> None:
    path = PaintedPath((("M", ((0.123456, -0.00001),)),), Paint(fill="#000000"))
    drawn = read(picture(Drawing(1, 1, (path,)), "x", "en", 1, 1)).one("path").attributes["d"]
    assert drawn == "M0.1235 0"
    large = read(picture(Drawing(5000, 5000, (path,)), "x", "en", 5000, 5000)).one("path").attributes["d"]
    assert large == "M0 0"
