"""A vector picture: painted paths with roles, in the order in which they are painted."""

from __future__ import annotations

import dataclasses
from dataclasses import field
from typing import Literal

from ptbuilder.domain.values import dataclass

Point = tuple[float, float]
Segment = tuple[Literal["M", "L", "C", "Z"], tuple[Point, ...]]
"""Move, line, cubic Bezier (two control points and the end), or close."""

Role = Literal["skin", "cloth", "hair", "prop", "line", "tone", "arrow", "ghost", "halo", "ground"]


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours as ``#rrggbb``; a fill or a stroke that is None is not painted. Widths are in units of the drawing."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class PaintedPath:
    """One path with its paint and what it stands for."""

    segments: tuple[Segment, ...]
    paint: Paint
    role: Role = "line"


@dataclasses.dataclass(frozen=True, slots=True, weakref_slot=True)
class Drawing:
    """One frame; x grows to the right, y downwards, both from 0 to ``width`` and ``height``.

    What is made from a drawing can be kept for as long as the drawing lives.
    """

    width: float
    height: float
    paths: tuple[PaintedPath, ...]
    alt: str = ""
    body: str = ""
    meta: tuple[tuple[str, str], ...] = field(default_factory=tuple)
