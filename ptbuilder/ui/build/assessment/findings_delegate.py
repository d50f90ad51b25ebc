"""Paints headings and findings; value chips at the right are painted and can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.domain.values import dataclass
from ptbuilder.ui.build.assessment.findings_model import LINE_ROLE, FindingsModel, Heading, Line
from ptbuilder.ui.build.figures.row_pictures import RowPictures
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import (
    Run,
    TextBlock,
    chip_width,
    paint_bar,
    paint_line,
    paint_ring,
    paint_value_chip,
    text_width,
)
from ptbuilder.ui.theme import CHIP, EDGE, Theme
from ptbuilder.ui.widgets.fields import Field

Index = QModelIndex | QPersistentModelIndex
PADDING = 6
CHIP_GAP = 4
TARGET = 24
"""The least side of what is pressed, in pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a line that can be pressed: ``side``, ``value``, ``region``, ``remove``, ``check``, ``add`` or ``arrow``."""

    name: str
    rect: QRectF
    text: str = ""


class FindingsDelegate(QStyledItemDelegate):
    """``pressed`` carries the code of the line and the name of the spot; ``edited`` the code and the typed date or note."""

    pressed = Signal(str, str, QRect)
    folded = Signal(int)
    edited = Signal(str, str)

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._rows = RowPictures(theme, "window")

    # ---- sizes ------------------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are 34 pixels high, lines as high as their words."""
        item = _item(index)
        if isinstance(item, Heading):
            return QSize(100, self.theme.line("caption") + 14 + (4 if index.row() else 0))
        width = self._view_width() or option.rect.width()
        return QSize(100, self._height(item, width))

    def _view_width(self) -> int:
        viewport = getattr(self._view, "viewport", None)
        return viewport().width() if viewport is not None else 0

    def _height(self, line: Line, width: float) -> int:
        height = 2 * PADDING + self._label(line, width).height
        return height + (self._below(line, width).height + 2 if line.below or line.below_strong else 0)

    def _below(self, line: Line, width: float) -> TextBlock:
        runs = (Run(line.below, "caption", "ink_2"), Run(line.below_strong, "caption-strong", "ink_2"))
        return TextBlock.of(self.theme, runs, width - 2 * EDGE - self._below_indent(line), 3)

    def _below_indent(self, line: Line) -> int:
        return self.theme.wide(13) + 5 if line.kind is not None and line.kind.is_procedure else 0

    def _label(self, line: Line, width: float) -> TextBlock:
        left = EDGE + self._indent(line)
        room = width - left - EDGE - self._chips_width(line) - (6 if line.is_red_flag else 0)
        color = "on_stop_soft" if line.is_red_flag else "ink_2" if line.what == "no-precautions" else "ink"
        return TextBlock.of(self.theme, (Run(line.label, "strong" if line.is_red_flag else "body", color),), room)

    def _indent(self, line: Line) -> int:
        return self.theme.wide(16) + 8 if line.what != "finding" else 0

    def _chips(self, line: Line) -> list[tuple[str, str]]:
        return [(name, text) for name, text in (("region", line.region), ("side", line.side), ("value", line.value)) if text]

    def _chips_width(self, line: Line) -> float:
        if line.hint:
            return text_width(self.theme, line.hint, "caption") + 8
        chips = self._chips(line)
        return sum(chip_width(self.theme, text) + CHIP_GAP for _, text in chips) + (4 if chips else 0)

    # ---- what can be pressed ----------------------------------------------------------------------------------------

    def spots(self, line: Line, area: QRectF, *, is_active: bool) -> list[Spot]:
        """The parts of a line that can be pressed, where they stand; the cross only while the line is active."""
        high = self.theme.tall(CHIP, "caption")
        top = area.top() + PADDING - 1
        right = area.right() - EDGE
        if line.what == "flags":
            side = self.theme.wide(16)
            return [Spot("check", QRectF(area.left() + EDGE - 4, area.top(), side + 8, area.height()))]
        if line.what == "no-precautions":
            width = text_width(self.theme, line.hint, "caption")
            return [Spot("add", QRectF(right - width - 4, area.top(), width + 8, area.height()))]
        spots: list[Spot] = []
        chips = self._chips(line)
        if is_active and self._wants_severity(line, area):
            chips.append(("value", self.tr("severity")))
        for name, text in reversed(chips):
            width = chip_width(self.theme, text)
            spots.append(Spot(name, QRectF(right - width, top, width, high), text))
            right -= width + CHIP_GAP
        if is_active:
            # The cross stands in the edge of the pane, so that nothing moves when the pointer comes; chips come before it.
            spots.append(Spot("remove", QRectF(area.right() - TARGET, top + (high - TARGET) / 2, TARGET, TARGET)))
        return spots

    def _wants_severity(self, line: Line, area: QRectF) -> bool:
        """Whether an empty chip is offered: nothing is graded yet, and there is room beside the words."""
        kind = line.kind
        if kind is None or line.value or kind.is_procedure or kind.is_red_flag or kind.scale == "none":
            return False
        taken = 2 * EDGE + self._label(line, area.width()).used + self._chips_width(line)
        return taken + chip_width(self.theme, self.tr("severity")) + 8 < area.width()

    # ---- painting ---------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a line."""
        area = QRectF(option.rect)
        painter.save()
        item = _item(index)
        if isinstance(item, Heading):
            self._show_heading(painter, area, item, is_open=bool(option.state & QStyle.StateFlag.State_Open))
        else:
            self._show_line(painter, area, item, option)
        painter.restore()

    def _show_heading(self, painter: QPainter, area: QRectF, heading: Heading, *, is_open: bool) -> None:
        """A heading is shown as it was painted before."""
        look = (heading.code, heading.name, heading.count, heading.is_stop, is_open)
        self._rows.show(painter, area, look, lambda into, place: self._paint_heading(into, place, heading, is_open))

    def _show_line(self, painter: QPainter, area: QRectF, line: Line, option: QStyleOptionViewItem) -> None:
        """A line that nothing points at is shown as it was painted before."""

        def paint(into: QPainter, place: QRectF) -> None:
            self._paint_line(into, place, line, option)

        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver) or line.is_red_flag:
            paint(painter, area)
        else:
            self._rows.show(painter, area, line.seen, paint)

    def _paint_heading(self, painter: QPainter, area: QRectF, heading: Heading, is_open: bool) -> None:
        theme = self.theme
        color = "stop" if heading.is_stop else "ink_2"
        line = QRectF(area.left(), area.bottom() - theme.line("caption") - 6, area.width(), theme.line("caption"))
        side = theme.wide(13)
        sign = "stop" if heading.is_stop else "chevron-down" if is_open else "chevron-right"
        paint_icon(
            painter,
            sign,
            QRectF(area.left() + EDGE - 1, line.center().y() - side / 2, side, side),
            theme.color(color),
            theme.color("window"),
        )
        name = QRectF(area.left() + EDGE + side + 6, line.top(), area.width(), line.height())
        paint_line(painter, theme, name, heading.name, "caption-strong", color)
        if heading.count and heading.code != "precaution":
            text = str(heading.count)
            width = text_width(theme, text, "caption")
            count = QRectF(area.right() - EDGE - width, line.top(), width + 1, line.height())
            paint_line(painter, theme, count, text, "caption-strong" if heading.is_stop else "caption", color)

    def _paint_line(self, painter: QPainter, area: QRectF, line: Line, option: QStyleOptionViewItem) -> None:
        theme = self.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if line.is_red_flag:
            painter.fillRect(area, theme.color("stop_soft"))
            paint_bar(painter, theme, area, "stop_line")
        elif selected or hovered:
            painter.fillRect(area, theme.color("select" if selected else "hover"))
        if selected:
            paint_bar(painter, theme, area)
            paint_ring(painter, theme, area.adjusted(1, 1, -1, -1), 2)
        is_active = selected or hovered or line.is_red_flag
        self._paint_words(painter, area, line)
        self._paint_sign(painter, area, line)
        for spot in self.spots(line, area, is_active=is_active):
            self._paint_spot(painter, spot, line)

    def _paint_words(self, painter: QPainter, area: QRectF, line: Line) -> None:
        theme = self.theme
        left = area.left() + EDGE + self._indent(line)
        block = self._label(line, area.width())
        block.paint(painter, left, area.top() + PADDING)
        if line.below or line.below_strong:
            top = area.top() + PADDING + block.height
            side = theme.wide(13)
            if line.kind is not None and line.kind.is_procedure:
                box = QRectF(left, top + (theme.line("caption") - side) / 2, side, side)
                paint_icon(painter, "calendar", box, theme.color("ink_2"))
                left += side + 5
            self._below(line, area.width()).paint(painter, left, top)

    def _paint_sign(self, painter: QPainter, area: QRectF, line: Line) -> None:
        theme = self.theme
        if line.hint:
            width = text_width(theme, line.hint, "caption")
            place = QRectF(area.right() - EDGE - width, area.top(), width + 1, area.height())
            paint_line(painter, theme, place, line.hint, "caption", "accent" if line.what == "no-precautions" else "ink_2")
        if line.what != "flags":
            return
        side = theme.wide(16)
        box = QRectF(area.left() + EDGE - 1, area.center().y() - side / 2, side, side)
        paint_icon(painter, "check-circle", box, theme.color("accent"), theme.color("on_accent"))

    def _paint_spot(self, painter: QPainter, spot: Spot, line: Line) -> None:
        if spot.name == "remove":
            color = self.theme.color("on_stop_soft" if line.is_red_flag else "ink_2")
            side = min(self.theme.wide(12), EDGE)
            edge = (EDGE - side) / 2
            box = QRectF(spot.rect.right() - edge - side, spot.rect.center().y() - side / 2, side, side)
            paint_icon(painter, "close", box, color)
        elif spot.name in ("side", "value", "region"):
            missing = (spot.name == "side" and line.wants_side) or (spot.name == "region" and line.wants_region)
            paint_value_chip(painter, self.theme, spot.rect, spot.text, amber=missing)

    # ---- pressing and editing ---------------------------------------------------------------------------------------

    def editorEvent(self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Chips, check box, cross and arrow act on press."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        area = QRectF(option.rect)
        if isinstance(_item(index), Heading):
            if event.position().x() <= area.left() + EDGE + self.theme.wide(20):
                self.folded.emit(index.row())
                return True
            return False
        line = index.data(LINE_ROLE)
        for spot in self.spots(line, area, is_active=True):
            if spot.rect.adjusted(-2, -4, 2, 4).contains(event.position()):
                self.pressed.emit(line.code, spot.name, spot.rect.toAlignedRect())
                return True
        return False

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """One field for the date of a procedure, or for the note."""
        line = index.data(LINE_ROLE)
        dated = line.kind is not None and line.kind.is_procedure
        hint = self.tr("Date, e.g. 2 mar or 10d") if dated else self.tr("Note")
        field = Field(self.theme, hint, hint, height=28, parent=parent)
        field.setObjectName("finding_editor")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is there."""
        line = index.data(LINE_ROLE)
        if isinstance(editor, QLineEdit) and line is not None and line.finding is not None:
            dated = line.kind is not None and line.kind.is_procedure
            known = line.finding.on.isoformat() if line.finding.on else ""
            editor.setText(known if dated else line.finding.note)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed; the desk decides."""
        line = index.data(LINE_ROLE)
        if isinstance(editor, QLineEdit) and line is not None:
            self.edited.emit(line.code, editor.text().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the words of the line."""
        area = option.rect
        editor.setGeometry(area.left() + EDGE, area.center().y() - editor.height() // 2, area.width() - 2 * EDGE, editor.height())


def _item(index: Index) -> Heading | Line:
    model = index.model()
    assert isinstance(model, FindingsModel)
    item = model.item(index)
    assert item is not None
    return item
