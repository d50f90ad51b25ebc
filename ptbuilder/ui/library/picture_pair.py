"""Start and finish of one exercise beside each other."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.vocabulary import Side
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache, paint_picture
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.themed import follow_theme

PICTURES = 112
"""Height of the two pictures at 100 % text."""


class PicturePair(QWidget):
    """Start and finish beside each other, the finish moves under the pointer; not there where there is no picture."""

    def __init__(self, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._pictures = pictures
        self._exercise: Exercise | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.changed.connect(self.update)
        follow_theme(self, theme)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show these pictures, or nothing."""
        if exercise is not self._exercise:
            self._stand_still()
        self._exercise = exercise
        self.setVisible(self._pictures.has(exercise.code, self._side))
        self.update()

    def sizeHint(self) -> QSize:
        """Two pictures side by side."""
        return QSize(200, self.theme.wide(PICTURES))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both frames."""
        if self._exercise is None:
            return
        painter = QPainter(self)
        width, mover = (self.width() - BETWEEN) / 2, self._pictures.mover
        moving = mover.pixmap(self) if mover is not None else None
        for place, frame in enumerate(("start", "finish")):
            box = QRectF(place * (width + BETWEEN), 0, width, self.height())
            ratio = self.devicePixelRatioF()
            pixmap = self._pictures.pixmap(self._exercise.code, self._side, frame, self._inside, ratio)  # type: ignore[arg-type]
            paint_picture(painter, self.theme, box, moving if moving is not None and frame == "finish" else pixmap)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Move."""
        super().enterEvent(event)
        if self._pictures.mover is not None and self._exercise is not None:
            motion = Motion(self._exercise.code, self._side, self._inside, self.devicePixelRatioF())
            self._pictures.mover.play(self, motion, self._repaint)

    def leaveEvent(self, event: QEvent) -> None:
        """Stand still."""
        super().leaveEvent(event)
        self._stand_still()

    def _stand_still(self) -> None:
        if self._pictures.mover is not None:
            self._pictures.mover.stop(self)

    def _repaint(self) -> bool:
        if not shiboken6.isValid(self) or not self.isVisible():
            return False
        self.update()
        return True

    @property
    def _inside(self) -> QSize:
        return QSize(round((self.width() - BETWEEN) / 2) - 8, self.height() - 8)

    @property
    def _side(self) -> Side | None:
        return "right" if self._exercise is not None and self._exercise.unilateral else None
