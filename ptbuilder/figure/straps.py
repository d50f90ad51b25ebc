"""Straps, towels and bands that are pulled taut around a part of the body, from hand to hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.meshes import hull
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.supports import held_point
from ptbuilder.figure.vocabulary import sided

_SECTION = 0.02
_NEAR = 0.17
_OFF_SKIN = 0.005
_POINTS = 90


@dataclass(frozen=True, slots=True)
class Pulley:
    """What a strap is bent around: the points of its section, the plane's normal, and the side that the strap goes by."""

    section: Array
    normal: Array
    side: Array


def hands_of(word: str) -> str:
    """Sides of the hands that hold something: both, or the one that is named."""
    return word[-1] if word.endswith(("_l", "_r")) else "lr"


def taut(posed: Posed, vertices: Array, around: str, hands: str = "lr") -> tuple[Array, Array]:
    """The line of a strap from the left hand around a part to the right hand (or back to the same), and its width's direction."""
    ends = [held_point(posed, side) for side in hands]
    pulley = _pulley(posed, vertices, around, np.mean(ends, axis=0), ends[0] - ends[-1])
    if len(ends) == 1:
        aside = np.cross(pulley.normal, pulley.side) * 0.01
        ends = [ends[0] + aside, ends[0] - aside]
    return _line(pulley, ends[0], ends[1]), pulley.normal


def _pulley(posed: Posed, vertices: Array, around: str, hands: Array, apart: Array) -> Pulley:
    stem, side = sided(around)
    bones: tuple[str, ...]
    if stem == "back":
        way = posed.trunk @ np.array([0, 0, -1.0])
        normal = unit(np.cross(apart, way))
        chosen = vertices[posed.chosen("pelvis", "lumbar1", "lumbar2", "thor1", "thor2", "thor3", "scap_l", "scap_r")]
        return Pulley(_near(chosen, hands, normal, 9.0), normal, unit(way - (way @ normal) * normal))
    if stem == "foot":
        frame, bones = posed.frame_of(f"foot_{side}"), ("foot", "toes")
        centre = posed.bone(f"toes_{side}") + frame @ np.array([0, -0.01, 0])
    elif stem == "ankle":
        frame, bones = posed.frame_of(f"shin2_{side}"), ("shin2", "foot")
        centre = posed.bone(f"foot_{side}") * 0.85 + posed.bone(f"shin1_{side}") * 0.15
    else:
        frame, bones = posed.frame_of(f"thigh2_{side}"), ("thigh1", "thigh2", "shin1")
        centre = posed.bone(f"shin1_{side}") * 0.82 + posed.bone(f"thigh1_{side}") * 0.18
    pull = unit(hands - centre)
    normal = unit(np.cross(frame @ np.array([1.0, 0, 0]), pull))
    chosen = vertices[posed.chosen(*(f"{bone}_{side}" for bone in bones))]
    return Pulley(_near(chosen, centre, normal, _NEAR), normal, -pull)


def _near(points: Array, centre: Array, normal: Array, reach: float) -> Array:
    """Points near the plane through ``centre``, and not farther from it than ``reach``."""
    away = points - centre
    chosen = points[(np.abs(away @ normal) < _SECTION) & (np.linalg.norm(away, axis=1) < reach)]
    return chosen if len(chosen) else centre[None]


def _line(pulley: Pulley, first: Array, last: Array) -> Array:
    """The shortest line from end to end that goes by the pulley's far side, evenly divided."""
    centre = pulley.section.mean(0)
    up, across = pulley.side, np.cross(pulley.normal, pulley.side)

    def flat(points: Array) -> Array:
        return np.column_stack([(points - centre) @ across, (points - centre) @ up])

    section = flat(pulley.section)
    middle = section.mean(0)
    away = section - middle
    section = middle + away * (1 + _OFF_SKIN / (np.linalg.norm(away, axis=1) + 1e-6))[:, None]
    ends = flat(np.array([first, last]))
    outline = hull(np.concatenate([section, ends]))
    i, j = (int(np.linalg.norm(outline - end, axis=1).argmin()) for end in ends)
    ways = _chain(outline, i, j), _chain(outline, j, i)[::-1]
    inner = max(ways, key=lambda way: float((way if len(way) else ends)[:, 1].mean()))
    points = np.array([first, *(centre + inner[:, :1] * across + inner[:, 1:] * up), last])
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    t = np.linspace(0, lengths[-1], _POINTS)
    return np.column_stack([np.interp(t, lengths, points[:, k]) for k in range(3)])


def _chain(outline: Array, i: int, j: int) -> Array:
    """Corners strictly between two corners of a closed outline, going on from the first."""
    count = (j - i) % len(outline)
    return outline[[(i + k) % len(outline) for k in range(1, count)]] if count > 1 else np.zeros((0, 2))
