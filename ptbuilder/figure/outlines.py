"""Which cracks between pixels become lines: outlines, borders between parts, folds, creases of props."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ptbuilder.figure.curves import Curve, box_blur, curves_of, fit, smoothed
from ptbuilder.figure.model import Model
from ptbuilder.figure.rotations import Array
from ptbuilder.figure.strays import Strays
from ptbuilder.figure.tracing import Chain, join, trace

CREASE, PROP, INNER, OUTER, FACE, FOLD, HAND = 1, 2, 3, 4, 5, 6, 7
"""Classes of lines: creases and outlines of props, borders inside the figure, its outline, lines of the head, folds, hands."""

_WEAK = 10
"""Added to a class where a line is only kept if a stronger part of it is near (hysteresis)."""

_RIM = 0.013
"""Metres from the outline within which a fold doubles it."""

_TOUCHES = 0.016
"""Metres: a body that lies this little behind the edge of a prop touches it, and keeps its own outline there."""

SIGMA, TOLERANCE = 4.5, 1.0
"""Smoothing and tolerance of curves in pixels at 20 pixels a millimetre."""


@dataclass(frozen=True, slots=True)
class Buffers:
    """What each pixel shows, with a margin of one pixel that repeats the edge, so that a close-up has no line along its frame."""

    labels: Array
    depth: Array
    body: Array
    hand: Array
    head: Array
    quiet: Array
    ground: int
    pixels_per_metre: float


def read_buffers(model: Model, numbers: Array, depth: Array, quiet: Array, pixels_per_metre: float) -> Buffers:
    """Label and depth of each pixel from the triangle it shows."""
    t = np.pad(numbers, 1, mode="edge")
    z = np.pad(depth, 1, mode="edge")
    hit = t >= 0
    return Buffers(
        labels=np.where(hit, model.labels[t], -1),
        depth=np.where(np.isinf(z), 1e3, z),
        body=hit & model.is_body[t],
        hand=hit & model.is_hand[t],
        head=hit & model.is_head[t],
        quiet=quiet,
        ground=model.ground,
        pixels_per_metre=pixels_per_metre,
    )


def detail_map(buffers: Buffers) -> Array:
    """Where small detail must survive, 0 to 1 a pixel."""
    fine = buffers.hand | buffers.head | ((buffers.labels >= 0) & ~buffers.body)
    return np.clip(box_blur(box_blur(fine.astype(np.float32), 5), 4) * 2.2, 0, 1)


def sampled(image: Array, points: Array) -> Array:
    """Values of an image at points (x, y)."""
    y = np.clip(points[:, 1].astype(int), 0, image.shape[0] - 1)
    x = np.clip(points[:, 0].astype(int), 0, image.shape[1] - 1)
    return np.asarray(image[y, x])


def find_lines(buffers: Buffers, detail: Array) -> dict[int, list[list[Curve]]]:
    """Curves of every line by class."""
    height, width = buffers.labels.shape
    right, down = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)
    right[:, :-1] = _classes(buffers, 1)
    down[:-1] = _classes(buffers, 0)
    pieces = [chain for chain in trace(right, down) if _strong(chain)]
    chains = join(pieces)
    rim = box_blur((~buffers.body).astype(np.float32), max(2, int(_RIM * buffers.pixels_per_metre))) > 0.02
    strays = Strays(pieces, chains, rim, FOLD, _WEAK, buffers.pixels_per_metre)
    lines: dict[int, list[list[Curve]]] = {k: [] for k in (CREASE, PROP, INNER, OUTER, FACE, HAND)}
    for chain in chains:
        classes = chain.classes % _WEAK
        if not strays.has(chain, classes, (CREASE, INNER, FACE, FOLD)):
            _add_curves(lines, chain, np.where(classes == FOLD, INNER, classes), detail)
    return lines


def _strong(chain: Chain) -> bool:
    classes = chain.classes
    if np.all(classes > _WEAK):
        return False
    short_fold = np.all(classes % _WEAK == FOLD) and len(classes) < 10 and not chain.closed
    return not (short_fold and np.any(classes == _WEAK + FOLD))


def _add_curves(lines: dict[int, list[list[Curve]]], chain: Chain, classes: Array, detail: Array) -> None:
    runs = _runs(classes)
    if len(runs) == 1:
        kind = runs[0][2]
        curves = curves_of(
            chain.points,
            SIGMA,
            TOLERANCE,
            closed=chain.closed,
            fine=lambda points: sampled(detail, points),
            straight=kind < INNER,
        )
        lines[kind].append(curves)
        return
    smooth = smoothed(chain.points, SIGMA, sampled(detail, chain.points), closed=chain.closed)
    for start, end, kind in runs:
        lines[kind].append(fit(smooth[start : end + 1], TOLERANCE))


def _runs(classes: Array, least: int = 8) -> list[tuple[int, int, int]]:
    """Stretches of one class (start, end, class); short ones go to their neighbour."""
    cuts = np.r_[0, np.nonzero(np.diff(classes))[0] + 1, len(classes)]
    runs = [[int(s), int(e), int(classes[s])] for s, e in pairwise(cuts)]
    i = 0
    while len(runs) > 1 and i < len(runs):
        if runs[i][1] - runs[i][0] < least:
            j = i - 1 if i > 0 else i + 1
            runs[j][0], runs[j][1] = min(runs[i][0], runs[j][0]), max(runs[i][1], runs[j][1])
            del runs[i]
            i = max(0, i - 1)
        elif i > 0 and runs[i][2] == runs[i - 1][2]:
            runs[i - 1][1] = runs[i][1]
            del runs[i]
        else:
            i += 1
    return [(s, e, k) for s, e, k in runs]


def _classes(b: Buffers, axis: int) -> Array:
    """Class of the crack between each pixel and its next along an axis; 0 is no line."""
    one, two = _pair(b.labels, axis), _pair(b.labels, axis, 1)
    z1, z2 = _pair(b.depth, axis), _pair(b.depth, axis, 1)
    f1, f2 = _pair(b.body, axis), _pair(b.body, axis, 1)
    step = np.abs(z1 - z2)
    slope = np.minimum(np.maximum(np.roll(step, 1, axis), np.roll(step, -1, axis)), 0.03)
    body_near = np.where(z1 < z2, f1, f2)
    differs, both = one != two, f1 & f2
    other_thing = (one // 100 != two // 100) | (one < 0) | (two < 0)
    on_ground = (one // 100 == b.ground) | (two // 100 == b.ground)
    hidden = ~body_near & (step > _TOUCHES) & ~on_ground
    result = np.zeros(one.shape, np.uint8)
    result[differs & ~body_near & ~other_thing] = CREASE
    result[differs & ~body_near & other_thing] = PROP
    result[differs & both] = INNER
    result[differs & (body_near | (f1 ^ f2)) & ~both & ~hidden] = OUTER
    near_hand = np.where(z1 < z2, _pair(b.hand, axis), _pair(b.hand, axis, 1))
    result[near_hand & ((result == INNER) | (result == OUTER))] = HAND
    _folds(result, b, axis, ~differs & (one >= 0) & (step > 2.0 * slope), step, both)
    return result


def _folds(result: Array, b: Buffers, axis: int, same: Array, step: Array, both: Array) -> None:
    """Jumps of depth within one surface: a fold of the figure, a line of the face, an edge of a prop."""
    hand = _pair(b.hand, axis) | _pair(b.hand, axis, 1)
    head = _pair(b.head, axis) & _pair(b.head, axis, 1)
    same = same & ~(_pair(b.head, axis) & _pair(b.quiet, axis))
    high = np.where(head, 0.022, np.where(hand, 0.05, 0.020))
    low = np.where(head, 0.012, np.where(hand, 0.03, 0.008))
    kind = np.where(head, FACE, FOLD)
    weak, strong = same & both & (step > low), same & both & (step > high)
    result[weak] = (kind + _WEAK)[weak]
    result[strong] = kind[strong]
    result[same & (step > 0.03) & ~both] = CREASE


def _pair(image: Array, axis: int, which: int = 0) -> Array:
    if axis == 1:
        return np.asarray(image[:, 1:] if which else image[:, :-1])
    return np.asarray(image[1:] if which else image[:-1])
