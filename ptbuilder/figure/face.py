"""A minimal face from landmarks: eyes, brows, mouth, ear; only what the camera sees."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.camera import View
from ptbuilder.figure.curves import Curve, fit, gaussian
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array

_QUIET = {"lip_m": 0.030, "eye_l": 0.021, "eye_r": 0.021}
"""Around these landmarks the mesh draws no lines (radius in metres)."""


@dataclass(frozen=True, slots=True)
class Face:
    """Lines and dots of a face."""

    lines: list[list[Curve]]
    dots: list[list[Curve]]


def quiet_zone(posed: Posed, view: View) -> Array:
    """Pixels (with the margin) where the face is drawn from landmarks instead of from the mesh."""
    width, height = view.size
    rows, columns = np.ogrid[: height + 2, : width + 2]
    zone = np.zeros((height + 2, width + 2), bool)
    ahead = float((view.camera.axes @ posed.frame_of("head") @ np.array([0, 0, 1.0]))[2])
    radii = _QUIET | ({"nose1": 0.03} if ahead > 0.85 else {})
    for name, radius in radii.items():
        x, y, _ = view.project(posed.landmark(name))[0]
        zone |= (columns - x) ** 2 + (rows - y) ** 2 < (radius * view.pixels_per_metre) ** 2
    return zone


class _Sight:
    """What of one head a view shows."""

    def __init__(self, posed: Posed, view: View, depth: Array) -> None:
        self.posed, self.view, self.depth = posed, view, depth
        self.axes = view.camera.axes @ posed.frame_of("head")

    def way(self, *direction: float) -> Array:
        """A direction of the head in the picture."""
        return np.asarray(self.axes @ np.array(direction))

    def see(self, names: list[str], slack: float) -> list[Array] | None:
        """Pixels of landmarks if all are visible."""
        spots = [self.spot(name, slack) for name in names]
        return None if any(spot is None for spot in spots) else [spot for spot in spots if spot is not None]

    def spot(self, name: str, slack: float) -> Array | None:
        """Pixel of a landmark, or None if something is in front of it or it is out of the frame."""
        x, y, z = self.view.project(self.posed.landmark(name))[0]
        column, row = round(x + 0.5), round(y + 0.5)
        if not (0 <= row < self.depth.shape[0] and 0 <= column < self.depth.shape[1]):
            return None
        return np.array([x + 1, y + 1]) if z < self.depth[row, column] + slack else None


def draw_face(posed: Posed, view: View, depth: Array) -> Face:
    """Lines and dots in pixels of the padded picture."""
    sight = _Sight(posed, view, depth)
    face = Face([], [])
    ahead = float(sight.way(0, 0, 1)[2])
    for side, sign in SIDES.items():
        _side(face, sight, side, sign, ahead)
    if ahead > 0.85 and (nose := sight.see(["nose0", "nose1", "nose2"], 0.02)):
        face.lines.append(_arc(nose))
    mouth = [spot for name in ("lip_l", "lip_m", "lip_r") if (spot := sight.spot(name, 0.016)) is not None]
    if sight.spot("lip_m", 0.016) is not None and ahead > -0.1 and len(mouth) >= 2:
        face.lines.append(_arc(mouth))
    return face


def _side(face: Face, sight: _Sight, side: str, sign: int, ahead: float) -> None:
    toward = sight.way(sign * 0.75, 0, 0.66)
    eye = sight.spot(f"eye_{side}", 0.02)
    up = sight.way(0, 1, 0)[:2] * [1, -1]
    if eye is not None and toward[2] > 0.12 and np.linalg.norm(up) > 0.3:
        scale = sight.view.pixels_per_metre
        up_way = up / np.linalg.norm(up)
        across = np.array([-up_way[1], up_way[0]])
        face.dots.append(_ellipse(eye, across * max(abs(float(toward[2])) * 0.0085, 0.004) * scale * 0.75, up_way * 0.0072 * scale))
    brow = sight.see([f"brow{k}_{side}" for k in range(3)], 0.03)
    if toward[2] > 0.2 and brow:
        face.lines.append(_arc(brow))
    if ahead < 0.93 and sight.way(sign, 0, -0.12)[2] > 0.35:
        ear = sight.see([f"ear{k}_{side}" for k in range(8)], 0.03)
        if ear:
            face.lines.append(fit(gaussian(np.array([ear[0], *ear]), 0.6, closed=False), 1.0))


def _arc(points: list[Array]) -> list[Curve]:
    """A line through two points, or a parabola through three."""
    first, last = points[0], points[-1]
    control = (first + last) / 2 if len(points) == 2 else 2 * points[1] - (first + last) / 2
    return [(first, first + (control - first) * 2 / 3, last + (control - last) * 2 / 3, last)]


def _ellipse(centre: Array, across: Array, up: Array) -> list[Curve]:
    k = 0.5523
    corners = [-up, across, up, -across]
    curves: list[Curve] = []
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        curves.append((centre + a, centre + a + b * k, centre + b + a * k, centre + b))
    return curves
