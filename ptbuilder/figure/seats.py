"""Chairs and stools: under a sitter, under legs, or standing beside the figure to hold on to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.meshes import Mesh, box, joined
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import UP, Surface, Thing, option
from ptbuilder.figure.rotations import Array, about_y

_LEG = 0.018
_HALF = 0.22
_DEPTH = 0.42
_BACK = 0.44
_LEG_CLEAR = 0.02


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chair stands: the foot of its backrest at the seat's height, and the way its sitter looks, degrees about upright."""

    x: float
    seat: float
    z: float
    yaw: float = 0.0


def seat_under(posed: Posed, vertices: Array) -> tuple[float, float]:
    """Height of the seat and the plane of the backrest for a sitter."""
    seat = vertices[posed.part_vertices("seat")]
    return float(np.percentile(seat[:, 1], 1.5)) + 0.004, float(vertices[posed.part_vertices("pelvis")][:, 2].min()) - 0.01


def chair(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A chair or stool with its places for hands."""
    arms, back = bool(spec.options.get("arms", False)), bool(spec.options.get("back", spec.kind == "chair"))
    at = _place(spec, posed, vertices)
    turn, origin = about_y(at.yaw), np.array([at.x, 0, at.z])
    mesh = _mesh(at.seat, back=back, arms=arms)
    placed = Mesh(mesh.vertices @ turn.T + origin, mesh.triangles, mesh.faces, mesh.colour)
    facing = turn @ np.array([0, 0, 1.0])
    along_back = (abs(at.x) < 0.01 and abs(facing[2]) > 0.5, False, False)
    top = at.seat + (_BACK if back else 0.0)

    def surface(x: float, y: float, z: float, free: tuple[bool, bool, bool], fingers: Array) -> Surface:
        return Surface(turn @ np.array([x, y, z]) + origin, UP, free, fingers)

    across = (abs(facing[2]) > 0.5, False, abs(facing[2]) <= 0.5)
    ahead = np.array([0, 0, 1.0])
    surfaces = {
        "back": surface(0, top, -0.02 if back else 0.2, along_back, ahead),
        "seat": surface(0, at.seat, 0.36, across, ahead),
        "arm_l": surface(0.24, at.seat + 0.225, 0.24, (False, False, False), facing),
        "arm_r": surface(-0.24, at.seat + 0.225, 0.24, (False, False, False), facing),
    }
    return Thing(spec.name, (placed,), surfaces)


def _place(spec: PropSpec, posed: Posed, vertices: Array) -> Place:
    place = spec.options.get("place")
    under = spec.options.get("under", "" if place else "seat")
    if under == "seat":
        seat, back_z = seat_under(posed, vertices)
        return Place(float(posed.bone("pelvis")[0]), seat, back_z - posed.length(100 * option(spec, "forward", 0.0)))
    if under:
        return _under_legs(spec, posed, vertices, str(under))
    return _beside(spec, posed, str(place or "front"))


def _under_legs(spec: PropSpec, posed: Posed, vertices: Array, part: str) -> Place:
    """Under shins, a foot or a heel: the backrest beyond the feet, or to the left or right where ``turned`` says so."""
    lying = vertices[posed.part_vertices(part)]
    seat = float(np.percentile(lying[:, 1], 3)) + 0.002
    sides = part[-1] if part.endswith(("_l", "_r")) else "lr"
    middle = lying.mean(0)
    hips, knees, feet = (np.mean([posed.bone(f"{bone}_{side}") for side in sides], axis=0) for bone in ("thigh1", "shin1", "foot"))
    way = 1.0 if feet[2] > hips[2] else -1.0
    turned = spec.options.get("turned", "seat")
    if turned in ("left", "right"):
        sign = 1.0 if turned == "left" else -1.0
        return Place(float(middle[0]) + sign * _DEPTH / 2, seat, float(middle[2]), -90 * sign)
    legs = vertices[posed.chosen(*(f"{bone}_{side}" for bone in ("shin1", "shin2", "foot", "toes") for side in sides))]
    ends = float((legs[:, 2] * way).max()) + _LEG_CLEAR
    usual = float(knees[2]) * way + 0.47 if part == "shins" else float(middle[2]) * way + _DEPTH / 2
    return Place(float(middle[0]), seat, way * max(ends, usual), 180.0 if way > 0 else 0.0)


def _beside(spec: PropSpec, posed: Posed, place: str) -> Place:
    seat, aside = option(spec, "seat_height", 0.46), option(spec, "aside", 0.0)
    distance = posed.length(100 * option(spec, "distance", 0.32))
    turned = spec.options.get("turned", "back")
    if place in ("left", "right"):
        return Place((1 if place == "left" else -1) * (distance + 0.1), seat, aside)
    sign = 1 if place == "front" else -1
    if turned in ("left", "right"):
        side = 1 if turned == "left" else -1
        return Place(aside + side * _DEPTH / 2, seat, sign * (distance + _HALF), -90.0 * side)
    facing = sign if turned == "back" else -sign
    z = sign * distance if turned == "back" else sign * (distance + _DEPTH)
    return Place(aside, seat, z, 0.0 if facing > 0 else 180.0)


def _mesh(seat: float, *, back: bool, arms: bool) -> Mesh:
    """A chair whose sitter looks along z, its backrest at the origin."""
    thick = 0.035
    parts = [box([-_HALF, seat - thick, 0], [_HALF, seat, _DEPTH])]
    for x in (-_HALF + _LEG, _HALF - _LEG):
        parts += [box([x - _LEG, 0, z - _LEG], [x + _LEG, seat - thick, z + _LEG]) for z in (_LEG, _DEPTH - _LEG)]
        if back:
            parts.append(box([x - _LEG, seat - thick, -0.02], [x + _LEG, seat + _BACK, 2 * _LEG - 0.02]))
    if back:
        parts.append(box([-_HALF, seat + _BACK - 0.17, -0.034], [_HALF, seat + _BACK, -0.006]))
    for x in (-_HALF - 0.02, _HALF + 0.02) if arms else ():
        parts.append(box([x - 0.022, seat + 0.2, 0], [x + 0.022, seat + 0.225, _DEPTH * 0.8]))
        z = _DEPTH * 0.76
        parts.append(box([x - _LEG, seat - thick, z - _LEG], [x + _LEG, seat + 0.2, z + _LEG]))
    return joined(parts, "wood")
