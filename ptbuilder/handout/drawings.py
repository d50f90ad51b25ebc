"""The drawings of one document: which form holds each, and how large it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from ptbuilder.domain.clinic import Ink
from ptbuilder.domain.drawing import Drawing
from ptbuilder.handout.pictures import APART, Picture, picture, strip

_SHARING = 6
"""Drawings in a form: those of three exercises, which pack better together than apart."""


class Drawings:
    """Gathers drawings in the order in which they are first used."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._drawings: list[Drawing] = []
        self._printed: list[float] = []

    def place(self, drawing: Drawing, scale: float) -> tuple[str, float]:
        """The form that holds a drawing, and the drawing's upper edge in it.

        The last ``scale``, in points for a unit of the drawing, says how fine and with what lines it is written.
        """
        at = next((number for number, known in enumerate(self._drawings) if known is drawing), len(self._drawings))
        if at == len(self._drawings):
            self._drawings.append(drawing)
            self._printed.append(0.0)
        self._printed[at] = max(drawing.width, drawing.height) * scale
        return f"D{at // _SHARING}", sum(each.height * APART for each in self._drawings[at - at % _SHARING : at])

    def strips(self) -> Iterator[tuple[str, Picture]]:
        """Each form of drawings by its name."""
        made = [picture(drawing, self._ink, printed) for drawing, printed in zip(self._drawings, self._printed, strict=True)]
        for at in range(0, len(made), _SHARING):
            yield f"D{at // _SHARING}", strip(tuple(made[at : at + _SHARING]))
