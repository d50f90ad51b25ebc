"""Drawings as SVG files, for the programs that are compared."""

from __future__ import annotations

from ptbuilder.domain.drawing import Drawing


def svg(drawing: Drawing) -> str:
    """The drawing as SVG."""
    paths = []
    for path in drawing.paths:
        shape = "".join(kind + " ".join(f"{x:g} {y:g}" for x, y in points) for kind, points in path.segments)
        paint = path.paint
        fill, stroke = paint.fill or "none", paint.stroke or "none"
        paths.append(f'<path d="{shape}" fill="{fill}" stroke="{stroke}" stroke-width="{paint.width:g}"/>')
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(paths)}</svg>'
