"""From a figure as data to two solved frames with their props, and to the view that both share."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ptbuilder.domain.drawing import Drawing
from ptbuilder.figure.arrows import Arrow, arrow_extent, place_arrows
from ptbuilder.figure.body import Body
from ptbuilder.figure.camera import Camera, View, bounds, camera
from ptbuilder.figure.gripping import grip
from ptbuilder.figure.inset import with_inset
from ptbuilder.figure.meshes import Mesh
from ptbuilder.figure.picture import PIXELS_PER_MM, UNITS_PER_MM, draw_picture
from ptbuilder.figure.pose import Crop, FigureSpec
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.props import fixed_things, ground_meshes, heights, held_things, low_points, meshes_of, support_things
from ptbuilder.figure.room import Thing
from ptbuilder.figure.rotations import Array
from ptbuilder.figure.solve import finish_arms, stand

WIDTH_MM, HEIGHT_MM = 51.0, 50.0
"""The picture fits this on paper; line widths are right at this size."""

INSET_MM = (26.0, 20.0)
"""An inset fits this."""

MOST_MM_PER_M = 86.0
"""Close-ups grow no larger than this."""

_MARGIN_MM = 1.0

_LIES_BELOW = 0.1
"""Metres: what reaches down to here lies or stands on the ground, which must be large enough for it."""


@dataclass(frozen=True, slots=True)
class Frame3D:
    """One solved frame: the body, its vertices and all solids around it but the ground."""

    posed: Posed
    vertices: Array
    meshes: tuple[Mesh, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Both frames of an exercise with what they share."""

    spec: FigureSpec
    start: Frame3D
    finish: Frame3D
    fixed: dict[str, Thing]
    ground: tuple[Mesh, ...]
    camera: Camera

    def meshes(self, frame: Frame3D) -> list[Mesh]:
        """All solids of a frame, the ground first."""
        return [*self.ground, *frame.meshes]

    def shown(self) -> dict[str, tuple[Frame3D, ...]]:
        """The frames in which an arrow stands, by the word that says so."""
        return {"start": (self.start,), "finish": (self.finish,), "both": (self.start, self.finish)}


def build_scene(spec: FigureSpec, body: Body) -> Scene:
    """Solve both frames and place the props; what could not be reached is noted in each frame's ``posed.faults``."""
    levels = heights(spec)
    if any(prop.kind == "wall" and prop.options.get("place") == "behind" for prop in spec.props):
        body = body.leant_on
    start = stand(body, spec.start, levels, spec.record, "start")
    finish = stand(body, spec.finish, levels, spec.record, "finish", before=start)
    fixed = fixed_things(spec, start, finish)
    frames = [_dress(spec, start, fixed), _dress(spec, finish, fixed, before=start)]
    lying = [mesh.vertices for frame in frames for mesh in frame.meshes if float(mesh.vertices[:, 1].min()) < _LIES_BELOW]
    ground_points = np.concatenate(
        [*(low_points(frame.vertices) for frame in frames), *(m.vertices for m in meshes_of(fixed)), *lying]
    )
    return Scene(spec, frames[0], frames[1], fixed, ground_meshes(spec.ground, ground_points), camera(*spec.camera))


def _dress(spec: FigureSpec, posed: Posed, fixed: dict[str, Thing], before: Posed | None = None) -> Frame3D:
    """Supports under the body, hands to their places, then what the hands hold."""
    supports = support_things(spec, posed, fixed)
    finish_arms(posed, {**fixed, **supports}, before)
    grip(posed, spec.props)
    return around(spec, posed, {**fixed, **supports})


def around(spec: FigureSpec, posed: Posed, room: dict[str, Thing]) -> Frame3D:
    """A solved body with its props."""
    vertices = posed.vertices()
    held = held_things(spec, posed, vertices, room)
    return Frame3D(posed, vertices, (*meshes_of(room), *meshes_of(held)))


def shared_view(scene: Scene) -> tuple[View, tuple[Arrow, ...]]:
    """The view that holds both frames and the arrows, at the scale of print, and the arrows in it.

    With an inset the picture has no arrows; they stand in the inset.
    """
    low, high = _whole(scene)
    if scene.spec.crop is not None:
        low, high = _cropped(scene, scene.spec.crop, low, high)
    size = (WIDTH_MM, HEIGHT_MM if scene.spec.inset is None else HEIGHT_MM - INSET_MM[1])
    arrows = () if scene.spec.inset is not None else _arrows(scene, low, high, size)
    return _view(scene.camera, low, high, arrows, size), arrows


