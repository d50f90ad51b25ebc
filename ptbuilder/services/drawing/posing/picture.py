"""Both frames of a draft as pictures, with what is wrong and where the limbs are; for a worker or the process beside the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.values import dataclass
from ptbuilder.resources import asset
from ptbuilder.services.drawing.figure_look import FigureLook
from ptbuilder.services.drawing.posing.notes import PoseNote, note_of
from ptbuilder.services.drawing.posing.quick import Bounds, bounds_of, quick_frames, quick_view

if TYPE_CHECKING:
    from ptbuilder.figure.body import Body
    from ptbuilder.figure.camera import View
    from ptbuilder.figure.errors import PoseFault
    from ptbuilder.figure.pose import FigureSpec
    from ptbuilder.figure.posed import Posed
    from ptbuilder.figure.scene import Scene

SEGMENTS: dict[str, tuple[str, str, float]] = {
    "hip": ("thigh1", "shin1", 0.075),
    "knee": ("shin1", "foot", 0.055),
    "ankle": ("foot", "toes", 0.05),
    "toes": ("toes", "toes", 0.045),
    "shoulder": ("uarm1", "farm1", 0.05),
    "elbow": ("farm1", "hand", 0.042),
    "wrist": ("hand", "f3_1", 0.045),
    "fingers": ("f3_1", "f3_3", 0.045),
    "head": ("head", "crown", 0.09),
    "neck": ("neck1", "head", 0.055),
    "thoracic": ("thor1", "neck1", 0.12),
    "lumbar": ("pelvis", "thor1", 0.11),
    "pelvis": ("thigh1_l", "thigh1_r", 0.11),
}
"""For each joint the limb that one presses: from which bone to which, and half its width in metres."""

_PAIRED = ("hip", "knee", "ankle", "toes", "shoulder", "elbow", "wrist", "fingers")
_FOLLOWED = ("hand", "foot", "knee", "elbow", "shoulder", "hip")
_FOLLOWED_MIDDLE = ("head", "chest", "pelvis", "nose")
_LEAST_WAY = 0.03
"""Metres that a point moves before an arrow follows it."""


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb in a picture: the joint that moves it, its ends and half its width in widths of the picture, y downwards.

    More ``depth`` is farther from the viewer.
    """

    joint: str
    side: str
    near: tuple[float, float]
    far: tuple[float, float]
    radius: float
    depth: float


@dataclass(frozen=True, slots=True)
class PosePicture:
    """Both frames (drawings, or pixels while something moves), their limbs, and what is wrong (not looked for in fast ones).

    ``figure`` is what was drawn, with the arrow that was chosen; without pictures the pose cannot be read. ``bounds`` say what of
    the plane of its camera the picture shows.
    """

    figure: Mapping[str, Any]
    frames: tuple[Drawing, ...] | tuple[RasterImage, ...]
    limbs: tuple[tuple[Limb, ...], ...]
    notes: tuple[PoseNote, ...]
    is_fast: bool
    bounds: Bounds | None = None


def make_picture(
    figure: Mapping[str, Any],
    look: FigureLook,
    follows: bool = False,
    size: tuple[int, int] | None = None,
    within: Bounds | None = None,
) -> PosePicture:
    """Draw both frames: as they print, or fast within ``size`` pixels (no arrows) where a size is given.

    A fast picture shows at least what ``within`` names, so that it does not jump while something moves.
    """
    from ptbuilder.figure.errors import PoseError
    from ptbuilder.figure.reading import read_figure

    try:
        spec = read_figure(figure)
    except PoseError as error:
        return PosePicture(figure, (), (), _notes(error.faults), size is not None)
    return _printed(figure, spec, look, follows=follows) if size is None else _quick(figure, spec, look, size, within)


def check(figure: Mapping[str, Any], look: FigureLook | None = None) -> tuple[PoseNote, ...]:
    """What is wrong with a pose, in finished sentences that name frame and joint; nothing where all is well."""
    from ptbuilder.figure.checking import faults_of
    from ptbuilder.figure.errors import PoseError
    from ptbuilder.figure.reading import read_figure
    from ptbuilder.figure.scene import build_scene

    try:
        return _notes(faults_of(build_scene(read_figure(figure), _body(look or FigureLook()))))
    except PoseError as error:
        return _notes(error.faults)


def with_found_arrow(figure: Mapping[str, Any], scene: Scene) -> dict[str, Any]:
    """The figure with an arrow on what moves most; of two that move alike, on the one nearer to the viewer."""
    found = most_moved(scene)
    return {**figure, "arrows": [found] if found else []}


