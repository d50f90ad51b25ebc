"""Lines that a draughtsman would leave out: ticks, scraps of cloth that went into itself, folds that double an outline."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ptbuilder.figure.rotations import Array
from ptbuilder.figure.tracing import Chain

_LOOSE, _RING, _BESIDE = 0.115, 0.12, 0.3
"""Metres: shorter folds that hang free, that close, or that run beside the outline, are none that one would draw."""

_SCRAP = 0.17
"""Metres: folds that branch and reach no other line within this are crumpled cloth."""

_ALONG = 0.7
"""Share of a fold that lies at the rim, from which on it doubles the outline."""

_TICK, _SHORT = 5, 9
"""Pixels: nothing is shorter; inner lines, folds and creases are not shorter than the second."""


class Strays:
    """Tells stray lines of one picture.

    ``pieces`` are the chains before they were joined, ``chains`` after; ``fold`` is the class of folds, and classes repeat above
    ``weak`` for their weak parts; ``rim`` is true along the body's outline; ``scale`` is pixels a metre.
    """

    def __init__(self, pieces: Sequence[Chain], chains: Sequence[Chain], rim: Array, fold: int, weak: int, scale: float) -> None:
        self.rim, self.fold, self.scale = rim, fold, scale
        self.ends: dict[int, int] = {}
        for chain in chains:
            for node in (chain.first, chain.last):
                self.ends[node] = self.ends.get(node, 0) + 1
        self.crumpled = _crumpled(pieces, fold, weak, _SCRAP * scale)

    def has(self, chain: Chain, classes: Array, inner: Sequence[int]) -> bool:
        """Whether a chain is stray; ``classes`` are without the weak mark, ``inner`` are those that may not be short."""
        count = len(classes)
        if np.all(classes == self.fold) and (chain.first in self.crumpled or self._is_loose(chain, count)):
            return True
        kinds = set(classes.tolist())
        return count < _TICK or (count < _SHORT and kinds <= set(inner))

    def _is_loose(self, chain: Chain, count: int) -> bool:
        free = (self.ends[chain.first] == 1) + (self.ends[chain.last] == 1)
        if free == 2 and count < _LOOSE * self.scale:
            return True
        if chain.closed and count < _RING * self.scale:
            return True
        if not free or count >= _BESIDE * self.scale:
            return False
        columns, rows = chain.points.astype(int).T
        at_rim = self.rim[np.clip(rows, 0, self.rim.shape[0] - 1), np.clip(columns, 0, self.rim.shape[1] - 1)]
        return float(at_rim.mean()) > _ALONG


def _crumpled(pieces: Sequence[Chain], fold: int, weak: int, most: float) -> set[int]:
    """The nodes of groups of several folds that touch nothing but each other and are no wider than ``most`` pixels."""
    group: dict[int, int] = {}

    def leader(node: int) -> int:
        while group.setdefault(node, node) != node:
            node = group[node]
        return node

    for piece in pieces:
        group[leader(piece.first)] = leader(piece.last)
    members: dict[int, list[Chain]] = {}
    for piece in pieces:
        members.setdefault(leader(piece.first), []).append(piece)
    found: set[int] = set()
    for chains in members.values():
        if len(chains) > 1 and all(np.all(chain.classes % weak == fold) for chain in chains):
            points = np.concatenate([chain.points for chain in chains])
            if float(np.ptp(points, axis=0).max()) < most:
                found |= {node for chain in chains for node in (chain.first, chain.last)}
    return found
