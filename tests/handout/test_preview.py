from __future__ import annotations

from ptbuilder.handout.document import render
from ptbuilder.handout.preview import pages
from tests.handout.sheets import SHEET, sheet


def test_pages_become_pictures_of_their_size() -> None:
    found = pages(render(SHEET).pdf, 0.5)
    assert len(found) == render(SHEET).pages
    assert (found[0].width, found[0].height) == (298, 421)
    assert len(found[0].rgba) == 4 * 298 * 421


def test_pictures_are_white_where_nothing_prints_and_red_comes_first() -> None:
    picture = pages(render(sheet()).pdf, 1)[0]
    assert picture.rgba[:4] == b"\xff\xff\xff\xff"
    pixels = {picture.rgba[at : at + 3] for at in range(0, len(picture.rgba), 4)}
    assert bytes((0x0F, 0x6B, 0x6B)) in pixels
