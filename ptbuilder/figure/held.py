"""Props in the hands or around limbs: weights, sticks, bands, loops, straps, towels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ptbuilder.figure.body import SHIRT
from ptbuilder.figure.meshes import Mesh, hull, joined, ribbon, tube
from ptbuilder.figure.pose import PropSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import Thing, option
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.straps import hands_of, taut
from ptbuilder.figure.supports import held_point
from ptbuilder.figure.vocabulary import point_bones


def _thumb_axis(posed: Posed, side: str) -> Array:
    """The direction of a bar in the closed hand, towards the thumb."""
    return np.asarray(posed.frame_of(f"hand_{side}") @ np.array([0, 0, 1.0]))


def dumbbell(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A small dumbbell in one hand or both."""
    meshes = []
    for side in hands_of(str(spec.options.get("in", "hands"))):
        centre, axis = held_point(posed, side), _thumb_axis(posed, side)
        parts = [tube([centre - axis * 0.065, centre + axis * 0.065], 0.013)]
        parts += [tube([centre + s * axis * 0.045, centre + s * axis * 0.1], 0.035, sides=20) for s in (-1, 1)]
        meshes.append(joined(parts, "metal"))
    return Thing(spec.name, tuple(meshes))


def stick(spec: PropSpec, posed: Posed, _vertices: Array) -> Thing:
    """A stick through both hands, or on from one hand, or a walking stick that stands on the floor."""
    sides = hands_of(str(spec.options.get("in", "hands")))
    centres = [held_point(posed, side) for side in sides]
    if spec.options.get("stands"):
        return Thing(spec.name, tuple(_walking_stick(posed, side) for side in sides))
    if len(centres) == 2:
        axis, middle = unit(centres[0] - centres[1]), (centres[0] + centres[1]) / 2
        half = max(option(spec, "length", 0.0) / 2, float(np.linalg.norm(centres[0] - centres[1])) / 2 + 0.12)
    else:
        axis, middle, half = _thumb_axis(posed, sides), centres[0], option(spec, "length", 0.9) / 2
    return Thing(spec.name, (tube([middle - axis * half, middle + axis * half], 0.0125, "wood"),))


def _walking_stick(posed: Posed, side: str) -> Mesh:
    """A handle in the hand and a shaft straight down from it."""
    centre = held_point(posed, side)
    axis = unit(_thumb_axis(posed, side) * [1, 0.15, 1])
    shaft = tube([centre, centre * [1, 0, 1]], 0.011)
    return joined([shaft, tube([centre - axis * 0.055, centre + axis * 0.075], 0.014)], "wood")


def towel(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """A towel or strap between the hands: straight, or taut around a foot, ankle, knee or the back."""
    colour, half = ("band", 0.016) if spec.kind == "strap" else ("towel", 0.035)
    around = spec.options.get("around")
    if around is None:
        left, right = held_point(posed, "l"), held_point(posed, "r")
        path = np.linspace(left + unit(left - right) * 0.08, right + unit(right - left) * 0.08, 12)
        return Thing(spec.name, (ribbon(path, [0, 1.0, 0.2], half, colour),))
    path, width = taut(posed, vertices, str(around), hands_of(str(spec.options.get("in", "hands"))))
    return Thing(spec.name, (ribbon(path, width, half * 0.8, colour),))


def band(spec: PropSpec, posed: Posed, vertices: Array) -> Thing:
    """An elastic band from hands or foot to another point, around a foot, or to its anchor; handles where it ends in a hand."""
    options = spec.options
    ends = [str(options.get("from_point", "hands")), str(options.get("to", ""))]
    foot = next((end for end in ends if end.startswith("foot_")), "")
    holding = next((end for end in ends if end.startswith("hand")), "")
    if foot and holding:
        path, _ = taut(posed, vertices, foot, hands_of(holding))
        return Thing(spec.name, (tube(path, 0.007, "band", 10),))
    goals = [np.array(options["at"])] if "at" in options else _band_points(posed, ends[1])
    handles = "at" in options
    meshes = []
    for k, start in enumerate(_band_points(posed, ends[0])):
        goal = goals[min(k, len(goals) - 1)]
        if not handles and holding and ends[1].startswith("hand"):
            start, goal = start + unit(start - goal) * 0.06, goal + unit(goal - start) * 0.06
        meshes.append(tube(np.linspace(goal, start, 20), 0.008, "band", 10))
    for side in hands_of(holding) if handles and holding else "":
        axis, middle = _thumb_axis(posed, side), held_point(posed, side)
        meshes.append(tube([middle - axis * 0.062, middle + axis * 0.062], 0.014, "metal", 12))
    return Thing(spec.name, tuple(meshes))


def _band_points(posed: Posed, word: str) -> list[Array]:
    return [held_point(posed, bone[-1]) if word.startswith("hand") else posed.bone(bone) for bone in point_bones(word)]


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
