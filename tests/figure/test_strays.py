from __future__ import annotations

import numpy as np

from ptbuilder.figure.strays import Strays
from ptbuilder.figure.tracing import Chain

FOLD, OUTLINE, WEAK, SCALE = 6, 4, 10, 500.0
INNER = (FOLD,)


def line(start: tuple[int, int], end: tuple[int, int], kind: int, first: int, last: int) -> Chain:
    count = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    return Chain(np.linspace(start, end, count + 1), np.full(count, kind), first, last)


def strays(*chains: Chain, rim: bool = False) -> list[bool]:
    """Which of these chains are left out."""
    found = Strays(chains, chains, np.full((400, 400), rim), FOLD, WEAK, SCALE)
    return [found.has(chain, chain.classes % WEAK, INNER) for chain in chains]


def test_a_short_fold_that_hangs_free_is_left_out_and_a_long_one_is_drawn() -> None:
    assert strays(line((100, 100), (140, 100), FOLD, 1, 2), line((100, 200), (200, 200), FOLD, 3, 4)) == [True, False]


def test_folds_that_branch_and_reach_nothing_are_crumpled_cloth() -> None:
    star = [line((150, 150), end, FOLD, 1, k) for k, end in enumerate([(210, 150), (150, 210), (90, 150)], 2)]
    assert strays(*star)[0] is False  # as wide as 12 cm to each side: a real fold
    small = [line((150, 150), end, FOLD, 1, k) for k, end in enumerate([(185, 150), (150, 185), (115, 150)], 2)]
    assert strays(*small) == [True, True, True]


def test_folds_that_branch_from_an_outline_stay() -> None:
    outline = line((100, 150), (200, 150), OUTLINE, 1, 2)
    folds = [line((200, 150), (200, 190), FOLD, 2, 3), line((200, 190), (240, 190), FOLD, 3, 1)]
    assert strays(outline, *folds) == [False, False, False]


def test_a_fold_along_the_outline_would_double_it() -> None:
    beside = line((100, 100), (200, 100), FOLD, 1, 2)
    assert strays(beside, rim=True) == [True]
    assert strays(beside, rim=False) == [False]


def test_a_tick_is_never_drawn() -> None:
    assert strays(line((10, 10), (14, 10), OUTLINE, 1, 2), line((10, 50), (17, 50), OUTLINE, 3, 4)) == [True, False]
