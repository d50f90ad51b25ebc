"""One of a few, side by side: a segmented choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.ui.painting import paint_box, text_width
from ptbuilder.ui.theme import CONTROL_RADIUS, SMALL_BUTTON, Role, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.themed import follow_theme


class _Segment(PaintedButton):
    def __init__(self, owner: SegmentedChoice, text: str) -> None:
        super().__init__(owner.theme, owner)
        self._owner = owner
        self.label = text
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def show_checked(self, checked: bool) -> None:
        """Qt reads an exclusive button out as one of a group, but then lets none of them be without a choice."""
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        width = text_width(self.theme, self.label, self._owner.strong_role) + 2 * self._owner.padding
        return QSize(round(width) + 1, self._owner.segment_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter ends the row of fields that the choice stands in; Space chooses
        elif step is None:
            super().keyPressEvent(event)
        else:
            self._owner.step_from(self, step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        on = self.isChecked()
        fill = "accent_soft" if on else "hover" if self.is_hovered else "surface"
        painter.setClipPath(self._owner.outline(self))
        painter.fillRect(area, self.theme.color(fill))
        painter.setClipping(False)
        if not self._owner.is_first(self):
            painter.fillRect(QRectF(0, 1, 1, area.height() - 2), self.theme.color("line"))
        painter.setFont(self.theme.font(self._owner.strong_role if on else self._owner.role))
        painter.setPen(self.theme.color("on_soft" if on else "ink_2" if self.isEnabled() else "ink_off"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.label)
        painter.end()


class SegmentedChoice(QWidget):
    """Exclusive choice of one value; ``may_be_none`` lets a press on the chosen one take it back.

    Tab reaches it once; arrows move and choose. ``chosen`` carries the value and is sent for the user's changes only.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[Any, str]],
        *,
        height: int = SMALL_BUTTON,
        role: Role = "caption",
        may_be_none: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.role: Role = role
        self.strong_role: Role = "strong" if role == "body" else "caption-strong"
        self.padding = 12 if role == "body" else 10
        self._height = height
        self._may_be_none = may_be_none
        self._value: Any = None
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._segments: list[tuple[Any, _Segment]] = []
        for value, text in options:
            segment = _Segment(self, text)
            segment.clicked.connect(lambda _=False, each=value: self._on_segment_clicked(each))
            row.addWidget(segment)
            self._segments.append((value, segment))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()
        follow_theme(self, theme)

    @property
    def value(self) -> Any:
        """The chosen value, or None."""
        return self._value

    @property
    def segment_height(self) -> int:
        """The height inside the edge."""
        return self.theme.tall(self._height, self.role) - 2

    def set_value(self, value: Any) -> None:
        """Show ``value`` without telling anybody; the focus goes along where it is on one of the segments."""
        self._value = value
        self._show()
        had_focus = any(segment.hasFocus() for _, segment in self._segments)
        chosen = next((segment for each, segment in self._segments if each == value), None)
        if had_focus and chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def segment(self, value: Any) -> QWidget:
        """The button of one value."""
        return next(segment for each, segment in self._segments if each == value)

    def set_options_visible(self, values: Sequence[Any]) -> None:
        """Show only the segments of these values."""
        for value, segment in self._segments:
            segment.setVisible(value in values)

    def is_first(self, segment: QWidget) -> bool:
        """Whether no segment stands before this one."""
        return segment is self._segments[0][1]

    def outline(self, segment: QWidget) -> Any:
        """The rounded shape inside the edge, in the coordinates of ``segment``."""
        from PySide6.QtGui import QPainterPath

        path = QPainterPath()
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1).translated(-segment.x(), -segment.y())
        path.addRoundedRect(whole, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)
        return path

    def step_from(self, segment: QWidget, step: int) -> None:
        """Choose the neighbour, as an arrow key does."""
        order = [each for _, each in self._segments]
        place = max(0, min(len(order) - 1, order.index(segment) + step))  # type: ignore[arg-type]
        order[place].setFocus(Qt.FocusReason.TabFocusReason)
        if self._segments[place][0] != self._value:
            self._choose(self._segments[place][0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the common edge."""
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self.theme.color("surface"), self.theme.color("line_2"))
        painter.end()

    def _on_segment_clicked(self, value: Any) -> None:
        self._choose(None if self._may_be_none and value == self._value else value)

    def _choose(self, value: Any) -> None:
        self._value = value
        self._show()
        self.chosen.emit(value)

    def _show(self) -> None:
        stop = next((segment for value, segment in self._segments if value == self._value), self._segments[0][1])
        for value, segment in self._segments:
            segment.show_checked(value == self._value)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus)
