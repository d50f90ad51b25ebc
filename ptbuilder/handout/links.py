"""The clinic's phone number as a link: wherever a line holds it, a tap on the screen dials it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ptbuilder.domain.clinic import Clinic
from ptbuilder.handout.faces import Faces
from ptbuilder.handout.lines import Line
from ptbuilder.handout.tags import Element
from ptbuilder.wording import head
from ptbuilder.wording.fixed import plain

if TYPE_CHECKING:
    from ptbuilder.handout.setting import Setting


class Piece(NamedTuple):
    """Glyphs of one face in a row, from ``x`` thousandths of the size on, ``width`` wide; ``is_link`` where they are the number."""

    face: int
    glyphs: str
    x: float
    width: float
    is_link: bool = False


class LinkMark(NamedTuple):
    """A link on a page: its element, and its box as PDF counts (left, lower, right, upper)."""

    element: Element
    box: tuple[float, float, float, float]


class PhoneLink:
    """Finds the number in lines; ``target`` is what is dialled, ``words`` what a screen reader says of the link."""

    def __init__(self, faces: Faces, phone: str, target: str, words: str) -> None:
        self.target = target
        self.words = words
        self._faces = faces
        coded = (faces.word(phone, bold).parts for bold in (False, True))
        self._glyphs = {parts[0][0]: parts[0][1] for parts in coded if len(parts) == 1}

    def is_in(self, lines: Sequence[Line]) -> bool:
        """Whether one of the lines holds the number."""
        numbers = self._glyphs
        for line in lines:
            for face, glyphs in line.parts:
                if face in numbers and numbers[face] in glyphs and self._at(face, glyphs) >= 0:
                    return True
        return False

    def pieces(self, line: Line) -> Iterator[Piece]:
        """A line in pieces, the number being one of its own."""
        x = 0.0
        for face, glyphs in line.parts:
            at = self._at(face, glyphs)
            number = self._glyphs.get(face, "") if at >= 0 else ""
            cuts = (glyphs[:at], number, glyphs[at + len(number) :]) if number else (glyphs,)
            for place, part in enumerate(cuts):
                width = self._faces.advance(face, part)
                if part:
                    yield Piece(face, part, x, width, bool(number) and place == 1)
                x += width

    def _at(self, face: int, glyphs: str) -> int:
        """Where the number begins in a part, at the border of a glyph of four digits; -1 where it is not."""
        number = self._glyphs.get(face)
        at = glyphs.find(number) if number else -1
        while number and at >= 0 and at % 4:
            at = glyphs.find(number, at + 1)
        return at


def phone_link(setting: Setting, clinic: Clinic) -> PhoneLink | None:
    """The link of a clinic's number; None where there is none, or none that can be dialled as it is written."""
    phone = head.phone(clinic)
    target = head.dialled(phone)
    if not target:
        return None
    return PhoneLink(setting.faces, phone, target, plain(setting.runs("call-us", phone=phone)).replace("\u00a0", " "))
