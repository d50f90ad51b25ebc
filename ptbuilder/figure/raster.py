"""A z-buffer in plain numpy: triangles are grouped by the size of their bounding boxes and drawn a group at a time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ptbuilder.figure.rotations import Array

_CHUNK = 2_000_000
_TRIANGLE_BITS = 24


def rasterize(points: Array, triangles: Array, size: tuple[int, int]) -> tuple[Array, Array]:
    """Number of the nearest triangle (-1 where there is none) and its depth (infinite there) for each pixel (height, width).

    ``points`` are x, y in pixels and depth; visibility is one ``minimum.at`` over packed depth and triangle number.
    """
    width, height = size
    corners = points[triangles]
    low = np.ceil(corners[:, :, :2].min(1) - 0.5)
    high = np.floor(corners[:, :, :2].max(1) - 0.5)
    x0 = np.clip(low[:, 0], 0, width).astype(np.int32)
    y0 = np.clip(low[:, 1], 0, height).astype(np.int32)
    wide = np.clip(high[:, 0], -1, width - 1).astype(np.int32) - x0 + 1
    tall = np.clip(high[:, 1], -1, height - 1).astype(np.int32) - y0 + 1
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    chosen = np.nonzero((wide > 0) & (tall > 0) & (np.abs(area) > 1e-9))[0]
    nearest = float(points[:, 2].min()) - 1e-3
    scale = 2**31 / (float(points[:, 2].max()) + 1e-3 - nearest)
    empty = np.iinfo(np.int64).max
    buffer = np.full(width * height, empty, np.int64)
    box_wide, box_tall = _power_of_two(wide), _power_of_two(tall)
    key = box_wide.astype(np.int64) * 65536 + box_tall
    order = chosen[np.argsort(key[chosen], kind="stable")]
    keys = key[order]
    starts = np.r_[0, np.nonzero(np.diff(keys))[0] + 1, len(keys)]
    for first, last in pairwise(starts):
        if first == last:
            continue
        w, h = int(box_wide[order[first]]), int(box_tall[order[first]])
        step = max(1, _CHUNK // (w * h))
        for k in range(first, last, step):
            t = order[k : min(last, k + step)]
            _draw(buffer, t, (x0[t], y0[t]), (w, h), (a[t], b[t], c[t]), area[t], (width, height), nearest, scale)
    hit = buffer != empty
    numbers = np.where(hit, buffer & ((1 << _TRIANGLE_BITS) - 1), -1).astype(np.int32).reshape(height, width)
    depth = np.where(hit, (buffer >> _TRIANGLE_BITS) / scale + nearest, np.inf).reshape(height, width)
    return numbers, depth


def _power_of_two(n: Array) -> Array:
    return np.where(n <= 1, 1, 2 ** np.ceil(np.log2(np.maximum(n, 1)))).astype(np.int32)


def _draw(
    buffer: Array,
    numbers: Array,
    origin: tuple[Array, Array],
    box: tuple[int, int],
    corners: tuple[Array, Array, Array],
    area: Array,
    size: tuple[int, int],
    nearest: float,
    scale: float,
) -> None:
    """Draw triangles whose bounding boxes have the same rounded size."""
    a, b, c = corners
    # What depends on the column alone, or on the row alone, is reckoned once for each and only then spread over the box.
    px, py = origin[0][:, None] + np.arange(box[0]), origin[1][:, None] + np.arange(box[1])
    fx, fy = px + 0.5 - a[:, :1], py + 0.5 - a[:, 1:2]
    to_b, to_c = (b - a) / area[:, None], (c - a) / area[:, None]
    l1 = (fx * to_c[:, 1:2])[:, None, :] - (fy * to_c[:, :1])[:, :, None]
    l2 = (fy * to_b[:, :1])[:, :, None] - (fx * to_b[:, 1:2])[:, None, :]
    inside = (l1 >= -1e-6) & (l2 >= -1e-6) & (l1 + l2 <= 1 + 1e-6)
    inside &= (px < size[0])[:, None, :] & (py < size[1])[:, :, None]
    of, row, column = np.nonzero(inside)
    if not len(of):
        return
    z = a[of, 2] + l1[inside] * (b[of, 2] - a[of, 2]) + l2[inside] * (c[of, 2] - a[of, 2])
    packed = (((z - nearest) * scale).astype(np.int64) << _TRIANGLE_BITS) | numbers[of]
    np.minimum.at(buffer, py[of, row].astype(np.int64) * size[0] + px[of, column], packed)


def barycentric(points: Array, triangles: Array, numbers: Array) -> tuple[Array, Array, Array]:
    """For every covered pixel: its flat index, its triangle, and its barycentric coordinates (n, 3)."""
    width = numbers.shape[1]
    flat = np.nonzero(numbers.ravel() >= 0)[0]
    t = numbers.ravel()[flat]
    a, b, c = points[triangles[t, 0]], points[triangles[t, 1]], points[triangles[t, 2]]
    x, y = flat % width + 0.5, flat // width + 0.5
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    l1 = ((x - a[:, 0]) * (c[:, 1] - a[:, 1]) - (y - a[:, 1]) * (c[:, 0] - a[:, 0])) / area
    l2 = ((b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (b[:, 1] - a[:, 1]) * (x - a[:, 0])) / area
    return flat, t, np.column_stack([1 - l1 - l2, l1, l2])
