"""The other side: a drawing turned over, exactly; and a pose with left and right exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ptbuilder.domain.drawing import Drawing, PaintedPath, Point

_SIGNED = ("rotation", "side", "turn", "yaw")
_MIDLINE = ("body", "pelvis", "lumbar", "thoracic", "neck", "head")
_WORDS = {"left": "right", "right": "left"}


def mirrored(drawing: Drawing) -> Drawing:
    """The drawing of the other side: the picture turned over, which is what mirroring pose, props and camera gives."""

    def turn(point: Point) -> Point:
        return (drawing.width - point[0], point[1])

    def path(painted: PaintedPath) -> PaintedPath:
        return replace(painted, segments=tuple((kind, tuple(turn(p) for p in points)) for kind, points in painted.segments))

    return replace(drawing, paths=tuple(path(painted) for painted in drawing.paths))


def mirrored_figure(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A pose as data with left and right exchanged, its camera, props and arrows too."""
    result: dict[str, Any] = {}
    for key, value in figure.items():
        if key in ("start", "finish"):
            result[key] = {_name(joint): _value(joint, angles) for joint, angles in value.items()}
        elif key == "arrows":
            items = value if isinstance(value, list) else [value]
            result[key] = [_arrow(item) for item in items]
        elif key == "check":
            result[key] = {frame: [_claim(claim) for claim in claims] for frame, claims in value.items()}
        else:
            result[key] = _value(key, value)
    return result


def _name(word: str) -> str:
    """A name of the other side: ``_l`` and ``_r``, ``left`` and ``right`` change places."""
    if word.endswith(("_l", "_r")):
        return word[:-1] + ("r" if word.endswith("l") else "l")
    return "-".join(_WORDS.get(part, part) for part in word.split("-"))


def _words(text: str) -> str:
    return " ".join(_name(word) for word in text.split(" "))


def _value(key: str, value: Any) -> Any:
    if key == "view":
        return _view(value)
    if isinstance(value, Mapping):
        beside = value.get("place") in ("left", "right")
        signed = _SIGNED if key in _MIDLINE else () if beside else ("aside",)
        return {k: -v if k in signed and isinstance(v, int | float) else _value(k, v) for k, v in value.items()}
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, list):
        vector = len(value) == 3 and all(isinstance(v, int | float) for v in value)
        return [-value[0], *value[1:]] if vector else [_value(key, item) for item in value]
    return value


def _arrow(item: Any) -> Any:
    if not isinstance(item, Mapping):
        return _words(str(item))
    turned = {key: _value(key, value) for key, value in item.items()}
    if "shift" in item:
        turned["shift"] = [-item["shift"][0], item["shift"][1]]
    return turned


def _claim(claim: str) -> str:
    first, _, rest = claim.strip().partition(" ")
    return f"{_name(first)} {rest}"


def _view(view: Any) -> Any:
    if isinstance(view, str):
        return _name(view)
    return {key: -value if key in ("yaw", "roll") else value for key, value in view.items()}
