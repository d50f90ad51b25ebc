"""Pictures of finished pages, for the window."""

from __future__ import annotations

from collections.abc import Mapping

from ptbuilder.domain.image import RasterImage
from ptbuilder.handout.opening import opened


def pages(pdf: bytes, scale: float, known: Mapping[int, RasterImage] | None = None) -> list[RasterImage]:
    """Each page as a picture on white; at scale 1 a point is a pixel. Pages (from 0) that are ``known`` are not drawn again."""
    drawn = known or {}
    with opened(pdf) as document:
        return [drawn.get(number) or _picture(document[number], scale) for number in range(len(document))]


def page(pdf: bytes, number: int, scale: float) -> RasterImage:
    """One page (counted from 0) as a picture, so that a printer does not need all of them at once."""
    with opened(pdf) as document:
        return _picture(document[number], scale)


def _picture(page, scale: float) -> RasterImage:  # type: ignore[no-untyped-def] # pypdfium2 has no types
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    if stride != 4 * width:
        pixels = b"".join(pixels[row * stride : row * stride + 4 * width] for row in range(height))
    bitmap.close()
    page.close()
    return RasterImage(width, height, pixels)
