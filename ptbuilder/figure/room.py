"""Things in the room: meshes to draw, and the surfaces that hands and feet reach for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ptbuilder.figure.meshes import Mesh
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.rotations import Array

UP = np.array([0, 1.0, 0])


def option(spec: PropSpec, key: str, default: float) -> float:
    """A number of the prop in metres."""
    return float(spec.options.get(key, default * 100)) / 100


def resting_place(part: Array) -> tuple[float, float]:
    """Where, level, a part comes nearest to the floor: x and z of the middle of its lowest vertices."""
    low = part[part[:, 1] <= np.percentile(part[:, 1], 8)]
    return float(low[:, 0].mean()), float(low[:, 2].mean())


@dataclass(frozen=True, slots=True)
class Surface:
    """A place to put a hand or foot.

    ``free`` holds True for each axis of the room along which the limb's own place is taken instead of the point's.
    """

    point: Array
    normal: Array
    free: tuple[bool, bool, bool] = (False, False, False)
    fingers: Array | None = None
    grip: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """A placed prop: what is drawn and what can be touched, the first surface being the usual one."""

    name: str
    meshes: tuple[Mesh, ...]
    surfaces: Mapping[str, Surface] = field(default_factory=dict)


Room = Mapping[str, Thing]
"""Placed props by name."""