def inset_view(scene: Scene, crop: Crop) -> tuple[View, tuple[Arrow, ...], float]:
    """The view of the inset by its own camera or the picture's, its arrows, and where it lies across the whole picture, 0 to 1."""
    whole = _whole(scene)
    low, high = _cropped(scene, crop, *whole)
    share = float((low[0] + high[0]) / 2 - whole[0][0]) / float(whole[1][0] - whole[0][0])
    if crop.camera is not None:
        scene = replace(scene, camera=camera(*crop.camera))
        low, high = _cropped(scene, crop, *_whole(scene))
    arrows = _arrows(scene, low, high, INSET_MM)
    return _view(scene.camera, low, high, arrows, INSET_MM), arrows, share


def _whole(scene: Scene) -> tuple[Array, Array]:
    """The corners of all that both frames show."""
    parts = [part for frame in (scene.start, scene.finish) for part in (frame.vertices, *(m.vertices for m in frame.meshes))]
    parts += [mesh.vertices for mesh in scene.ground]
    return bounds(scene.camera, np.concatenate(parts))


def _arrows(scene: Scene, low: Array, high: Array, size: tuple[float, float]) -> tuple[Arrow, ...]:
    ends = (scene.start.posed, scene.finish.posed)
    shapes = {frame: _shapes(*frames) for frame, frames in scene.shown().items() if any(a.on == frame for a in scene.spec.arrows)}
    return place_arrows(scene.spec.arrows, ends, scene.camera, shapes, (low, high), _scale(high - low, size))


def _view(camera_: Camera, low: Array, high: Array, arrows: tuple[Arrow, ...], size: tuple[float, float]) -> View:
    """The view of a part of the picture plane, with its arrows and a margin, that fits ``size`` mm of print."""
    if arrows:
        extent = arrow_extent(arrows, _scale(high - low, size))
        low, high = np.minimum(low, extent.min(0)), np.maximum(high, extent.max(0))
    scale = _scale(high - low, size)
    margin = _MARGIN_MM / scale
    corners = low - margin, high + margin
    return View(
        camera_, (float(corners[0][0]), float(corners[0][1])), (float(corners[1][0]), float(corners[1][1])), scale * PIXELS_PER_MM
    )


def _scale(size: Array, most: tuple[float, float]) -> float:
    """Millimetres of print a metre."""
    return float(min((most[0] - 2 * _MARGIN_MM) / size[0], (most[1] - 2 * _MARGIN_MM) / size[1], MOST_MM_PER_M))


def _cropped(scene: Scene, crop: Crop, low: Array, high: Array) -> tuple[Array, Array]:
    """A close-up around a point of the start frame, never beyond what there is."""
    posed = scene.start.posed
    centres = np.array([posed.point(crop.around), scene.finish.posed.point(crop.around)])
    seen = scene.camera.seen(centres)[:, :2].mean(0) + np.array([posed.length(crop.ahead), posed.length(crop.up)])
    half = np.array([posed.length(crop.width), posed.length(crop.height)])
    return np.maximum(low, seen - half), np.minimum(high, seen + half)


def _shapes(*frames: Frame3D) -> tuple[Array, Array]:
    """Vertices and triangles of what an arrow must not cover: frames without ground and walls."""
    vertices: list[Array] = []
    triangles: list[Array] = []
    for frame in frames:
        solids = [(mesh.vertices, mesh.triangles) for mesh in frame.meshes if mesh.colour != "wall"]
        for points, faces in [(frame.vertices, frame.posed.body.triangles), *solids]:
            triangles.append(faces + sum(len(each) for each in vertices))
            vertices.append(points)
    return np.concatenate(vertices), np.concatenate(triangles)


def draw_figure(spec: FigureSpec, body: Body) -> tuple[Drawing, Drawing, Scene]:
    """Start and finish as drawings of one size, and the scene they were drawn from."""
    scene = build_scene(spec, body)
    return (*draw_scene(scene), scene)


def draw_scene(scene: Scene) -> tuple[Drawing, Drawing]:
    """Start and finish of a scene that is solved, as drawings of one size."""
    seen = shared_view(scene)
    start, finish = (_draw(scene, name, seen) for name in ("start", "finish"))
    inset = scene.spec.inset
    if inset is not None:
        view, arrows, share = inset_view(scene, inset)
        closer = [_draw(scene, name, (view, arrows)) for name in ("start", "finish")]
        start, finish = (
            with_inset(whole, close, UNITS_PER_MM, share) for whole, close in zip((start, finish), closer, strict=True)
        )
    return start, finish


def _draw(scene: Scene, name: str, seen: tuple[View, tuple[Arrow, ...]]) -> Drawing:
    """One frame as one view shows it."""
    view, arrows = seen
    frame = scene.start if name == "start" else scene.finish
    shown = [arrow for arrow in arrows if arrow.on in (name, "both")]
    return draw_picture(frame.posed, frame.vertices, scene.meshes(frame), view, shown)
