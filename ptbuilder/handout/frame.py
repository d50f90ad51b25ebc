"""A piece of a page that is measured before it is placed: what it paints, relative to its own upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.painter import Painter
from ptbuilder.handout.tags import Element
from ptbuilder.handout.theme import Colour, Style

_Step = tuple[Callable[..., None], tuple[Any, ...]]


class _Place:
    """Where a frame is being painted, and the elements that are open."""

    __slots__ = ("open", "painter", "x", "y")

    def __init__(self, painter: Painter, x: float, y: float, element: Element) -> None:
        self.painter = painter
        self.x = x
        self.y = y
        self.open = [element]


class Frame:
    """Paint in reading order; ``height`` is what it takes, in points."""

    __slots__ = ("_steps", "height")

    def __init__(self, height: float = 0) -> None:
        self.height = height
        self._steps: list[_Step] = []

    def tag(self, kind: str, **attributes: Any) -> _Tag:
        """Everything painted within belongs to a new element: ``with frame.tag("P"):``."""
        self._steps.append((_open, (kind, attributes)))
        return _Tag(self._steps)

    def text(self, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour = "ink") -> float:
        """Lines as content of the open element; gives the height below them."""
        self._steps.append((_text, (x, top, lines, style, colour)))
        return top + len(lines) * style.leading

    def say(self, kind: str, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour = "ink") -> float:
        """Lines as an element of their own, mostly a paragraph; gives the height below them."""
        self._steps.append((_say, (kind, x, top, lines, style, colour)))
        return top + len(lines) * style.leading

    def aside(self, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour = "ink") -> float:
        """Lines that are no content: running heads, numbers on pictures."""
        self._steps.append((_aside, (x, top, lines, style, colour)))
        return top + len(lines) * style.leading

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float, colour: Colour) -> None:
        """A straight line."""
        self._steps.append((_line, (x, y, to_x, to_y, width, colour)))

    def box(self, x: float, top: float, width: float, height: float, **paint: Any) -> None:
        """A box as of the painter."""
        self._steps.append((_box, (x, top, width, height, paint)))

    def round_top(self, x: float, top: float, width: float, height: float, radius: float, fill: Colour) -> None:
        """A filled box whose upper corners are round."""
        self._steps.append((_round_top, (x, top, width, height, radius, fill)))

    def centred(self, name: str, x: float, y: float, size: float, colour: Colour = "ink") -> None:
        """A form object of the icons' grid around (x, y): a circle, a dot, a box to tick."""
        self._steps.append((_form, (name, x - size / 2, y - size / 2, size / GRID, colour)))

    def form(self, name: str, x: float, top: float, scale: float, colour: Colour = "ink") -> None:
        """A form object that is no content: an icon, a logo."""
        self._steps.append((_form, (name, x, top, scale, colour)))

    def figure(self, name: str, x: float, top: float, scale: float, size: tuple[float, float], above: float = 0) -> None:
        """A part of a form object as the picture of the open element, whose box it sets; what is ``above`` it is cut off.

        ``size`` and ``above`` are as printed.
        """
        self._steps.append((_figure, (name, x, top, scale, size, above)))

    def add(self, frame: Frame, x: float, y: float) -> float:
        """Another frame with its corner at (x, y); gives the height below it."""
        self._steps.append((_add, (frame, x, y)))
        return y + frame.height

    def paint(self, painter: Painter, x: float, y: float, element: Element) -> None:
        """Paint on a page with the corner at (x, y); what is tagged goes below ``element``."""
        self._paint(_Place(painter, x, y, element))

    def _paint(self, place: _Place) -> None:
        for act, details in self._steps:
            act(place, *details)


class Later(Frame):
    """A frame whose height is known before its steps: ``make`` records them when it is painted, if it ever is."""

    __slots__ = ("_make",)

    def __init__(self, height: float, make: Callable[[Frame], object]) -> None:
        super().__init__(height)
        self._make: Callable[[Frame], object] | None = make

    def _paint(self, place: _Place) -> None:
        if self._make is not None:
            make, self._make = self._make, None
            make(self)
        super()._paint(place)


class _Tag:
    """Closes the element that was opened."""

    __slots__ = ("_steps",)

    def __init__(self, steps: list[_Step]) -> None:
        self._steps = steps

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._steps.append((_close, ()))


def _open(place: _Place, kind: str, attributes: dict[str, Any]) -> None:
    parent = place.open[-1]
    element = Element(kind, parent=parent, **attributes)
    parent.kids.append(element)
    place.open.append(element)


def _close(place: _Place) -> None:
    place.open.pop()


def _text(place: _Place, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour) -> None:
    place.painter.text(place.x + x, place.y + top, lines, style, colour, place.open[-1])


def _say(place: _Place, kind: str, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour) -> None:
    parent = place.open[-1]
    element = Element(kind, parent=parent)
    parent.kids.append(element)
    place.painter.text(place.x + x, place.y + top, lines, style, colour, element)


def _aside(place: _Place, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour) -> None:
    place.painter.text(place.x + x, place.y + top, lines, style, colour)


def _line(place: _Place, x: float, y: float, to_x: float, to_y: float, width: float, colour: Colour) -> None:
    place.painter.line(place.x + x, place.y + y, place.x + to_x, place.y + to_y, width, colour)


def _box(place: _Place, x: float, top: float, width: float, height: float, paint: dict[str, Any]) -> None:
    place.painter.box(place.x + x, place.y + top, width, height, **paint)


def _round_top(place: _Place, x: float, top: float, width: float, height: float, radius: float, fill: Colour) -> None:
    place.painter.round_top(place.x + x, place.y + top, width, height, radius, fill)


def _form(place: _Place, name: str, x: float, top: float, scale: float, colour: Colour) -> None:
    place.painter.form(name, place.x + x, place.y + top, scale, colour)


def _figure(place: _Place, name: str, x: float, top: float, scale: float, size: tuple[float, float], above: float) -> None:
    element = place.open[-1]
    left, upper, painter = place.x + x, place.y + top, place.painter
    painter.picture(name, left, upper, scale, size, above, element)
    element.box = (left, painter.up(upper + size[1]), left + size[0], painter.up(upper))


def _add(place: _Place, frame: Frame, x: float, y: float) -> None:
    before = place.x, place.y
    place.x, place.y = before[0] + x, before[1] + y
    frame._paint(place)
    place.x, place.y = before
