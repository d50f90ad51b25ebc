"""Fills pages with exercise blocks in the program's order; a block that just misses makes the page climb the ladder.

The order is never changed to save paper, and a block is never parted unless it is taller than a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import BLOCK_GAP, mm
from ptbuilder.handout.look import LADDER, Fit

MISS = mm(20)
"""By how much a block may miss for the page to be squeezed."""
RULE_GAP = mm(1.8)


class Block(Protocol):
    """Something with a height at each rung."""

    def frame(self, fit: Fit) -> Frame:
        """The block laid out for a rung."""


class Filled(NamedTuple):
    """One page: which blocks (numbers from 0) at which rung; ``is_long`` where its one block is taller than a page."""

    blocks: tuple[int, ...]
    fit: Fit
    is_long: bool = False


def fill_pages(blocks: Sequence[Block], first_room: float, room: float, *, with_steps: bool = True) -> tuple[Filled, ...]:
    """Blocks on pages, the first of which has ``first_room`` from its first block's upper gap on, the others ``room``."""
    pages: list[Filled] = []
    at = 0
    while at < len(blocks):
        available = room if pages else first_room
        page = _fill(blocks, at, available, is_first=not pages, with_steps=with_steps)
        if not page.blocks and pages:
            page = Filled((at,), _fit(0, with_steps), is_long=True)
        pages.append(page)
        at += len(page.blocks)
    return tuple(pages)


def _fit(rung: int, with_steps: bool) -> Fit:
    return LADDER[rung]._replace(with_steps=with_steps)


def _fill(blocks: Sequence[Block], at: int, room: float, *, is_first: bool, with_steps: bool) -> Filled:
    """As many blocks from ``at`` on as fit, at the first rung that takes the next one too if it misses by little."""
    fit = _fit(0, with_steps)
    taken = 0
    while at + taken < len(blocks) and _height(blocks, at, taken + 1, fit, is_first) <= room:
        taken += 1
    if at + taken < len(blocks) and _height(blocks, at, taken + 1, fit, is_first) <= room + MISS:
        for rung in range(1, len(LADDER)):
            tighter = _fit(rung, with_steps)
            if _height(blocks, at, taken + 1, tighter, is_first) <= room:
                fit, taken = tighter, taken + 1
                break
    return Filled(tuple(range(at, at + taken)), fit)


def _height(blocks: Sequence[Block], at: int, number: int, fit: Fit, is_first: bool) -> float:
    """Blocks with the gaps and rules between them; on the first page a gap and a rule stand above the first one too."""
    heights = sum(blocks[place].frame(fit).height for place in range(at, at + number))
    return heights + (number - (0 if is_first else 1)) * (BLOCK_GAP + RULE_GAP)


def fewest_pages(fill: Callable[[bool], tuple[Filled, ...]]) -> tuple[tuple[Filled, ...], bool]:
    """The pages with "Too hard? Too easy?" in each block, or without where that saves a page; and whether they are within."""
    within = fill(True)
    if len(within) == 1:
        return within, True
    without = fill(False)
    return (without, False) if len(without) < len(within) else (within, True)
