"""One frame of a pose, large, on its paper; a press on a limb tells which joint moves it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.image import RasterImage
from ptbuilder.services.drawing.posing.picture import Limb, limb_at
from ptbuilder.ui.build.figures.drawing_image import drawn_image, raster_image
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, LIGHT, Theme
from ptbuilder.ui.widgets.themed import follow_theme

LEAST = QSize(120, 100)


class PoseView(QWidget):
    """``limb_pressed`` carries joint and side; ``pressed`` comes with every press. The frame being changed has the accent edge."""

    limb_pressed = Signal(str, str)
    pressed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self._name = name
        self._image: Drawing | RasterImage | None = None
        self._pixmap: QPixmap | None = None
        self._limbs: tuple[Limb, ...] = ()
        self._marked: tuple[str, str] = ("", "")
        self._pointed: Limb | None = None
        self._is_chosen = False
        self.setMouseTracking(True)
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self, theme)

    def show_picture(self, image: Drawing | RasterImage | None, limbs: tuple[Limb, ...]) -> None:
        """Show another picture with the places of its limbs."""
        self._image, self._limbs, self._pixmap, self._pointed = image, limbs, None, None
        self.update()

    def mark(self, joint: str, side: str) -> None:
        """Mark the limb of this joint; both sides where ``side`` is both."""
        self._marked = joint, side
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Whether this frame is the one that is changed."""
        self._is_chosen = chosen
        self.update()

    @property
    def picture_box(self) -> QRectF:
        """Where the picture lies inside the paper."""
        inside = QRectF(self.rect()).adjusted(BETWEEN, BETWEEN + self.theme.line("strong"), -BETWEEN, -BETWEEN)
        if self._image is None:
            return inside
        scale = min(inside.width() / max(self._image.width, 1), inside.height() / max(self._image.height, 1))
        width, height = self._image.width * scale, self._image.height * scale
        return QRectF(inside.center().x() - width / 2, inside.center().y() - height / 2, width, height)

    @property
    def shape(self) -> float:
        """Width of the picture over its height."""
        return self._image.width / max(self._image.height, 1) if self._image is not None else 1.0

    def sizeHint(self) -> QSize:
        """A square to begin with."""
        return QSize(320, 320)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, the picture, and the marked limb over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self._is_chosen else "line_2"
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("paper"), self.theme.color(edge), CARD_RADIUS, 2 if self._is_chosen else 1)
        self._paint_name(painter, area)
        box = self.picture_box
        pixmap = self._drawn(box)
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
        joint, side = self._marked
        for limb in self._limbs:
            if limb.joint == joint and (limb.side == side or side == "both"):
                self._paint_limb(painter, box, limb, 120)
        if self._pointed is not None and (self._pointed.joint, self._pointed.side) != self._marked:
            self._paint_limb(painter, box, self._pointed, 50)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which limb a press would find."""
        found = self._limb_at(event.position())
        if found != self._pointed:
            self._pointed = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._pointed = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this frame and, on a limb, its joint."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.pressed.emit()
        found = self._limb_at(event.position())
        if found is not None:
            self.limb_pressed.emit(found.joint, found.side)

    def _limb_at(self, at: QPointF) -> Limb | None:
        box = self.picture_box
        return limb_at(self._limbs, (at.x() - box.left()) / max(box.width(), 1), (at.y() - box.top()) / max(box.width(), 1))

    def _drawn(self, box: QRectF) -> QPixmap | None:
        if self._image is None:
            return None
        ratio = self.devicePixelRatioF()
        size = box.size().toSize()
        if self._pixmap is None or (isinstance(self._image, Drawing) and self._pixmap.deviceIndependentSize().toSize() != size):
            image = drawn_image(self._image, size, ratio) if isinstance(self._image, Drawing) else raster_image(self._image, 1)
            self._pixmap = QPixmap.fromImage(image)
        return self._pixmap

    def _paint_name(self, painter: QPainter, area: QRectF) -> None:
        line = QRectF(area.left() + BETWEEN, area.top() + 4, area.width() - 2 * BETWEEN, self.theme.line("strong"))
        painter.setFont(self.theme.font("strong"))
        painter.setPen(QColor(LIGHT.accent if self._is_chosen else LIGHT.ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._name)

    def _paint_limb(self, painter: QPainter, box: QRectF, limb: Limb, strength: int) -> None:
        width = box.width()
        near = QPointF(box.left() + limb.near[0] * width, box.top() + limb.near[1] * width)
        far = QPointF(box.left() + limb.far[0] * width, box.top() + limb.far[1] * width)
        colour = QColor(LIGHT.accent)  # the paper is light in the dark as well
        ring = max(5.0, limb.radius * width * 0.55)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.setOpacity(min(1.0, strength / 100))
        painter.drawEllipse(near, ring, ring)
        colour.setAlpha(strength // 2)
        painter.setPen(QPen(colour, max(6.0, limb.radius * width * 1.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setOpacity(1)
        if near != far:
            painter.drawLine(near, far)
