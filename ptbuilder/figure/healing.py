"""Small flaws of the pixels, mended before lines are drawn: slits between fingers, and skin that pokes through the clothes."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.body import HAIR, SHIRT, SHORTS, SKIN
from ptbuilder.figure.curves import box_blur
from ptbuilder.figure.model import Model
from ptbuilder.figure.rotations import Array

_SLIT = 5
"""Pixels: narrower gaps between fingers would print as black blobs."""

_POKES = (9, 22)
"""Pixels: skin is a flaw where clothes fill most of a square of one of these reaches around it."""

_MOSTLY = 0.8

_STRAND, _AT_SKIN = 3, 0.2
"""Pixels to each side: a narrower strand of hair between face and ear would print as a blob; share of skin around such a strand."""


def healed(numbers: Array, depth: Array, model: Model) -> tuple[Array, Array]:
    """Triangle numbers and depth with slits between fingers closed and specks of skin in the clothes covered."""
    hit = numbers >= 0
    hand = hit & model.is_hand[numbers]
    if hand.any():
        numbers, depth = _filled(numbers, depth, _closed(hand) & ~hit, hand)
    labels = np.where(numbers >= 0, model.labels[numbers], -1)
    clothes = (labels == SHIRT) | (labels == SHORTS)
    skin = (labels == SKIN) & ~model.is_hand[numbers] & ~model.is_head[numbers]
    if skin.any() and clothes.any():
        cloth = clothes.astype(np.float32)
        specks = skin & np.logical_or.reduce([box_blur(cloth, reach) > _MOSTLY for reach in _POKES])
        numbers, depth = _filled(numbers, depth, specks, clothes)
    return _without_strands(numbers, depth, labels, model)


def _without_strands(numbers: Array, depth: Array, labels: Array, model: Model) -> tuple[Array, Array]:
    """Skin in place of strands of hair that are too narrow to draw."""
    hair = labels == HAIR
    rows, columns = np.nonzero(hair.any(1))[0], np.nonzero(hair.any(0))[0]
    if not len(rows):
        return numbers, depth
    around = 4 * _STRAND
    part = (
        slice(max(rows[0] - around, 0), rows[-1] + around),
        slice(max(columns[0] - around, 0), columns[-1] + around),
    )
    here = hair[part]
    thick = box_blur((box_blur(here.astype(np.float32), _STRAND) > 0.999).astype(np.float32), _STRAND) > 1e-3
    skin = (labels[part] == SKIN) & model.is_head[numbers[part]]
    strands = here & ~thick & (box_blur(skin.astype(np.float32), 2 * _STRAND) > _AT_SKIN)
    if not strands.any():
        return numbers, depth
    numbers, depth = numbers.copy(), depth.copy()
    numbers[part], depth[part] = _filled(numbers[part], depth[part], strands, skin)
    return numbers, depth


def _closed(mask: Array) -> Array:
    """The mask with gaps narrower than the slit filled."""
    reach = _SLIT // 2 + 1
    grown = box_blur(mask.astype(np.float32), reach) > 1e-3
    return np.asarray(box_blur(grown.astype(np.float32), reach) > 0.999)


def _filled(numbers: Array, depth: Array, holes: Array, source: Array) -> tuple[Array, Array]:
    """Pixels of ``holes`` take triangle and depth of the nearest pixel of ``source`` to their left, right, above or below."""
    rows, columns = np.nonzero(holes)
    if not len(rows):
        return numbers, depth
    numbers, depth = numbers.copy(), depth.copy()
    open_ = np.ones(len(rows), bool)
    for step in range(1, 3 * _SLIT):
        for down, right in ((0, step), (0, -step), (step, 0), (-step, 0)):
            r = np.clip(rows + down, 0, numbers.shape[0] - 1)
            c = np.clip(columns + right, 0, numbers.shape[1] - 1)
            found = open_ & source[r, c]
            numbers[rows[found], columns[found]] = numbers[r[found], c[found]]
            depth[rows[found], columns[found]] = depth[r[found], c[found]]
            open_ &= ~found
        if not open_.any():
            break
    return numbers, depth
