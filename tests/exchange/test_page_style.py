"""Contrast of the page in light and dark, and what the style sheet must never do."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ptbuilder.exchange.page_style import DARK, LIGHT, style_sheet

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first: str, second: str) -> float:
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("role", ["ink", "soft", "teal", "red"])
@pytest.mark.parametrize("ground", ["page", "tint"])
def test_words_stand_out(colours: Mapping[str, str], role: str, ground: str) -> None:
    assert _contrast(colours[role], colours[ground]) >= 4.5


@THEMES
def test_edges_stand_out(colours: Mapping[str, str]) -> None:
    assert _contrast(colours["line"], colours["page"]) >= 3
    assert _contrast(colours["line"], "#ffffff") >= 2.9


def test_the_style_sheet_loads_nothing() -> None:
    style = style_sheet()
    assert "url(" not in style
    assert "@import" not in style
    assert "</" not in style


def test_pictures_move_only_where_movement_is_welcome() -> None:
    before, _, after = style_sheet().partition("@media screen and (prefers-reduced-motion:no-preference){")
    assert "animation:" not in before
    assert after.count("animation:") == 1
    assert after.index("animation:") < after.index("@keyframes")
