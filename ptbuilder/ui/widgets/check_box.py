"""A box to check, with words behind it, painted in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_line, text_width
from ptbuilder.ui.theme import BETWEEN, TARGET, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton

BOX = 16


class CheckBox(PaintedButton):
    """Checked and unchecked by a press or Space."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.label = label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box and words, high enough to hit."""
        width = self.theme.wide(BOX) + BETWEEN + text_width(self.theme, self.label) + 3
        return QSize(round(width), self.theme.tall(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box with its mark, then the words."""
        painter = QPainter(self)
        theme, on = self.theme, self.isChecked()
        side = theme.wide(BOX)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        ground = "accent" if on else "hover" if self.is_hovered else "surface"
        paint_box(painter, box, theme.color(ground), None if on else theme.color("line_2"), 3)
        if on:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.color("on_accent"))
        left = box.right() + BETWEEN
        paint_line(painter, theme, QRectF(left, 0, self.width() - left, self.height()), self.label)
        painter.end()
