"""Props in the hands or around limbs: weights, sticks, bands, loops, straps, towels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ptbuilder.figure.body import SHIRT
from ptbuilder.figure.furniture import option
from ptbuilder.figure.meshes import Mesh, ellipsoid, hull, joined, ribbon, tube
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import Thing
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.supports import held_point
from ptbuilder.figure.vocabulary import PLURALS, point_bones


def _sides(word: str) -> str:
    return "lr" if word in PLURALS else word[-1]


def _thumb_axis(posed: Posed, side: str) -> Array:
    """The direction of a bar in the closed hand, towards the thumb."""
    return np.asarray(posed.frame_of(f"hand_{side}") @ np.array([0, 0, 1.0]))


def dumbbell(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A small dumbbell in one hand or both."""
    meshes = []
    for side in _sides(str(spec.options.get("in", "hands"))):
        centre, axis = held_point(posed, side), _thumb_axis(posed, side)
        parts = [tube([centre - axis * 0.065, centre + axis * 0.065], 0.013)]
        parts += [tube([centre + s * axis * 0.045, centre + s * axis * 0.1], 0.035, sides=20) for s in (-1, 1)]
        meshes.append(joined(parts, "metal"))
    return Thing(spec.name, tuple(meshes))


def stick(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A stick through both hands, or on from one hand."""
    sides = _sides(str(spec.options.get("in", "hands")))
    centres = [held_point(posed, side) for side in sides]
    if len(centres) == 2:
        axis, middle = unit(centres[0] - centres[1]), (centres[0] + centres[1]) / 2
        half = max(option(spec, "length", 0.0) / 2, float(np.linalg.norm(centres[0] - centres[1])) / 2 + 0.12)
    else:
        axis, middle, half = _thumb_axis(posed, sides), centres[0], option(spec, "length", 0.9) / 2
    return Thing(spec.name, (tube([middle - axis * half, middle + axis * half], 0.0125, "wood"),))


def towel(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A towel or strap between the hands, straight or around a foot or knee."""
    left, right = held_point(posed, "l"), held_point(posed, "r")
    colour, half = ("band", 0.02) if spec.kind == "strap" else ("towel", 0.035)
    around = spec.options.get("around")
    if around is None:
        ends = np.array([left + unit(left - right) * 0.08, right + unit(right - left) * 0.08])
        path = np.linspace(ends[0], ends[1], 12)
        return Thing(spec.name, (ribbon(path, [0, 1.0, 0.2], half, colour),))
    bone = point_bones(str(around))[0]
    foot = bone.startswith("foot")
    if foot:
        frame = posed.frame_of(bone)
        tread = posed.bone(bone.replace("foot", "toes")) + frame @ np.array([0, -0.03, -0.01])
        width = frame @ np.array([0, 0, 1.0])
        out = frame @ np.array([0.05, 0, 0])
        under = [
            tread + out + frame @ np.array([0, 0.03, 0]),
            tread + out * 0.5,
            tread - out * 0.5,
            tread - out + frame @ np.array([0, 0.03, 0]),
        ]
    else:
        frame, centre = posed.frame_of(bone), posed.bone(bone)
        behind = frame @ np.array([0, 0, -0.07])
        width = frame @ np.array([0, 1.0, 0])
        out = frame @ np.array([0.07, 0, 0])
        under = [centre + out, centre + out * 0.6 + behind, centre - out * 0.6 + behind, centre - out]
    points = np.array([left, *under, right])
    count = np.linspace(0, len(points) - 1, 60)
    path = np.column_stack([np.interp(count, np.arange(len(points)), points[:, k]) for k in range(3)])
    return Thing(spec.name, (ribbon(path, width, half * 0.8, colour),))


def band(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """An elastic band from hand or foot to another point or to an anchor on a wall; handles in the hands."""
    options = spec.options
    starts = str(options.get("from_point", "hands"))
    ends: list[tuple[Array, str]] = []
    for bone in point_bones(starts):
        side = bone[-1]
        is_hand = starts.startswith(("hand", "wrist"))
        ends.append((held_point(posed, side) if is_hand else posed.bone(bone), side if is_hand else ""))
    meshes = []
    if "to" in options:
        other = str(options["to"])
        goals = [held_point(posed, b[-1]) if other.startswith("hand") else posed.bone(b) for b in point_bones(other)]
    else:
        goals = [_anchor(posed, options)]
        meshes.append(ellipsoid(goals[0], [0.024, 0.024, 0.02], "metal"))
    for k, (start, side) in enumerate(ends):
        meshes.append(tube(np.linspace(goals[min(k, len(goals) - 1)], start, 20), 0.008, "band", 10))
        if side:
            axis = _thumb_axis(posed, side)
            meshes.append(tube([start - axis * 0.062, start + axis * 0.062], 0.014, "metal", 12))
    return Thing(spec.name, tuple(meshes))


def _anchor(posed: Posed, options: object) -> Array:
    """A point of a wall, at a height that is a number of cm or a point of the body."""
    get = options.get  # type: ignore[attr-defined]
    height, distance = get("anchor_height", "elbow_r"), posed.length(float(get("anchor_distance", 102)))
    y = float(posed.point(height)[1]) if isinstance(height, str) else posed.length(float(height))
    x, z = {"front": (0.0, 1.0), "behind": (0.0, -1.0), "left": (1.0, 0.0), "right": (-1.0, 0.0)}[str(get("anchor_place", "front"))]
    return np.array([x * distance, y, z * distance - 0.012])


def loop(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """An elastic loop around both thighs or both ankles."""
    around = str(spec.options.get("around", "thighs"))
    near, far, share, bones = (
        ("thigh1", "shin1", 0.8, ("thigh1", "thigh2", "shin1"))
        if around == "thighs"
        else ("shin1", "foot", 0.85, ("shin1", "shin2"))
    )
    rings, centres, axes = [], [], []
    for side in "lr":
        a, b = posed.bone(f"{near}_{side}"), posed.bone(f"{far}_{side}")
        axis = unit(b - a)
        chosen = posed.chosen(*(f"{bone}_{side}" for bone in bones))
        chosen = chosen[posed.body.vertex_region[chosen] != SHIRT]
        along = (vertices[chosen] - a) @ axis / np.linalg.norm(b - a)
        rings.append(vertices[chosen][np.abs(along - share) < 0.035])
        centres.append(a + (b - a) * share)
        axes.append(axis)
    return Thing(spec.name, (_loop_mesh(rings, centres, axes),))


def _loop_mesh(rings: list[Array], centres: list[Array], axes: list[Array]) -> Mesh:
    """A strap along the hull of both rings, sheared so that it passes through both centres."""
    normal = unit(axes[0] + axes[1])
    apart = centres[0] - centres[1]
    across = unit(apart - (apart @ normal) * normal)
    up = np.cross(normal, across)
    middle = (centres[0] + centres[1]) / 2
    points = np.concatenate(rings) - middle
    outline = hull(np.column_stack([points @ across, points @ up]))
    centre = outline.mean(0)
    outline = centre + (outline - centre) * (1 + 0.009 / np.linalg.norm(outline - centre, axis=1))[:, None]
    outline = np.r_[outline, outline[:1]]
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(outline, axis=0), axis=1))]
    t = np.linspace(0, lengths[-1], 90)
    flat = np.column_stack([np.interp(t, lengths, outline[:, k]) for k in (0, 1)])
    shear = (apart @ normal) / max(abs(float(apart @ across)), 1e-6)
    path = middle + flat[:, :1] * (across + normal * shear) + flat[:, 1:] * up
    return ribbon(path, normal, 0.028, "band", 0.003)


def weight(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A weight cuff around ankle or wrist."""
    meshes = []
    for bone in point_bones(str(spec.options.get("on", "ankle_r"))):
        frame = posed.frame_of(bone.replace("foot", "shin2").replace("hand", "farm2"))
        centre = posed.bone(bone) + frame @ np.array([0, 0.05, 0])
        meshes.append(tube([centre + frame @ np.array([0, 0.045, 0]), centre - frame @ np.array([0, 0.035, 0])], 0.052, "band", 24))
    return Thing(spec.name, tuple(meshes))


BUILDERS: dict[str, Callable[[PropSpec, Posed, Array], Thing]] = {
    "dumbbell": dumbbell,
    "stick": stick,
    "towel": towel,
    "strap": towel,
    "band": band,
    "loop": loop,
    "weight": weight,
}
"""One builder for each held kind."""
