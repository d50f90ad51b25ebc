"""Lines along the cracks between pixels: gathered into chains, and joined where one goes straight on into another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.rotations import Array


@dataclass(slots=True)
class Chain:
    """A line of pixel corners (n, 2), the class of each step (n - 1), and the numbers of its end nodes (equal if closed)."""

    points: Array
    classes: Array
    first: int
    last: int

    @property
    def closed(self) -> bool:
        """Whether it ends where it began."""
        return self.first == self.last

    def reversed(self) -> Chain:
        """The same line from its other end."""
        return Chain(self.points[::-1], self.classes[::-1], self.last, self.first)


def trace(right: Array, down: Array) -> list[Chain]:
    """Chains between junctions; ``right[r, c]`` > 0 is a crack right of a pixel, ``down[r, c]`` > 0 one below it."""
    row_length = right.shape[1] + 1
    r1, c1 = np.nonzero(right)
    r2, c2 = np.nonzero(down)
    starts = np.r_[r1 * row_length + c1 + 1, (r2 + 1) * row_length + c2]
    ends = np.r_[(r1 + 1) * row_length + c1 + 1, (r2 + 1) * row_length + c2 + 1]
    classes = np.r_[right[r1, c1], down[r2, c2]]
    if not len(starts):
        return []
    nodes, inverse = np.unique(np.r_[starts, ends], return_inverse=True)
    places = np.column_stack([nodes % row_length, nodes // row_length]).astype(float)
    walks = _Walks(inverse, len(starts), len(nodes))
    steps = np.asarray(classes)
    return [Chain(places[path], steps[edges], path[0], path[-1]) for path, edges in walks.all()]


class _Walks:
    """Walks through the graph of cracks, each crack once."""

    def __init__(self, inverse: Array, edges: int, nodes: int) -> None:
        first, second = inverse[:edges], inverse[edges:]
        source = np.r_[first, second]
        order = np.argsort(source, kind="stable")
        self.to = np.r_[second, first][order].tolist()
        self.edge = np.r_[np.arange(edges), np.arange(edges)][order].tolist()
        self.begin = np.searchsorted(source[order], np.arange(nodes + 1)).tolist()
        degrees = np.bincount(inverse, minlength=nodes)
        self.degree = degrees.tolist()
        self.junctions = np.nonzero(degrees != 2)[0].tolist()
        self.used = bytearray(edges)
        self.first = first.tolist()

    def all(self) -> list[tuple[list[int], list[int]]]:
        walks = [
            self._walk(node, k)
            for node in self.junctions
            for k in range(self.begin[node], self.begin[node + 1])
            if not self.used[self.edge[k]]
        ]
        for edge in range(len(self.used)):
            if not self.used[edge]:
                node = self.first[edge]
                k = next(k for k in range(self.begin[node], self.begin[node + 1]) if self.edge[k] == edge)
                walks.append(self._walk(node, k))
        return walks

    def _walk(self, start: int, k: int) -> tuple[list[int], list[int]]:
        to, edge, begin, degree, used = self.to, self.edge, self.begin, self.degree, self.used
        path, edges = [start], []
        while True:
            used[edge[k]] = 1
            edges.append(edge[k])
            node = to[k]
            path.append(node)
            if degree[node] != 2 or node == start:
                return path, edges
            k = begin[node] if not used[edge[begin[node]]] else begin[node] + 1
            if used[edge[k]]:
                return path, edges


def join(chains: list[Chain], look: int = 10, widest_turn: float = 60) -> list[Chain]:
    """Join chains at junctions along the straightest continuation, so that outlines are smoothed as one line."""
    alive = dict(enumerate(chains))
    ends: dict[int, list[int]] = {}
    for i, chain in alive.items():
        if not chain.closed:
            ends.setdefault(chain.first, []).append(i)
            ends.setdefault(chain.last, []).append(i)
    limit = -np.cos(np.radians(widest_turn))
    for node in list(ends):
        while (pair := _straightest(alive, ends[node], node, look, limit)) is not None:
            i, j = pair
            one = alive[i] if alive[i].last == node else alive[i].reversed()
            other = alive[j] if alive[j].first == node else alive[j].reversed()
            merged = Chain(np.r_[one.points, other.points[1:]], np.r_[one.classes, other.classes], one.first, other.last)
            alive[i] = merged
            del alive[j]
            ends[node] = [k for k in ends[node] if k not in (i, j)]
            if not merged.closed:
                ends[merged.last] = [i if k == j else k for k in ends[merged.last]]
    return list(alive.values())


def _straightest(alive: dict[int, Chain], there: list[int], node: int, look: int, limit: float) -> tuple[int, int] | None:
    open_ = sorted({i for i in there if i in alive and not alive[i].closed})
    if len(open_) < 2:
        return None
    ways = {i: _leaving(alive[i], node, look) for i in open_}
    best = min(((float(ways[i] @ ways[j]), i, j) for n, i in enumerate(open_) for j in open_[n + 1 :]), key=lambda item: item[0])
    return (best[1], best[2]) if best[0] <= limit else None


def _leaving(chain: Chain, node: int, look: int) -> Array:
    points = chain.points
    if chain.first == node:
        way = points[min(look, len(points) - 1)] - points[0]
    else:
        way = points[max(-1 - look, -len(points))] - points[-1]
    return np.asarray(way / (np.linalg.norm(way) + 1e-9))


def mask_outlines(mask: Array, least_area: float) -> list[Array]:
    """Closed outlines (n, 2) of a mask with an empty margin; loops smaller than ``least_area`` pixels are left out."""
    rows, columns = np.nonzero(mask.any(1))[0], np.nonzero(mask.any(0))[0]
    if not len(rows):
        return []
    top, left = max(int(rows[0]) - 1, 0), max(int(columns[0]) - 1, 0)
    filled = _without_diagonals(mask[top : rows[-1] + 2, left : columns[-1] + 2])
    right, down = np.zeros(filled.shape, np.uint8), np.zeros(filled.shape, np.uint8)
    right[:, :-1] = filled[:, :-1] != filled[:, 1:]
    down[:-1] = filled[:-1] != filled[1:]
    loops = []
    for chain in trace(right, down):
        x, y = chain.points[:, 0], chain.points[:, 1]
        if chain.closed and abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2 >= least_area:
            loops.append(chain.points + np.array([left, top]))
    return loops


def _without_diagonals(mask: Array) -> Array:
    """Fill 2 x 2 checkerboards, so that every outline is a simple loop."""
    mask = mask.copy()
    for _ in range(4):
        a, b, c, d = mask[:-1, :-1], mask[:-1, 1:], mask[1:, :-1], mask[1:, 1:]
        falling, rising = a & d & ~b & ~c, b & c & ~a & ~d
        if not (falling.any() or rising.any()):
            break
        mask[:-1, 1:][falling] = True
        mask[:-1, :-1][rising] = True
    return np.asarray(mask)
