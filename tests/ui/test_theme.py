"""Colours can be told apart, type is never too small, and everything grows with the text."""

from __future__ import annotations

import pytest

from ptbuilder.ui.theme import DARK, LIGHT, TYPE, Theme, Tokens, token_names

TEXT, EDGE = 4.5, 3.0
PAIRS = (
    ("ink", "surface", TEXT),
    ("ink", "window", TEXT),
    ("ink", "select", TEXT),
    ("ink_2", "surface", TEXT),
    ("ink_2", "window", TEXT),
    ("ink_2", "select", TEXT),
    ("ink_2", "hover", TEXT),
    ("ink_3", "surface", TEXT),
    ("ink_3", "window", TEXT),
    ("ink_3", "select", TEXT),
    ("ink_3", "sunken", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "window", TEXT),
    ("accent", "select", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("on_accent", "accent_down", TEXT),
    ("on_soft", "accent_soft", TEXT),
    ("on_warn", "warn_soft", TEXT),
    ("warn", "warn_soft", EDGE),
    ("warn", "surface", TEXT),
    ("on_stop_soft", "stop_soft", TEXT),
    ("stop", "surface", TEXT),
    ("stop", "stop_soft", EDGE),
    ("on_stop", "stop", TEXT),
    ("line_2", "surface", EDGE),
    ("line_2", "window", EDGE),
    ("line_2", "raised", EDGE),
    ("line_2", "select", EDGE),
    ("line_2", "sunken", EDGE),
    ("warn_line", "warn_soft", EDGE),
    ("stop_line", "stop_soft", EDGE),
    ("focus", "surface", EDGE),
    ("focus", "window", EDGE),
    ("focus", "select", EDGE),
)


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "needed"), PAIRS, ids=[f"{ink} on {ground}" for ink, ground, _ in PAIRS])
def test_ink_and_ground_can_be_told_apart(tokens: Tokens, ink: str, ground: str, needed: float) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= needed


def test_all_thirty_five_pairs_are_checked() -> None:
    assert len(PAIRS) == len({pair[:2] for pair in PAIRS}) == 35


def test_the_worst_pairs_are_those_of_the_design() -> None:
    texts = {pair[:2]: contrast(getattr(LIGHT, pair[0]), getattr(LIGHT, pair[1])) for pair in PAIRS if pair[2] == TEXT}
    assert min(texts, key=lambda pair: texts[pair]) == ("ink_3", "select")
    assert min(texts.values()) >= 4.8


def test_no_text_is_below_nine_points() -> None:
    assert min(kind.points for kind in TYPE.values()) == 9


def test_the_product_s_typeface_is_in_force(theme: Theme) -> None:
    assert theme.font("body").family() == "Atkinson Hyperlegible"


def test_text_and_heights_grow_together(theme: Theme) -> None:
    theme.set_text_size(200)
    assert theme.font("body").pointSizeF() == 21
    assert theme.line("body") == 40
    assert theme.tall(32) == 52


def test_a_text_size_outside_the_range_is_brought_to_its_end(theme: Theme) -> None:
    theme.set_text_size(900)
    assert theme.text_size == 200


def test_a_change_of_look_is_told_once(theme: Theme, qtbot) -> None:  # type: ignore[no-untyped-def]
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.is_dark))
    theme.set_mode("dark")
    theme.set_mode("dark")
    assert seen == [True]
    assert theme.color("surface").name() == DARK.surface


def test_every_token_is_a_colour() -> None:
    for tokens in (LIGHT, DARK):
        assert all(len(getattr(tokens, name)) == 7 for name in token_names())
