"""The grid of exercises: painted cards, as many as there are; arrows move, letters search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.ui.build.figures.list_motion import ListMotion
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.library.exercise_card import ExerciseCardDelegate, card_size
from ptbuilder.ui.library.exercise_model import EXERCISE_ROLE, ExerciseGridModel, Index
from ptbuilder.ui.theme import Theme

LEAST_SHARE = 0.88
"""How much of its width a card may give away to fit one more into the line."""


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
