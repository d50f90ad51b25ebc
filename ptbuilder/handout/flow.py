"""Text that may go on over page ends: units in one column, parted only at a line, and only where they are taller than the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ptbuilder.handout.book import Book
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.lines import Line
from ptbuilder.handout.theme import Style

Draw = Callable[[Frame, Sequence[Line], float], None]
"""Paints some of the lines of a unit with their upper edge at a height of the frame."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines of one paragraph; ``draw`` paints them with whatever belongs to them."""

    lines: Sequence[Line]
    style: Style
    draw: Draw
    least: float = 0

    def height(self, number: int) -> float:
        """What ``number`` of its lines take."""
        return max(number * self.style.leading, self.least)


@dataclass(slots=True)
class Flow:
    """Units and solid frames in reading order."""

    parts: list[tuple[float, Unit | Frame]] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)

    def add(self, part: Unit | Frame, gap: float = 0, *, is_heading: bool = False) -> None:
        """One more part, ``gap`` below the one before; a heading stays with the part that follows it."""
        if is_heading:
            self.headings.add(len(self.parts))
        self.parts.append((gap, part))

    def split(self, at: int) -> tuple[Flow, Flow]:
        """The parts before and from number ``at`` on."""
        before = Flow(self.parts[:at], {place for place in self.headings if place < at})
        return before, Flow(self.parts[at:], {place - at for place in self.headings if place >= at})

    @property
    def height(self) -> float:
        """What all parts take on one page."""
        return sum(gap + (part.height if isinstance(part, Frame) else part.height(len(part.lines))) for gap, part in self.parts)

    def put(self, book: Book, top: float, new_page: Callable[[], float]) -> float:
        """Place all parts from ``top`` on, on as many pages as they take; gives the height below the last one."""
        y = top
        for place, (gap, part) in enumerate(self.parts):
            if isinstance(part, Frame):
                needed = part.height + (self._least(place + 1) if place in self.headings else 0)
                y = new_page() if y + gap + needed > book.bottom else y + gap
                y = book.put(part, y)
            else:
                y = _put_unit(book, part, y + gap, new_page)
        return y

    def _least(self, place: int) -> float:
        """What must stand on the page of a heading above part ``place``: all of a frame, or two lines."""
        if place >= len(self.parts):
            return 0
        gap, part = self.parts[place]
        return gap + (part.height if isinstance(part, Frame) else part.height(min(2, len(part.lines))))


def _put_unit(book: Book, unit: Unit, top: float, new_page: Callable[[], float]) -> float:
    rest, y = unit.lines, top
    if y + unit.height(len(rest)) > book.bottom and unit.height(len(rest)) < book.bottom / 2:
        y = new_page()
    while rest:
        room = int((book.bottom - y + 0.1) / unit.style.leading)
        if room < 1 or (room < 2 and len(rest) > 1):
            y = new_page()
            continue
        part, rest = rest[:room], rest[room:]
        frame = Frame(unit.height(len(part)))
        unit.draw(frame, part, 0)
        y = book.put(frame, y)
    return y
