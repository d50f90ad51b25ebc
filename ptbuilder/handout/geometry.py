"""Measures of paper: margins, columns, gaps. All lengths are in points unless a name ends in ``_mm``."""

from __future__ import annotations

from typing import NamedTuple

from ptbuilder.domain.clinic import Paper

MM = 72 / 25.4


def mm(value: float) -> float:
    """Millimetres as points."""
    return value * MM


CONTENT_WIDTH = mm(174)
LEFT_COLUMN = mm(110)
RIGHT_COLUMN = mm(60)
RIGHT_AT = mm(114)
TOP = mm(15)
FOOT_FROM_BELOW = mm(21)
FOOT_HEIGHT = mm(6)
CONTENT_ENDS_FROM_BELOW = mm(22)
BLOCK_GAP = mm(4)
RULE_GAP = mm(1.8)
"""From the rule above a block to the block, as ``BLOCK_GAP`` is to the rule."""
RUN_12 = mm(132)
"""Longest run of text at 12 points, so that a line stays under 75 characters."""


class PageSize(NamedTuple):
    """One sheet of paper."""

    width: float
    height: float

    @property
    def left(self) -> float:
        """Where the content begins; it is equally wide on each paper."""
        return (self.width - CONTENT_WIDTH) / 2

    @property
    def content_height(self) -> float:
        """Room from the top margin to the end of the content."""
        return self.height - TOP - CONTENT_ENDS_FROM_BELOW


_SIZES: dict[Paper, PageSize] = {"a4": PageSize(mm(210), mm(297)), "letter": PageSize(612, 792)}


def page_size(paper: Paper) -> PageSize:
    """The sheet named by the clinic's choice."""
    return _SIZES[paper]


def run_width(size: float) -> float:
    """The longest run of text at ``size``, so that no line has more than 75 characters; never wider than the content."""
    return min(CONTENT_WIDTH, mm({10.5: 116, 12: 132, 14: 146, 18: 165}.get(size, 11 * size)))
