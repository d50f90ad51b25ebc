"""Fills pages with exercise blocks in the program's order, on as few pages as they take and with the room shared out.

The order is never changed to save paper, and a block is never parted unless it is taller than a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import BLOCK_GAP, mm
from ptbuilder.handout.look import LADDER, Fit

RULE_GAP = mm(1.8)
_RUNG_COST = 0.02
"""What a rung weighs against empty paper: as much as a seventh of a page that is empty."""


class Block(Protocol):
    """Something with a height at each rung."""

    def frame(self, fit: Fit) -> Frame:
        """The block laid out for a rung."""


class Filled(NamedTuple):
    """One page: which blocks (numbers from 0) at which rung; ``is_long`` where its one block is taller than a page."""

    blocks: tuple[int, ...]
    fit: Fit
    is_long: bool = False


class _Plan(NamedTuple):
    """The pages from a block on, with what makes one plan better than another: fewer pages, then less cost."""

    pages: tuple[Filled, ...]
    cost: float

    @property
    def order(self) -> tuple[int, float]:
        return len(self.pages), round(self.cost, 6)


def fill_pages(blocks: Sequence[Block], first_room: float, room: float, ladder: Sequence[Fit] = LADDER) -> tuple[Filled, ...]:
    """Blocks on pages, the first of which has ``first_room`` from its first block's upper gap on, the others ``room``.

    The pages are as few as can be; among those the first page holds as many blocks as fit, and the further ones share the
    room that is left over. A page climbs the ladder only as far as it must.
    """
    if not blocks:
        return ()
    rest = _plans(blocks, room, ladder)
    fewest: _Plan | None = None
    for taken in range(len(blocks) + 1):
        page = _page(blocks, 0, taken, first_room, ladder, is_first=True)
        if page is None:
            break
        plan = _Plan((page, *rest[taken].pages), 0)
        if fewest is None or len(plan.pages) <= len(fewest.pages):
            fewest = plan
    assert fewest is not None
    return fewest.pages


def _plans(blocks: Sequence[Block], room: float, ladder: Sequence[Fit]) -> list[_Plan]:
    """For each block the best pages from it on, the fuller ones first where they are equal; behind all blocks there are none."""
    best = [_Plan((), 0)] * (len(blocks) + 1)
    for at in reversed(range(len(blocks))):
        plans = []
        for taken in range(1, len(blocks) - at + 1):
            page = _page(blocks, at, taken, room, ladder, is_first=False)
            if page is None:
                break
            after = best[at + taken]
            plans.append(_Plan((page, *after.pages), after.cost + _cost(blocks, page, room, ladder)))
        if not plans:
            after = best[at + 1]
            plans.append(_Plan((Filled((at,), ladder[0], is_long=True), *after.pages), after.cost))
        best[at] = min(reversed(plans), key=lambda plan: plan.order)
    return best


def _page(blocks: Sequence[Block], at: int, taken: int, room: float, ladder: Sequence[Fit], *, is_first: bool) -> Filled | None:
    """The page with ``taken`` blocks from ``at`` on at the first rung at which they fit, or None."""
    for fit in ladder:
        if _height(blocks, at, taken, fit, is_first) <= room:
            return Filled(tuple(range(at, at + taken)), fit)
    return None


def _cost(blocks: Sequence[Block], page: Filled, room: float, ladder: Sequence[Fit]) -> float:
    """Empty paper weighs by its square, so that two half-empty pages are better than a full and an empty one."""
    empty = 1 - _height(blocks, page.blocks[0], len(page.blocks), page.fit, is_first=False) / room
    return empty * empty + _RUNG_COST * list(ladder).index(page.fit)


def _height(blocks: Sequence[Block], at: int, number: int, fit: Fit, is_first: bool) -> float:
    """Blocks with the gaps and rules between them; on the first page a gap and a rule stand above the first one too."""
    heights = sum(blocks[place].frame(fit).height for place in range(at, at + number))
    return heights + (number - (0 if is_first else 1)) * (BLOCK_GAP + RULE_GAP)
