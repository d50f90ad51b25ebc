from __future__ import annotations

from dataclasses import dataclass

from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import BLOCK_GAP, mm
from ptbuilder.handout.look import LADDER, Fit
from ptbuilder.handout.pagination import RULE_GAP, fewest_pages, fill_pages

GAP = BLOCK_GAP + RULE_GAP
ROOM = mm(230)


@dataclass
class Stub:
    """A block of fixed height that gives up some points at each rung, and more without its last line."""

    height: float
    yields: float = 0
    last_line: float = 0

    def frame(self, fit: Fit) -> Frame:
        rung = next(place for place, each in enumerate(LADDER) if each == fit._replace(with_steps=True))
        return Frame(self.height - rung * self.yields - (0 if fit.with_steps else self.last_line))


def test_blocks_keep_their_order_and_none_is_lost() -> None:
    pages = fill_pages([Stub(mm(70))] * 8, ROOM - mm(60), ROOM)
    assert [number for page in pages for number in page.blocks] == list(range(8))
    assert [len(page.blocks) for page in pages] == [2, 3, 3]


def test_page_climbs_the_ladder_only_as_far_as_it_must() -> None:
    first, second = Stub(mm(114), yields=mm(2)), Stub(mm(114), yields=mm(2))
    pages = fill_pages([Stub(mm(1)), first, second], mm(10), ROOM)
    assert pages[1].blocks == (1, 2)
    missing = 2 * mm(114) + GAP - ROOM
    assert pages[1].fit == LADDER[-(-int(missing * 100) // int(mm(4) * 100))]


def test_block_that_misses_by_much_goes_to_the_next_page_untouched() -> None:
    pages = fill_pages([Stub(mm(150), yields=mm(20)), Stub(mm(150), yields=mm(20))], ROOM, ROOM)
    assert [page.blocks for page in pages] == [(0,), (1,)]
    assert all(page.fit == LADDER[0] for page in pages)


def test_block_taller_than_a_page_stands_alone() -> None:
    pages = fill_pages([Stub(mm(100)), Stub(mm(400)), Stub(mm(100))], ROOM, ROOM)
    assert [(page.blocks, page.is_long) for page in pages] == [((0,), False), ((1,), True), ((2,), False)]


def test_way_out_moves_to_the_safety_page_only_where_that_saves_a_page() -> None:
    tight = [Stub(mm(120), last_line=mm(6))] * 2
    pages, is_within = fewest_pages(lambda within: fill_pages(tight, ROOM, ROOM, with_steps=within))
    assert (len(pages), is_within) == (2, True)
    closer = [Stub(mm(116), last_line=mm(8))] * 2
    pages, is_within = fewest_pages(lambda within: fill_pages(closer, ROOM, ROOM, with_steps=within))
    assert (len(pages), is_within) == (1, False)
