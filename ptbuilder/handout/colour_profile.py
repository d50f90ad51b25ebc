"""The sRGB colour profile (ICC version 2) that PDF/A asks for, made from the published primaries, always the same bytes."""

from __future__ import annotations

import struct
from functools import cache

_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {b"rXYZ": (0.4361, 0.2225, 0.0139), b"gXYZ": (0.3851, 0.7169, 0.0971), b"bXYZ": (0.1431, 0.0606, 0.7139)}
"""IEC 61966-2-1, adapted to the D50 white of profiles."""


@cache
def srgb_profile() -> bytes:
    """The whole profile."""
    tags = {
        b"desc": _description(b"sRGB"),
        b"cprt": b"text\0\0\0\0Public domain\0",
        b"wtpt": _xyz(_WHITE),
        **{tag: _xyz(values) for tag, values in _PRIMARIES.items()},
        b"rTRC": _curve(),
    }
    names = [*tags, b"gTRC", b"bTRC"]
    offset, rows, body, places = 132 + 12 * len(names), b"", b"", {}
    for tag, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        places[tag] = (offset + len(body), len(data))
        body += padded
    for tag in names:
        at, length = places.get(tag, places[b"rTRC"])
        rows += struct.pack(">4sLL", tag, at, length)
    size = offset + len(body)
    head = struct.pack(">L4sL4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _fixed(_WHITE) + bytes(48)
    return head + struct.pack(">L", len(names)) + rows + body


def _fixed(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">l", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _description(text: bytes) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">L", len(text) + 1) + text + b"\0" + bytes(78)


def _curve() -> bytes:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    points = [round(65535 * linear(step / 255)) for step in range(256)]
    return b"curv\0\0\0\0" + struct.pack(">L256H", 256, *points)
