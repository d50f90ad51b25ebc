"""One card of the grid as it is painted: picture, name, kind, level, and what the clinic did to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import Side
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache, paint_picture
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.exercise_model import EXERCISE_ROLE, ExerciseGridModel, Index
from ptbuilder.ui.library.words import clinic_mark, type_word
from ptbuilder.ui.painting import DASHED, Run, TextBlock, paint_box, paint_line, paint_ring, text_width
from ptbuilder.ui.theme import CARD_RADIUS, PICTURE_RADIUS, Theme
from ptbuilder.ui.widgets.chips import chip_size, paint_chip

CARD = QSize(230, 190)
LEVELS = 5
LINES_AT_100 = 56
"""Pixels that two lines of the name and the line below take at 100 % text."""


class ExerciseCardDelegate(QStyledItemDelegate):
    """Picture, name, kind and level; without a picture its purpose stands in the place."""

    def __init__(self, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self.cell = card_size(theme)
        self.moving: Callable[[Index], QPixmap | None] = lambda _index: None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One size for all cards."""
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        exercise, model = index.data(EXERCISE_ROLE), index.model()
        if not isinstance(exercise, Exercise) or not isinstance(model, ExerciseGridModel):
            return
        theme = self._theme
        area = QRectF(option.rect).adjusted(4, 4, -4, -4)
        painter.save()
        self._paint_ground(painter, area, option.state)
        picture = self._picture_place(area)
        self._paint_picture(painter, picture, exercise, option.widget, self.moving(index))
        self._paint_mark(painter, picture, clinic_mark(model.origin(exercise.code), is_hidden=exercise.retired))
        left, width = picture.left(), picture.width()
        name = TextBlock(theme, (Run(str(index.data()), "strong"),), width, 2)
        name.paint(painter, left, picture.bottom() + 6)
        foot = QRectF(left, area.bottom() - theme.line("caption") - 8, width, theme.line("caption"))
        self._paint_foot(painter, foot, exercise, model.is_present(exercise.code))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            paint_box(painter, area, theme.color("select"), theme.color("accent"), CARD_RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, area, theme.color("hover"), None, CARD_RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, area, CARD_RADIUS)

    def motion(self, exercise: Exercise, cell: QRectF, ratio: float) -> Motion | None:
        """What moves in the card of this cell; None where it has no picture."""
        side = _side_of(exercise)
        if not self._pictures.has(exercise.code, side):
            return None
        return Motion(exercise.code, side, _inside(self._picture_place(cell.adjusted(4, 4, -4, -4))), ratio)

    def _picture_place(self, area: QRectF) -> QRectF:
        lines = 2 * self._theme.line("body") + self._theme.line("caption") + 12
        return area.adjusted(8, 8, -8, -lines - 4)

    def _paint_picture(self, painter: QPainter, area: QRectF, exercise: Exercise, view: QWidget, moving: QPixmap | None) -> None:
        theme, side = self._theme, _side_of(exercise)
        if self._pictures.has(exercise.code, side):
            still = self._pictures.pixmap(exercise.code, side, "finish", _inside(area), view.devicePixelRatioF())
            paint_picture(painter, theme, area, moving or still)
            return
        paint_box(painter, area, theme.color("sunken"), theme.color("line_2"), PICTURE_RADIUS, style=DASHED)
        width = area.width() - 20
        most = max(int((area.height() - 16) // theme.line("caption")) - 1, 1)
        title = TextBlock(theme, (Run(self.tr("No picture yet"), "caption-strong", "ink_3"),), width, 1)
        words = TextBlock(theme, (Run(say(exercise.purpose, language()), "caption", "ink_3"),), width, most)
        top = area.center().y() - (title.height + words.height) / 2
        title.paint(painter, area.left() + 10, top)
        words.paint(painter, area.left() + 10, top + title.height)

    def _paint_mark(self, painter: QPainter, picture: QRectF, mark: str) -> None:
        """What the clinic did to it, in the corner of its picture."""
        if mark:
            size = chip_size(self._theme, "plain", mark)
            box = QRectF(picture.right() - size.width() - 4, picture.top() + 4, size.width(), size.height())
            paint_chip(painter, self._theme, box, "plain", mark)

    def _paint_foot(self, painter: QPainter, area: QRectF, exercise: Exercise, present: bool) -> None:
        theme = self._theme
        words = type_word(exercise.type)
        paint_line(painter, theme, area, words, "caption", "ink_2")
        left = area.left() + text_width(theme, words, "caption") + 8
        dot = theme.wide(6)
        for level in range(1, LEVELS + 1):
            box = QRectF(left, area.center().y() - dot / 2, dot, dot)
            full = level <= exercise.difficulty
            paint_box(painter, box, theme.color("ink_2") if full else None, theme.color("ink_2"), dot / 2)
            left += dot + 3
        kind, text = ("served", self.tr("in program")) if present else ("warn", self.tr("not reviewed"))
        if present or not exercise.tags_reviewed:
            for shown in (text, ""):  # where there is no room for the words the sign alone
                size = chip_size(theme, kind, shown)  # type: ignore[arg-type]
                if left + 6 + size.width() <= area.right():
                    box = QRectF(area.right() - size.width(), area.center().y() - size.height() / 2, size.width(), size.height())
                    paint_chip(painter, theme, box, kind, shown)  # type: ignore[arg-type]
                    break


def _side_of(exercise: Exercise) -> Side | None:
    return "right" if exercise.unilateral else None


def _inside(area: QRectF) -> QSize:
    return QSize(round(area.width()) - 8, round(area.height()) - 8)


def card_size(theme: Theme) -> QSize:
    """230 x 190 pixels at 100 % text; larger text widens it less than it heightens it."""
    width = round(CARD.width() * (1 + (theme.scale - 1) * 0.5))
    return QSize(width, CARD.height() + 2 * theme.line("body") + theme.line("caption") - LINES_AT_100)
