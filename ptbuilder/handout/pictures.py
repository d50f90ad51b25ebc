"""Drawings as form objects: written once, then reused in every file that shows them.

A few drawings share a form, as they have much in common that is then packed once.
"""

from __future__ import annotations

import weakref
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from ptbuilder.domain.clinic import Ink
from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath, Segment
from ptbuilder.handout.geometry import mm

SMALL_STEPS, LARGE_STEPS = 320, 640
"""Whole steps along the longer side of a drawing, printed 53 or 85 mm wide: its points are right to a quarter of a point."""
SMALL, _SLIGHTLY = mm(51), 1.2
"""The longer side of a drawing in the usual frame, and how much larger it is still printed on the coarser grid."""
APART = 1.1
"""How far from one drawing to the next in a shared form, as a share of its height: the edge of one is never seen in another."""


class Picture(NamedTuple):
    """A drawing ready for a file: its size in its own units, its content, and the opacities that it uses."""

    width: float
    height: float
    content: bytes
    opacities: tuple[float, ...]


@lru_cache(maxsize=256)
def strip(pictures: tuple[Picture, ...]) -> Picture:
    """Pictures one below the other as one, each cut at its edges, the content compressed."""
    code, top, bottom = [], 0.0, 0.0
    for each in pictures:
        code.append(b"q 1 0 0 1 0 %.5g cm 0 0 %.5g %.5g re W n\n%b\nQ" % (top, each.width, each.height, each.content))
        bottom = top + each.height
        top += each.height * APART
    opacities = sorted({value for each in pictures for value in each.opacities})
    return Picture(max(each.width for each in pictures), bottom, zlib.compress(b"\n".join(code), 9), tuple(opacities))


_made: dict[int, dict[tuple[Ink, int, float], Picture]] = {}
"""Pictures by the identity of their drawing; an entry goes when its drawing does."""


def picture(drawing: Drawing, ink: Ink, printed: float = SMALL) -> Picture:
    """The content of ``drawing`` for a longer side of ``printed`` points; made once for each grid and width of its lines.

    Lines grow with the root of the enlargement alone, so that a large picture is not drawn with a broad pen.
    """
    known = _made.get(id(drawing))
    if known is None:
        known = _made[id(drawing)] = {}
        weakref.finalize(drawing, _made.pop, id(drawing), None)
    thin = round(min(1.0, sqrt(SMALL / printed)), 2)
    steps = SMALL_STEPS if printed <= SMALL * _SLIGHTLY else LARGE_STEPS
    found = known.get((ink, steps, thin))
    if found is None:
        found = known[ink, steps, thin] = _picture(drawing, ink, steps, thin)
    return found


def _picture(drawing: Drawing, ink: Ink, steps: int, thin: float) -> Picture:
    opacities = tuple(sorted({path.paint.opacity for path in drawing.paths if path.paint.opacity < 1}))
    step = max(drawing.width, drawing.height) / steps
    code = f"{step:.5g} 0 0 {step:.5g} 0 0 cm 1 J 1 j\n" + "\n".join(_path(path, ink, step, thin) for path in drawing.paths)
    return Picture(drawing.width, drawing.height, code.encode("ascii"), opacities)


def _path(path: PaintedPath, ink: Ink, step: float, thin: float) -> str:
    paint = path.paint
    code = []
    if paint.opacity < 1:
        code.append(f"q /{opacity_name(paint.opacity)} gs")
    if paint.fill:
        code.append(f"{_colour(paint.fill, ink, is_black=path.role == 'arrow')} rg")
    if paint.stroke:
        colour = _colour(paint.stroke, ink, is_black=path.role in ("arrow", "line"))
        dash = " ".join(f"{value / step:.4g}" for value in paint.dash)
        code.append(f"{colour} RG {paint.width * thin / step:.4g} w [{dash}] 0 d")
    code.extend(_strokes(path.segments, step))
    code.append(_painting(paint))
    if paint.opacity < 1:
        code.append("Q")
    return " ".join(code)


def _strokes(segments: Iterable[Segment], step: float) -> Iterator[str]:
    """The outline on the grid of whole steps: what falls into one point is left out, flat curves are lines."""
    at = (0, 0)
    for kind, points in segments:
        grid = [(round(x / step), round(y / step)) for x, y in points]
        if kind in "LC" and all(point == at for point in grid):
            continue
        if kind == "C" and _is_flat(at, grid):
            yield f"{grid[2][0]} {grid[2][1]} l"
        else:
            yield " ".join((*(f"{x} {y}" for x, y in grid), _OPERATORS[kind]))
        at = grid[-1] if grid else at


def _is_flat(at: tuple[int, int], grid: Sequence[tuple[int, int]]) -> bool:
    """Whether a curve from ``at`` lies within half a step of the line to its end, between the two."""
    wide, high = grid[2][0] - at[0], grid[2][1] - at[1]
    length = wide * wide + high * high
    for x, y in grid[:2]:
        along, off = (x - at[0]) * wide + (y - at[1]) * high, (x - at[0]) * high - (y - at[1]) * wide
        if not 0 <= along <= length or 4 * off * off > length:
            return False
    return True


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _painting(paint: Paint) -> str:
    if paint.fill and paint.stroke:
        return "B*"
    return "f*" if paint.fill else "S" if paint.stroke else "n"


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
