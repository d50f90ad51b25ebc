"""Lets the picture of a row move: of the row under the pointer, else of the chosen row while its list has the focus."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QListView

from ptbuilder.ui.build.figures.motion import ROUNDS, Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache

Index = QModelIndex | QPersistentModelIndex
_POINTER = (QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.Resize)
_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Hide)


class ListMotion(QObject):
    """``shown`` gives what would move in a row, or None where it has no picture; the list repaints as pictures arrive.

    The list must have its model and its selection already.
    """

    def __init__(self, view: QListView, pictures: DrawingCache, shown: Callable[[QModelIndex], Motion | None]) -> None:
        super().__init__(view)
        self._view = view
        self._mover = pictures.mover
        self._shown = shown
        self._pointer: QPoint | None = None
        self._index = QPersistentModelIndex()
        pictures.changed.connect(view.viewport().update)
        if self._mover is None:
            return
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._follow)
        view.verticalScrollBar().valueChanged.connect(self._follow)
        model = view.model()
        for told in (model.dataChanged, model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            told.connect(self._follow)

    def pixmap(self, index: Index) -> QPixmap | None:
        """The frame to paint in this row instead of its finish, or None."""
        if self._mover is None or not self._index.isValid() or self._index != index:
            return None
        return self._mover.pixmap(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow pointer and focus; nothing is taken away from the list."""
        if not (shiboken6.isValid(self._view) and shiboken6.isValid(self._mover)):
            return False  # the window is being taken down
        kind = event.type()
        if watched is self._view and kind in _FOCUS:
            self._follow(has_focus=kind == QEvent.Type.FocusIn or (kind == QEvent.Type.Hide and self._view.hasFocus()))
        elif watched is not self._view and kind in _POINTER:
            if isinstance(event, QMouseEvent):
                self._pointer = event.position().toPoint()
            elif kind == QEvent.Type.Leave:
                self._pointer = None
            self._follow()
        return False

    def _follow(self, *_told: object, has_focus: bool | None = None) -> None:
        assert self._mover is not None
        focused = self._view.hasFocus() if has_focus is None else has_focus
        index = self._view.indexAt(self._pointer) if self._pointer is not None else QModelIndex()
        is_pointed = index.isValid()
        if not is_pointed and focused:
            index = self._view.currentIndex()
        motion = self._shown(index) if index.isValid() and self._view.isVisible() else None
        if motion is None:
            self._mover.stop(self)
            return
        if self._index != index:
            self._mover.stop(self)
            self._index = QPersistentModelIndex(index)
        self._mover.play(self, motion, self._repaint, rounds=0 if is_pointed else ROUNDS)

    def _repaint(self) -> bool:
        """Paint the row anew; False where it is out of sight."""
        if not shiboken6.isValid(self._view) or not self._index.isValid() or not self._view.isVisible():
            return False
        rect = self._view.visualRect(self._index)
        if not rect.intersects(self._view.viewport().rect()):
            return False
        self._view.viewport().update(rect)
        return True
