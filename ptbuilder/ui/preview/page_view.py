"""The pages of a document one under the other: zoomed, scrolled to an exercise, and clicked to choose one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ptbuilder.domain.handout import Placement
from ptbuilder.domain.image import RasterImage
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import EDGE, GROUP, PICTURE_RADIUS, Theme

Zoom = Literal["page", "width", "full"]
SAME_SIZE = 3
"""Pixels that a page may be wider or narrower than its picture and still be painted pixel for pixel."""
PAGE_WIDTH = 595.0
"""Points that a page is wide before there is one."""
POINTS_PER_PIXEL = 96 / 72
"""A point at 100 % on a screen of 96 dots an inch."""


class _Pages(QWidget):
    """Paints the pages; sizes are in logical pixels, ``scale`` is pixels a point."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.setObjectName("preview_pages")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for rect, image in zip(self._view.page_rects(), self._view.images, strict=True):
            if rect.intersects(QRectF(event.rect())):
                painter.fillRect(rect, self._view.theme.color("paper"))
                self._paint_page(painter, rect, image)
                paint_box(painter, rect.adjusted(-1, -1, 1, 1), None, self._view.theme.color("line"), 0)
        chosen = self._view.chosen_rect()
        if chosen is not None:
            paint_box(painter, chosen, None, self._view.theme.color("#0f6b6b"), PICTURE_RADIUS, 2)
        painter.end()

    def _paint_page(self, painter: QPainter, rect: QRectF, image: QImage) -> None:
        """Pixel for pixel where the picture was drawn for this size, since half a pixel blurs all letters; else stretched."""
        ratio = self.devicePixelRatioF()
        if abs(image.width() - rect.width() * ratio) <= SAME_SIZE:
            image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(round(rect.left()), round(rect.top())), image)
        else:
            painter.drawImage(rect, image)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.choose_at(event.position())


class PageView(QScrollArea):
    """``exercise_chosen`` carries the prescription that was clicked; ``page_changed`` the page (from 0) in the middle.

    ``zoom_changed`` tells that the pages should be drawn again at ``scale``; until then they are shown stretched.
    """

    exercise_chosen = Signal(str)
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.images: tuple[QImage, ...] = ()
        self._drawn: tuple[RasterImage, ...] = ()
        self._points: tuple[tuple[float, float], ...] = ()
        self._placements: dict[str, Placement] = {}
        self._chosen = ""
        self._zoom: Zoom = "width"
        self._page = 0
        self.setObjectName("page_view")
        self.setAccessibleName(self.tr("Printed pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, since a bar that comes with the first pages changes their width and so asks for them again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages = _Pages(self)
        self.setWidget(self._pages)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._pages.update)

    # ---- what it shows ----------------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page in the middle of the view, counted from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.images)

    @property
    def chosen(self) -> str:
        """The prescription that is marked."""
        return self._chosen

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown."""
        return self._zoom

    @property
    def scale(self) -> float:
        """Logical pixels a point."""
        width, height = self._points[0] if self._points else (PAGE_WIDTH, 842.0)
        room = self.viewport().size()
        by_width = max(room.width() - 2 * EDGE, 80) / width
        if self._zoom == "width":
            return float(by_width)
        if self._zoom == "page":
            return float(min(by_width, max(room.height() - 2 * EDGE, 80) / height))
        return POINTS_PER_PIXEL

    def show_pages(self, images: Sequence[RasterImage], scale: float, placements: Sequence[Placement]) -> None:
        """Show new pages drawn with ``scale`` pixels a point; the place that was read stays where it is."""
        at = self.verticalScrollBar().value()
        shown = {id(each): image for each, image in zip(self._drawn, self.images, strict=True)}
        self.images = tuple(shown.get(id(each)) or _as_image(each) for each in images)
        self._drawn = tuple(images)
        self._points = tuple((each.width / scale, each.height / scale) for each in images)
        self._placements = {each.id: each for each in placements}
        self._fit()
        self.verticalScrollBar().setValue(at)
        self._on_scrolled()

    def set_zoom(self, zoom: Zoom) -> None:
        """Fit the page, fit the width, or show it at its own size; the page that was read stays."""
        if zoom != self._zoom:
            page = self._page
            self._zoom = zoom
            self._fit()
            self.show_page(page)
            self.zoom_changed.emit()

    def show_page(self, page: int) -> None:
        """Scroll to the top of a page; numbers outside are brought to the nearer end."""
        rects = self.page_rects()
        if rects:
            top = rects[max(0, min(page, len(rects) - 1))].top()
            self.verticalScrollBar().setValue(round(top - EDGE))

    def show_exercise(self, identifier: str) -> None:
        """Mark an exercise and scroll to it, unless all of it can be seen already."""
        self._chosen = identifier
        rect = self.chosen_rect()
        if rect is not None:
            bar, height = self.verticalScrollBar(), self.viewport().height()
            is_seen = rect.top() >= bar.value() and rect.bottom() <= bar.value() + height
            if not is_seen:
                bar.setValue(round(rect.top() - GROUP))
        self._pages.update()

    def choose_at(self, point: QPointF) -> None:
        """Choose the exercise under a point of the pages; nothing happens beside them."""
        for identifier in self._placements:
            rect = self._rect_of(identifier)
            if rect is not None and rect.contains(point):
                self._chosen = identifier
                self._pages.update()
                self.exercise_chosen.emit(identifier)
                return

    def page_rects(self) -> list[QRectF]:
        """Where each page lies, in pixels of the scrolled widget."""
        rects, top, scale = [], float(EDGE), self.scale
        for width, height in self._points:
            left = max((self._pages.width() - width * scale) / 2, EDGE)
            rects.append(QRectF(left, top, width * scale, height * scale))
            top += height * scale + EDGE
        return rects

    def chosen_rect(self) -> QRectF | None:
        """Where the marked exercise lies, or None where it is not on the pages."""
        return self._rect_of(self._chosen)

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width, and ask for sharper ones."""
        super().resizeEvent(event)
        self._fit()
        if self._zoom != "full":
            self.zoom_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; the other keys scroll."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.images) - 1}
        page = ends.get(Qt.Key(event.key()))
        if page is None:
            super().keyPressEvent(event)
        else:
            self.show_page(page)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _rect_of(self, identifier: str) -> QRectF | None:
        at = self._placements.get(identifier)
        rects = self.page_rects()
        if at is None or at.page >= len(rects):
            return None
        page, scale = rects[at.page], self.scale
        rect = QRectF(page.left() + at.left * scale, page.top() + at.top * scale, at.width * scale, at.height * scale)
        return rect.adjusted(-6, -4, 6, 4)

    def _fit(self) -> None:
        scale = self.scale
        width = max((each[0] for each in self._points), default=0) * scale + 2 * EDGE
        height = sum(each[1] * scale + EDGE for each in self._points) + EDGE
        self._pages.resize(QSize(max(round(width), self.viewport().width()), round(height)))
        self._pages.update()

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = next((place for place, rect in enumerate(self.page_rects()) if middle <= rect.bottom() + EDGE), 0)
        self.setAccessibleName(self.tr("Page {page} of {pages}").format(page=page + 1, pages=max(self.pages, 1)))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)


def _as_image(picture: RasterImage) -> QImage:
    image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888)
    return image.copy()