def most_moved(scene: Scene) -> str:
    """The name of the point that moves most from start to finish; nothing where all stays nearly in place."""
    import numpy as np

    names = [*(f"{stem}_{side}" for stem in _FOLLOWED for side in "rl"), *_FOLLOWED_MIDDLE]
    start, finish = scene.start.posed, scene.finish.posed
    ways = {name: float(np.linalg.norm(finish.point(name) - start.point(name))) for name in names}
    most = max(ways.values())
    if most < _LEAST_WAY:
        return ""
    alike = [name for name, way in ways.items() if way > 0.93 * most]
    return max(alike, key=lambda name: float(scene.camera.seen(finish.point(name)[None])[0, 2]) + 0.2 * ways[name])


def limb_at(limbs: tuple[Limb, ...], x: float, y: float) -> Limb | None:
    """The limb at a point of the picture (in widths of it): the nearest to the viewer, else the one that is least missed."""
    hits = [(_miss(limb, x, y), limb) for limb in limbs]
    inside = [limb for miss, limb in hits if miss <= 1]
    if inside:
        return min(inside, key=lambda limb: limb.depth)
    miss, limb = min(hits, key=lambda hit: hit[0], default=(9.0, None))
    return limb if miss < 2 else None


# ---- inside ---------------------------------------------------------------------------------------------------------


def _printed(figure: Mapping[str, Any], spec: FigureSpec, look: FigureLook, *, follows: bool) -> PosePicture:
    """The drawings, with the arrow that was said or found, and what is to be mended."""
    from ptbuilder.figure.checking import faults_of
    from ptbuilder.figure.reading import read_figure
    from ptbuilder.figure.scene import build_scene, draw_scene, shared_view

    scene = build_scene(spec, _body(look))
    if follows:
        figure = with_found_arrow(figure, scene)
        spec = read_figure(figure)
        scene = replace(scene, spec=spec)
    start, finish = draw_scene(scene)
    view, _ = shared_view(scene)
    frames, bounds = (_toned(start, look), _toned(finish, look)), None if spec.crop else bounds_of(view)
    return PosePicture(figure, frames, _limbs(scene, view, start), _notes(faults_of(scene)), False, bounds)


def _quick(
    figure: Mapping[str, Any], spec: FigureSpec, look: FigureLook, size: tuple[int, int], within: Bounds | None
) -> PosePicture:
    from ptbuilder.figure.scene import build_scene
    from ptbuilder.figure.tones import palette

    scene = build_scene(spec, _body(look))
    view = quick_view(scene, size, within)
    return PosePicture(figure, quick_frames(scene, view, palette(look.skin)), _limbs(scene, view, None), (), True)


def _body(look: FigureLook) -> Body:
    from ptbuilder.figure.body import load_body

    return load_body(asset("figure", f"{look.body}.npz"))


def _notes(faults: Iterable[PoseFault]) -> tuple[PoseNote, ...]:
    """A sentence for each fault; equal ones are said once."""
    return tuple(dict.fromkeys(note_of(fault) for fault in faults))


def _toned(drawing: Drawing, look: FigureLook) -> Drawing:
    from ptbuilder.services.drawing.figures import in_tone

    return in_tone(drawing, look.skin)


def _limbs(scene: Scene, view: View, drawing: Drawing | None) -> tuple[tuple[Limb, ...], ...]:
    """The limbs of both frames as a view shows them; in a drawing with an inset the figure stands below it in the middle."""
    from ptbuilder.figure.picture import UNITS_PER_PIXEL

    scale, border = (1, 0) if drawing is None else (UNITS_PER_PIXEL, 2)
    width, height = ((n + border) * scale for n in view.size)
    wide, tall = (drawing.width, drawing.height) if drawing is not None else (width, height)
    shift = (wide - width) / 2, tall - height

    def seen(posed: Posed) -> tuple[Limb, ...]:
        return tuple(
            _limb(posed, view, joint, side, scale / wide, (shift[0] / wide, shift[1] / wide))
            for joint in SEGMENTS
            for side in ("lr" if joint in _PAIRED else ("",))
        )

    return seen(scene.start.posed), seen(scene.finish.posed)


def _limb(posed: Posed, view: View, joint: str, side: str, scale: float, shift: tuple[float, float]) -> Limb:
    import numpy as np

    first, last, radius = SEGMENTS[joint]
    end = f"_{side}" if side else ""
    a = posed.bone(first + end)
    b = posed.point("crown") if last == "crown" else posed.bone(last + end)
    points = view.project(np.array([a, b]))
    near, far = ((float(x) * scale + shift[0], float(y) * scale + shift[1]) for x, y in points[:, :2])
    return Limb(joint, side, near, far, radius * view.pixels_per_metre * scale, float(points[:, 2].mean()))


def _miss(limb: Limb, x: float, y: float) -> float:
    """How far a point is from a limb's middle line, in half widths of the limb."""
    (ax, ay), (bx, by) = limb.near, limb.far
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = min(max(((x - ax) * dx + (y - ay) * dy) / length, 0.0), 1.0) if length > 1e-12 else 0.0
    return float(((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** 0.5) / max(limb.radius, 1e-6)
