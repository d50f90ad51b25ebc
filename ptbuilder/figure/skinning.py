"""From bone rotations to vertices: joint positions, skinning and smoothing of the clothes."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.body import Body
from ptbuilder.figure.rotations import Array, quaternion_product, quaternions

_DUAL = 0.75
"""Share of dual-quaternion skinning; the rest is linear, which swells less at bent joints."""


def place_bones(body: Body, frames: Array, root: Array) -> tuple[Array, Array]:
    """Skin rotations (bones, 3, 3) and joint positions (bones, 3) for anatomical frames and the pelvis at ``root``."""
    turns = frames @ body.neutral
    steps = np.einsum("bij,bj->bi", turns[[max(p, 0) for p in body.parents]], body.offsets)
    joints = np.zeros((len(body.bones), 3))
    for i, parent in enumerate(body.parents):
        joints[i] = root if parent < 0 else joints[parent] + steps[i]
    return turns, joints


def skin(body: Body, turns: Array, joints: Array, chosen: Array | None = None) -> Array:
    """Vertices of the posed body, all or the chosen ones, before smoothing."""
    rest = body.vertices if chosen is None else body.vertices[chosen]
    bones = body.bone_index if chosen is None else body.bone_index[chosen]
    weights = body.weights if chosen is None else body.weights[chosen]
    shifts = joints - np.einsum("bij,bj->bi", turns, body.joints)
    moves = np.concatenate([turns, shifts[:, :, None]], 2).reshape(len(turns), 12)
    blended = np.einsum("vk,vkm->vm", weights, moves[bones]).reshape(-1, 3, 4)
    linear = np.einsum("vij,vj->vi", blended[:, :, :3], rest) + blended[:, :, 3]
    dual: Array = _dual_quaternion(body, turns, shifts, rest, bones, weights)
    return np.asarray(linear * (1 - _DUAL) + dual * _DUAL)


def _dual_quaternion(body: Body, turns: Array, shifts: Array, rest: Array, bones: Array, weights: Array) -> Array:
    real = quaternions(turns)
    for i, parent in enumerate(body.parents):
        if parent >= 0 and real[i] @ real[parent] < 0:
            real[i] = -real[i]
    dual = 0.5 * quaternion_product(np.column_stack([np.zeros(len(shifts)), shifts]), real)
    per_vertex = real[bones]
    signs = np.sign(np.einsum("vkc,vc->vk", per_vertex, per_vertex[:, 0]))
    signs[signs == 0] = 1
    share = weights * signs
    q = np.einsum("vk,vkc->vc", share, per_vertex)
    d = np.einsum("vk,vkc->vc", share, dual[bones])
    length = np.linalg.norm(q, axis=1)[:, None]
    q, d = q / length, d / length
    w0, v0, we, ve = q[:, :1], q[:, 1:], d[:, :1], d[:, 1:]
    turned = rest + 2 * _cross(v0, _cross(v0, rest) + w0 * rest)
    return np.asarray(turned + 2 * (w0 * ve - we * v0 + _cross(v0, ve)))


def _cross(a: Array, b: Array) -> Array:
    """Row by row; several times faster than numpy's general one."""
    return np.column_stack(
        [
            a[:, 1] * b[:, 2] - a[:, 2] * b[:, 1],
            a[:, 2] * b[:, 0] - a[:, 0] * b[:, 2],
            a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0],
        ]
    )


def smooth_clothes(body: Body, vertices: Array, rounds: int = 6, share: float = 0.6) -> Array:
    """Average shirt and shorts with their neighbours; takes the pinches out of groin and armpit."""
    rule = body.smoothing
    result = vertices.copy()
    counts = rule.counts[:, None]
    for _ in range(rounds):
        mean = np.add.reduceat(result[rule.neighbours], rule.starts, axis=0) / counts
        result[rule.vertices] += share * (mean - result[rule.vertices])
    return result
