"""Rows of a list as they were painted before: most rows look the same from one change of the findings to the next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from ptbuilder.ui.theme import Theme

KEPT = 64
"""Rows that are kept: some 12 MB at most on a usual screen."""
Paint = Callable[[QPainter, QRectF], None]
"""Paints a row into the place that it gets."""


class RowPictures:
    """Keeps pictures of rows by all that can be seen in them; ``ground`` is the token of the colour that the list stands on.

    Where the screen magnifies by parts (125 %), rows are painted anew, since a picture would fall between its pixels.
    """

    def __init__(self, theme: Theme, ground: str) -> None:
        self._theme = theme
        self._ground = ground
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        theme.changed.connect(self._kept.clear)

    def show(self, painter: QPainter, area: QRectF, key: Hashable, paint: Paint) -> None:
        """Show the row whose look ``key`` says whole; ``paint`` is called where there is no picture of it."""
        ratio = painter.device().devicePixelRatioF()
        if ratio != round(ratio) or area != area.toAlignedRect():
            paint(painter, area)
            return
        whole = (key, area.width(), area.height(), ratio)
        picture = self._kept.get(whole)
        if picture is None:
            picture = self._kept[whole] = self._painted(area, ratio, paint)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(whole)
        painter.drawPixmap(area.topLeft(), picture)

    def _painted(self, area: QRectF, ratio: float, paint: Paint) -> QPixmap:
        picture = QPixmap((area.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color(self._ground))
        painter = QPainter(picture)
        paint(painter, QRectF(0, 0, area.width(), area.height()))
        painter.end()
        return picture
