"""Everything that one picture shows as one heap of triangles with labels: the body's parts and the props."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.body import SKIN, Body
from ptbuilder.figure.camera import Camera
from ptbuilder.figure.hems import lids
from ptbuilder.figure.meshes import Mesh
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array

FAR = {"skin": "skin_far", "shorts": "shorts_far", "shoe": "shoe_far"}
"""Colours with a darker tone for the limb that is farther away."""

_FAR_BY = 0.12
_PROP_LABELS = 100


@dataclass(frozen=True, slots=True)
class Model:
    """Triangles of body and props.

    ``labels`` tell surfaces apart (below 100 the body's, then 100 a prop and one a face); ``colours`` index
    ``colour_names``; ``far`` is the share by which each vertex of the body belongs to a far limb; ``ground`` is the label
    block of mat or floor.
    """

    vertices: Array
    triangles: Array
    labels: Array
    colours: Array
    colour_names: tuple[str, ...]
    is_body: Array
    is_hand: Array
    is_head: Array
    is_neck: Array
    far: Array
    ground: int


def build_model(posed: Posed, vertices: Array, meshes: Sequence[Mesh], camera: Camera) -> Model:
    """The model of one posed body with its props, as one camera sees which limb is far."""
    body = posed.body
    names = [*body.colours, *FAR.values()]
    inner = lids(body)
    parts_v, parts_t = [vertices, inner.spread(vertices)], [body.triangles, inner.triangles + len(vertices)]
    labels, colours = [body.surfaces, inner.regions], [body.regions.astype(int), inner.regions]
    offset, ground = len(parts_v[0]) + len(parts_v[1]), -5
    for k, mesh in enumerate(meshes):
        if mesh.colour not in names:
            names.append(mesh.colour)
        if mesh.colour in ("mat", "floor") and ground < 0:
            ground = k + 1
        parts_v.append(mesh.vertices)
        parts_t.append(mesh.triangles + offset)
        offset += len(mesh.vertices)
        labels.append(_PROP_LABELS * (k + 1) + mesh.faces)
        colours.append(np.full(len(mesh.triangles), names.index(mesh.colour)))
    triangles = np.concatenate(parts_t)
    extra = np.zeros(len(triangles) - len(body.triangles), bool)
    far = (body.weights * np.isin(body.bone_index, _far_bones(body, posed, camera))).sum(1)
    bones = body.main_bone[body.triangles[:, 0]]
    hands = body.bones_starting("hand", "f1_", "f2_", "f3_", "f4_", "f5_")
    heads = [body.index["head"], body.index["neck3"]]
    necks = body.bones_starting("neck")
    return Model(
        vertices=np.concatenate(parts_v),
        triangles=triangles,
        labels=np.concatenate(labels),
        colours=np.concatenate(colours),
        colour_names=tuple(names),
        is_body=np.arange(len(triangles)) < len(body.triangles) + len(inner.triangles),
        is_hand=np.r_[np.isin(bones, hands), extra],
        is_head=np.r_[np.isin(bones, heads) & (body.regions == SKIN), extra],
        is_neck=np.r_[np.isin(bones, necks) & (body.regions == SKIN), extra],
        far=np.r_[far, inner.spread(far)],
        ground=ground,
    )


def _far_bones(body: Body, posed: Posed, camera: Camera) -> list[int]:
    """Bones of limbs that are clearly farther from the camera than their twin."""
    depth = -camera.seen(posed.joints)[:, 2]
    far: list[int] = []
    for starts in (("thigh2", "shin", "foot", "toes"), ("uarm2", "farm", "hand", "f1_", "f2_", "f3_", "f4_", "f5_")):
        both = {side: body.bones_starting(*starts, side=side) for side in "lr"}
        apart = float(depth[both["l"]].mean() - depth[both["r"]].mean())
        if abs(apart) > _FAR_BY:
            far += both["l" if apart > 0 else "r"]
    return far
