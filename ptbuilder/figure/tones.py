"""Skin tones: other colours for skin and hair in a finished drawing or in moving pictures; the drawing itself stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ptbuilder.domain.clinic import Skin
from ptbuilder.domain.drawing import Drawing, PaintedPath
from ptbuilder.figure.themes import COLOUR, darker

_TONES: Mapping[Skin, Mapping[str, str]] = {
    "light": {},
    "medium": {"skin": "#cb9a74", "skin_far": "#b88761", "hair": "#3d2c23"},
    "dark": {"skin": "#935f41", "skin_far": "#845639", "hair": "#2a201c", "ink": "#08090a"},
}
"""What differs from the colour theme; grey hair stays grey."""

_CREASE = {"dark": "#1d1a1a"}
"""Colour of fine creases, which would vanish on dark skin in the grey that they have."""

CREASES_BELOW = 22
"""Width in units of a drawing; of all grey lines only creases are finer."""


def palette(skin: Skin) -> Mapping[str, str]:
    """The colour theme with this skin."""
    return {**COLOUR, **_TONES[skin]}


def in_tone(drawing: Drawing, skin: Skin) -> Drawing:
    """The drawing, in the colour theme, with this skin; shades and lines follow, cloth and props stay."""
    changes, crease = _changes(skin), _CREASE.get(skin)
    if not changes:
        return drawing
    return replace(drawing, paths=tuple(_painted(path, changes, crease) for path in drawing.paths))


@cache
def _changes(skin: Skin) -> Mapping[str, str]:
    """New colour by old: the colours themselves and their second tones."""
    changed = {COLOUR[name]: colour for name, colour in _TONES[skin].items()}
    return changed | {darker(COLOUR[name], name): darker(colour, name) for name, colour in _TONES[skin].items() if name != "ink"}


def _painted(path: PaintedPath, changes: Mapping[str, str], crease: str | None) -> PaintedPath:
    fill, stroke = path.paint.fill, path.paint.stroke
    if crease and path.role == "line" and stroke == COLOUR["prop_ink"] and path.paint.width < CREASES_BELOW:
        return replace(path, paint=replace(path.paint, stroke=crease))
    if fill in changes or stroke in changes:
        paint = replace(path.paint, fill=changes.get(fill or "", fill), stroke=changes.get(stroke or "", stroke))
        return replace(path, paint=paint)
    return path
