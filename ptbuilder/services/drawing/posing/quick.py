"""Both frames of a solved pose as pixels, as fast as can be: flat colours and lines, no arrows, nothing smoothed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ptbuilder.domain.image import RasterImage

if TYPE_CHECKING:
    from ptbuilder.figure.camera import View
    from ptbuilder.figure.model import Model
    from ptbuilder.figure.rotations import Array
    from ptbuilder.figure.scene import Frame3D, Scene

Bounds = tuple[float, float, float, float]
"""What a picture shows of its plane: left, low, right, high; metres."""

_MARGIN = 0.02


def bounds_of(view: View) -> Bounds:
    """What a view shows."""
    return view.low[0], view.low[1], view.high[0], view.high[1]


def quick_view(scene: Scene, size: tuple[int, int], within: Bounds | None) -> View:
    """A view of the whole figure within ``size`` pixels; it shows ``within`` too, so that a picture stays where it was."""
    import numpy as np

    from ptbuilder.figure.camera import View, bounds
    from ptbuilder.figure.scene import shared_view

    if scene.spec.crop is not None:
        whole = bounds_of(shared_view(replace(scene, spec=replace(scene.spec, arrows=(), inset=None)))[0])
    else:
        frames = (scene.start, scene.finish)
        parts = [points for frame in frames for points in (frame.vertices, *(mesh.vertices for mesh in frame.meshes))]
        low, high = bounds(scene.camera, np.concatenate([*parts, *(mesh.vertices for mesh in scene.ground)]))
        whole = (float(low[0]) - _MARGIN, float(low[1]) - _MARGIN, float(high[0]) + _MARGIN, float(high[1]) + _MARGIN)
    if within is not None:
        lows = (min(a, b) for a, b in zip(whole[:2], within[:2], strict=True))
        highs = (max(a, b) for a, b in zip(whole[2:], within[2:], strict=True))
        whole = (*lows, *highs)  # type: ignore[assignment]
    scale = 0.999 * min(size[0] / (whole[2] - whole[0]), size[1] / (whole[3] - whole[1]))
    return View(scene.camera, (whole[0], whole[1]), (whole[2], whole[3]), scale)


def quick_frames(scene: Scene, view: View, colours: Mapping[str, str]) -> tuple[RasterImage, ...]:
    """Start and finish as the view shows them, transparent where nothing is."""
    return tuple(_drawn(scene, frame, view, colours) for frame in (scene.start, scene.finish))


def _drawn(scene: Scene, frame: Frame3D, view: View, colours: Mapping[str, str]) -> RasterImage:
    import numpy as np

    from ptbuilder.figure.model import build_model
    from ptbuilder.figure.pixel_lines import Shown, face_mask, line_masks
    from ptbuilder.figure.raster import rasterize
    from ptbuilder.figure.scene import HEIGHT_MM, WIDTH_MM

    model = build_model(frame.posed, frame.vertices, scene.meshes(frame), view.camera)
    numbers, depth = rasterize(view.project(model.vertices), model.triangles, view.size)
    hit = numbers >= 0
    table = np.array([(*bytes.fromhex(colours.get(name, colours["prop"])[1:]), 255) for name in model.colour_names], np.uint8)
    image = np.zeros((*numbers.shape, 4), np.uint8)
    image[hit] = table[_colours(model)[numbers[hit]]]
    shown = Shown(
        np.where(hit, model.labels[numbers], -1),
        np.where(hit, depth, 50),
        hit & model.is_body[numbers],
        hit & model.is_head[numbers],
    )
    per_mm = 0.8 * max(view.size[0] / WIDTH_MM, view.size[1] / HEIGHT_MM)  # a little finer than in print: nothing is smoothed
    for ink, mask in (*line_masks(shown, per_mm), ("ink", face_mask(frame.posed, view, depth, per_mm))):
        image[mask] = (*bytes.fromhex(colours[ink][1:]), 255)
    return RasterImage(image.shape[1], image.shape[0], image.tobytes())


def _colours(model: Model) -> Array:
    """The colour of each triangle, that of a far limb in its darker tone."""
    import numpy as np

    from ptbuilder.figure.model import FAR

    colours, body = model.colours.copy(), np.nonzero(model.is_body)[0]
    far = model.far[model.triangles[body]].mean(1) > 0.5
    for name, far_name in FAR.items():
        colours[body[far & (colours[body] == model.colour_names.index(name))]] = model.colour_names.index(far_name)
    return np.asarray(colours)
