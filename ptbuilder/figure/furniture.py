"""Props that stand still in the room: walls, seats, tables, steps, walker."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ptbuilder.figure.meshes import Mesh, box, joined, tube
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import Surface, Thing
from ptbuilder.figure.rotations import Array, about_y
from ptbuilder.figure.vocabulary import part_bones

UP = np.array([0, 1.0, 0])
_LEG = 0.018


def option(spec: PropSpec, key: str, default: float) -> float:
    """A number of the prop in metres."""
    return float(spec.options.get(key, default * 100)) / 100


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
        turn = about_y(sign * 45)
        mesh = box([-0.03, 0, -0.75], [0.03, height, 0], "wall")
        meshes.append(Mesh(mesh.vertices @ turn.T + tip, mesh.triangles, mesh.faces, mesh.colour))
        normal = turn @ np.array([-sign, 0, 0])
        surfaces[name] = Surface(tip + normal * 0.03, normal, (True, True, True), UP)
    return Thing(spec.name, (joined(meshes, "wall"),), surfaces)


def doorway(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """Two door posts beside the figure; the hands find their front sides."""
    distance = posed.length(100 * option(spec, "distance", 0.1))
    half = option(spec, "width", 0.9) / 2
    height = float(vertices[:, 1].max()) + 0.2
    meshes, surfaces = [], {}
    for name, sign in (("left", 1), ("right", -1)):
        inner, outer = sorted((sign * half, sign * (half + 0.14)))
        meshes.append(box([inner, 0, distance], [outer, height, distance + 0.1], "wall"))
        surfaces[name] = Surface(np.array([sign * (half + 0.05), 0, distance]), np.array([0, 0, -1.0]), (False, True, False), UP)
    return Thing(spec.name, (joined(meshes, "wall"),), surfaces)


def _seat_under(posed: Posed, vertices: Array) -> tuple[float, float]:
    """Height of the seat and the plane of the backrest for a sitter."""
    seat = vertices[posed.part_vertices("seat")]
    return float(np.percentile(seat[:, 1], 1.5)) + 0.004, float(vertices[posed.part_vertices("pelvis")][:, 2].min()) - 0.01


def chair_mesh(
    seat: float, back_z: float, x: float, facing: int, *, back: bool = True, arms: bool = False, depth: float = 0.42
) -> Mesh:
    """A chair whose sitter faces +z (``facing`` 1) or -z; the backrest stands at ``back_z``."""
    half, thick, back_height = 0.22, 0.035, 0.44
    low, high = sorted((back_z, back_z + facing * depth))
    parts = [box([x - half, seat - thick, low], [x + half, seat, high])]
    for across in (x - half + _LEG, x + half - _LEG):
        parts += [box([across - _LEG, 0, z - _LEG], [across + _LEG, seat - thick, z + _LEG]) for z in (low + _LEG, high - _LEG)]
    if back:
        z = back_z + facing * (_LEG - 0.02)
        for across in (x - half + _LEG, x + half - _LEG):
            parts.append(box([across - _LEG, seat - thick, z - _LEG], [across + _LEG, seat + back_height, z + _LEG]))
        z = back_z - facing * 0.02
        parts.append(box([x - half, seat + back_height - 0.17, z - 0.014], [x + half, seat + back_height, z + 0.014]))
    if arms:
        for across in (x - half - 0.02, x + half + 0.02):
            a, b = sorted((back_z, back_z + facing * depth * 0.8))
            parts.append(box([across - 0.022, seat + 0.2, a], [across + 0.022, seat + 0.225, b]))
            z = back_z + facing * depth * 0.76
            parts.append(box([across - _LEG, seat - thick, z - _LEG], [across + _LEG, seat + 0.2, z + _LEG]))
    return joined(parts, "wood")


def chair(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A chair under the sitter, under the shins, or standing beside the figure to hold on to."""
    arms, back = bool(spec.options.get("arms", False)), bool(spec.options.get("back", spec.kind == "chair"))
    seat, x, facing = option(spec, "seat_height", 0.46), option(spec, "aside", 0.0), 1
    place = spec.options.get("place")
    under = spec.options.get("under", "" if place else "seat")
    if under == "seat":
        seat, back_z = _seat_under(posed, vertices)
        x = float(posed.bone("pelvis")[0])
    elif under:
        part = vertices[posed.part_vertices(under)]
        seat = float(np.percentile(part[:, 1], 3)) + 0.002
        knees = (posed.bone("shin1_l") + posed.bone("shin1_r")) / 2
        way = 1 if posed.bone("foot_l")[2] > knees[2] else -1
        facing, back_z = -way, float(knees[2]) + way * 0.47
    else:
        back_z, x, facing = _standing_chair(spec, posed, place or "front", x)
    mesh = chair_mesh(seat, back_z, x, facing, back=back, arms=arms)
    top = seat + (0.44 if back else 0.0)
    at = back_z - facing * 0.02 if back else back_z + facing * 0.2
    surfaces = {
        "back": Surface(np.array([x, top, at]), UP, (abs(x) < 0.01, False, False), np.array([0, 0, 1.0])),
        "seat": Surface(np.array([x, seat, back_z + facing * 0.36]), UP, (True, False, False), np.array([0, 0, 1.0])),
    }
    for name, sign in (("arm_l", 1), ("arm_r", -1)):
        surfaces[name] = Surface(
            np.array([x + sign * 0.24, seat + 0.225, back_z + facing * 0.24]), UP, fingers=np.array([0, 0, 1.0 * facing])
        )
    return Thing(spec.name, (mesh,), surfaces)


def _standing_chair(spec: PropSpec, posed: Posed, place: str, aside: float) -> tuple[float, float, int]:
    distance = posed.length(100 * option(spec, "distance", 0.32))
    turned = spec.options.get("turned", "back")
    if place in ("left", "right"):
        return aside, (1 if place == "left" else -1) * (distance + 0.1), 1
    sign = 1 if place == "front" else -1
    if turned == "back":
        return sign * distance, aside, sign
    return sign * (distance + 0.42), aside, -sign


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
    """A bed whose edge is sat on."""
    seat, back_z = _seat_under(posed, vertices)
    edge = back_z + 0.44
    mattress = box([-0.75, seat - 0.2, edge - 1.0], [0.75, seat, edge], "pillow")
    frame = box([-0.77, 0.12, edge - 1.0], [0.77, seat - 0.2, edge - 0.02], "wood")
    point = np.array([0, seat, edge - 0.3])
    return Thing(spec.name, (mattress, frame), {"top": Surface(point, UP, (True, False, False))})


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
    """A foam roller across, under the part or point it is named for."""
    z = float(posed.point(spec.options.get("under", "upper_back"))[2]) + 0.05
    above = vertices[(np.abs(vertices[:, 2] - z) < 0.05) & (np.abs(vertices[:, 0]) < 0.1)]
    radius = max(float(above[:, 1].min()) / 2 + 0.006, 0.05) if len(above) else 0.07
    return Thing(spec.name, (tube([[-0.32, radius, z], [0.32, radius, z]], radius, "roller", 40),), {})


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
