"""Props that go with the body: pillows, rolls and balls fill the space below, between or behind."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ptbuilder.figure.meshes import Mesh, cushion, ellipsoid, tube
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import UP, Surface, Thing, option, resting_place
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.vocabulary import part_bones, point_bones


def _vertices_of(posed: Posed, vertices: Array, part: str) -> Array:
    """Vertices of a contact part, or those near a point of the body."""
    if part_bones(part):
        return np.asarray(vertices[posed.part_vertices(part)])
    near = np.linalg.norm(vertices - posed.point(part), axis=1) < 0.16
    return np.asarray(vertices[near])


_PRESSED = 0.035
"""Metres by which a part sinks into its pillow."""

_SIZES = {"head": (0.3, 0.215), "": (0.27, 0.19)}
"""Half a pillow in metres, across the body and along it, under a part; the empty name stands for all others."""


def pillow(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A pillow under a part, or between the two sides of one."""
    if "between" in spec.options:
        return Thing(spec.name, (_between_pillow(spec, posed),))
    part = spec.options.get("under", "head")
    floor = option(spec, "height", 0.0)
    chosen = _vertices_of(posed, vertices, part)
    gap = float(chosen[:, 1].min()) - floor
    thick = gap + _PRESSED if gap > 0.02 else gap + option(spec, "thickness", 0.05)
    middle = (chosen.min(0) + chosen.max(0)) / 2
    along = _level(posed, part)
    half_across, half_along = _SIZES.get(part, _SIZES[""])
    if part == "head":
        middle = middle + along * 0.045
    turn = np.column_stack([np.cross(UP, along), UP, along])
    at = np.array([middle[0], floor + 0.4 * thick, middle[2]])
    mesh = cushion(at, [half_across, max(0.6 * thick, 0.02), half_along], "pillow", turn, floor)
    return Thing(spec.name, (mesh,), {"top": Surface(np.array([middle[0], floor + thick, middle[2]]), UP)})


def _level(posed: Posed, part: str) -> Array:
    """Level direction along the body at a part; a head turns on its pillow, which lies as the chest does."""
    bones = part_bones(part) or point_bones(part)
    way = posed.frame_of("thor3" if part == "head" else bones[0]) @ np.array([0, 1.0, 0]) * [1, 0, 1]
    return unit(way) if np.linalg.norm(way) > 0.3 else np.array([0, 0, 1.0])


def _between(spec: PropSpec, posed: Posed) -> tuple[Array, Array, float]:
    """Between two sides: the middle, the axes along the thighs, from side to side and square to both, and the joints' distance."""
    a, b = (posed.bone(bone) for bone in point_bones(str(spec.options["between"])))
    across = unit(a - b)
    along = posed.frame_of("thigh2_r") @ np.array([0, 1.0, 0])
    along = unit(along - (along @ across) * across)
    return (a + b) / 2, np.column_stack([along, across, np.cross(along, across)]), float(np.linalg.norm(a - b))


def _between_pillow(spec: PropSpec, posed: Posed) -> Mesh:
    middle, axes, gap = _between(spec, posed)
    return cushion(middle, [0.22, max(gap / 2 - 0.02, 0.06), 0.16], "pillow", axes)


def _between_ball(spec: PropSpec, posed: Posed) -> Mesh:
    middle, _, gap = _between(spec, posed)
    return ellipsoid(middle, [max(gap / 2 - 0.045, 0.05)] * 3, "ball")


def roll(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A towel roll across the body, under or behind a part."""
    radius = option(spec, "thickness", 0.085) / 2
    if "behind" in spec.options:
        place = posed.point(spec.options["behind"])
        near = vertices[(np.abs(vertices[:, 1] - place[1]) < 0.04) & (np.abs(vertices[:, 0] - place[0]) < 0.1)]
        centre = np.array([place[0], place[1], float(near[:, 2].min()) - radius * 0.7])
    else:
        part = str(spec.options.get("under", "knee_r"))
        place = posed.point(part) if point_bones(part) else _vertices_of(posed, vertices, part).mean(0)
        near = vertices[(np.abs(vertices[:, 2] - place[2]) < 0.03) & (np.abs(vertices[:, 0] - place[0]) < 0.09)]
        gap = float(near[:, 1].min()) if len(near) else 0.0
        radius = max(gap / 2 + 0.003, 0.025) if gap > 0.03 and "thickness" not in spec.options else radius
        centre = np.array([place[0], radius, place[2]])
    half = 0.16 if "under" in spec.options and spec.options["under"].endswith(("_l", "_r")) else 0.2
    return Thing(spec.name, (tube([centre - np.array([half, 0, 0]), centre + np.array([half, 0, 0])], radius, "towel", 28),))


def ball(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A ball behind the back, between the knees, under a part, or in a hand; ``size`` is its width in cm."""
    options = spec.options
    if "between" in options:
        return Thing(spec.name, (_between_ball(spec, posed),))
    if "behind" in options:
        radius = option(spec, "size", 0.34) / 2
        place = posed.point(options["behind"]) + np.array([0, 0.06, 0])
        back = float(vertices[np.abs(vertices[:, 1] - place[1]) < 0.05][:, 2].min())
        wall = options.get("wall_z")
        z = back - radius + 0.03 if wall is None else float(wall) + radius
        centre = np.array([place[0], place[1], z])
    elif "in" in options:
        radius = option(spec, "size", 0.07) / 2
        side = str(options["in"])[-1]
        centre = held_point(posed, side) + palm_way(posed, side) * max(radius - 0.022, 0.0)
    else:
        part = str(options.get("under", "seat"))
        chosen = _vertices_of(posed, vertices, part)
        x, z = resting_place(chosen) if part.startswith("shin") else (chosen.min(0) + chosen.max(0))[[0, 2]] / 2
        near = chosen[np.abs(chosen[:, 2] - z) < 0.08]
        radius = option(spec, "size", 0.0) / 2 or max(float((near if len(near) else chosen)[:, 1].min()) / 2 + 0.015, 0.04)
        centre = np.array([x, radius, z])
    surfaces = {
        "top": Surface(centre + UP * radius, UP),
        "front": Surface(centre + np.array([0, 0, radius]), np.array([0, 0, 1.0])),
    }
    return Thing(spec.name, (ellipsoid(centre, [radius] * 3, "ball"),), surfaces)


def held_point(posed: Posed, side: str) -> Array:
    """The middle of the closed hand."""
    sign = 1 if side == "l" else -1
    return np.asarray(posed.bone(f"hand_{side}") + posed.frame_of(f"hand_{side}") @ np.array([-sign * 0.030, -0.085, 0]))


def palm_way(posed: Posed, side: str) -> Array:
    """The direction that a palm faces."""
    return np.asarray(posed.frame_of(f"hand_{side}") @ np.array([-1.0 if side == "l" else 1.0, 0, 0]))


BUILDERS: dict[str, Callable[[PropSpec, Posed, Array], Thing]] = {"pillow": pillow, "roll": roll, "ball": ball}
"""One builder for each kind that goes with the body."""
