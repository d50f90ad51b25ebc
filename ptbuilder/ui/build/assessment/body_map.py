"""A body seen from the front and the back, on which one presses the part to list its findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ptbuilder.ui.build.assessment.body_shapes import FIGURE, SHEET, BodyPart, View, body_parts, head, outline
from ptbuilder.ui.labels import side_word
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import LIGHT, PICTURE_RADIUS, Theme
from ptbuilder.ui.widgets.themed import follow_theme, set_tip

if TYPE_CHECKING:
    from ptbuilder.domain.clinic import Skin
    from ptbuilder.ui.build.assessment.body_figure import BodyFigure

GAP = 8
FIRST_BODY = "female"
"""Shown where nobody named a body."""
INK, SKIN, SHIRT, SHORTS, HAIR, EDGE = "#5d6976", "#f3e3d3", "#a9c8e0", "#6f7d96", "#5b5450", "#3c4756"
"""The figure's own colours; it stands on paper, which is nearly white in both themes."""


class _Part(QAbstractButton):
    """One part: an invisible button in the shape of the part, painted by the map; a tab stop with a name."""

    def __init__(self, part: BodyPart, owner: BodyMap) -> None:
        super().__init__(owner)
        self.part = part
        self._owner = owner
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", False)
        self.setObjectName(f"part_{part.region}_{part.side or 'middle'}_{part.view}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The map paints it."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self._owner.show_hovered(self.part if self.isEnabled() else None)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._owner.show_hovered(None)
        super().leaveEvent(event)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._owner.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._owner.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class BodyMap(QWidget):
    """``region_chosen`` carries the code of the region and the side of the body that was pressed ("" in the middle).

    ``set_counts`` names how many findings each region has; parts of regions without any cannot be pressed, and none before.
    """

    region_chosen = Signal(str, str)

    def __init__(self, theme: Theme, *, most_height: int = 310, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._most_height = most_height
        self._marked = ""
        self._hovered: BodyPart | None = None
        self._names: dict[str, str] = {}
        self.setAccessibleName(self.tr("Body map"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._parts: list[_Part] = []
        self._figure: BodyFigure | None = None
        self._is_known = False
        follow_theme(self, theme)

    def show_body(self, body: str, skin: Skin = "light") -> None:
        """Show this body, by its name; a plain outline where it is not drawn. Until then the sheets are empty."""
        from ptbuilder.ui.build.assessment.body_figure import body_figure

        figure = body_figure(body, skin)
        if self._is_known and figure is self._figure:
            return
        self._is_known, self._figure, self._hovered = True, figure, None
        for button, part in zip(self._parts, self._shapes, strict=False):
            button.part = part
        self._place_parts()
        self.update()

    def set_counts(self, counts: Mapping[str, int], names: Mapping[str, str]) -> None:
        """How many findings each region has, and what it is called."""
        self._names = dict(names)
        if not self._is_known:
            self.show_body(FIRST_BODY)
        if not self._parts:
            self._make_parts()
        for button in self._parts:
            part = button.part
            where = names.get(part.region, part.region)
            if part.side:
                where = self.tr("{region}, {side}").format(region=where, side=side_word(part.side))
            text = self.tr("{where}, {n} findings").format(where=where, n=counts.get(part.region, 0))
            button.setAccessibleName(text)
            set_tip(button, text)
            button.setEnabled(counts.get(part.region, 0) > 0)

    def mark_region(self, region: str) -> None:
        """Fill the parts of one region; an empty code fills none."""
        if region != self._marked:
            self._marked = region
            self.update()

    def part(self, region: str, view: View = "front", side: str = "") -> QAbstractButton:
        """The button of a part, for the tests and the tab order; raises StopIteration where there is none."""
        wanted = (region, view)
        return next(b for b in self._parts if (b.part.region, b.part.view) == wanted and side in ("", b.part.side))

    def show_hovered(self, part: BodyPart | None) -> None:
        """Light up the part under the pointer."""
        self._hovered = part
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The figure keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of two sheets side by side, up to the most that was asked for."""
        sheet = (width - GAP) / 2 * SHEET.height() / SHEET.width()
        return round(min(sheet, self._most_height)) + self._caption()

    def sizeHint(self) -> QSize:
        """As high as the figure may be."""
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        """The figure can still be pressed at half its height."""
        return QSize(200, 150 + self._caption())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the invisible buttons over their parts."""
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint two sheets of paper, the figure on each, the parts over it, and what the sheets are called."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view, name in (("front", self.tr("Front")), ("back", self.tr("Back"))):
            sheet = self._sheet(view)  # type: ignore[arg-type]
            paint_box(painter, sheet, self.theme.color("paper"), self.theme.color("line"), PICTURE_RADIUS)
            if self._is_known:
                self._paint_body(painter, view)  # type: ignore[arg-type]
            painter.setFont(self.theme.font("caption"))
            painter.setPen(self.theme.color("ink_2"))
            below = QRectF(sheet.left(), sheet.bottom() + 2, sheet.width(), self.theme.line("caption"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def _make_parts(self) -> None:
        """Make the invisible buttons; nothing can be pressed before the library is read, so the first paint does without them."""
        before: QWidget = self
        for part in self._shapes:
            button = _Part(part, self)
            button.clicked.connect(lambda _=False, part=part: self.region_chosen.emit(part.region, part.side or ""))
            QWidget.setTabOrder(before, button)
            button.show()
            self._parts.append(button)
            before = button
        self._place_parts()

    def _place_parts(self) -> None:
        for button in self._parts:
            shape = self._transform(button.part.view).map(button.part.shape)
            box = shape.boundingRect().toAlignedRect()
            button.setGeometry(box)
            polygon = shape.toFillPolygon().toPolygon().translated(-box.topLeft())
            button.setMask(QRegion(polygon))

    def _caption(self) -> int:
        return self.theme.line("caption") + 4

    def _sheet(self, view: View) -> QRectF:
        width = (self.width() - GAP) / 2
        height = min(self.height() - self._caption(), self._most_height, width * SHEET.height() / SHEET.width())
        return QRectF(0 if view == "front" else width + GAP, 0, width, height)

    def _transform(self, view: View) -> QTransform:
        sheet = self._sheet(view).adjusted(2, 2, -2, -2)
        scale = max(min(sheet.width() / SHEET.width(), sheet.height() / SHEET.height()), 0.05)
        left = sheet.center().x() - SHEET.width() * scale / 2
        top = sheet.center().y() - SHEET.height() * scale / 2
        return QTransform(scale, 0, 0, scale, left, top)

    @property
    def _shapes(self) -> tuple[BodyPart, ...]:
        return self._figure.parts if self._figure is not None else body_parts()

    def _paint_body(self, painter: QPainter, view: View) -> None:
        way = self._transform(view)
        if self._figure is not None:
            place = way.mapRect(FIGURE)
            painter.drawImage(place.topLeft(), self._figure.image(view, place.size().toSize(), self.devicePixelRatioF()))
        painter.save()
        painter.setTransform(way, True)
        if self._figure is None:
            self._paint_outline(painter, view)
        self._paint_parts(painter, view)
        painter.restore()

    def _paint_outline(self, painter: QPainter, view: View) -> None:
        pen = QPen(QColor(EDGE), 1.3)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        face, hair = head(view)
        for shape, fill in (
            (outline("body"), SKIN),
            (outline("shorts"), SHORTS),
            (outline("shirt"), SHIRT),
            (face, SKIN),
            (hair, HAIR),
        ):
            painter.setBrush(QColor(fill))
            painter.drawPath(shape)
        if view == "front":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for x in (75.5, 84.5):
                painter.drawEllipse(QPointF(x, 28), 0.6, 0.9)

    def _paint_parts(self, painter: QPainter, view: View) -> None:
        """Dashed rims; the marked region and the part under the pointer are filled; the focus has a solid rim."""
        focused = next((button.part for button in self._parts if button.hasFocus()), None)
        for part in self._shapes:
            if part.view != view:
                continue
            marked, lit = part.region == self._marked, part is self._hovered
            fill = QColor(LIGHT.accent)
            fill.setAlphaF(0.62 if marked else 0.35)
            if not (marked or lit):
                fill = QColor("#ffffff")
                fill.setAlphaF(0.28)
            pen = QPen(QColor(LIGHT.on_soft if marked or lit else INK), 1.6 if marked else 0.9)
            if not (marked or lit or part is focused):
                pen.setDashPattern([3, 2.4])
            if part is focused:
                pen = QPen(QColor(LIGHT.focus), 3)
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawPath(part.shape)
