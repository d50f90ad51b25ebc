"""The grid of exercises: a model of codes, painted cards, as many as there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import Side
from ptbuilder.ui.build.figures.list_motion import ListMotion
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache, paint_picture
from ptbuilder.ui.labels import exercise_name, language
from ptbuilder.ui.library.words import clinic_mark, kind_line, type_word
from ptbuilder.ui.painting import DASHED, Run, TextBlock, paint_box, paint_line, paint_ring, text_width
from ptbuilder.ui.theme import CARD_RADIUS, PICTURE_RADIUS, Theme
from ptbuilder.ui.widgets.chips import chip_size, paint_chip

EXERCISE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the Exercise."""
CARD = QSize(230, 190)
LEVELS = 5
CHUNK = 400
"""Rows given to the view at a time."""
LEAST_SHARE = 0.88
"""How much of its width a card may give away to fit one more into the line."""
LINES_AT_100 = 56
"""Pixels that two lines of the name and the line below take at 100 % text."""
Index = QModelIndex | QPersistentModelIndex


class ExerciseGridModel(QAbstractListModel):
    """Exercises in the order of ``codes``; accessible text says kind, level, position and whether it is in the program."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self._codes: tuple[str, ...] = ()
        self._given = 0
        self._present: frozenset[str] = frozenset()
        self.origin: Callable[[str], str] = lambda _code: "shipped"

    def show_changed(self) -> None:
        """Show the exercises as they are in the library now."""
        if self._given:
            self.dataChanged.emit(self.index(0), self.index(self._given - 1))

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show these exercises; nothing happens where they are the same."""
        new = tuple(codes)
        if new == self._codes:
            return
        self.beginResetModel()
        self._codes = new
        self._given = min(len(new), CHUNK)
        self.endResetModel()

    def set_present(self, codes: Collection[str]) -> None:
        """Which exercises are in the program; they carry a mark."""
        new = frozenset(codes)
        if new != self._present:
            self._present = new
            if self._given:
                self.dataChanged.emit(self.index(0), self.index(self._given - 1))

    def is_present(self, code: str) -> bool:
        """Whether an exercise is in the program."""
        return code in self._present

    def place_of(self, code: str) -> int:
        """Where an exercise stands, or -1; rows up to it are given to the view."""
        if code not in self._codes:
            return -1
        place = self._codes.index(code)
        while place >= self._given:
            self.fetchMore()
        return place

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many exercises the view knows; it asks for more when it comes to their end."""
        return 0 if parent.isValid() else self._given

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether there are exercises that the view does not know yet."""
        return not parent.isValid() and self._given < len(self._codes)

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        """Give the view the next rows: laying all of 25,000 cards out takes a tenth of a second at every letter."""
        if parent.isValid():
            return
        more = min(CHUNK, len(self._codes) - self._given)
        self.beginInsertRows(QModelIndex(), self._given, self._given + more - 1)
        self._given += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The exercise, its name, or the card as it is read aloud."""
        if not index.isValid() or not 0 <= index.row() < self._given:
            return None
        code = self._codes[index.row()]
        if role == EXERCISE_ROLE:
            return self.library.exercises[code]
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise_name(self.library, code)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            exercise = self.library.exercises[code]
            state = self.tr("in the program") if code in self._present else self.tr("not in the program")
            reviewed = "" if exercise.tags_reviewed else self.tr("tags not reviewed")
            marks = clinic_mark(self.origin(code), is_hidden=exercise.retired)
            parts = (exercise_name(self.library, code), kind_line(self.library, exercise), marks, reviewed, state)
            return ". ".join(part for part in parts if part)
        return None


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
            size = chip_size(theme, kind, text)  # type: ignore[arg-type]
            if left + 6 + size.width() <= area.right():
                box = QRectF(area.right() - size.width(), area.center().y() - size.height() / 2, size.width(), size.height())
                paint_chip(painter, theme, box, kind, text)  # type: ignore[arg-type]


def _side_of(exercise: Exercise) -> Side | None:
    return "right" if exercise.unilateral else None


def _inside(area: QRectF) -> QSize:
    return QSize(round(area.width()) - 8, round(area.height()) - 8)


def card_size(theme: Theme) -> QSize:
    """230 x 190 pixels at 100 % text; larger text widens it less than it heightens it."""
    width = round(CARD.width() * (1 + (theme.scale - 1) * 0.5))
    return QSize(width, CARD.height() + 2 * theme.line("body") + theme.line("caption") - LINES_AT_100)


class ExerciseGrid(QListView):
    """Cards in lines; arrows move, letters search by name, Enter adds (``add_asked``); ``marked`` follows the mark."""

    add_asked = Signal(str)
    marked = Signal(str)

    def __init__(self, theme: Theme, library: Library, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exercise_grid")
        self.setAccessibleName(self.tr("Exercises"))
        self._theme = theme
        self.exercises = ExerciseGridModel(library)
        self.setModel(self.exercises)
        self._cards = ExerciseCardDelegate(theme, pictures, self)
        self.setItemDelegate(self._cards)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda index: self._add(index))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.motion = ListMotion(self, pictures, self._motion_of)
        self._cards.moving = self.motion.pixmap

    @property
    def current(self) -> Exercise | None:
        """The marked exercise."""
        exercise = self.currentIndex().data(EXERCISE_ROLE)
        return exercise if isinstance(exercise, Exercise) else None

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show these exercises; the mark stays on its exercise where that is still there, else it goes to the first."""
        marked = self.current
        self.exercises.show_codes(codes)
        if not self.currentIndex().isValid() and codes:
            self.mark(marked.code if marked is not None and marked.code in codes else codes[0])
        elif not codes:
            self.marked.emit("")

    def mark(self, code: str) -> None:
        """Mark an exercise and scroll to it."""
        place = self.exercises.place_of(code)
        if place >= 0:
            self.setCurrentIndex(self.exercises.index(place))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the marked exercise."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _motion_of(self, index: QModelIndex) -> Motion | None:
        exercise = index.data(EXERCISE_ROLE)
        if not isinstance(exercise, Exercise):
            return None
        return self._cards.motion(exercise, QRectF(self.visualRect(index)), self.devicePixelRatioF())

    def _add(self, index: Index) -> None:
        exercise = index.data(EXERCISE_ROLE)
        if isinstance(exercise, Exercise):
            self.add_asked.emit(exercise.code)

    def _on_current_changed(self, current: QModelIndex) -> None:
        exercise = current.data(EXERCISE_ROLE)
        self.marked.emit(exercise.code if isinstance(exercise, Exercise) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards share the width, so that no strip is left over."""
        super().resizeEvent(event)
        self._fit_cells()
        QTimer.singleShot(0, self, self._show_mark)

    def _show_mark(self) -> None:
        """Other columns move the marked card: keep it in sight."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _fit_cells(self) -> None:
        size = card_size(self._theme)
        bar = self.verticalScrollBar()
        extent = max(self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, bar), bar.sizeHint().width())
        room = self.maximumViewportSize().width() - extent - 1
        columns = max(1, int(room // (size.width() * LEAST_SHARE)))
        cell = QSize(max(room // columns, 1), size.height())
        if cell != self.gridSize():
            self.setGridSize(cell)
            self._cards.cell = cell

    def _on_theme_changed(self) -> None:
        self._fit_cells()
        self.scheduleDelayedItemsLayout()
