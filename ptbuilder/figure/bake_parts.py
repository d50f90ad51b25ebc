"""Build time: T-shirt, shorts, skin, shoes and hair of a body, cut from the base mesh; needs scipy."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.bake_drape import hung
from ptbuilder.figure.bake_mesh import clipped, compacted, inside_distance, normals, relaxed, smoothstep, subdivided, triangles_of
from ptbuilder.figure.bake_skeleton import BODY_VERTICES, INDEX, NAMES, BaseMesh
from ptbuilder.figure.rotations import Array

Part = tuple[str, Array, Array, Array]
"""Region, vertices, weights a bone, triangles."""

_COLLAR_TILT = np.radians(32)
_SLEEVE = ("uarm", "farm", "scap", "clav")
_TIP = np.array([0, 0, 0.004])


def _along(base: BaseMesh, points: Array, near: str, far: str) -> Array:
    """Share of the way from one joint to another at which points lie."""
    start = base.joints[INDEX[near]]
    way = base.joints[INDEX[far]] - start
    return np.asarray((points - start) @ way / (way @ way))


def _weight_of(weights: Array, side: str, *starts: str) -> Array:
    return np.asarray(weights[:, [i for i, n in enumerate(NAMES) if n.endswith(f"_{side}") and n.startswith(starts)]].sum(1))


def _collar(base: BaseMesh, points: Array) -> Array:
    """Positive below a tilted plane through the base of the neck."""
    normal = np.array([0, np.cos(_COLLAR_TILT), np.sin(_COLLAR_TILT)])
    return np.asarray(-(points - (base.joints[INDEX["neck1"]] + [0, 0, 0.025])) @ normal + 0.006)


def garments(base: BaseMesh, hang: float = 0) -> list[Part]:
    """Shirt and shorts from the smooth helper 'tights', one subdivision step, with crisp hems pushed out.

    ``hang`` is the share by which the shirt falls straight from bust and belly.
    """
    chosen, (vertices, weights) = compacted(base.quads[base.groups == "helper-tights"], base.vertices, base.weights)
    quads, (vertices, weights) = subdivided(chosen, (vertices, weights))
    triangles = triangles_of(quads)
    outward = normals(vertices, triangles)
    name, shirt, by_bone, faces = _shirt(base, vertices, weights, triangles, outward)
    if hang:
        arms = _weight_of(by_bone, "l", *_SLEEVE) + _weight_of(by_bone, "r", *_SLEEVE)
        axis = float((base.joints[INDEX["pelvis"]] + base.joints[INDEX["thor2"]])[2] / 2)
        armpit = float(base.joints[INDEX["uarm1_l"]][1]) - 0.06
        shirt = hung(shirt, arms, axis, armpit, hang)
    return [(name, shirt, by_bone, faces), _shorts(base, vertices, weights, triangles, outward)]


def _shirt(base: BaseMesh, v: Array, w: Array, t: Array, outward: Array) -> Part:
    """Sleeves to 60 % of the upper arm, hem at the hip joint; the hem follows the pelvis, not the thighs."""
    hip = float(base.joints[INDEX["thigh1_l"]][1])
    sleeve = np.full(len(v), 9.0)
    for side, sign in (("l", 1), ("r", -1)):
        here = (v[:, 0] * sign > 0) & (_weight_of(w, side, "uarm", "farm", "hand") > 0.05) & (v[:, 0] * sign > 0.14)
        sleeve = np.where(here, (0.60 - _along(base, v, f"uarm1_{side}", f"farm1_{side}")) * 0.25, sleeve)
    hem = v[:, 1] - (hip + 0.005)
    collar = np.where(np.abs(v[:, 0]) > 0.13, 9, _collar(base, v))
    field = np.minimum(np.minimum(sleeve, hem), collar)
    t, (v, w, outward, near_sleeve, near_hem) = clipped(t, field, v, w, outward, np.minimum(sleeve, 0.3)[:, None], hem[:, None])
    off = 0.009 + 0.009 * (1 - smoothstep(0, 0.11, near_sleeve[:, 0])) + 0.007 * (1 - smoothstep(0.0, 0.22, near_hem[:, 0]))
    v = v + outward * off[:, None]
    kept = 0.45 + 0.5 * smoothstep(0.03, -0.06, v[:, 2] - base.joints[INDEX["thigh1_l"]][2])
    for bone in ("thigh1_l", "thigh1_r", "thigh2_l", "thigh2_r"):
        moved = w[:, INDEX[bone]] * kept
        w[:, INDEX[bone]] -= moved
        w[:, INDEX["pelvis"]] += moved
    return ("shirt", v, w, t)


def _shorts(base: BaseMesh, v: Array, w: Array, t: Array, outward: Array) -> Part:
    """From the waist to 60 % of the thigh."""
    leg = np.full(len(v), 9.0)
    for side, sign in (("l", 1), ("r", -1)):
        here = v[:, 0] > 0 if sign > 0 else v[:, 0] <= 0
        leg = np.where(here, (0.60 - _along(base, v, f"thigh1_{side}", f"shin1_{side}")) * 0.4, leg)
    field = np.minimum(leg, float(base.joints[INDEX["thigh1_l"]][1]) + 0.13 - v[:, 1])
    arms = _weight_of(w, "l", "uarm", "farm", "hand") + _weight_of(w, "r", "uarm", "farm", "hand")
    field = np.where(arms > 0.3, -1.0, field)  # wrists of the tights would land in the shorts
    t, (v, w, outward, near) = clipped(t, field, v, w, outward, np.minimum(leg, 0.3)[:, None])
    off = 0.006 + 0.012 * (1 - smoothstep(0, 0.2, near[:, 0]))
    return ("shorts", v + outward * off[:, None], w, t)


def calm_face(base: BaseMesh) -> None:
    """Smooth lips, nostrils and eye sockets flat; the face is drawn from landmarks."""
    eye = base.cubes["joint-l-eye"]
    triangles = triangles_of(base.quads[base.groups == "body"])
    places = [
        (np.array([0, eye[1] - 0.066, eye[2] + 0.03]), [0.034, 0.022, 0.06], 12),
        (np.array([0, eye[1] - 0.040, eye[2] + 0.02]), [0.028, 0.015, 0.06], 9),
        *((eye * [sign, 1, 1] + [0, 0, 0.01], [0.026, 0.016, 0.05], 15) for sign in (1, -1)),
    ]
    skin = base.vertices[:BODY_VERTICES]
    for centre, radii, rounds in places:
        share = smoothstep(1.0, 0.6, np.linalg.norm((skin - centre) / np.array(radii), axis=1))[:, None]
        skin[:] = skin * (1 - share) + relaxed(skin, triangles, rounds, 0.6) * share


def skin_and_shoes(base: BaseMesh) -> list[Part]:
    """Skin where no clothes are, and a shoe for each foot."""
    v, w = base.vertices, base.weights
    hip, neck = float(base.joints[INDEX["thigh1_l"]][1]), base.joints[INDEX["neck1"]]
    keep = (_collar(base, v) < 0.05) & (np.abs(v[:, 0]) < 0.16) & (v[:, 1] > neck[1] - 0.12)
    for side, sign in (("l", 1), ("r", -1)):
        fingers = ("f1_", "f2_", "f3_", "f4_", "f5_")
        arm = _weight_of(w, side, "uarm", "farm", "hand", *fingers) > 0.5
        keep |= arm & (_along(base, v, f"uarm1_{side}", f"farm1_{side}") > 0.38) & (v[:, 0] * sign > 0.1)
        keep |= (_along(base, v, f"thigh1_{side}", f"shin1_{side}") > 0.42) & (v[:, 0] * sign >= -0.02) & (v[:, 1] < hip)
    triangles = triangles_of(base.quads[base.groups == "body"])
    triangles = triangles[keep[triangles].all(1)]
    shoes: list[Part] = []
    body = np.arange(len(v)) < BODY_VERTICES
    for side in "lr":
        ankle = float(base.joints[INDEX[f"foot_{side}"]][1])
        foot = w[:, INDEX[f"foot_{side}"]] + w[:, INDEX[f"toes_{side}"]]
        sole = float(v[(foot > 0.5) & body][:, 1].min())
        chosen = np.nonzero((foot + w[:, INDEX[f"shin2_{side}"]] > 0.6) & body & (v[:, 1] < ankle + 0.012))[0]
        shoes.append(("shoe", *_shoe(v[chosen], w[chosen], sole)))
        hidden = np.zeros(len(v), bool)
        hidden[chosen] = v[chosen, 1] < ankle - 0.012
        triangles = triangles[~hidden[triangles].all(1)]
    triangles, (vertices, weights) = compacted(triangles, v, w)
    return [("skin", vertices, weights, triangles), *shoes]


def _shoe(points: Array, weights: Array, sole: float) -> tuple[Array, Array, Array]:
    """A shoe from the foot: its convex hull in slices from heel to toe, rounded and a little inflated."""
    from scipy.spatial import ConvexHull, cKDTree

    hull = ConvexHull(points)
    planes, offsets = hull.equations[:, :3], hull.equations[:, 3]
    first, last = float(points[:, 2].min()), float(points[:, 2].max())
    slices = np.clip(first + (last - first) * (1 - np.cos(np.linspace(0, np.pi, 20))) / 2, first + 0.002, last - 0.002)
    angles = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    rays = np.column_stack([np.cos(angles), np.sin(angles), np.zeros(28)])
    rings = np.array([_slice(points[hull.simplices], planes, offsets, float(z), rays) for z in slices])
    count = len(rings)
    vertices = np.r_[rings.reshape(-1, 3), [rings[0].mean(0) - _TIP], [rings[-1].mean(0) + _TIP]]
    triangles = np.array(_tube_triangles(count, 28, len(vertices)))
    vertices = relaxed(vertices, triangles, 2)
    vertices[:, 1] = np.maximum(vertices[:, 1], sole - 0.006)
    distance, near = cKDTree(points).query(vertices, k=6)
    share = 1 / (distance + 0.004)
    share /= share.sum(1)[:, None]
    return vertices, (weights[near] * share[:, :, None]).sum(1), triangles


def _slice(edges: Array, planes: Array, offsets: Array, z: float, rays: Array) -> Array:
    """The outline of a convex hull at one z, by rays from the middle of the slice."""
    cuts = []
    for k in range(3):
        p, q = edges[:, k], edges[:, (k + 1) % 3]
        crossing = (p[:, 2] - z) * (q[:, 2] - z) < 0
        t = ((z - p[crossing, 2]) / (q[crossing, 2] - p[crossing, 2]))[:, None]
        cuts.append(p[crossing] + t * (q[crossing] - p[crossing]))
    found = np.concatenate(cuts)
    centre = (found.min(0) + found.max(0)) / 2
    centre[2] = z
    towards = planes @ rays.T
    with np.errstate(divide="ignore"):
        reach = np.where(towards > 1e-9, (-(planes @ centre + offsets))[:, None] / towards, np.inf).min(0)
    return np.asarray(centre + rays * (reach + 0.004)[:, None])


def _tube_triangles(rings: int, sides: int, total: int) -> list[tuple[int, int, int]]:
    triangles = []
    for i in range(rings - 1):
        for j in range(sides):
            a, b = i * sides + j, i * sides + (j + 1) % sides
            triangles += [(a, b, a + sides), (b, b + sides, a + sides)]
    top = (rings - 1) * sides
    for j in range(sides):
        triangles += [((j + 1) % sides, j, total - 2), (top + j, top + (j + 1) % sides, total - 1)]
    return triangles


def hair(base: BaseMesh, *, bun: bool) -> list[Part]:
    """The scalp cut by a polygon in the side view and pushed out, with a bun if asked."""
    head = base.joints[INDEX["head"]]
    outline = [
        [0.17, 0.118],
        [0.128, 0.105],
        [0.102, 0.086],
        [0.088, 0.050],
        [0.076, 0.030],
        [0.066, 0.026],
        [0.063, 0.046],
        [0.046, 0.058],
    ]
    outline += [[0.028, 0.050], [0.020, 0.022], [0.014, -0.006], [-0.006, -0.028], [-0.12, -0.034], [-0.12, 0.30], [0.17, 0.30]]
    v = base.vertices
    triangles = triangles_of(base.quads[base.groups == "body"])
    outward = normals(v, triangles)
    upper = base.weights[:, [INDEX[n] for n in ("head", "neck1", "neck2", "neck3")]].sum(1)
    triangles = triangles[upper[triangles].min(1) > 0.9]
    field = np.full(len(v), -1.0)
    field[:BODY_VERTICES] = inside_distance(v[:BODY_VERTICES][:, [2, 1]], np.array(outline) + np.array([0, head[1]]))
    field[(np.abs(v[:, 0]) > 0.0725) & (v[:, 1] < head[1] + 0.056) & (v[:, 2] < 0.075) & (v[:, 2] > 0.015)] = -0.01  # ears
    t, (vertices, weights, _, depth) = clipped(triangles, field, v, base.weights, outward, field[:, None])
    out = normals(relaxed(vertices, t, 3), t)
    top = smoothstep(head[1] + 0.02, head[1] + 0.14, vertices[:, 1])
    off = 0.0025 + (0.007 + 0.011 * top) * smoothstep(0, 0.045, depth[:, 0])
    parts: list[Part] = [("hair", relaxed(vertices + out * off[:, None], t, 2), weights, t)]
    if bun:
        ball, faces = _sphere(14, 20)
        weight = np.zeros((len(ball), len(NAMES)))
        weight[:, INDEX["head"]] = 1
        parts.append(("hair", head + [0, 0.142, -0.098] + ball * [0.036, 0.038, 0.034], weight, faces))
    return parts


def _sphere(rows: int, sides: int) -> tuple[Array, Array]:
    u, v = np.meshgrid(np.linspace(0, np.pi, rows), np.linspace(0, 2 * np.pi, sides, endpoint=False), indexing="ij")
    points = np.stack([np.sin(u) * np.cos(v), np.cos(u), np.sin(u) * np.sin(v)], 2).reshape(-1, 3)
    triangles = []
    for i in range(rows - 1):
        for j in range(sides):
            a, b = i * sides + j, i * sides + (j + 1) % sides
            triangles += [(a, b, a + sides), (b, b + sides, a + sides)]
    return points, np.array(triangles)
