"""A line to type in for the patient, in which hard words and long sentences are marked as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QToolTip, QWidget

from ptbuilder.services.paper.note_reading import MOST_WORDS, HardPlace, NoteReader
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.inline_field import InlineField

_CURSOR_ROOM = 5
"""Pixels that Qt's rectangle of the cursor reaches to the left of the place where the cursor stands."""
_WAVE, _HEIGHT = 2.5, 1.6
"""Half a wave's length and its height in pixels at 100 % text."""


class PlaceShape(NamedTuple):
    """Where the underline of a place runs, in pixels of the field."""

    place: HardPlace
    left: float
    right: float


class MarkedField(InlineField):
    """Hard words stand on a wave, long sentences on dots; the tooltip says why and, where one is known, the plainer word.

    A word is not marked while it is being typed. ``marks_changed`` follows each change of what is marked.
    """

    marks_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        reader: NoteReader | None = None,
        icon: str = "",
        height: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, placeholder, icon=icon, height=height, parent=parent)
        self._reader = reader or NoteReader()
        self._all: tuple[HardPlace, ...] = ()
        self._places: tuple[HardPlace, ...] = ()
        self.textChanged.connect(self._read)
        self.cursorPositionChanged.connect(lambda _old, _new: self._choose())

    def read_with(self, reader: NoteReader) -> None:
        """Mark what is hard for the readers of another handout."""
        if reader != self._reader:
            self._reader = reader
            self._read(self.text())

    @property
    def places(self) -> tuple[HardPlace, ...]:
        """What is marked, in the order of the text."""
        return self._places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then the marks under its letters."""
        super().paintEvent(event)
        if not self._places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._letters())
        scale = self.theme.wide(100) / 100
        bottom = self.cursorRect().bottom() - 2.0
        for place, left, right in self.shapes():
            if place.kind == "word":
                painter.setPen(QPen(self.theme.color("warn_line"), 1.3 * scale))
                painter.drawPath(_wave(left, right, bottom, scale))
            else:
                pen = QPen(self.theme.color("warn_line"), 1.6 * scale, Qt.PenStyle.DotLine)
                painter.setPen(pen)
                painter.drawLine(QPointF(left, bottom + 2.6 * scale), QPointF(right, bottom + 2.6 * scale))
        painter.end()

    def shapes(self) -> Iterator[PlaceShape]:
        """Where each mark runs now."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not line.isValid():
            return
        shift = self.cursorRect().left() + _CURSOR_ROOM - _x(line.cursorToX(self.cursorPosition()))
        for place in self._places:
            yield PlaceShape(place, shift + _x(line.cursorToX(place.start)), shift + _x(line.cursorToX(place.end)))

    def tip_at(self, x: float) -> str:
        """Why what stands at ``x`` is hard; a word is told before the sentence around it, nothing where all is plain."""
        here = [shape.place for shape in self.shapes() if shape.left <= x <= shape.right]
        here.sort(key=lambda place: place.kind == "sentence")
        return place_text(here[0]) if here else ""

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of the word under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tip_at(event.pos().x())
            if text:
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The word that was typed last is finished now."""
        super().focusOutEvent(event)
        self._choose()

    def _read(self, text: str) -> None:
        self._all = self._reader.hard_places(text)
        self._choose()

    def _choose(self) -> None:
        """Mark all but the word at whose end the cursor stands."""
        typing = self.cursorPosition() if self.hasFocus() and self.isModified() else -1
        places = tuple(each for each in self._all if each.kind == "sentence" or each.end != typing)
        if places != self._places:
            self._places = places
            self.setAccessibleDescription(" ".join(map(place_text, places)))
            self.marks_changed.emit()
            self.update()

    def _letters(self) -> QRect:
        side = 8
        left = self.textMargins().left() + side
        return self.rect().adjusted(left, 0, -self.textMargins().right() - side, 0)


def place_text(place: HardPlace) -> str:
    """Why a place is hard and what to write instead, as a sentence."""
    if place.kind == "sentence":
        count = len(place.text.split())
        return _tr("This sentence has {n} words. Make two of it; {most} are read easily.").format(n=count, most=MOST_WORDS)
    if place.plainer:
        return _tr("“{word}” is hard to read. Plainer: {plainer}.").format(word=place.text, plainer=place.plainer)
    return _tr("“{word}” is not a plain word. Many patients will not know it.").format(word=place.text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MarkedField", text)


def _x(answer: object) -> float:
    """The x of Qt's answer, which PySide hands back together with the place it was asked for."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _wave(left: float, right: float, middle: float, scale: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, middle))
    half, height = _WAVE * scale, _HEIGHT * scale
    x, up = left, True
    while x < right:
        end = min(x + half, right)
        path.quadTo(QPointF((x + end) / 2, middle + (-height if up else height) * 2), QPointF(end, middle))
        x, up = end, not up
    return path
