"""The clinic's logo as an image object: PNG and JPEG as they are, measured without decoding where that is enough."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import NamedTuple

from ptbuilder.domain.errors import BadInput, Fault

_PNG = b"\x89PNG\r\n\x1a\n"
_LARGEST = 16_000_000


class Logo(NamedTuple):
    """A picture of pixels as a PDF keeps it; ``mask`` holds its opacity, compressed, empty where it has none."""

    width: int
    height: int
    data: bytes
    filter: bytes
    colours: bytes
    mask: bytes
    name: str = "Logo"


@lru_cache(maxsize=4)
def read_logo(data: bytes) -> Logo | None:
    """The logo in ``data``, None for no bytes; raises BadInput where it is neither PNG nor JPEG, or damaged."""
    if not data:
        return None
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
    except (struct.error, IndexError, ValueError, OSError, SyntaxError) as error:
        raise BadInput((Fault("", "clinic", "logo", "The logo is damaged. Choose the file again."),)) from error
    raise BadInput((Fault("", "clinic", "logo", "The logo must be a PNG or JPEG picture."),))


def _jpeg(data: bytes) -> Logo:
    """A JPEG goes into the file as it is; only its size and its number of colours are read."""
    at = 2
    while True:
        marker, length = struct.unpack_from(">HH", data, at)
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            height, width, colours = struct.unpack_from(">HHB", data, at + 5)
            space = {1: b"/DeviceGray", 3: b"/DeviceRGB"}.get(colours)
            if space is None or not width or not height:
                raise ValueError("colours of the logo")
            return Logo(width, height, data, b"/DCTDecode", space, b"")
        at += 2 + length


def _png(data: bytes) -> Logo:
    """A PNG is decoded to red, green, blue and, where it has one, its opacity."""
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        if image.width * image.height > _LARGEST:
            raise ValueError("size of the logo")
        pixels = image.convert("RGBA")
    opacity = pixels.getchannel("A")
    mask = b"" if opacity.getextrema() == (255, 255) else zlib.compress(opacity.tobytes(), 9)
    colour = zlib.compress(pixels.convert("RGB").tobytes(), 9)
    return Logo(pixels.width, pixels.height, colour, b"/FlateDecode", b"/DeviceRGB", mask)
