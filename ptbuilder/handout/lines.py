"""Breaks text into lines by advance widths, without kerning and without hyphens; text is never read as markup.

The spaces at which a line was broken stay at its end, so that the lines put together give the text back as it was typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.handout.faces import BREAKS, Coded, Faces, joined
from ptbuilder.wording.fixed import Run

_AS_SPACES = dict.fromkeys(map(ord, BREAKS), " ")


class Line(NamedTuple):
    """One line: its width in points without the spaces at its end, and (face, glyphs in hexadecimal) in turn."""

    width: float
    parts: tuple[tuple[int, str], ...]


class _Box(NamedTuple):
    """What is never parted unless it is longer than a line, with the spaces that follow it."""

    width: int
    parts: tuple[tuple[int, str], ...]
    space: int
    space_parts: tuple[tuple[int, str], ...]
    text: str
    bold: bool
    whole: tuple[tuple[int, str], ...]
    """The parts with those of the spaces."""


class _Paragraph(NamedTuple):
    """The boxes of what stands between two typed line breaks, and their width on one line."""

    boxes: Sequence[_Box]
    width: int


Boxed = tuple[_Paragraph, ...]
"""A text in boxes: what does not hang on the column's width."""


class Boxes:
    """The boxes of a document's words, each made once."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._known: dict[tuple[str, bool, bool], _Box] = {}

    def of(self, runs: Sequence[Run]) -> Boxed:
        """The boxes of ``runs``; raises NoGlyph where a character has no face."""
        found = [self._parted(paragraph) for paragraph in _paragraphs(runs)]
        return tuple(_Paragraph(boxes, sum([box.width + box.space for box in boxes]) - boxes[-1].space) for boxes in found)

    def _parted(self, runs: Sequence[Run]) -> list[_Box]:
        boxes: list[_Box] = []
        known = self._known
        for text, bold in runs:
            pieces = text.split(" ")
            last = len(pieces) - 1
            for place, piece in enumerate(pieces):
                key = (piece, bold, place < last)
                box = known.get(key) or self._new(key)
                if boxes and not (piece and boxes[-1].space):
                    boxes[-1] = _glued(boxes[-1], box)
                else:
                    boxes.append(box)
        return boxes

    def _new(self, key: tuple[str, bool, bool]) -> _Box:
        text, bold, has_space = key
        coded = self._faces.coded(text, bold)
        after = self._faces.word(" ", bold) if has_space else Coded(0, ())
        whole = joined(coded.parts + after.parts) if has_space else coded.parts
        box = self._known[key] = _Box(coded.width, coded.parts, after.width, after.parts, text, bold, whole)
        return box


def broken(faces: Faces, text: Boxed, size: float, width: float) -> tuple[Line, ...]:
    """The lines of ``text`` at ``size`` within ``width`` points; at least one, an empty one for no text.

    A line break that was typed breaks the line.
    """
    limit = width * 1000 / size + 0.01
    lines: list[Line] = []
    for boxes, whole in text:
        if whole > limit:
            lines.extend(_filled(faces, boxes, size, limit))
        else:
            lines.append(Line(whole * size / 1000, joined([part for box in boxes for part in box.whole])))
    return tuple(lines) or (Line(0, ()),)


def width_of(faces: Faces, runs: Sequence[Run], size: float) -> float:
    """The width of ``runs`` on one line, in points."""
    return sum(faces.word(_flat(run.text), run.bold).width for run in runs) * size / 1000


def one_line(faces: Faces, runs: Sequence[Run], size: float) -> Line:
    """The runs as a single line however long it is."""
    coded = [faces.word(_flat(run.text), run.bold) for run in runs]
    return Line(sum(each.width for each in coded) * size / 1000, joined(part for each in coded for part in each.parts))


def _flat(text: str) -> str:
    """A text for one line: typed line breaks and tabs as spaces."""
    composed = _composed(text)
    return composed if composed.isprintable() else composed.translate(_AS_SPACES)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs parted at typed line breaks, each of which becomes a space at the end of its line."""
    found: list[list[Run]] = [[]]
    for run in runs:
        text = _composed(run.text)
        if text.isprintable():
            found[-1].append(Run(text, run.bold))
            continue
        parts = text.replace("\r\n", "\n").replace("\t", " ").splitlines() or [""]
        if text.endswith("\n"):
            parts.append("")
        for place, part in enumerate(parts):
            if place:
                found.append([])
            found[-1].append(Run(part + " " if place < len(parts) - 1 else part, run.bold))
    return found


def _glued(first: _Box, second: _Box) -> _Box:
    """Two boxes without a place to break between them: parts of one word, or more spaces behind a word."""
    if not second.text and first.space:
        spaces = first.space_parts + second.space_parts
        return first._replace(space=first.space + second.space, space_parts=spaces, whole=joined(first.parts + spaces))
    parts = first.parts + first.space_parts + second.parts
    return _Box(
        first.width + first.space + second.width,
        parts,
        second.space,
        second.space_parts,
        first.text + second.text,
        first.bold or second.bold,
        joined(parts + second.space_parts),
    )


def _filled(faces: Faces, boxes: Sequence[_Box], size: float, limit: float) -> list[Line]:
    lines: list[Line] = []
    parts: list[tuple[int, str]] = []
    at = end = 0
    for box in boxes:
        if parts and at + box.width > limit:
            lines.append(Line(end * size / 1000, joined(parts)))
            parts, at = [], 0
        if box.width > limit:
            *full, box = _cut(faces, box, limit)
            lines.extend(Line(piece.width * size / 1000, piece.parts) for piece in full)
        parts += box.whole
        end = at + box.width
        at = end + box.space
    lines.append(Line(end * size / 1000, joined(parts)))
    return lines


def _cut(faces: Faces, box: _Box, limit: float) -> list[_Box]:
    """A word longer than a line, cut at the column's edge; the last piece keeps the spaces."""
    widths = faces.widths(box.bold)
    pieces, start, at = [], 0, 0.0
    for place, character in enumerate(box.text):
        width = widths.get(character, 1000)
        if at + width > limit and place > start:
            pieces.append(box.text[start:place])
            start, at = place, 0.0
        at += width
    pieces.append(box.text[start:])
    coded = [faces.word(piece, box.bold) for piece in pieces]
    cut = [_Box(each.width, each.parts, 0, (), text, box.bold, each.parts) for each, text in zip(coded, pieces, strict=True)]
    whole = joined(cut[-1].parts + box.space_parts)
    cut[-1] = cut[-1]._replace(space=box.space, space_parts=box.space_parts, whole=whole)
    return cut
