"""A TrueType file: which glyph draws a character, how wide it is, and a subset of it for a PDF.

Only what a PDF needs is read. Hints are left out of subsets: no printer and no viewer uses them, and they are half the bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_XY_SCALE, _HAS_2X2, _HAS_INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
_KEPT = (b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"post")


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face; widths and metrics are in thousandths of the type size, glyph 0 is the missing glyph."""

    name: str
    glyphs: Mapping[int, int]
    widths: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    weight: int
    tables: Mapping[bytes, bytes]
    offsets: tuple[int, ...]
    long_metrics: int

    def outline(self, glyph: int) -> bytes:
        """The outline of a glyph as the file has it; empty for a space."""
        return self.tables[b"glyf"][self.offsets[glyph] : self.offsets[glyph + 1]]

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """A font program with these glyphs under their own numbers; the others are empty."""
        kept: dict[int, bytes] = {}
        waiting = [0, *glyphs]
        while waiting:
            glyph = waiting.pop()
            if glyph not in kept:
                outline, parts = _without_hints(self.outline(glyph))
                kept[glyph] = outline
                waiting.extend(parts)
        return self._program(kept)

    def _program(self, kept: Mapping[int, bytes]) -> bytes:
        glyf, loca, metrics = bytearray(), [0], bytearray()
        for glyph in range(max(kept) + 1):
            outline = kept.get(glyph, b"")
            glyf += outline + bytes(-len(outline) % 4)
            loca.append(len(glyf))
            metrics += self._metric(glyph) if glyph in kept else b"\0\0\0\0"
        number = len(loca) - 1
        head = bytearray(self.tables[b"head"])
        head[8:12] = bytes(4)
        head[50:52] = struct.pack(">h", 1)
        return _file(
            {
                b"glyf": bytes(glyf),
                b"head": bytes(head),
                b"hhea": self.tables[b"hhea"][:34] + struct.pack(">H", number),
                b"hmtx": bytes(metrics),
                b"loca": struct.pack(f">{number + 1}L", *loca),
                b"maxp": self.tables[b"maxp"][:4] + struct.pack(">H", number) + self.tables[b"maxp"][6:14] + bytes(18),
            }
        )

    def _metric(self, glyph: int) -> bytes:
        table = self.tables[b"hmtx"]
        if glyph < self.long_metrics:
            return table[4 * glyph : 4 * glyph + 4]
        at = 4 * self.long_metrics + 2 * (glyph - self.long_metrics)
        return table[4 * self.long_metrics - 4 : 4 * self.long_metrics - 2] + table[at : at + 2]


