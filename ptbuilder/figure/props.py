"""Placing all props of a figure: fixed ones once, supports and held things with each pose, the ground under everything."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ptbuilder.figure import furniture, held, supports
from ptbuilder.figure.meshes import Mesh, box, joined
from ptbuilder.figure.pose import FigureSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.prop_catalogue import FIXED, HELD, SUPPORTS
from ptbuilder.figure.room import Room, Thing
from ptbuilder.figure.rotations import Array

_TABLE_HEIGHT = 0.62


def heights(spec: FigureSpec) -> dict[str, float]:
    """Height of what can be stood or knelt on, in metres, by the name of the prop; the floor is 0."""
    found = {"floor": 0.0}
    for prop in spec.props:
        if prop.kind in ("step", "stairs"):
            found[prop.name] = furniture.option(prop, "height", 0.18)
        elif prop.kind == "pad":
            found[prop.name] = furniture.option(prop, "height", 0.06)
        elif "seat_height" in prop.options:
            found[prop.name] = furniture.option(prop, "seat_height", 0.46)
    return found


def fixed_things(spec: FigureSpec, start: Posed, finish: Posed) -> dict[str, Thing]:
    """What stands still, placed by the body at the start (or at the finish where ``from`` says so)."""
    room: dict[str, Thing] = {}
    skins: dict[str, Array] = {}
    for prop in spec.props:
        if prop.kind in FIXED:
            when = prop.options.get("from", "start")
            posed = finish if when == "finish" else start
            if when not in skins:
                skins[when] = posed.vertices()
            room[prop.name] = furniture.BUILDERS[prop.kind](prop, posed, skins[when])
    return room


def support_things(spec: FigureSpec, posed: Posed, fixed: Room) -> dict[str, Thing]:
    """Pillows, rolls and balls for one pose; a ball behind the back rolls along the wall."""
    chosen = [prop for prop in spec.props if prop.kind in SUPPORTS]
    if not chosen:
        return {}
    walls = [thing.surfaces["surface"] for name, thing in fixed.items() if "surface" in thing.surfaces]
    behind = [float(wall.point[2]) for wall in walls if wall.normal[2] > 0.9]
    if behind:
        chosen = [
            replace(prop, options={**prop.options, "wall_z": behind[0]}) if "behind" in prop.options else prop for prop in chosen
        ]
    vertices = posed.vertices()
    return {prop.name: supports.BUILDERS[prop.kind](prop, posed, vertices) for prop in chosen}


def held_things(spec: FigureSpec, posed: Posed, vertices: Array) -> dict[str, Thing]:
    """Things in the hands and around limbs, for one solved pose."""
    return {prop.name: held.BUILDERS[prop.kind](prop, posed, vertices) for prop in spec.props if prop.kind in HELD}


def meshes_of(room: Room) -> list[Mesh]:
    """All solids of placed props."""
    return [mesh for thing in room.values() for mesh in thing.meshes]


def ground_mesh(kind: str, points: Array) -> Mesh | None:
    """Mat, floor, bed or table under all ``points`` (bodies and props of both frames)."""
    if kind == "none":
        return None
    low, high = points.min(0), points.max(0)
    middle = float(low[0] + high[0]) / 2
    half = max(0.31, float(high[0] - low[0]) / 2 + 0.05) if high[0] - low[0] > 0.7 or high[0] - low[0] < 0.62 else 0.31
    x0, x1, z0, z1 = middle - half, middle + half, float(low[2]) - 0.07, float(high[2]) + 0.07
    if kind == "mat":
        return box([x0, -0.018, z0], [x1, 0, z1], "mat")
    if kind == "floor":
        return box([x0, -0.012, z0], [x1, 0, z1], "floor")
    if kind == "bed":
        mattress = box([x0 - 0.1, -0.16, z0 - 0.05], [x1 + 0.1, -0.001, z1 + 0.05])
        return joined([mattress, box([x0 - 0.1, -0.26, z0 - 0.06], [x1 + 0.1, -0.16, z1 + 0.06])], "mat")
    parts = [box([x0, -0.07, z0], [x1, -0.001, z1])]
    for x in (x0 + 0.05, x1 - 0.05):
        parts += [box([x - 0.025, -_TABLE_HEIGHT, z - 0.025], [x + 0.025, -0.07, z + 0.025]) for z in (z0 + 0.12, z1 - 0.12)]
    return joined(parts, "wood")


def low_points(vertices: Array) -> Array:
    """The points of a body that the ground must reach under."""
    near = vertices[vertices[:, 1] < 0.6]
    return near if len(near) else np.asarray(vertices)
