"""A TrueType file: which glyph draws a character, how wide it is, and a subset of it for a PDF.

ReportLab reads the file. The subset is our own, since ReportLab's keeps the hints: no printer and no viewer of a PDF uses
them, and they are half the bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_ARGS_ARE_WORDS, _HAS_SCALE, _MORE, _HAS_XY_SCALE, _HAS_2X2, _HAS_INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
_KEPT = (b"OS/2", b"glyf", b"head", b"hhea", b"hmtx", b"maxp")


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
    """The face in ``path``, read by ReportLab; raises ValueError where it has no TrueType outlines or is a variable font."""
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        face = TTFontFile(str(path), validate=0)
    except TTFError as error:
        raise ValueError(f"{path.name} has no plain TrueType outlines") from error
    if "fvar" in face.table:
        raise ValueError(f"{path.name} is a variable font, which would print as Regular")
    tables = {tag: face.get_table(tag.decode()) for tag in _KEPT if tag.decode() in face.table}
    scale = 1000 / face.unitsPerEm
    return FontFile(
        name=face.name.decode(),
        glyphs={character: glyph for character, glyph in face.charToGlyph.items() if glyph and character != 0xFFFF},
        widths=tuple(round(advance * scale) for advance, _ in face.hmetrics),
        ascent=round(face.ascent),
        descent=round(face.descent),
        cap_height=round(face.capHeight),
        box=tuple(round(side) for side in face.bbox),
        weight=struct.unpack_from(">H", tables[b"OS/2"], 4)[0],
        tables=tables,
        offsets=tuple(face.glyphPos),
        long_metrics=struct.unpack_from(">H", tables[b"hhea"], 34)[0],
    )


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
