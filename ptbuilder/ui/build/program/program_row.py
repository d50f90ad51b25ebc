"""Where everything stands in one row of the program: computed once, used to paint, to hit and to measure."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.ui.build.program.dose_words import DosePiece, dose_groups
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.build.reason_words import why_words
from ptbuilder.ui.labels import language
from ptbuilder.ui.painting import Run, TextBlock, text_width
from ptbuilder.ui.theme import EDGE, ROW, Theme

PICTURE, LOW_PICTURE, SMALL_PICTURE = QSize(112, 76), QSize(84, 58), QSize(73, 54)
LARGE_PICTURE = QSize(196, 133)
GAP = 5
BUTTONS = ("easier", "harder", "remove")
BUTTON = 28
LOW_ROW = 8
ONE_PICTURE_BELOW = 420
"""In a narrower pane a row shows one picture, and the name keeps its place."""
TWO_PICTURES_FROM = 380
"""Width at 100 % text from which words have room beside two pictures; large text leaves none in a column of the same width."""
PICTURE_FROM = 205
"""Width at 100 % text from which a narrow row shows its picture; with less, the words need the room."""
LARGE_SCALE = 1.5
"""Above this size of text, words make a row higher than its pictures, so that small pictures would save no height."""


@dataclass(frozen=True, slots=True)
class RowStyle:
    """What all rows of the list have in common: whether any has a picture, and how large pictures are."""

    has_pictures: bool = False
    is_low: bool = False
    is_large: bool = False


@dataclass(slots=True)
class ListState:
    """What the list knows beyond the model: what the pointer is on, what is typed, and how rows look."""

    style: RowStyle = field(default_factory=RowStyle)
    hovered: tuple[str, str] = ("", "")
    current: str = ""
    marked: str = ""
    preview: tuple[str, Dosage] | None = None
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece of the dose line in its place."""

    rect: QRectF
    piece: DosePiece
    is_unusual: bool = False


