"""Pictures of exercises, painted once from their drawings and kept as pixmaps."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from typing import Any, Literal

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.vocabulary import Side
from ptbuilder.ui.build.figures.drawing_image import drawn_image
from ptbuilder.ui.build.figures.motion import Mover
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.tasks import TaskRunner, rest
from ptbuilder.ui.theme import PICTURE_RADIUS, Theme

Frame = Literal["start", "finish"]
Provider = Callable[[str, Side | None, Frame], Drawing | None]
"""Exercise code, side and frame to its drawing, or None while there is none."""
KEPT = 600
"""Pixmaps kept at most; one at 112 x 76 and ratio 2 takes 136 KB."""
WAITING = 48
"""Pictures that wait for the worker at most; older wishes are of rows that have left the window, or come again as others arrive."""
AT_ONCE = 4
"""Pictures that one task paints."""
_Key = tuple[str, Side | None, Frame, int, int, float]


def no_pictures(code: str, side: Side | None, frame: Frame) -> Drawing | None:
    """Give no drawing; for a library without pictures."""
    del code, side, frame
    return None


class DrawingCache(QObject):
    """Asks ``provide`` for drawings and keeps them as pixmaps by exercise, side, frame, size and pixel ratio.

    With ``tasks`` they are read and painted on the worker, and ``changed`` tells when more are there; ``known`` then says which
    exercises have any. The newest wish comes first.
    """

    changed = Signal()

    def __init__(
        self,
        provide: Provider = no_pictures,
        *,
        known: Callable[[str], bool] | None = None,
        tasks: TaskRunner | None = None,
        mover: Mover | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.mover = mover
        self._provide = provide
        self._is_known = known
        self._tasks = tasks
        self._pixmaps: OrderedDict[_Key, QPixmap | None] = OrderedDict()
        self._found: dict[tuple[str, Side | None, Frame], Drawing | None] = {}
        self._wanted: OrderedDict[_Key, None] = OrderedDict()
        self._painting: frozenset[_Key] = frozenset()
        self._age = 0

    def has(self, code: str, side: Side | None = None) -> bool:
        """Whether there is a start picture of this exercise."""
        return self._is_known(code) if self._is_known else self._drawing(code, side, "start") is not None

    def pixmap(self, code: str, side: Side | None, frame: Frame, size: QSize, ratio: float) -> QPixmap | None:
        """The picture to fit ``size`` on a screen of this pixel ratio; None where there is none, or none yet."""
        key = (code, side, frame, size.width(), size.height(), ratio)
        if key in self._pixmaps:
            self._pixmaps.move_to_end(key)
            return self._pixmaps[key]
        if self._tasks is not None:
            self._want(key)
            return None
        drawing = self._drawing(code, side, frame)
        if drawing is None:
            return None
        return self._keep(key, drawn_image(drawing, size, ratio))

    def forget(self, codes: Collection[str] | None = None) -> None:
        """Ask for drawings anew: of these exercises, as after one was posed again, or of all, as the drawn body changed."""
        _drop(self._pixmaps, codes)
        _drop(self._found, codes)
        _drop(self._wanted, codes)
        if codes is None or any(key[0] in codes for key in self._painting):
            self._age += 1
            self._painting = frozenset()
        if self.mover is not None:
            self.mover.forget()
        self.changed.emit()

    def _drawing(self, code: str, side: Side | None, frame: Frame) -> Drawing | None:
        key = (code, side, frame)
        if key not in self._found:
            self._found[key] = self._provide(code, side, frame)
        return self._found[key]

    def _keep(self, key: _Key, image: QImage | None) -> QPixmap | None:
        pixmap = QPixmap.fromImage(image) if image is not None else None
        self._pixmaps[key] = pixmap
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

    # ---- on the worker ----------------------------------------------------------------------------------------------

    def _want(self, key: _Key) -> None:
        if key in self._painting:
            return
        self._wanted[key] = None
        self._wanted.move_to_end(key)
        while len(self._wanted) > WAITING:
            self._wanted.popitem(last=False)
        self._start_next()

    def _start_next(self) -> None:
        if self._painting or not self._wanted or self._tasks is None:
            return
        keys = [self._wanted.popitem()[0] for _ in range(min(AT_ONCE, len(self._wanted)))]
        self._painting = frozenset(keys)
        age, provide = self._age, self._provide
        self._tasks.run(self, lambda: [_painted(provide, key) for key in keys], lambda images: self._on_painted(age, keys, images))

    def _on_painted(self, age: int, keys: list[_Key], images: list[QImage | None]) -> None:
        if age == self._age:
            self._painting = frozenset()
            for key, image in zip(keys, images, strict=True):
                self._keep(key, image)
            self.changed.emit()
        self._start_next()


def _drop(held: dict[Any, Any], codes: Collection[str] | None) -> None:
    """Drop what is held of these exercises, whose codes begin the keys; for None everything."""
    for key in [key for key in held if codes is None or key[0] in codes]:
        del held[key]


def _painted(provide: Provider, key: _Key) -> QImage | None:
    code, side, frame, width, height, ratio = key
    rest()
    drawing = provide(code, side, frame)
    rest()
    return drawn_image(drawing, QSize(width, height), ratio) if drawing is not None else None


def drawn(drawing: Drawing, size: QSize, ratio: float) -> QPixmap:
    """The drawing in the middle of a transparent picture, as large as fits."""
    return QPixmap.fromImage(drawn_image(drawing, size, ratio))


def paint_picture(painter: QPainter, theme: Theme, rect: QRectF, pixmap: QPixmap | None) -> None:
    """A picture on its paper, with a hairline around it; the paper alone where the frame is missing."""
    paint_box(painter, rect, theme.color("paper"), theme.color("line"), PICTURE_RADIUS)
    if pixmap is not None:
        size = pixmap.deviceIndependentSize()
        at = QPointF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2)
        painter.drawPixmap(at, pixmap)
