"""Contact sheets: start and finish of many exercises side by side, for review by eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.values import dataclass

_PIXELS_PER_MM = 8
_CELL = (56.0, 52.0)
_CAPTION = 5.0


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One exercise on a sheet: its caption, its drawings or none, and what is wrong with it."""

    caption: str
    drawings: tuple[Drawing, ...] = ()
    faults: tuple[str, ...] = field(default_factory=tuple)


def other_side(cell: SheetCell) -> SheetCell:
    """The cell as a handout for the left side shows it."""
    from ptbuilder.figure.mirror import mirrored

    return replace(cell, caption=f"{cell.caption}, left", drawings=tuple(mirrored(drawing) for drawing in cell.drawings))


def sheet_svg(cells: Sequence[SheetCell], columns: int = 2) -> str:
    """All cells in one SVG at print size; each row is as high as its tallest drawing."""
    rows = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    wide = _CELL[0] * 2 + 2
    parts: list[str] = []
    y = 1.0
    for row in rows:
        tallest = max((d.height / 80 for cell in row for d in cell.drawings), default=14.0)
        notes = max((len(cell.faults) for cell in row), default=0)
        height = tallest + _CAPTION + notes * 3.2 + 2
        for k, cell in enumerate(row):
            parts += _cell(cell, k * wide, y, height, wide)
        y += height
    width = wide * min(columns, max(len(cells), 1))
    box = f'width="{width:.1f}mm" height="{y + 1:.1f}mm" viewBox="0 0 {width:.1f} {y + 1:.1f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>'


def _cell(cell: SheetCell, x: float, y: float, height: float, wide: float) -> list[str]:
    """Frame, caption, faults and both drawings of one exercise; the drawings stand on the foot of the cell."""
    from ptbuilder.figure import svg

    size = f'x="{x + 0.5:.1f}" y="{y:.1f}" width="{wide - 1:.1f}" height="{height - 0.6:.1f}"'
    parts = [f'<rect {size} fill="none" stroke="#ccc" stroke-width=".2"/>', _words(x + 2, y + 3.8, cell.caption, "#000", 3)]
    parts += [_words(x + 2, y + 7.2 + 3.2 * n, fault[:105], "#c00", 2.3) for n, fault in enumerate(cell.faults)]
    for n, drawing in enumerate(cell.drawings):
        w, h = drawing.width / 80, drawing.height / 80
        left = x + 1 + n * _CELL[0] + (_CELL[0] - w) / 2
        inner = svg.write(drawing).replace("<svg ", f'<svg x="{left:.2f}" y="{y + height - h - 1.4:.2f}" ', 1)
        parts.append(inner.replace(f'width="{w:.1f}mm" height="{h:.1f}mm"', f'width="{w:.2f}" height="{h:.2f}"', 1))
    return parts


def _words(x: float, y: float, text: str, colour: str, size: float) -> str:
    from html import escape  # late: the window loads this module at its start, and its tables of letters take a millisecond

    look = f'fill="{colour}" font-size="{size}" font-family="Atkinson Hyperlegible, sans-serif"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{escape(text)}</text>'


def write_sheet(text: str, path: Path, pixels_per_mm: float = _PIXELS_PER_MM) -> None:
    """Write a sheet as SVG or, with the development package resvg_py, as PNG or as one PDF page at print size.

    Raises PTBuilderError for another ending.
    """
    kind = path.suffix.lower()
    if kind == ".svg":
        path.write_text(text, encoding="utf-8")
    elif kind == ".png":
        path.write_bytes(_png(text, pixels_per_mm))
    elif kind == ".pdf":
        path.write_bytes(_pdf(_png(text, pixels_per_mm), pixels_per_mm))
    else:
        wrong = path.suffix or "a file without an ending"
        raise PTBuilderError(f"A contact sheet is written as .png, .pdf or .svg, not as {wrong}.")


def _png(text: str, pixels_per_mm: float) -> bytes:
    try:
        import resvg_py
    except ImportError as error:
        raise PTBuilderError(
            "To write a PNG or a PDF, install the development package resvg_py, or name a file that ends in .svg."
        ) from error
    width = float(text.split('viewBox="0 0 ', 1)[1].split(" ", 1)[0])
    png = resvg_py.svg_to_bytes(
        svg_string=text, dpi=96, width=round(width * pixels_per_mm), font_files=_fonts(), font_family="Atkinson Hyperlegible"
    )
    return bytes(png)


def _pdf(png: bytes, pixels_per_mm: float) -> bytes:
    """One page as large as the sheet is in print."""
    from io import BytesIO

    from PIL import Image

    page = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.convert("RGB").save(page, "PDF", resolution=pixels_per_mm * 25.4)
    return page.getvalue()


def _fonts() -> list[str]:
    import importlib.util

    found = importlib.util.find_spec("fontpkg_atkinson_hyperlegible") or importlib.util.find_spec("fontpkg")
    roots = [Path(p) for p in (found.submodule_search_locations or [])] if found else []
    return [str(path) for root in roots for path in sorted(root.rglob("*.[ot]tf")) if "Atkinson" in path.name]
