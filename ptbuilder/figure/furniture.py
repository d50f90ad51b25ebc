"""Props that stand still in the room: walls, seats, tables, steps, walker."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ptbuilder.figure.meshes import Mesh, box, ellipsoid, joined, tube
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import UP, Surface, Thing, option, resting_place
from ptbuilder.figure.rotations import Array, about_y
from ptbuilder.figure.seats import chair, seat_under
from ptbuilder.figure.vocabulary import part_bones, point_bones

_BED_LENGTH = 1.85
_WALKER_HALF = 0.29


def _towards(place: str) -> Array:
    return {
        "front": np.array([0, 0, 1.0]),
        "behind": np.array([0, 0, -1.0]),
        "left": np.array([1.0, 0, 0]),
        "right": np.array([-1.0, 0, 0]),
    }[place]


def _distance(spec: PropSpec, posed: Posed, vertices: Array, place: str, default: float) -> float:
    """Metres from the anchor to the prop, as written, or where it touches the body."""
    touch = spec.options.get("touch", "back" if place == "behind" and "distance" not in spec.options else None)
    if touch is None:
        return posed.length(float(spec.options.get("distance", default * 100)))
    bones = {
        "back": ("thor1", "thor2", "thor3", "scap_l", "scap_r"),
        "seat": part_bones("pelvis"),
        "head": ("head",),
        "heels": ("foot_l", "foot_r"),
    }[touch]
    return float((vertices[posed.chosen(*bones)] @ _towards(place)).max()) + 0.004


def wall(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A wall on one side of the figure; its surface is free along and up."""
    place = spec.options.get("place", "front")
    away = _towards(place)
    distance = _distance(spec, posed, vertices, place, 0.34)
    height = option(spec, "height", 0.0) or float(vertices[:, 1].max()) + 0.22
    side = np.abs(np.cross(UP, away))
    near, far = away * distance, away * (distance + 0.06)
    half = option(spec, "width", 0.64) / 2
    low = np.minimum(near, far) - side * half
    high = np.maximum(near, far) + side * half + UP * height
    free = (abs(away[0]) < 0.5, True, abs(away[2]) < 0.5)
    return Thing(spec.name, (box(low, high, "wall"),), {"surface": Surface(near, -away, free, UP)})


