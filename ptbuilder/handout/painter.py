"""Paints one page as a content stream: text as marked content of its element, all else as artifacts.

Lengths are in points from the upper left corner of the page. The stream is composed directly, which is what makes a
handout cheaper than through a general canvas.
"""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.handout.lines import Line
from ptbuilder.handout.links import LinkMark, PhoneLink
from ptbuilder.handout.tags import Element
from ptbuilder.handout.theme import Colour, Style, Theme

_ROUND = 0.5523


class Painter:
    """The content of one page; ``marks`` lists the element of each marked stretch in order, ``links`` what can be pressed."""

    def __init__(self, page: int, height: float, theme: Theme, phone: PhoneLink | None = None) -> None:
        self.page = page
        self.marks: list[Element] = []
        self.forms: set[str] = set()
        self.faces: set[int] = set()
        self.links: list[LinkMark] = []
        self._phone = phone
        self._height = height
        self._theme = theme
        self._code: list[str] = []
        self._stream = b""
        self._in_artifact = False
        self._font: tuple[int, float] | None = None
        self._fill = ""
        self._stroke = ""
        self._width = 0.0

    def stream(self) -> bytes:
        """The finished content; nothing can be painted after it."""
        if not self._stream:
            self._close()
            self._stream = "\n".join(self._code).encode("ascii")
        return self._stream

    def _close(self) -> None:
        if self._in_artifact:
            self._code.append("EMC")
            self._in_artifact = False

    def _open_artifact(self) -> None:
        if not self._in_artifact:
            self._code.append("/Artifact BMC")
            self._in_artifact = True

    def _open_mark(self, element: Element) -> None:
        self._close()
        number = len(self.marks)
        self.marks.append(element)
        element.kids.append((self.page, number))
        self._code.append(f"/{element.kind} <</MCID {number}>> BDC")

    def text(
        self, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour = "ink", element: Element | None = None
    ) -> None:
        """Lines of text from ``top`` down, as content of ``element``, or as an artifact where it is None."""
        if element is not None and self._phone is not None and self._phone.is_in(lines):
            self._linked(x, top, lines, style, colour, element, self._phone)
            return
        if element is None:
            self._open_artifact()
        else:
            self._open_mark(element)
        self._set_fill(colour)
        code = [f"BT {x:.2f} {self._height - top - style.baseline:.2f} Td"]
        if len(lines) > 1:
            code.append(f"{style.leading:g} TL")
        for place, line in enumerate(lines):
            if place:
                code.append("T*")
            for face, glyphs in line.parts:
                code.append(self._shown(face, glyphs, style))
        code.append("ET")
        self._code.append(" ".join(code))
        if element is not None:
            self._code.append("EMC")

    def _shown(self, face: int, glyphs: str, style: Style) -> str:
        """Glyphs in their face."""
        chosen = ""
        if self._font != (face, style.size):
            self._font = (face, style.size)
            self.faces.add(face)
            chosen = f"/F{face} {style.size:g} Tf "
        return f"{chosen}<{glyphs}> Tj"

    def _linked(
        self, x: float, top: float, lines: Sequence[Line], style: Style, colour: Colour, element: Element, phone: PhoneLink
    ) -> None:
        """Lines in which the phone number is an element of its own that can be pressed."""
        self._close()
        self._set_fill(colour)
        for number, line in enumerate(lines):
            upper = self._height - top - number * style.leading
            for piece in phone.pieces(line):
                left = x + piece.x * style.size / 1000
                inside = Element("Link", parent=element) if piece.is_link else element
                if piece.is_link:
                    element.kids.append(inside)
                    box = (left, upper - style.leading, left + piece.width * style.size / 1000, upper)
                    self.links.append(LinkMark(inside, box))
                self._open_mark(inside)
                self._code.append(
                    f"BT {left:.2f} {upper - style.baseline:.2f} Td {self._shown(piece.face, piece.glyphs, style)} ET"
                )
                self._code.append("EMC")

    def _set_fill(self, colour: Colour) -> None:
        code = self._theme.colours[colour]
        if code != self._fill:
            self._fill = code
            self._code.append(f"{code} rg")

    def _set_stroke(self, colour: Colour, width: float) -> None:
        code = self._theme.colours[colour]
        if code != self._stroke:
            self._stroke = code
            self._code.append(f"{code} RG")
        if width != self._width:
            self._width = width
            self._code.append(f"{width:g} w")

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float, colour: Colour) -> None:
        """A straight line."""
        self._open_artifact()
        self._set_stroke(colour, width)
        self._code.append(f"{x:.2f} {self._height - y:.2f} m {to_x:.2f} {self._height - to_y:.2f} l S")

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        radius: float = 0,
        edge: float = 0,
        edge_colour: Colour = "line",
        fill: Colour | None = None,
    ) -> None:
        """A box with round corners; its edge is drawn inside the given measure."""
        self._open_artifact()
        if fill is not None:
            self._set_fill(fill)
        if edge:
            self._set_stroke(edge_colour, edge)
        paint = "B" if fill is not None and edge else "f" if fill is not None else "S"
        inset = edge / 2
        self._code.append(f"{self._outline(x + inset, top + inset, width - edge, height - edge, max(radius - inset, 0))} {paint}")

    def _outline(self, x: float, top: float, width: float, height: float, radius: float) -> str:
        low, high, right = self._height - top - height, self._height - top, x + width
        if radius <= 0:
            return f"{x:.2f} {low:.2f} {width:.2f} {height:.2f} re"
        r, c = radius, radius * (1 - _ROUND)
        return (
            f"{x + r:.2f} {low:.2f} m {right - r:.2f} {low:.2f} l "
            f"{right - c:.2f} {low:.2f} {right:.2f} {low + c:.2f} {right:.2f} {low + r:.2f} c {right:.2f} {high - r:.2f} l "
            f"{right:.2f} {high - c:.2f} {right - c:.2f} {high:.2f} {right - r:.2f} {high:.2f} c {x + r:.2f} {high:.2f} l "
            f"{x + c:.2f} {high:.2f} {x:.2f} {high - c:.2f} {x:.2f} {high - r:.2f} c {x:.2f} {low + r:.2f} l "
            f"{x:.2f} {low + c:.2f} {x + c:.2f} {low:.2f} {x + r:.2f} {low:.2f} c h"
        )

    def round_top(self, x: float, top: float, width: float, height: float, radius: float, fill: Colour) -> None:
        """A filled box whose upper corners are round."""
        self._open_artifact()
        self._set_fill(fill)
        low, high, right, r, c = self._height - top - height, self._height - top, x + width, radius, radius * (1 - _ROUND)
        self._code.append(
            f"{x:.2f} {low:.2f} m {right:.2f} {low:.2f} l {right:.2f} {high - r:.2f} l "
            f"{right:.2f} {high - c:.2f} {right - c:.2f} {high:.2f} {right - r:.2f} {high:.2f} c {x + r:.2f} {high:.2f} l "
            f"{x + c:.2f} {high:.2f} {x:.2f} {high - c:.2f} {x:.2f} {high - r:.2f} c h f"
        )

    def form(self, name: str, x: float, top: float, scale: float, colour: Colour = "ink") -> None:
        """A form object that is no content, its own y axis pointing down, drawn at ``scale``."""
        self._open_artifact()
        self._set_fill(colour)
        self._set_stroke(colour, 1)
        self.forms.add(name)
        self._code.append(f"q {scale:.5g} 0 0 {-scale:.5g} {x:.2f} {self._height - top:.2f} cm /{name} Do Q")

    def picture(
        self, name: str, x: float, top: float, scale: float, size: tuple[float, float], above: float, element: Element
    ) -> None:
        """The part of a form object below ``above``, cut to ``size`` (both as printed), as the figure of its element."""
        self._open_mark(element)
        self.forms.add(name)
        y, (width, height) = self._height - top, size
        self._code.append(
            f"q {x:.2f} {y - height:.2f} {width:.2f} {height:.2f} re W n "
            f"{scale:.5g} 0 0 {-scale:.5g} {x:.2f} {y + above:.2f} cm /{name} Do Q"
        )
        self._code.append("EMC")

    def up(self, top: float) -> float:
        """A height measured from the lower edge of the page, as boxes of elements are."""
        return self._height - top
