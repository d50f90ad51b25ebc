"""Fills pages with exercise blocks in the program's order, on as few pages as they take and with the room shared out.

The order is never changed to save paper, and a block is never parted unless it is taller than a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Generic, NamedTuple, Protocol, TypeVar

from ptbuilder.handout.frame import Frame

Rung = TypeVar("Rung")
_AnyRung = TypeVar("_AnyRung", contravariant=True)

Gap = Callable[[Rung], float]
"""What stands between two blocks at a rung; above the first block of the first page too."""
_ROUNDING = 1e-6
_RUNG_COST = 0.02
"""What a rung weighs against empty paper: as much as a seventh of a page that is empty."""

_FIRST_WEIGHT = 1.3
"""How much more room left on the first page weighs, where the pages share it: it is the page that is seen first."""


class Block(Protocol[_AnyRung]):
    """Something with a height at each rung of its ladder."""

    def frame(self, fit: _AnyRung, /) -> Frame:
        """The block laid out for a rung."""


class Filled(NamedTuple, Generic[Rung]):
    """One page: which blocks (numbers from 0) at which rung; ``is_long`` where its one block is taller than a page."""

    blocks: tuple[int, ...]
    fit: Rung
    is_long: bool = False


class _Plan(NamedTuple, Generic[Rung]):
    """The pages from a block on, with what makes one plan better than another: fewer pages, then less cost."""

    pages: tuple[Filled[Rung], ...]
    cost: float

    @property
    def order(self) -> tuple[int, float]:
        return len(self.pages), round(self.cost, 6)


class _Stack(NamedTuple, Generic[Rung]):
    """The blocks with their ladder and the gap between two of them."""

    blocks: Sequence[Block[Rung]]
    ladder: Sequence[Rung]
    gap: Gap[Rung]
    is_first: bool = False

    def page(self, at: int, taken: int, room: float) -> Filled[Rung] | None:
        """The page with ``taken`` blocks from ``at`` on at the first rung at which they fit, or None.

        No rung is higher than the one before it, so the last one tells whether they fit at all, and the first is found by halves:
        blocks are laid out at few rungs.
        """
        last = len(self.ladder) - 1
        if self.height(at, taken, self.ladder[last]) > room:
            return None
        low, high = 0, last
        while low < high:
            middle = 0 if (low, high) == (0, last) else (low + high) // 2
            low, high = (low, middle) if self.height(at, taken, self.ladder[middle]) <= room else (middle + 1, high)
        return Filled(tuple(range(at, at + taken)), self.ladder[low])

    def height(self, at: int, taken: int, fit: Rung) -> float:
        """Blocks with the gaps between them; on the first page less what the rung takes off the gap above them all."""
        gap = self.gap(fit)
        given = self.gap(self.ladder[0]) - gap if self.is_first else 0
        return sum([self.blocks[place].frame(fit).height + gap for place in range(at, at + taken)]) - gap - given

    def cost(self, page: Filled[Rung], room: float) -> float:
        """Empty paper weighs by its square, so that two half-empty pages are better than a full and an empty one."""
        empty = 1 - self.height(page.blocks[0], len(page.blocks), page.fit) / room
        return empty * empty + _RUNG_COST * list(self.ladder).index(page.fit)


def fill_pages(
    blocks: Sequence[Block[Rung]],
    first_room: float,
    room: float,
    ladder: Sequence[Rung],
    *,
    gap: Gap[Rung],
    is_first_full: bool = True,
    is_crowded: Callable[[Rung], bool] = lambda _: False,
) -> tuple[Filled[Rung], ...]:
    """Blocks on pages, the first of which has ``first_room`` from its first block's upper edge on, the others ``room``.

    The pages are as few as can be and share the room that is left over; with ``is_first_full`` the first page holds as many
    blocks as fit without a page more, unless it is crowded with the last of them. A page climbs the ladder only as far as it must.
    """
    if not blocks:
        return ()
    first = _Stack(blocks, ladder, gap, is_first=True)
    rest = _plans(_Stack(blocks, ladder, gap), room)
    plans: list[_Plan[Rung]] = []
    for taken in range(len(blocks) + 1):
        page = first.page(0, taken, first_room)
        if page is None:
            break
        cost = _FIRST_WEIGHT * (first.cost(page, first_room) if taken else 1) + rest[taken].cost
        if is_first_full:
            cost = -max(taken - 1, 0.5) if is_crowded(page.fit) else -taken
        plans.append(_Plan((page, *rest[taken].pages), cost))
    return min(plans, key=lambda plan: plan.order).pages


def fewest_pages(
    blocks: Sequence[Block[Rung]],
    first_room: float,
    room: float,
    ladder: Sequence[Rung],
    *,
    gap: Gap[Rung],
    limit: float = inf,
) -> int:
    """How many pages ``fill_pages`` takes, or at least that they are more than ``limit``; far less work."""
    fit = ladder[-1]
    pages, left = 1, first_room + gap(ladder[0])
    for block in blocks:
        needed = block.frame(fit).height + gap(fit)
        if needed > left + _ROUNDING:
            pages, left = pages + 1, room + gap(fit)
        if pages > limit:
            break
        left -= needed
    return pages


def _plans(stack: _Stack[Rung], room: float) -> list[_Plan[Rung]]:
    """For each block the best pages from it on, the fuller ones first where they are equal; behind all blocks there are none."""
    number = len(stack.blocks)
    best: list[_Plan[Rung]] = [_Plan((), 0)] * (number + 1)
    for at in reversed(range(number)):
        plans: list[_Plan[Rung]] = []
        for taken in range(1, number - at + 1):
            page = stack.page(at, taken, room)
            if page is None:
                break
            after = best[at + taken]
            plans.append(_Plan((page, *after.pages), after.cost + stack.cost(page, room)))
        if not plans:
            after = best[at + 1]
            plans.append(_Plan((Filled((at,), stack.ladder[0], is_long=True), *after.pages), after.cost))
        best[at] = min(reversed(plans), key=lambda plan: plan.order)
    return best
