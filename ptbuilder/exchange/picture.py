"""A drawing as a picture inside a page; both frames of a pair share one scale and one floor."""

from __future__ import annotations

from ptbuilder.domain.drawing import Drawing, PaintedPath, Segment
from ptbuilder.exchange.markup import Markup, element, joined

_GRAIN = 2000
"""Points are rounded to this share of the picture's longer side, half a pixel on the sharpest phone."""


def picture(drawing: Drawing, alt: str, language: str, width: float, height: float) -> Markup:
    """The drawing within ``width`` and ``height`` of its own units, centred, standing on the lower edge."""
    decimals = _decimals(max(width, height))
    left, top = (drawing.width - width) / 2, drawing.height - height
    box = " ".join(_number(value, decimals) for value in (left, top, width, height))
    paths = (_path(path, decimals) for path in drawing.paths)
    ends = {"stroke_linejoin": "round", "stroke_linecap": "round"}
    return element("svg", joined(paths), viewBox=box, role="img", aria_label=alt, lang=language, focusable="false", **ends)


def _decimals(longest: float) -> int:
    decimals = 0
    while longest and longest * 10**decimals < _GRAIN and decimals < 6:
        decimals += 1
    return decimals


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short == "-0" else short


def _path(path: PaintedPath, decimals: int) -> Markup:
    paint = path.paint
    return element(
        "path",
        d="".join(_segment(each, decimals) for each in path.segments),
        fill=paint.fill or "none",
        stroke=paint.stroke,
        stroke_width=_number(paint.width, decimals + 1) if paint.stroke else None,
        stroke_dasharray=" ".join(_number(each, decimals) for each in paint.dash) or None,
        opacity=_number(paint.opacity, 2) if paint.opacity < 1 else None,
    )


def _segment(segment: Segment, decimals: int) -> str:
    command, points = segment
    return command + " ".join(f"{_number(x, decimals)} {_number(y, decimals)}" for x, y in points)
