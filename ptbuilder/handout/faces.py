"""The typeface of paper: measures and encodes words, remembers which glyphs were used, and writes itself into a file.

A character that Atkinson Hyperlegible lacks is drawn by the next face that has it; where none has, it is named, never dropped.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from ptbuilder.handout.font_file import FontFile, read_font
from ptbuilder.handout.pdf_file import LEVEL, PdfFile

_FAMILIES = (
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"),
    ("fontpkg_fira_sans", "FiraSans-Regular", "FiraSans-Bold"),
)
"""Package, regular and bold file of each face, the first being the one that is meant; the others may be missing."""

_USUAL = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0áéíóúüñÁÉÍÓÚÜÑ¿¡°·½×–—‘’“”•…")
"""Characters that every file carries, so that one subset serves nearly all files and is made once."""


BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters of a typed text that are no letters: each is printed as a line break, a tab as a space."""


class NoGlyph(Exception):
    """No face draws this character."""

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(f"U+{ord(character):04X}")


class Face(NamedTuple):
    """One font of a file: ``codes`` maps a character to its glyph number in hexadecimal, ``widths`` to its advance."""

    font: FontFile
    codes: Mapping[str, str]
    widths: Mapping[str, int]


class Coded(NamedTuple):
    """A word ready to be drawn: advance in thousandths of the size, and (face, glyphs in hexadecimal) in turn."""

    width: int
    parts: tuple[tuple[int, str], ...]


def is_printable(character: str) -> bool:
    """Whether faces draw this character, regular and bold.

    What is written from right to left, combines with a letter or is invisible cannot be placed.
    """
    if unicodedata.bidirectional(character) in ("R", "AL", "AN") or unicodedata.category(character)[0] in "MC":
        return False
    faces = _faces()
    return all(any(character in face.codes for face in faces[bold::2]) for bold in (0, 1))


@cache
def _faces() -> tuple[Face, ...]:
    """Regular and bold of each family, in turn: face ``2 * n`` is regular, ``2 * n + 1`` bold."""
    found: list[Face] = []
    for package, *files in _FAMILIES:
        try:
            folder = Path(import_module(package).ROOT) / "files"
            fonts = [read_font(folder / f"{name}.ttf") for name in files]
        except (ImportError, OSError, ValueError):
            if not found:
                raise
            continue
        found.extend(_face(font) for font in fonts)
    return tuple(found)


def _face(font: FontFile) -> Face:
    codes = {chr(character): f"{glyph:04X}" for character, glyph in font.glyphs.items() if character >= 0x20}
    return Face(font, codes, {chr(character): font.widths[glyph] for character, glyph in font.glyphs.items()})


class Faces:
    """The faces as one file uses them."""

    def __init__(self) -> None:
        self._faces = _faces()
        self._words: tuple[dict[str, Coded], dict[str, Coded]] = ({}, {})
        self._used: dict[int, set[str]] = {}
        self.space = tuple(face.widths[" "] for face in self._faces[:2])

    def word(self, text: str, bold: bool) -> Coded:
        """Width and glyphs of ``text``; raises NoGlyph where no face draws one of its characters."""
        words = self._words[bold]
        coded = words.get(text)
        if coded is None:
            coded = words[text] = self.coded(text, bold)
        return coded

    def coded(self, text: str, bold: bool) -> Coded:
        """As ``word``, but not kept for the next time."""
        _, codes, widths = self._faces[bold]
        try:
            glyphs = "".join(map(codes.__getitem__, text))
        except KeyError:
            return self._code_by_parts(text, bold)
        self._used.setdefault(int(bold), set()).update(text)
        return Coded(sum(map(widths.__getitem__, text)), ((int(bold), glyphs),) if text else ())

    def _code_by_parts(self, text: str, bold: bool) -> Coded:
        width, parts = 0, []
        for character in text:
            index = self._face_of(character, bold)
            face = self._faces[index]
            self._used.setdefault(index, set()).add(character)
            width += face.widths[character]
            parts.append((index, face.codes[character]))
        return Coded(width, joined(parts))

    def _face_of(self, character: str, bold: bool) -> int:
        for index in range(int(bold), len(self._faces), 2):
            if character in self._faces[index].codes and is_printable(character):
                return index
        raise NoGlyph(character)

    def widths(self, bold: bool) -> Mapping[str, int]:
        """Advances of the first face, to break words that are longer than a line."""
        return self._faces[bold].widths

    def advance(self, index: int, glyphs: str) -> int:
        """What glyphs of a face take, in thousandths of the size."""
        widths = self._faces[index].font.widths
        return sum(widths[int(glyphs[at : at + 4], 16)] for at in range(0, len(glyphs), 4))

    def write(self, file: PdfFile) -> dict[int, int]:
        """Write each face that was used; face to object number."""
        return {index: _write_font(file, self._faces[index], index, frozenset(used)) for index, used in sorted(self._used.items())}


def joined(parts: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Neighbouring parts of one face as one."""
    found = tuple(parts)
    if not found:
        return ()
    face = found[0][0]
    for index, _ in found:
        if index != face:
            break
    else:
        return ((face, "".join([glyphs for _, glyphs in found])),)
    merged: list[tuple[int, str]] = []
    for index, glyphs in found:
        if merged and merged[-1][0] == index:
            merged[-1] = (index, merged[-1][1] + glyphs)
        else:
            merged.append((index, glyphs))
    return tuple(merged)


class _Program(NamedTuple):
    """What a file needs of one subset: the font program and the map to text (both compressed), its length, the widths."""

    program: bytes
    length: int
    to_unicode: bytes
    widths: bytes


@lru_cache(maxsize=32)
def _program(index: int, used: frozenset[str]) -> _Program:
    face = _faces()[index]
    glyphs = {face.font.glyphs[ord(character)]: character for character in sorted(used, reverse=True)}
    data = face.font.subset(glyphs)
    widths = b" ".join(b"%d [%d]" % (glyph, face.font.widths[glyph]) for glyph in sorted(glyphs))
    return _Program(zlib.compress(data, 9), len(data), zlib.compress(_to_unicode(glyphs), LEVEL), widths)


def _to_unicode(glyphs: Mapping[int, str]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    rows = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(glyphs.items())]
    for first in range(0, len(rows), 100):
        part = rows[first : first + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()


def _write_font(file: PdfFile, face: Face, index: int, used: frozenset[str]) -> int:
    font = face.font
    usual = frozenset(character for character in _USUAL if character in face.codes) if index < 2 else frozenset()
    made = _program(index, used | usual)
    name = b"PTB%c%b+%b" % (65 + index // 26, b"%c%c" % (65 + index % 26, 65 + len(used) % 26), font.name.encode())
    program = file.add_stream(made.program, b"/Length1 %d " % made.length, packed=True)
    to_unicode = file.add_stream(made.to_unicode, packed=True)
    descriptor = file.add(
        b"<< /Type /FontDescriptor /FontName /%b /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d"
        b" /CapHeight %d /StemV %d /FontFile2 %d 0 R >>"
        % (name, *font.box, font.ascent, font.descent, font.cap_height, 50 + font.weight // 10, program)
    )
    descendant = file.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%b /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor %d 0 R /DW 0 /W [%b] /CIDToGIDMap /Identity >>" % (name, descriptor, made.widths)
    )
    return file.add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>"
        % (name, descendant, to_unicode)
    )
