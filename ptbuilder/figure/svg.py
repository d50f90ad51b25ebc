"""Drawings as SVG: a small, strict subset that is written compactly and read back to the same value."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from typing import cast, get_args

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath, Point, Role, Segment
from ptbuilder.domain.errors import PTBuilderError

_TOKEN = re.compile(r"[MLCZlcz]|-?\d+(?:\.\d+)?")
_ROLES = get_args(Role)
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_COUNT = {"M": 1, "L": 1, "C": 3, "Z": 0}
_MM = 80


def write(drawing: Drawing) -> str:
    """The drawing as one SVG text; coordinates are rounded to whole units, curves are relative."""
    width, height = drawing.width / _MM, drawing.height / _MM
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.1f}mm" height="{height:.1f}mm" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" data-body="{_text(drawing.body)}" '
        'stroke-linecap="round" stroke-linejoin="round" fill-rule="evenodd">'
    )
    title = f"<title>{_text(drawing.alt)}</title>" if drawing.alt else ""
    return head + title + "".join(_path(path) for path in drawing.paths) + "</svg>"


def _text(words: str) -> str:
    """Escaped for an element and for an attribute; the standard library's own way loads its network modules."""
    for sign, name in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("\n", "&#10;"),
        ("\r", "&#13;"),
        ("\t", "&#9;"),
    ):
        words = words.replace(sign, name)
    return words


def _path(path: PaintedPath) -> str:
    paint = path.paint
    parts = [f'class="{path.role}"', f'fill="{paint.fill or "none"}"']
    if paint.stroke:
        parts.append(f'stroke="{paint.stroke}" stroke-width="{paint.width:g}"')
    if paint.dash:
        parts.append(f'stroke-dasharray="{" ".join(f"{d:g}" for d in paint.dash)}"')
    if paint.opacity != 1:
        parts.append(f'opacity="{paint.opacity:g}"')
    return f'<path {" ".join(parts)} d="{_data(path.segments)}"/>'


def _data(segments: tuple[Segment, ...]) -> str:
    words: list[str] = []
    x = y = 0
    before = ""
    for kind, points in segments:
        rounded = [(round(px), round(py)) for px, py in points]
        if kind == "Z":
            words.append("z")
        elif kind == "M":
            words.append(f"M{rounded[0][0]} {rounded[0][1]}")
        else:
            steps = " ".join(f"{px - x} {py - y}" for px, py in rounded)
            words.append((" " if before == kind else kind.lower()) + steps)
        if rounded:
            x, y = rounded[-1]
        before = kind
    return "".join(words).replace(" -", "-")


def parse(text: str) -> Drawing:
    """Read back what ``write`` wrote; raises PTBuilderError for any other SVG."""
    try:
        root = ElementTree.fromstring(text)
        _, _, width, height = (float(v) for v in root.attrib["viewBox"].split())
        paths = tuple(_read_path(element.attrib) for element in root.iter(f"{_NAMESPACE}path"))
    except (ElementTree.ParseError, KeyError, ValueError, IndexError) as error:
        raise PTBuilderError("This picture was not written by PTBuilder and cannot be shown.") from error
    title = root.find(f"{_NAMESPACE}title")
    alt = (title.text or "") if title is not None else ""
    return Drawing(width, height, paths, alt, root.attrib.get("data-body", ""), (("unit", f"1/{_MM} mm"),))


def _read_path(attributes: dict[str, str]) -> PaintedPath:
    role = attributes["class"]
    if role not in _ROLES:
        raise ValueError(role)
    fill, stroke = attributes["fill"], attributes.get("stroke")
    paint = Paint(
        fill=None if fill == "none" else fill,
        stroke=stroke,
        width=_number(attributes.get("stroke-width", "0")),
        dash=tuple(float(d) for d in attributes.get("stroke-dasharray", "").split()),
        opacity=_number(attributes.get("opacity", "1")),
    )
    return PaintedPath(_read_data(attributes["d"]), paint, cast(Role, role))


def _number(text: str) -> float:
    value = float(text)
    return int(value) if value == int(value) else value


def _read_data(data: str) -> tuple[Segment, ...]:
    tokens = _TOKEN.findall(data)
    segments: list[Segment] = []
    here: Point = (0, 0)
    i, command = 0, ""
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        elif command in ("", "z", "Z"):
            raise ValueError(data)
        kind = command.upper()
        count = _COUNT[kind]
        numbers = [_number(token) for token in tokens[i : i + 2 * count]]
        if len(numbers) < 2 * count:
            raise ValueError(data)
        i += 2 * count
        base = here if command.islower() else (0, 0)
        points = tuple((base[0] + numbers[2 * k], base[1] + numbers[2 * k + 1]) for k in range(count))
        segments.append((kind, points))  # type: ignore[arg-type]  # one of M, L, C, Z by the pattern
        here = points[-1] if points else here
    return tuple(segments)