def read_font(path: Path) -> FontFile:
    """The face in ``path``; raises ValueError where it has no TrueType outlines or is a variable font."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    rows = [struct.unpack_from(">4sLLL", data, 12 + 16 * row) for row in range(count)]
    tables = {tag: data[offset : offset + length] for tag, _, offset, length in rows if tag in _KEPT or tag in (b"name", b"fvar")}
    if b"glyf" not in tables or b"fvar" in tables:
        raise ValueError(f"{path.name} has no plain TrueType outlines")
    units = struct.unpack_from(">H", tables[b"head"], 18)[0]
    scale = 1000 / units
    long_metrics = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    number = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    ascent, descent = struct.unpack_from(">hh", tables[b"hhea"], 4)
    os2 = tables[b"OS/2"]
    return FontFile(
        name=_postscript_name(tables.pop(b"name"), path.stem),
        glyphs=_characters(tables.pop(b"cmap")),
        widths=_widths(tables[b"hmtx"], long_metrics, number, scale),
        ascent=round(ascent * scale),
        descent=round(descent * scale),
        cap_height=round(struct.unpack_from(">h", os2, 88)[0] * scale) if len(os2) >= 96 else 700,
        box=tuple(round(value * scale) for value in struct.unpack_from(">hhhh", tables[b"head"], 36)),
        weight=struct.unpack_from(">H", os2, 4)[0],
        tables=tables,
        offsets=_offsets(tables, number),
        long_metrics=long_metrics,
    )


def _widths(hmtx: bytes, long_metrics: int, number: int, scale: float) -> tuple[int, ...]:
    found = [round(struct.unpack_from(">H", hmtx, 4 * glyph)[0] * scale) for glyph in range(long_metrics)]
    return tuple(found + [found[-1]] * (number - long_metrics))


def _offsets(tables: Mapping[bytes, bytes], number: int) -> tuple[int, ...]:
    if struct.unpack_from(">h", tables[b"head"], 50)[0]:
        return struct.unpack_from(f">{number + 1}L", tables[b"loca"])
    return tuple(2 * half for half in struct.unpack_from(f">{number + 1}H", tables[b"loca"]))


def _postscript_name(table: bytes, otherwise: str) -> str:
    count, strings = struct.unpack_from(">HH", table, 2)
    for row in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * row)
        if kind == 6:
            raw = table[strings + offset : strings + offset + length]
            return raw.decode("utf-16-be" if platform != 1 else "latin-1")
    return otherwise


def _characters(cmap: bytes) -> dict[int, int]:
    """Character to glyph of the fullest Unicode table: format 12 before format 4."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    found: dict[int, int] = {}
    for row in range(count):
        platform, _, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * row)
        kind = struct.unpack_from(">H", cmap, offset)[0]
        if platform in (0, 3) and kind == 12:
            return _format_12(cmap, offset)
        if platform in (0, 3) and kind == 4 and not found:
            found = _format_4(cmap, offset)
    return found


def _format_12(cmap: bytes, at: int) -> dict[int, int]:
    groups = struct.unpack_from(">L", cmap, at + 12)[0]
    found: dict[int, int] = {}
    for group in range(groups):
        first, last, glyph = struct.unpack_from(">3L", cmap, at + 16 + 12 * group)
        found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return found


def _format_4(cmap: bytes, at: int) -> dict[int, int]:
    segments = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", cmap, at + 14)
    starts, deltas, ranges = (struct.unpack_from(f">{segments}H", cmap, at + 16 + 2 * segments * part) for part in (1, 2, 3))
    found = {}
    for segment in range(segments):
        for character in range(starts[segment], ends[segment] + 1):
            if ranges[segment]:
                place = at + 16 + 6 * segments + 2 * segment + ranges[segment] + 2 * (character - starts[segment])
                glyph = struct.unpack_from(">H", cmap, place)[0]
                glyph = (glyph + deltas[segment]) & 0xFFFF if glyph else 0
            else:
                glyph = (character + deltas[segment]) & 0xFFFF
            if glyph and character != 0xFFFF:
                found[character] = glyph
    return found


def _without_hints(outline: bytes) -> tuple[bytes, list[int]]:
    """The outline without its instructions, and the glyphs it is put together from."""
    if not outline:
        return b"", []
    contours = struct.unpack_from(">h", outline)[0]
    if contours < 0:
        return _composite_without_hints(outline)
    at = 10 + 2 * contours
    length = struct.unpack_from(">H", outline, at)[0]
    return outline[:at] + b"\0\0" + outline[at + 2 + length :], []


def _composite_without_hints(outline: bytes) -> tuple[bytes, list[int]]:
    kept, parts, at, more = bytearray(outline[:10]), [], 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        parts.append(glyph)
        size = 4 + (4 if flags & _ARGS_ARE_WORDS else 2)
        size += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_XY_SCALE else 8 if flags & _HAS_2X2 else 0
        kept += struct.pack(">H", flags & ~_HAS_INSTRUCTIONS) + outline[at + 2 : at + size]
        more, at = bool(flags & _MORE), at + size
    return bytes(kept), parts


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    """The tables as one font file, with their checksums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    offset, rows, body = 12 + 16 * count, b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        rows += struct.pack(">4sLLL", tag, total, offset, len(table))
        body += padded
        offset += len(padded)
    return head + rows + body
