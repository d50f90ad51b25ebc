"""The standard layout: exercise pages, then safety, then log."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.long_block import put_long_block
from ptbuilder.handout.look import BESIDE_LADDER, LADDER, LEAST_TALL, Fit, without_way_out
from ptbuilder.handout.pagination import Filled, fewest_pages, fill_pages
from ptbuilder.handout.safety_block import SafetyBlock
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook


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
    safety = SafetyBlock(setting, sheet, room)
    pages = fill_pages(blocks, first_room, room, LADDER)

    def better(ladder: Sequence[Fit], than: tuple[int, bool]) -> tuple[Filled[Fit], ...] | None:
        """The pages of another ladder where they are better; they are filled only where they can be."""
        if than == (1, False) or (fewest_pages(blocks, first_room, room, ladder[-1]), False) >= than:
            return None
        found = fill_pages(blocks, first_room, room, ladder)
        return found if _order(found) < than else None

    pages = better(BESIDE_LADDER, _order(pages)) or pages
    fewer = (len(pages), False)
    moved = [found for ladder in (LADDER, BESIDE_LADDER) if (found := better(without_way_out(ladder), fewer))]
    if moved:
        with_moved = SafetyBlock(setting, sheet, room, [block.words for block in blocks])
        if with_moved.least_height <= room:
            return min(moved, key=_order), with_moved
    return pages, safety


def _order(pages: Sequence[Filled[Fit]]) -> tuple[int, bool]:
    """The fewer pages the better; where they are as many, those whose tall pictures need not shrink."""
    return len(pages), any(page.fit.tallest < LEAST_TALL for page in pages)
