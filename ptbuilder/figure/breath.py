"""Belly and ribs that come out or draw in: the only change of shape that no joint makes."""

from __future__ import annotations

from functools import cache

import numpy as np

from ptbuilder.figure.body import HAIR, Body
from ptbuilder.figure.rotations import Array

_PLACES = {"belly": ("lumbar2", -0.015, 0.085, 0.075), "ribs": ("thor2", 0.0, 0.11, 0.09)}
"""Bone, how far above its joint the middle lies, and half widths across and along, metres."""


def breath_shift(body: Body, frames: Array, belly: float, ribs: float, chosen: Array | None) -> Array:
    """Metres by which each vertex moves for ``belly`` and ``ribs`` in cm."""
    shares = _shares(body)
    total = np.zeros((len(body.vertices) if chosen is None else len(chosen), 3))
    for name, cm in (("belly", belly), ("ribs", ribs)):
        if cm:
            share = shares[name] if chosen is None else shares[name][chosen]
            front = frames[body.index[_PLACES[name][0]]] @ np.array([0, 0, 1.0])
            total += share[:, None] * front * cm / 100
    return total


@cache
def _shares(body: Body) -> dict[str, Array]:
    """How much of the movement each vertex takes, 0 to 1, for belly and ribs."""
    shares = {}
    arms = np.isin(body.main_bone, body.bones_starting("uarm", "farm", "hand", "f1_", "f2_", "f3_", "f4_", "f5_"))
    for name, (bone, above, across, along) in _PLACES.items():
        off = body.vertices - body.joints[body.index[bone]] - np.array([0, above, 0])
        round_ = np.exp(-((off[:, 0] / across) ** 2 + (off[:, 1] / along) ** 2) / 1.4)
        ahead = np.clip((off[:, 2] - 0.01) / 0.05, 0, 1)
        shares[name] = np.where(arms | (body.vertex_region == HAIR), 0.0, round_ * ahead)
    return shares
