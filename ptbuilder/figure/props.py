"""Placing all props of a figure: fixed ones once, supports and held things with each pose, the ground under everything."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ptbuilder.figure import furniture, held, supports
from ptbuilder.figure.meshes import Mesh, box, joined
from ptbuilder.figure.pose import FigureSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.prop_catalogue import FIXED, HELD, SUPPORTS, stays
from ptbuilder.figure.room import Room, Thing, option
from ptbuilder.figure.rotations import Array

_TABLE_HEIGHT = 0.62
_BED_LENGTH = 1.95
_FIXINGS = ("wall", "corner", "doorway")

_LEVELS: dict[str, tuple[str, float | None]] = {
    "step": ("height", 0.18),
    "stairs": ("height", 0.18),
    "pad": ("height", 0.06),
    "chair": ("seat_height", 0.46),
    "stool": ("seat_height", 0.46),
    "bed": ("height", 0.46),
    "table": ("height", None),
    "counter": ("height", None),
    "ball": ("size", None),
    "roller": ("size", 0.15),
    "roll": ("thickness", None),
    "pillow": ("thickness", None),
}
"""The option that says how high a kind is, and its usual height in metres; without one the prop is sized by the body."""


def heights(spec: FigureSpec) -> dict[str, float]:
    """Height of what can be stood or knelt on, in metres, by the name of the prop; the floor is 0."""
    found = {"floor": 0.0}
    for prop in spec.props:
        key, usual = _LEVELS.get(prop.kind, ("", None))
        if usual is not None or key in prop.options:
            found[prop.name] = option(prop, key, usual or 0.0)
    return found


def fixed_things(spec: FigureSpec, start: Posed, finish: Posed) -> dict[str, Thing]:
    """What stands still, placed by the body at the start (or at the finish where ``from`` says so)."""
    room: dict[str, Thing] = {}
    skins: dict[str, Array] = {}
    for prop in spec.props:
        if prop.kind in FIXED or stays(prop):
            when = prop.options.get("from", "start")
            posed = finish if when == "finish" else start
            if when not in skins:
                skins[when] = posed.vertices()
            build = furniture.BUILDERS[prop.kind] if prop.kind in FIXED else supports.BUILDERS[prop.kind]
            room[prop.name] = build(prop, posed, skins[when])
        elif prop.kind == "band" and "to" not in prop.options:
            room[f"{prop.name} anchor"] = furniture.anchor(prop, start, post=not any(p.kind in _FIXINGS for p in spec.props))
    return room


def support_things(spec: FigureSpec, posed: Posed, fixed: Room) -> dict[str, Thing]:
    """Pillows, rolls and balls for one pose; a ball behind the back rolls along the wall."""
    chosen = [prop for prop in spec.props if prop.kind in SUPPORTS and not stays(prop)]
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


def held_things(spec: FigureSpec, posed: Posed, vertices: Array, room: Room) -> dict[str, Thing]:
    """Things in the hands and around limbs, for one solved pose; bands go to their anchors in the room."""
    things = {}
    for prop in spec.props:
        if prop.kind in HELD:
            fixed = room.get(f"{prop.name} anchor")
            at = {} if fixed is None else {"at": fixed.surfaces["anchor"].point}
            things[prop.name] = held.BUILDERS[prop.kind](replace(prop, options={**prop.options, **at}), posed, vertices)
    return things


def meshes_of(room: Room) -> list[Mesh]:
    """All solids of placed props."""
    return [mesh for thing in room.values() for mesh in thing.meshes]


def ground_meshes(kind: str, points: Array) -> tuple[Mesh, ...]:
    """Mat, floor, bed or table under all ``points`` (bodies and props of both frames); what is lain on comes first."""
    if kind == "none":
        return ()
    low, high = points.min(0), points.max(0)
    middle = float(low[0] + high[0]) / 2
    half = max(0.31, float(high[0] - low[0]) / 2 + 0.05) if high[0] - low[0] > 0.7 or high[0] - low[0] < 0.62 else 0.31
    x0, x1, z0, z1 = middle - half, middle + half, float(low[2]) - 0.07, float(high[2]) + 0.07
    if kind == "mat":
        return (box([x0, -0.018, z0], [x1, 0, z1], "mat"),)
    if kind == "floor":
        return (box([x0, -0.012, z0], [x1, 0, z1], "floor"),)
    if kind == "bed":
        return _bed(x0 - 0.1, x1 + 0.1, z0, z1)
    parts = [box([x0, -0.07, z0], [x1, -0.001, z1])]
    for x in (x0 + 0.05, x1 - 0.05):
        parts += [box([x - 0.025, -_TABLE_HEIGHT, z - 0.025], [x + 0.025, -0.07, z + 0.025]) for z in (z0 + 0.12, z1 - 0.12)]
    return (joined(parts, "wood"),)


def _bed(x0: float, x1: float, z0: float, z1: float) -> tuple[Mesh, ...]:
    """Mattress, frame and feet, at least as long as a bed is."""
    longer = max(_BED_LENGTH - (z1 - z0), 0.0) / 2
    z0, z1 = z0 - longer - 0.02, z1 + longer + 0.02
    frame = [box([x0 - 0.02, -0.27, z0 - 0.02], [x1 + 0.02, -0.15, z1 + 0.02])]
    frame += [box([x, -0.36, z], [x + 0.06, -0.27, z + 0.06]) for x in (x0, x1 - 0.06) for z in (z0 + 0.04, z1 - 0.1)]
    return box([x0, -0.15, z0], [x1, -0.001, z1], "mat"), joined(frame, "wood")


def low_points(vertices: Array) -> Array:
    """The points of a body that the ground must reach under."""
    near = vertices[vertices[:, 1] < 0.6]
    return near if len(near) else np.asarray(vertices)
