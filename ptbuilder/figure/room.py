"""Things in the room: meshes to draw, and the surfaces that hands and feet reach for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ptbuilder.figure.meshes import Mesh
from ptbuilder.figure.rotations import Array


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
