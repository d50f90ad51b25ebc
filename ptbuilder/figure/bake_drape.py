"""Build time: a shirt that hangs from bust, belly and shoulder blades instead of clinging below them."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.bake_mesh import smoothstep
from ptbuilder.figure.rotations import Array

_SECTORS, _STEP = 48, 0.01
_FALL = 0.12
"""Metres by which cloth comes in again for each metre it falls."""

_BESIDE = 0.25
"""Share of the fall that is left at the sides, where the arms hang."""


def hung(vertices: Array, of_sleeve: Array, axis_z: float, armpit: float, share: float) -> Array:
    """Shirt vertices below ``armpit`` moved outwards, away from an upright axis, to below what is widest above them.

    ``of_sleeve`` is the share by which a vertex belongs to an arm and stays; ``share`` is 0 for none, 1 for a straight fall.
    """
    out = vertices[:, [0, 2]] - [0, axis_z]
    reach = np.linalg.norm(out, axis=1)
    sector = (np.arctan2(out[:, 1], out[:, 0]) / (2 * np.pi) % 1) * _SECTORS
    low, high = float(vertices[:, 1].min()), armpit
    row = np.clip((vertices[:, 1] - low) / _STEP, 0, (high - low) / _STEP)
    widest = _fallen(_profile(sector, row, np.where(of_sleeve < 0.05, reach, 0)))
    to_front = (out[:, 1] / np.maximum(reach, 1e-6)) ** 2
    fall = share * (_BESIDE + (1 - _BESIDE) * to_front) * np.maximum(_between(widest, sector, row) - reach, 0)
    moved = fall * smoothstep(0.3, 0.05, of_sleeve) * smoothstep(armpit, armpit - 0.10, vertices[:, 1])
    result = vertices.copy()
    result[:, [0, 2]] += out * (moved / np.maximum(reach, 1e-6))[:, None]
    return result


def _profile(sector: Array, row: Array, reach: Array) -> Array:
    """The widest reach in each row (upwards) and sector; gaps take the widest of their neighbours."""
    rows = int(row.max()) + 1
    found = np.zeros((rows, _SECTORS))
    np.maximum.at(found, (row.astype(int), sector.astype(int) % _SECTORS), reach)
    for _ in range(4):
        near = np.maximum.reduce(
            [np.roll(found, 1, 1), np.roll(found, -1, 1), np.r_[found[:1], found[:-1]], np.r_[found[1:], found[-1:]]]
        )
        found = np.where(found == 0, near, found)
    return found


def _fallen(profile: Array) -> Array:
    """From the top row down, what is widest so far, a little less with every row, and smooth all around."""
    fallen = profile.copy()
    for row in range(len(fallen) - 2, -1, -1):
        fallen[row] = np.maximum(fallen[row], fallen[row + 1] - _FALL * _STEP)
    for _ in range(3):
        fallen = (np.roll(fallen, 1, 1) + 2 * fallen + np.roll(fallen, -1, 1)) / 4
    return fallen


def _between(table: Array, sector: Array, row: Array) -> Array:
    """The table's values between its rows and sectors."""
    r, s = np.minimum(row.astype(int), len(table) - 1), sector.astype(int)
    above, beside = np.minimum(r + 1, len(table) - 1), (s + 1) % _SECTORS
    y, x = np.clip(row - r - 0.5, 0, 1), sector - s
    s = s % _SECTORS
    level, upper = (table[i, s] * (1 - x) + table[i, beside] * x for i in (r, above))
    return np.asarray(level * (1 - y) + upper * y)