def corner(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """Two walls that meet in front; each hand finds its own wall."""
    distance = posed.length(100 * option(spec, "distance", 0.55))
    height = float(vertices[:, 1].max()) + 0.2
    tip = np.array([0, 0, distance])
    meshes, surfaces = [], {}
    for name, sign in (("left", 1), ("right", -1)):
        turn = about_y(-sign * 45)
        mesh = box([-0.03, 0, -0.75], [0.03, height, 0], "wall")
        meshes.append(Mesh(mesh.vertices @ turn.T + tip, mesh.triangles, mesh.faces, mesh.colour))
        normal = turn @ np.array([-sign, 0, 0])
        surfaces[name] = Surface(tip + normal * 0.03, normal, (True, True, True), UP)
    return Thing(spec.name, (joined(meshes, "wall"),), surfaces)


def doorway(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A door frame beside the figure; the hands find the near sides of its posts."""
    distance = posed.length(100 * option(spec, "distance", 0.1))
    half = option(spec, "width", 0.9) / 2
    height = float(vertices[:, 1].max()) + 0.2
    meshes, surfaces = [], {}
    for name, sign in (("left", 1), ("right", -1)):
        inner, outer = sorted((sign * half, sign * (half + 0.14)))
        meshes.append(box([inner, 0, distance], [outer, height, distance + 0.1], "wall"))
        surfaces[name] = Surface(np.array([sign * (half + 0.05), 0, distance]), np.array([0, 0, -1.0]), (False, True, False), UP)
    meshes.append(box([-half - 0.14, height, distance], [half + 0.14, height + 0.12, distance + 0.1], "wall"))
    return Thing(spec.name, (joined(meshes, "wall"),), surfaces)


def table(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A table or counter beside the figure; the hands find its top just behind the edge."""
    place = spec.options.get("place", "front")
    away = _towards(place)
    near = _distance(spec, posed, vertices, place, 0.3)
    default = 0.92 if spec.kind == "counter" else max(float(posed.bone("farm1_r")[1]) - 0.05, 0.5)
    height, depth = option(spec, "height", default), option(spec, "depth", 0.62)
    side = np.abs(np.cross(UP, away))
    a, b = away * near, away * (near + depth)
    low, high = np.minimum(a, b) - side * 0.42, np.maximum(a, b) + side * 0.42
    if spec.kind == "counter":
        parts = [box(low + UP * (height - 0.04), high + UP * height)]
        parts.append(box(low + np.abs(away) * 0.05 + side * 0.02, high - np.abs(away) * 0.05 - side * 0.02 + UP * (height - 0.04)))
    else:
        parts = [box(low + UP * (height - 0.045), high + UP * height)]
        for x in (low[0] + 0.04, high[0] - 0.04):
            parts += [
                box([x - 0.022, 0, z - 0.022], [x + 0.022, height - 0.045, z + 0.022]) for z in (low[2] + 0.05, high[2] - 0.05)
            ]
    free = (abs(away[0]) < 0.5, False, abs(away[2]) < 0.5)
    point = away * (near + 0.06) + UP * height
    return Thing(
        spec.name,
        (joined(parts, "wood"),),
        {"top": Surface(point, UP, free, away), "edge": Surface(point - away * 0.04, UP, free, away)},
    )


def bed(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A bed whose long side is sat on; it is as long as a bed is."""
    seat, back_z = seat_under(posed, vertices)
    if "height" in spec.options:
        seat = option(spec, "height", 0.46)
    edge = back_z + 0.44
    middle = float(posed.bone("pelvis")[0])
    x0, x1 = middle - _BED_LENGTH / 2, middle + _BED_LENGTH / 2
    mattress = box([x0, seat - 0.2, edge - 0.95], [x1, seat, edge], "pillow")
    frame = [box([x0 - 0.02, 0.16, edge - 0.95], [x1 + 0.02, seat - 0.2, edge - 0.02])]
    frame += [box([x, 0, z], [x + 0.05, 0.16, z + 0.05]) for x in (x0, x1 - 0.05) for z in (edge - 0.93, edge - 0.08)]
    point = np.array([0, seat, edge - 0.3])
    return Thing(spec.name, (mattress, joined(frame, "wood")), {"top": Surface(point, UP, (True, False, False))})


def step(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A step, or stairs, under one foot or both; the toes are a little behind its far edge."""
    rise, depth = option(spec, "height", 0.18), option(spec, "depth", 0.32)
    under = spec.options.get("under", "feet")
    middle = posed.point(under)
    count = int(spec.options.get("count", 3 if spec.kind == "stairs" else 1))
    near = float(middle[2]) - 0.11
    parts = [box([-0.3, 0, near + k * depth], [0.3, rise * (k + 1), near + (k + 1) * depth]) for k in range(count)]
    point = np.array([0, rise, near + depth / 2])
    return Thing(spec.name, (joined(parts, "step"),), {"top": Surface(point, UP, (True, False, False))})


def pad(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A foam pad under feet or knees."""
    thick = option(spec, "height", 0.06)
    part = vertices[posed.part_vertices(spec.options.get("under", "feet"))]
    low, high = part.min(0) - 0.05, part.max(0) + 0.05
    return Thing(spec.name, (box([low[0], 0, low[2]], [high[0], thick, high[2]], "pad"),), {})


def walker(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A walking frame around the front of the figure."""
    ahead, height = posed.length(100 * option(spec, "distance", 0.38)), option(spec, "height", 0.86)
    parts = []
    for x in (0.29, -0.29):
        parts.append(
            tube(
                [
                    [x, 0, ahead - 0.28],
                    [x, height - 0.05, ahead - 0.24],
                    [x, height, ahead - 0.18],
                    [x, height, ahead],
                    [x, 0, ahead + 0.1],
                ],
                0.013,
            )
        )
        parts.append(tube([[x, height * 0.5, ahead - 0.26], [x, height * 0.5, ahead + 0.05]], 0.011))
    parts.append(tube([[0.29, height * 0.55, ahead + 0.045], [-0.29, height * 0.55, ahead + 0.045]], 0.011))
    parts.append(tube([[0.29, height * 0.85, ahead + 0.015], [-0.29, height * 0.85, ahead + 0.015]], 0.011))
    surfaces = {
        name: Surface(np.array([x, height + 0.012, ahead - 0.14]), UP, fingers=np.array([0, 0, 1.0]))
        for name, x in (("left", 0.29), ("right", -0.29))
    }
    return Thing(spec.name, (joined(parts, "metal"),), surfaces)


def roller(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A foam roller across, under the part or point it is named for; ``size`` is its width, else it fills the gap."""
    under = str(spec.options.get("under", "upper_back"))
    x, z = 0.0, 0.0
    if under == "upper_back":
        z = float(posed.point(under)[2]) + 0.05
    elif point_bones(under):
        x, z = (float(posed.point(under)[k]) for k in (0, 2))
    else:
        x, z = resting_place(vertices[posed.part_vertices(under)])
    above = vertices[(np.abs(vertices[:, 2] - z) < 0.05) & (np.abs(vertices[:, 0] - x) < 0.1)]
    radius = max(float(above[:, 1].min()) / 2 + 0.006, 0.05) if len(above) else 0.07
    if "size" in spec.options:
        radius = option(spec, "size", 0.15) / 2
    return Thing(spec.name, (tube([[-0.32, radius, z], [0.32, radius, z]], radius, "roller", 40),), {})


def anchor(spec: PropSpec, posed: Posed, *, post: bool) -> Thing:
    """Where a band is fixed, and the edge of a door behind it where no wall is drawn."""
    options = spec.options
    height, distance = options.get("anchor_height", "elbow_r"), posed.length(float(options.get("anchor_distance", 102)))
    y = float(posed.point(height)[1]) if isinstance(height, str) else posed.length(float(height))
    away = _towards(str(options.get("anchor_place", "front")))
    point = away * (distance - 0.012) + UP * y
    meshes = [ellipsoid(point, [0.024, 0.024, 0.02], "metal")]
    if post:
        side = np.abs(np.cross(UP, away)) * 0.07
        near, far = away * distance, away * (distance + 0.05)
        meshes.append(box(np.minimum(near, far) - side, np.maximum(near, far) + side + UP * max(y + 0.25, 1.3), "wall"))
    return Thing(spec.name, tuple(meshes), {"anchor": Surface(point, -away)})


BUILDERS: dict[str, Callable[[PropSpec, Posed, Array], Thing]] = {
    "wall": wall,
    "corner": corner,
    "doorway": doorway,
    "chair": chair,
    "stool": chair,
    "table": table,
    "counter": table,
    "bed": bed,
    "step": step,
    "stairs": step,
    "walker": walker,
    "pad": pad,
    "roller": roller,
}
"""One builder for each fixed kind."""
