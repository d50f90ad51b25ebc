"""Icons as paths: the face has no arrows, check marks or signs, and a path prints alike everywhere.

Each is drawn on a grid of 24 units with its y axis down, in the colours that are set where it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin

GRID = 24
_K = 0.5523


def _circle(x: float, y: float, r: float) -> str:
    k = r * _K
    return (
        f"{x + r:g} {y:g} m {x + r:g} {y + k:g} {x + k:g} {y + r:g} {x:g} {y + r:g} c "
        f"{x - k:g} {y + r:g} {x - r:g} {y + k:g} {x - r:g} {y:g} c {x - r:g} {y - k:g} {x - k:g} {y - r:g} {x:g} {y - r:g} c "
        f"{x + k:g} {y - r:g} {x + r:g} {y - k:g} {x + r:g} {y:g} c"
    )


def _arc(x: float, y: float, r: float, start: float, end: float) -> str:
    """An arc of degrees, clockwise on paper, from ``start`` (0 is right) as curves of at most 90 degrees."""
    steps = int(abs(end - start) // 90) + 1
    turn = (end - start) / steps * pi / 180
    k = 4 / 3 * (1 - cos(turn / 2)) / sin(turn / 2)
    at = start * pi / 180
    code = [f"{x + r * cos(at):.3g} {y + r * sin(at):.3g} m"]
    for _ in range(steps):
        to = at + turn
        points = (
            x + r * (cos(at) - k * sin(at)),
            y + r * (sin(at) + k * cos(at)),
            x + r * (cos(to) + k * sin(to)),
            y + r * (sin(to) - k * cos(to)),
            x + r * cos(to),
            y + r * sin(to),
        )
        code.append(" ".join(f"{value:.4g}" for value in points) + " c")
        at = to
    return " ".join(code)


def _box(x: float, y: float, width: float, height: float, r: float = 1.5) -> str:
    c, right, low = r * (1 - _K), x + width, y + height
    return (
        f"{x + r:g} {y:g} m {right - r:g} {y:g} l {right - c:g} {y:g} {right:g} {y + c:g} {right:g} {y + r:g} c "
        f"{right:g} {low - r:g} l {right:g} {low - c:g} {right - c:g} {low:g} {right - r:g} {low:g} c "
        f"{x + r:g} {low:g} l {x + c:g} {low:g} {x:g} {low - c:g} {x:g} {low - r:g} c "
        f"{x:g} {y + r:g} l {x:g} {y + c:g} {x + c:g} {y:g} {x + r:g} {y:g} c h"
    )


def _star(x: float, y: float, r: float) -> str:
    points = []
    for corner in range(10):
        radius = r if corner % 2 == 0 else r * 0.42
        angle = -pi / 2 + corner * pi / 5
        points.append(f"{x + radius * cos(angle):.4g} {y + radius * sin(angle):.4g}")
    return f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h f"


_LINE = "1 J 1 j 2.1 w "
_HANDSET = (
    "6.3 2.8 m 8.9 2.4 l 10.9 7.2 l 8.6 9.3 l 9.8 11.9 12.1 14.2 14.7 15.4 c 16.8 13.1 l 21.6 15.1 l 21.2 17.7 l "
    "20.9 19.9 19.2 21.5 17 21.3 c 9.2 20.5 3.5 14.8 2.7 7 c 2.5 4.8 4.1 3.1 6.3 2.8 c h S"
)
_OCTAGON = "8.2 2.5 m 15.8 2.5 l 21.5 8.2 l 21.5 15.8 l 15.8 21.5 l 8.2 21.5 l 2.5 15.8 l 2.5 8.2 l h S"

ICONS: Mapping[str, str] = {
    "circle": "1.63 w " + _circle(12, 12, 11.18) + " S",
    "dot": _circle(12, 12, 12) + " f",
    "tick": "1.59 w " + _box(0.8, 0.8, 22.4, 22.4, 3.2) + " S",
    "repeat": _LINE + _arc(12, 12.5, 8, -20, 270) + " S 1 J 9 0.9 m 12.4 4.5 l 9 8.1 l S",
    "sets": _LINE + " ".join(_box(3, y, 18, 4.6, 1) + " S" for y in (2.6, 9.7, 16.8)),
    "hold": _LINE + _circle(12, 14, 7.9) + " S 12 14 m 12 9.6 l S 9 2.2 m 15 2.2 l S 18.6 6.2 m 19.8 5 l S",
    "rest": _LINE + _circle(12, 12, 9.4) + " S 9.6 8.5 m 9.6 15.5 l S 14.4 8.5 m 14.4 15.5 l S",
    "when": _LINE
    + _box(3, 4.4, 18, 16.8)
    + " S 3 9.6 m 21 9.6 l S 8 1.9 m 8 5.9 l S 16 1.9 m 16 5.9 l S 8.4 15 m 11 17.4 l 15.7 12.8 l S",
    "time": _LINE + _circle(12, 12, 9.4) + " S 12 6.6 m 12 12 l 15.6 14.2 l S",
    "load": _LINE + "7.5 12 m 16.5 12 l S 7 6.5 m 7 17.5 l S 17 6.5 m 17 17.5 l S 3.2 9 m 3.2 15 l S 20.8 9 m 20.8 15 l S",
    "effort": _LINE + "3 19.5 m 3 15 l S 9 19.5 m 9 11.5 l S 15 19.5 m 15 8 l S 21 19.5 m 21 4.5 l S",
    "side-left": _LINE
    + "1.1 w "
    + _box(13.5, 5, 9, 14, 1)
    + " S 2.8 w "
    + _box(2.2, 5, 9, 14, 1)
    + " S 5.2 9 m 5.2 15 l 8.2 15 l S",
    "side-right": _LINE
    + "1.1 w "
    + _box(1.5, 5, 9, 14, 1)
    + " S 2.8 w "
    + _box(12.8, 5, 9, 14, 1)
    + " S 1.6 w 15.7 15 m 15.7 9 l 17.4 9 l 18.9 9 18.9 12 17.4 12 c 15.7 12 l S 17.2 12 m 18.9 15 l S",
    "new": _star(12, 12.8, 11),
    "changed": _LINE + "4 8 m 20 8 l S 15.8 3.8 m 20 8 l S 20 16 m 4 16 l S 8.2 20.2 m 4 16 l S",
    "stopped": _LINE + _box(2.5, 2.5, 19, 19, 3) + " S 8.2 8.2 m 15.8 15.8 l S 15.8 8.2 m 8.2 15.8 l S",
    "hard": "2 4 m 22 4 l 12 21 l h f",
    "easy": "2 20 m 22 20 l 12 3 l h f",
    "fine": "1 J 1 j 1.9 w " + _circle(12, 12, 10.4) + " S 7.4 12.4 m 10.8 15.8 l 16.8 9 l S",
    "stop": "1 J 1 j 1.9 w " + _OCTAGON + " 3 w 7.4 12 m 16.6 12 l S",
    "call": "1 J 1 j 1.9 w " + _HANDSET,
    "danger": "1 J 1 j 1.9 w 12 2.8 m 22.6 21.2 l 1.4 21.2 l h S 2.4 w 12 9.2 m 12 13.6 l S " + _circle(12, 17.4, 1.5) + " f",
    "logo": "1.6 w " + _box(0.8, 0.8, 22.4, 22.4, 3.4) + " S 1 J 2 w 7 7 m 9 12.6 15 12.6 17 7 c S 7 17 m 9 11.4 15 11.4 17 17 c S",
}


def icon_form(name: str) -> bytes:
    """The content of one icon as a form object."""
    return ICONS[name].encode("ascii")
