"""The coloured areas: one outline a colour, a darker tone for far limbs, and a second tone where little light falls."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.camera import View
from ptbuilder.figure.curves import Curve, box_blur, curves_of
from ptbuilder.figure.model import FAR, Model
from ptbuilder.figure.outlines import SIGMA, TOLERANCE, sampled
from ptbuilder.figure.raster import barycentric
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.tracing import mask_outlines

Area = tuple[str, list[list[Curve]]]
"""A colour's name and its closed outlines."""

_LIGHT = unit([-0.42, 0.72, 0.55])
_SHADED = ("skin", "shirt", "shorts", "skin_far", "shorts_far")
_DARK_BELOW = 0.16
_LEAST_TONE = {"shirt": 2600, "": 500}
"""Pixels: a smaller spot of second tone, or hole in it, is a flaw and not a form."""


def find_fills(model: Model, points: Array, numbers: Array, view: View, detail: Array) -> tuple[list[Area], list[Area]]:
    """Areas of flat colour, and areas of second tone, each by the name of its colour."""
    flat, triangles, weights = barycentric(points, model.triangles, numbers)
    colours = _colour_image(model, numbers, flat, triangles, weights)
    areas: list[Area] = []
    present = [int(c) for c in np.unique(colours[colours >= 0])]
    for colour in sorted(present, key=lambda c: (model.colour_names[c] in FAR.values(), c)):
        name = model.colour_names[colour]
        mask = colours == colour
        if name in FAR:  # the base tone lies under the far tone, so that no white hairline shows between them
            mask = mask | (colours == model.colour_names.index(FAR[name]))
        outlines = [
            curves_of(loop, SIGMA * 0.8, TOLERANCE * 1.3, closed=True, fine=lambda p: sampled(detail, p))
            for loop in mask_outlines(mask, 20)
        ]
        if outlines:
            areas.append((name, outlines))
    return areas, _second_tone(model, view, colours, numbers.shape, flat, triangles, weights)


def _colour_image(model: Model, numbers: Array, flat: Array, triangles: Array, weights: Array) -> Array:
    """The colour of each pixel, with an empty margin of one pixel."""
    image = np.where(numbers >= 0, model.colours[numbers], -1)
    on_body = model.is_body[triangles]
    far = np.zeros(len(flat))
    far[on_body] = (model.far[model.triangles[triangles[on_body]]] * weights[on_body]).sum(1)
    chosen = flat[far > 0.5]
    line = image.ravel()
    for near_name, far_name in FAR.items():
        near = model.colour_names.index(near_name)
        line[chosen[line[chosen] == near]] = model.colour_names.index(far_name)
    return np.pad(line.reshape(image.shape), 1, constant_values=-1)


def _vertex_normals(model: Model) -> Array:
    v, t = model.vertices, model.triangles
    face = np.cross(v[t[:, 1]] - v[t[:, 0]], v[t[:, 2]] - v[t[:, 0]])
    normals = np.stack([np.bincount(t.ravel(), np.repeat(face[:, k], 3), len(v)) for k in range(3)], 1)
    return np.asarray(normals / (np.linalg.norm(normals, axis=1)[:, None] + 1e-12))


def _light(model: Model, view: View, triangles: Array, weights: Array) -> Array:
    """How squarely each of these pixels faces the light, from above at the viewer's left."""
    normals = (_vertex_normals(model) @ view.camera.axes.T).astype(np.float32)[model.triangles[triangles]]
    seen = np.einsum("nkc,nk->nc", normals, weights.astype(np.float32))
    facing = seen @ _LIGHT.astype(np.float32) * np.where(seen[:, 2] < 0, np.float32(-1), np.float32(1))
    return np.asarray(facing / (np.sqrt(np.einsum("nc,nc->n", seen, seen)) + np.float32(1e-9)))


def _second_tone(
    model: Model, view: View, colours: Array, shape: tuple[int, ...], flat: Array, triangles: Array, weights: Array
) -> list[Area]:
    flat_parts = model.is_hand | model.is_head | model.is_neck
    shaded = (model.is_body & ~flat_parts)[triangles]
    allowed, light = np.zeros(shape, bool), np.zeros(shape, np.float32)
    allowed.ravel()[flat[shaded]] = True
    light.ravel()[flat[shaded]] = _light(model, view, triangles[shaded], weights[shaded])
    areas: list[Area] = []
    for name in _SHADED:
        mask = allowed & (colours[1:-1, 1:-1] == model.colour_names.index(name))
        if mask.sum() < 200:
            continue
        dark = np.pad(_dark(light, mask, 7 if name == "shirt" else 4), 1)
        outlines = [
            curves_of(loop, 2.5, TOLERANCE * 1.6, closed=True, corners=False)
            for loop in mask_outlines(dark, _LEAST_TONE["shirt" if name == "shirt" else ""])
        ]
        if outlines:
            areas.append((name, outlines))
    return areas


def _dark(light: Array, mask: Array, reach: int) -> Array:
    """The part of a mask with little light, blurred twice so that its edge is calm."""
    rows, columns = np.nonzero(mask.any(1))[0], np.nonzero(mask.any(0))[0]
    part = slice(max(0, rows[0] - 9), rows[-1] + 10), slice(max(0, columns[0] - 9), columns[-1] + 10)
    weight, inside = mask[part].astype(np.float32), mask[part]
    near = box_blur(box_blur(weight, reach), reach)
    mean = box_blur(box_blur(light[part] * weight, reach), reach) / (near + 1e-6)
    dark = ((mean < _DARK_BELOW) & inside).astype(np.float32)
    calm = box_blur(box_blur(dark, reach - 1), reach - 1)
    result = np.zeros(mask.shape, bool)
    result[part] = (calm > 0.5 * np.clip(near * 1.6, 0, 1)) & inside
    return result