class ProgramRowLayout:
    """The places of a row that is ``width`` pixels wide, from its own left top corner; ``height`` without the edit strip.

    A ``chosen`` row sets its name beside its buttons. ``has_room`` tells whether they fit beside the name of another row, where
    they show under the pointer.
    """

    def __init__(
        self, theme: Theme, library: Library, line: ProgramLine, width: float, style: RowStyle, *, chosen: bool = False
    ) -> None:
        assert line.row is not None
        self.line = line
        self.row = line.row
        self._theme = theme
        self._width = width
        self.right = width - EDGE
        self.number_width = EDGE + theme.wide(18)
        self.text_left = float(self.number_width + 16)
        self.editor_left = self.text_left
        self.pictures = self._picture_places(style)
        pad = LOW_ROW if style.is_low else ROW
        top = float(pad)
        if self.pictures and style.is_large and width >= ONE_PICTURE_BELOW:
            top = self.pictures[-1].bottom() + 8
        elif self.pictures:
            self.text_left = self.pictures[-1].right() + ROW
        self.is_narrow = width < ONE_PICTURE_BELOW
        self._place_name(top, chosen)
        bottom = self._place_dose(top + self.name.height + 2)
        self.why_words = why_words(library, self.row.prescription)
        caption = 0 if self.is_narrow else theme.line("caption")
        self.why = QRectF(self.text_left, bottom + 1, self.right - self.text_left, caption)
        bottom = self._place_note(self.why.bottom())
        self.height = round(max([bottom, *(rect.bottom() for rect in self.pictures)]) + pad)

    def _picture_places(self, style: RowStyle) -> tuple[QRectF, ...]:
        if not style.has_pictures:
            return ()
        narrow = self._width < ONE_PICTURE_BELOW
        one = narrow or (not style.is_large and self._width < self._theme.wide(TWO_PICTURES_FROM))
        if narrow and self._width < self._theme.wide(PICTURE_FROM):
            return ()
        saves_height = style.is_low and self._theme.scale <= LARGE_SCALE
        size = SMALL_PICTURE if narrow else LOW_PICTURE if saves_height else PICTURE
        if style.is_large and not narrow:
            wide = min(float(LARGE_PICTURE.width()), (self.right - self.text_left - GAP) / 2)
            size = QSize(round(wide), round(wide * LARGE_PICTURE.height() / LARGE_PICTURE.width()))
        step = size.width() + GAP
        return tuple(
            QRectF(self.text_left + n * step, LOW_ROW if style.is_low else ROW, size.width(), size.height())
            for n in range(1 if one else 2)
        )

    def _place_name(self, top: float, chosen: bool) -> None:
        """Place name and buttons. A narrow row, as beside the preview, has no buttons: the keys do the same."""
        theme = self._theme
        side = max(BUTTON, theme.wide(24))
        left = self.right - len(BUTTONS) * side + 6
        middle = top + theme.line("name") / 2
        run = (Run(say(self.row.exercise.name, language()), "name", "ink"),)
        whole = TextBlock(theme, run, self.right - self.text_left)
        self.name_at = QPointF(self.text_left, top)
        if self.is_narrow:
            self.buttons, self.name, self.has_room = {}, whole, False
            return
        self.buttons = {name: QRectF(left + n * side, middle - side / 2, side, side) for n, name in enumerate(BUTTONS)}
        beside = TextBlock(theme, run, left - 8 - self.text_left)
        self.has_room = beside.lines == whole.lines
        self.name = beside if chosen or self.has_room else whole

    def _place_dose(self, top: float) -> float:
        """Place the pieces of the dose, group by group; gives the lower edge."""
        theme, item = self._theme, self.row.prescription
        line, sign = theme.line("body") + 2, theme.wide(13)
        gap, dot = text_width(theme, "  "), text_width(theme, "·")
        x, y = self.text_left, top
        placed: list[PlacedPiece] = []
        self.dots: list[QRectF] = []
        self.signs: list[QRectF] = []
        for group in dose_groups(item.dosage, item.side):
            unusual = any(piece.part in self.row.outside for piece in group)
            wide = sum(text_width(theme, piece.text) for piece in group) + (sign + 4 if unusual else 0)
            if placed and x + 2 * gap + dot + wide > self.right:
                x, y = self.text_left, y + line
            elif placed:
                self.dots.append(QRectF(x + gap, y, dot, line))
                x += 2 * gap + dot
            if unusual:
                self.signs.append(QRectF(x, y + (line - sign) / 2, sign, sign))
                x += sign + 4
            for piece in group:
                advance = text_width(theme, piece.text)
                placed.append(PlacedPiece(QRectF(x, y, advance, line), piece, piece.part in self.row.outside))
                x += advance
        self.dose = tuple(placed)
        return y + line

    def _place_note(self, top: float) -> float:
        """Place the note for the patient, if there is one; gives the lower edge."""
        self.note: TextBlock | None = None
        self.note_at = QPointF(self.text_left + self._theme.wide(18), top + 2)
        text = self.row.prescription.note
        if not text:
            return top
        self.note = TextBlock(self._theme, (Run(text, "caption", "ink_2"),), self.right - self.note_at.x())
        return top + 2 + self.note.height

    @property
    def seen(self) -> tuple[object, ...]:
        """The words and signs of the row, all that it shows beside its number and its pictures."""
        dose = tuple((each.piece.text, bool(each.piece.part), each.is_unusual) for each in self.dose)
        return self.name.text, dose, self.why_words, self.row.prescription.note, self.row.is_draft

    def part_at(self, point: QPointF) -> str:
        """What is at ``point``: a button, ``dose:`` and the part, ``why``, ``note``, ``grip``, or an empty string."""
        for name, rect in self.buttons.items():
            if rect.contains(point):
                return name
        for placed in self.dose:
            if placed.piece.part and placed.rect.adjusted(-3, -1, 3, 1).contains(point):
                return f"dose:{placed.piece.part}"
        if self.why.contains(point):
            return "why"
        if self.note is not None and QRectF(self.note_at.x(), self.note_at.y(), self._width, self.note.height).contains(point):
            return "note"
        return "grip" if point.x() < self.number_width + 8 else ""
