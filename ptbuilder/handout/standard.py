"""The standard layout: exercise pages, then safety, then log."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.long_block import put_long_block
from ptbuilder.handout.look import BESIDE_LADDER, LADDER, LEAST_TALL, Fit, block_gap, without_way_out
from ptbuilder.handout.pagination import Filled, fewest_pages, fill_pages
from ptbuilder.handout.safety_block import SafetyBlock
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook

Ladder = tuple[Fit, ...]
_USUAL: tuple[Ladder, ...] = (LADDER, BESIDE_LADDER)
_MOVED: tuple[Ladder, ...] = (without_way_out(LADDER), without_way_out(BESIDE_LADDER))


def standard_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in the standard layout."""
    made = SheetBook(setting, sheet, logo)
    blocks = [ExerciseBlock(setting, each, sheet.clinic) for each in sheet.exercises]
    top = made.first_head()
    pages, safety = _filled(made, blocks, made.first_room(top))
    top = made.put_pages(blocks, pages, top, lambda at, y: put_long_block(made, blocks[at], y))
    made.safety(safety, top if sheet.exercises else None)
    made.log()
    return made.book


def _filled(made: SheetBook, blocks: list[ExerciseBlock], first_room: float) -> tuple[tuple[Filled[Fit], ...], SafetyBlock]:
    """The exercise pages with the safety page.

    The usual arrangement gives way to the one with the steps beside the pictures where that saves a page or keeps the pictures
    large; "Too hard? Too easy?" goes to the safety page only where that saves a page; both hold for all pages alike.
    """
    setting, sheet, room = made.setting, made.sheet, made.room
    rooms = _Rooms(blocks, first_room, room)
    fewest = rooms.fewest(_USUAL)
    if rooms.fewest(_MOVED, fewest - 1) < fewest:
        with_moved = SafetyBlock(setting, sheet, room, [block.words for block in blocks])
        if with_moved.least_height <= room:
            return rooms.filled(_MOVED), with_moved
    return rooms.filled(_USUAL), SafetyBlock(setting, sheet, room)


class _Rooms(NamedTuple):
    """The blocks with the room on the first page and on the others."""

    blocks: list[ExerciseBlock]
    first: float
    others: float

    def fewest(self, ladders: Sequence[Ladder], limit: float = inf) -> float:
        """The number of pages with the ladder that needs the fewest, or something above ``limit``."""
        found = inf
        for ladder in reversed(ladders):
            most = min(found, limit)
            found = min(found, fewest_pages(self.blocks, self.first, self.others, ladder, gap=block_gap, limit=most))
        return found

    def filled(self, ladders: Sequence[Ladder]) -> tuple[Filled[Fit], ...]:
        """The fewest pages; where ladders lead to as many, those whose tall pictures need not shrink, else those of the first."""
        fewest = self.fewest(ladders)
        best: tuple[Filled[Fit], ...] = ()
        for ladder in ladders:
            if self.fewest((ladder,), fewest) == fewest and (not best or _is_shrunk(best)):
                found = fill_pages(self.blocks, self.first, self.others, ladder, gap=block_gap, is_crowded=_is_crowded)
                best = found if not best or not _is_shrunk(found) else best
        return best


def _is_crowded(fit: Fit) -> bool:
    return fit.packs_way_out


def _is_shrunk(pages: Sequence[Filled[Fit]]) -> bool:
    return any(page.fit.tallest < LEAST_TALL for page in pages)
