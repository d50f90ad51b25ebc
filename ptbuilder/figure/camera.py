"""An orthographic camera: from the room to the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.rotations import Array


@dataclass(frozen=True, slots=True)
class Camera:
    """``axes`` holds the picture's right, its up, and the direction towards the viewer, as rows."""

    axes: Array

    def seen(self, points: Array) -> Array:
        """Points as right, up, towards the viewer; metres."""
        return np.asarray(points @ self.axes.T)


def camera(yaw: float, height: float, roll: float = 0) -> Camera:
    """A camera by its angles: yaw 0 sees the figure's front in standing, 90 its left side; height looks down."""
    a, b, c = np.radians([yaw, height, roll])
    away = np.array([np.sin(a) * np.cos(b), np.sin(b), np.cos(a) * np.cos(b)])
    up = np.array([0.0, 1.0, 0.0])
    if abs(away[1]) > 0.999:
        up = np.array([-np.sin(a), 0, -np.cos(a)]) * np.sign(away[1])
    right = np.cross(up, away)
    right /= np.linalg.norm(right)
    up = np.cross(away, right)
    if c:
        right, up = right * np.cos(c) + up * np.sin(c), up * np.cos(c) - right * np.sin(c)
    return Camera(np.array([right, up, away]))


@dataclass(frozen=True, slots=True)
class View:
    """A camera with the part of its picture that is shown, in metres of the picture plane, and the pixels a metre has."""

    camera: Camera
    low: tuple[float, float]
    high: tuple[float, float]
    pixels_per_metre: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = self.high[0] - self.low[0], self.high[1] - self.low[1]
        return int(np.ceil(width * self.pixels_per_metre)), int(np.ceil(height * self.pixels_per_metre))

    def project(self, points: Array) -> Array:
        """Points (n, 3) as x, y downwards in pixels, and depth in metres (more is farther)."""
        seen = self.camera.seen(np.atleast_2d(points))
        x = (seen[:, 0] - self.low[0]) * self.pixels_per_metre
        y = self.size[1] - (seen[:, 1] - self.low[1]) * self.pixels_per_metre
        return np.column_stack([x, y, -seen[:, 2]])

    def at(self, pixels_per_metre: float) -> View:
        """The same view with other pixels."""
        return View(self.camera, self.low, self.high, pixels_per_metre)


def bounds(camera_: Camera, points: Array) -> tuple[Array, Array]:
    """Lowest and highest right and up of points in the picture, metres."""
    seen = camera_.seen(points)[:, :2]
    return seen.min(0), seen.max(0)
