"""Moving pictures: pixels instead of curves, made once and then shown as often as wished."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ptbuilder.domain.image import RasterImage
from ptbuilder.figure.body import Body
from ptbuilder.figure.camera import View
from ptbuilder.figure.meshes import Mesh
from ptbuilder.figure.model import FAR, Model, build_model
from ptbuilder.figure.motion import between
from ptbuilder.figure.picture import PIXELS_PER_MM
from ptbuilder.figure.pixel_lines import Shown, face_mask, line_masks
from ptbuilder.figure.pose import FigureSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.props import support_things
from ptbuilder.figure.raster import rasterize
from ptbuilder.figure.rotations import Array
from ptbuilder.figure.scene import Scene, around, build_scene, inset_view, shared_view
from ptbuilder.figure.themes import COLOUR

FRAMES = 23
"""Frames from start to finish: in 700 ms more than 30 a second follow each other."""

_OVER = 2
"""Each pixel is the mean of this many squared."""


def moving_frames(
    spec: FigureSpec,
    body: Body,
    size: tuple[int, int],
    *,
    mirrored: bool = False,
    count: int = FRAMES,
    colours: Mapping[str, str] = COLOUR,
) -> tuple[RasterImage, ...]:
    """Frames from start to finish within ``size`` pixels, transparent where nothing is drawn; of the inset, if there is one."""
    scene = build_scene(spec, body)
    view = shared_view(scene)[0] if spec.inset is None else inset_view(scene, spec.inset)[0]
    width, height = view.high[0] - view.low[0], view.high[1] - view.low[1]
    per_metre = min(size[0] / width, size[1] / height) * _OVER * 0.999
    per_mm = per_metre / (view.pixels_per_metre / PIXELS_PER_MM)
    view = view.at(per_metre)
    images = []
    for t in np.linspace(0, 1, count):
        posed, vertices, meshes = _moment(scene, float(t))
        image = _flat(posed, build_model(posed, vertices, meshes, view.camera), view, per_mm, colours)
        images.append(_smaller(image[:, ::-1] if mirrored else image))
    return tuple(images)


def _moment(scene: Scene, t: float) -> tuple[Posed, Array, list[Mesh]]:
    """Body and solids at ``t`` between start and finish."""
    if t in (0, 1):
        frame = scene.finish if t else scene.start
        return frame.posed, frame.vertices, scene.meshes(frame)
    posed = between(scene.start.posed, scene.finish.posed, t)
    frame = around(scene.spec, posed, {**scene.fixed, **support_things(scene.spec, posed, scene.fixed)})
    return posed, frame.vertices, scene.meshes(frame)


def _flat(posed: Posed, model: Model, view: View, pixels_per_mm: float, colours: Mapping[str, str]) -> Array:
    """Pixels (red, green, blue, alpha) of flat colours with the lines of the still drawing."""
    numbers, depth = rasterize(view.project(model.vertices), model.triangles, view.size)
    hit = numbers >= 0
    table = np.array([_rgb(colours.get(name, colours["prop"])) for name in model.colour_names], np.float32)
    image = np.zeros((*numbers.shape, 4), np.float32)
    image[hit, :3] = table[_colours(model)[numbers[hit]]]
    image[hit, 3] = 255
    labels = np.where(hit, model.labels[numbers], -1)
    shown = Shown(labels, np.where(hit, depth, 50), hit & model.is_body[numbers], hit & model.is_head[numbers])
    for ink, mask in line_masks(shown, pixels_per_mm):
        image[mask] = (*_rgb(colours[ink]), 255)
    image[face_mask(posed, view, depth, pixels_per_mm)] = (*_rgb(colours["ink"]), 255)
    return image


def _colours(model: Model) -> Array:
    """Colour of each triangle, the far limb in its darker tone."""
    colours = model.colours.copy()
    body = np.nonzero(model.is_body)[0]
    far = model.far[model.triangles[body]].mean(1) > 0.5
    for name, far_name in FAR.items():
        near = body[far & (colours[body] == model.colour_names.index(name))]
        colours[near] = model.colour_names.index(far_name)
    return np.asarray(colours)


def _smaller(image: Array) -> RasterImage:
    """Mean of blocks of pixels; colours are weighted by how opaque they are."""
    height, width = image.shape[0] // _OVER, image.shape[1] // _OVER
    blocks = image[: height * _OVER, : width * _OVER].reshape(height, _OVER, width, _OVER, 4)
    alpha = blocks[..., 3].sum((1, 3))
    colour = (blocks[..., :3] * blocks[..., 3:]).sum((1, 3)) / np.maximum(alpha, 1)[..., None]
    result = np.concatenate([colour, (alpha / _OVER**2)[..., None]], 2)
    return RasterImage(width, height, np.round(result).astype(np.uint8).tobytes())


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
