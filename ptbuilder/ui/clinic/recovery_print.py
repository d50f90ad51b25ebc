"""The recovery sheet on paper: what it is for, the key in groups, how it is used; painted straight to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ptbuilder.services.patients.recovery import RecoverySheet
from ptbuilder.wording import recovery_sheet as words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

COLUMNS = 2
MARGIN_MM = 22.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def print_recovery_sheet(printer: QPrinter, sheet: RecoverySheet, language: str, paper: str, family: str) -> bool:
    """Print one page; whether the printer took it."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = printer.resolution()
    pen = SheetPen(painter, QRectF(printer.pageLayout().fullRectPixels(dots)), dots, family)
    write_recovery_sheet(pen, sheet, language, paper)
    return bool(painter.end())


def write_recovery_sheet(pen: SheetPen, sheet: RecoverySheet, language: str, paper: str) -> None:
    """Title, purpose, where to keep it, the key, how to use it, and which sheet this is."""
    what, keep, use, made = words.paragraphs(sheet.name, sheet.made_on, language, paper)
    pen.text(words.title(language), 20, bold=True, gap=4)
    pen.text(what, 12, gap=3)
    pen.text(keep, 12, gap=8)
    pen.groups(sheet.groups)
    pen.text(use, 12, gap=6)
    pen.text(made, 11)


class SheetPen:
    """Writes down the page, part under part; sizes in points, gaps in millimetres, ``dots`` an inch."""

    def __init__(self, painter: QPainter, page: QRectF, dots: int, family: str) -> None:
        self._painter = painter
        self._family = family
        self._mm = dots / 25.4
        margin = MARGIN_MM * self._mm
        self._area = page.adjusted(margin, margin, -margin, -margin)
        self._top = self._area.top()
        painter.setPen(QColor("black"))

    def text(self, text: str, points: float, *, bold: bool = False, gap: float = 0) -> None:
        """Words broken into lines, with ``gap`` below them."""
        self._painter.setFont(self._font(points, bold))
        room = QRectF(self._area.left(), self._top, self._area.width(), self._area.bottom() - self._top)
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        used = self._painter.boundingRect(room, flags, text)
        self._painter.drawText(room, flags, text)
        self._top = used.bottom() + gap * self._mm

    def groups(self, groups: tuple[str, ...]) -> None:
        """The groups of the key in two columns, numbered down the first and then down the second."""
        high, width = 11 * self._mm, self._area.width() / COLUMNS
        rows = -(-len(groups) // COLUMNS)
        for place, group in enumerate(groups):
            left = self._area.left() + (place // rows) * width
            box = QRectF(left, self._top + (place % rows) * high, width - 4 * self._mm, high - 2 * self._mm)
            self._painter.setPen(QPen(QColor("black"), 0.3 * self._mm))
            self._painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))
            self._painter.setFont(self._font(9))
            self._painter.drawText(box, int(LEFT), str(place + 1))
            self._painter.setFont(self._font(17, bold=True))
            self._painter.drawText(box.adjusted(10 * self._mm, 0, 0, 0), int(LEFT), group)
        self._top += rows * high + 6 * self._mm

    def _font(self, points: float, bold: bool = False) -> QFont:
        font = QFont(self._family) if self._family else QFont()
        font.setPointSizeF(points)
        font.setBold(bold)
        return font
