"""How many panes are open at a width, and how high the bars are."""

from __future__ import annotations

from typing import Literal, NamedTuple

THREE_PANES = 1240
WORDS_ON_RAIL = 1200
LOW = 700
LARGE_TEXT = 150
STRIP = 52
"""Width of a folded pane in pixels."""

Fold = Literal["three", "two"]


class WidthClass(NamedTuple):
    """What a window of a size shows: ``fold`` three panes or the program with one side pane; words on the rail; low bars."""

    fold: Fold
    has_rail_words: bool
    is_low: bool
    right: int
    assessment: int

    @property
    def key(self) -> str:
        """The name under which widths of panes are remembered."""
        return f"{self.fold}-{'words' if self.has_rail_words else 'icons'}"


def width_class(width: int, height: int, text_size: int) -> WidthClass:
    """The class of a window of ``width`` x ``height`` pixels with text of ``text_size`` per cent."""
    large = text_size > LARGE_TEXT
    roomy = width >= WORDS_ON_RAIL
    growth = min(text_size / 100, 1.4)
    return WidthClass(
        fold="three" if width >= THREE_PANES and not large else "two",
        has_rail_words=roomy and not large,
        is_low=height < LOW or (large and height * 100 / text_size < LOW),
        right=round((440 if roomy else 376) * growth),
        assessment=round(320 * growth),
    )
