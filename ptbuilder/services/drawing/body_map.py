"""The standing body on which one presses a part: front and back, drawn once for each body, with where its joints are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ptbuilder.domain.clinic import Skin
from ptbuilder.domain.drawing import Drawing, Point
from ptbuilder.resources import asset
from ptbuilder.services.drawing.figures import BODIES, in_tone

VIEWS = ("front", "back")
_POINTS = ("neck", "breastbone", "upper_back", "low_back", "pelvis", "tailbone")
_PAIRS = ("shoulder", "elbow", "wrist", "hand", "fingers", "hip", "knee", "ankle", "toes")


@lru_cache(maxsize=4)
def map_drawing(body: str, view: str, skin: Skin = "light") -> Drawing | None:
    """The drawing of one view (front or back) in one skin; None where it is not baked."""
    from ptbuilder.figure.svg import parse

    path = _path(asset("drawings"), body, view)
    return in_tone(parse(path.read_text(encoding="utf-8")), skin) if path.is_file() else None


def map_points(body: str, view: str) -> Mapping[str, Point]:
    """Joints and other points in the drawing's own units; empty where it is not baked."""
    return {name: (x, y) for name, (x, y) in _record()["points"].get(body, {}).get(view, {}).items()}


def bake_body_map(folder: Path) -> tuple[Path, ...]:
    """Draw both views of all bodies into ``folder``, and keep their points beside the pose; gives the files of the drawings."""
    record, paths = dict(_record()), []
    points: dict[str, Any] = {}
    for body in BODIES:
        for view in VIEWS:
            text, found = _drawn(record["pose"], body, view)
            path = _path(folder, body, view)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            paths.append(path)
            points.setdefault(body, {})[view] = found
    text = json.dumps({"pose": record["pose"], "points": points}, indent=1) + "\n"
    _record_path().write_text(text, encoding="utf-8")
    _record.cache_clear()
    map_drawing.cache_clear()
    return tuple(paths)


def _drawn(pose: Mapping[str, Any], body: str, view: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """One view as SVG, and its points."""
    from ptbuilder.figure.body import load_body
    from ptbuilder.figure.reading import read_figure
    from ptbuilder.figure.scene import draw_figure, shared_view
    from ptbuilder.figure.svg import write

    drawing, _, scene = draw_figure(read_figure({**pose, "view": view}, "body map"), load_body(asset("figure", f"{body}.npz")))
    seen, _ = shared_view(scene)
    scale = drawing.width / seen.size[0]
    names = [*_POINTS, *(f"{name}_{side}" for name in _PAIRS for side in "lr")]
    places = {name: seen.project(scene.start.posed.point(name))[0] * scale for name in names}
    return write(drawing), {name: (round(float(at[0])), round(float(at[1]))) for name, at in places.items()}


def _path(folder: Path, body: str, view: str) -> Path:
    return folder / body / f"map-{view}.svg"


def _record_path() -> Path:
    return asset("figure", "body_map.json")


@lru_cache(maxsize=1)
def _record() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(_record_path().read_text(encoding="utf-8"))
    return found
