"""Drawings as form objects: compressed once, then reused in every file that shows them."""

from __future__ import annotations

import weakref
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from ptbuilder.domain.clinic import Ink
from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath


class Picture(NamedTuple):
    """A drawing ready for a file: its size in its own units, its compressed content, and the opacities that it uses."""

    width: float
    height: float
    content: bytes
    opacities: tuple[float, ...]


_made: dict[int, dict[Ink, Picture]] = {}
"""Pictures by the identity of their drawing; an entry goes when its drawing does."""


def picture(drawing: Drawing, ink: Ink) -> Picture:
    """The form of ``drawing``; made once for each ink for as long as the drawing lives."""
    by_ink = _made.get(id(drawing))
    if by_ink is None:
        by_ink = _made[id(drawing)] = {}
        weakref.finalize(drawing, _made.pop, id(drawing), None)
    found = by_ink.get(ink)
    if found is None:
        found = by_ink[ink] = _picture(drawing, ink)
    return found


def _picture(drawing: Drawing, ink: Ink) -> Picture:
    opacities = tuple(sorted({path.paint.opacity for path in drawing.paths if path.paint.opacity < 1}))
    digits = _digits(drawing.width)
    code = "1 J 1 j\n" + "\n".join(_path(path, ink, digits) for path in drawing.paths)
    return Picture(drawing.width, drawing.height, zlib.compress(code.encode("ascii"), 9), opacities)


def _digits(width: float) -> int:
    """Decimals of a coordinate, so that a picture 85 mm wide is right to a fifth of a point at worst."""
    return 0 if width >= 1500 else 1 if width >= 150 else 2


def _path(path: PaintedPath, ink: Ink, digits: int) -> str:
    paint = path.paint
    code = []
    if paint.opacity < 1:
        code.append(f"q /{opacity_name(paint.opacity)} gs")
    if paint.fill:
        code.append(f"{_colour(paint.fill, ink, is_black=path.role == 'arrow')} rg")
    if paint.stroke:
        colour = _colour(paint.stroke, ink, is_black=path.role in ("arrow", "line"))
        code.append(f"{colour} RG {paint.width:.4g} w [{_numbers(paint.dash)}] 0 d")
    code.extend(
        f"{_numbers((value for point in points for value in point), digits)} {_OPERATORS[kind]}" for kind, points in path.segments
    )
    code.append(_painting(paint))
    if paint.opacity < 1:
        code.append("Q")
    return " ".join(code)


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _painting(paint: Paint) -> str:
    if paint.fill and paint.stroke:
        return "B*"
    return "f*" if paint.fill else "S" if paint.stroke else "n"


def _numbers(values: Iterable[float], digits: int = 2) -> str:
    return " ".join(_number(value, digits) for value in values)


def _number(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def opacity_name(opacity: float) -> str:
    """The name of the graphics state that paints at this opacity."""
    return f"O{round(opacity * 1000)}"


def _colour(code: str, ink: Ink, *, is_black: bool) -> str:
    """A colour as numbers; in black and white its grey, and what must stay strong on a photocopy black."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if ink == "bw":
        if is_black:
            return "0 0 0"
        grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        return f"{grey:.3g} {grey:.3g} {grey:.3g}"
    return f"{red:.3g} {green:.3g} {blue:.3g}"
