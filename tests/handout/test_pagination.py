from __future__ import annotations

from dataclasses import dataclass

from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import BLOCK_GAP, RULE_GAP, mm
from ptbuilder.handout.look import LADDER, Fit, block_gap
from ptbuilder.handout.pagination import Filled
from ptbuilder.handout.pagination import fill_pages as fill

GAP = BLOCK_GAP + RULE_GAP
ROOM = mm(230)


def fill_pages(blocks: list[Stub], first_room: float, room: float, **how: bool) -> tuple[Filled[Fit], ...]:
    return fill(blocks, first_room, room, LADDER, gap=block_gap, **how)


@dataclass
class Stub:
    """A block of fixed height that gives up some points at each rung."""

    height: float
    yields: float = 0

    def frame(self, fit: Fit) -> Frame:
        return Frame(self.height - LADDER.index(fit) * self.yields)


def counts(*heights: float, first_room: float = ROOM) -> list[int]:
    return [len(page.blocks) for page in fill_pages([Stub(mm(height)) for height in heights], first_room, ROOM)]


def test_blocks_keep_their_order_and_none_is_lost() -> None:
    pages = fill_pages([Stub(mm(70))] * 8, ROOM - mm(60), ROOM)
    assert [number for page in pages for number in page.blocks] == list(range(8))
    assert [len(page.blocks) for page in pages] == [2, 3, 3]


def test_first_page_holds_as_many_blocks_as_fit_if_no_page_more_is_needed() -> None:
    assert counts(100, 100, 100, first_room=ROOM) == [2, 1]
    assert counts(90, 90, 90, 90, 90, first_room=mm(195)) == [2, 2, 1]


def test_further_pages_share_the_room_that_is_left() -> None:
    assert counts(200, 60, 60, 60, 60, first_room=mm(210)) == [1, 2, 2]


def test_first_page_shares_the_room_too_where_it_need_not_be_full() -> None:
    pages = fill_pages([Stub(mm(60))] * 4, ROOM, ROOM, is_first_full=False)
    assert [len(page.blocks) for page in pages] == [2, 2]


def test_first_page_is_not_left_empty_where_the_others_could_hold_all() -> None:
    pages = fill_pages([Stub(mm(110))] * 2, mm(200), ROOM, is_first_full=False)
    assert [len(page.blocks) for page in pages] == [1, 1]


def test_page_climbs_the_ladder_only_as_far_as_it_must() -> None:
    first, second = Stub(mm(114), yields=mm(2)), Stub(mm(114), yields=mm(2))
    pages = fill_pages([Stub(mm(1)), first, second], mm(4), ROOM)
    assert pages[1].blocks == (1, 2)
    missing = 2 * mm(114) + GAP - ROOM
    assert pages[1].fit == LADDER[-(-int(missing * 100) // int(mm(4) * 100))]


def test_block_that_no_rung_makes_fit_goes_to_the_next_page_untouched() -> None:
    pages = fill_pages([Stub(mm(150), yields=mm(5)), Stub(mm(150), yields=mm(5))], ROOM, ROOM)
    assert [page.blocks for page in pages] == [(0,), (1,)]
    assert all(page.fit == LADDER[0] for page in pages)


def test_block_taller_than_a_page_stands_alone() -> None:
    pages = fill_pages([Stub(mm(100)), Stub(mm(400)), Stub(mm(100))], ROOM, ROOM)
    assert [(page.blocks, page.is_long) for page in pages] == [((0,), False), ((1,), True), ((2,), False)]


def test_block_that_does_not_fit_below_the_head_leaves_the_first_page_to_the_head() -> None:
    pages = fill_pages([Stub(mm(200))], mm(150), ROOM)
    assert [page.blocks for page in pages] == [(), (0,)]


def test_no_blocks_take_no_page() -> None:
    assert fill_pages([], ROOM, ROOM) == ()
