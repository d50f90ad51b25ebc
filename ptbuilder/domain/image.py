"""A picture made of pixels."""

from __future__ import annotations

from ptbuilder.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class RasterImage:
    """Pixels row by row from the top, four bytes each (red, green, blue, alpha), not premultiplied."""

    width: int
    height: int
    rgba: bytes
