"""Colours of paper by what they are for, in colour and in black and white, and the sizes of type."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ptbuilder.domain.clinic import Ink

Colour = Literal["ink", "soft", "teal", "tint", "line", "hair", "red", "white"]


class Theme(NamedTuple):
    """Colour of each purpose as three numbers for a PDF; ``square`` says whether the number square is filled."""

    colours: dict[Colour, str]
    is_filled: bool
    warning_edge: float


def _rgb(code: str) -> str:
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


_COLOUR: dict[Colour, str] = {
    "ink": "#1d2733",
    "soft": "#46535f",
    "teal": "#0f6b6b",
    "tint": "#eaf3f2",
    "line": "#75828e",
    "hair": "#a9b3bb",
    "red": "#a11a1a",
    "white": "#ffffff",
}
_BLACK: dict[Colour, str] = {
    "ink": "#000000",
    "soft": "#333333",
    "teal": "#000000",
    "tint": "#ffffff",
    "line": "#222222",
    "hair": "#444444",
    "red": "#000000",
    "white": "#ffffff",
}
_THEMES: dict[Ink, Theme] = {
    "colour": Theme({name: _rgb(code) for name, code in _COLOUR.items()}, True, 1.5),
    "bw": Theme({name: _rgb(code) for name, code in _BLACK.items()}, False, 2.2),
}


def theme(ink: Ink) -> Theme:
    """The theme of a choice of ink."""
    return _THEMES[ink]


class Style(NamedTuple):
    """Size and leading of a text, in points."""

    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline; ascent and descent are 950 and 290 thousandths of the size."""
        return (self.leading - 1.24 * self.size) / 2 + 0.95 * self.size


BODY = Style(12, 15.5)
TITLE = Style(20, 24)
NAME = Style(17, 20)
HEADING = Style(14, 17)
SMALL = Style(10.5, 13)
FOOT = Style(10, 12)
LARGE_FOOT = Style(14, 16)
BADGE = Style(11, 11)
NUMERAL = Style(17, 21)
CLINIC_NAME = Style(15, 18)
PHONE = Style(14, 17)
EDUCATION = Style(14, 19)
EDUCATION_TITLE = Style(24, 29)
EDUCATION_HEADING = Style(17, 21)
REFERRAL_TITLE = Style(26, 31)
REFERRAL_TEXT = Style(18, 25)
