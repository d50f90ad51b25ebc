"""How complete the program is described, as a button with a bar that opens the list of what is missing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.domain.reporting import ReportCount
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_line, text_width
from ptbuilder.ui.theme import BETWEEN, SMALL_BUTTON, TARGET, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.themed import set_tip

BAR = 54
"""Width of the bar at 100 % text."""
_SIDE = 9


class CompletenessMeter(PaintedButton):
    """Shows "Description 14 of 16"; ``terse`` leaves the bar out, ``bare`` all but a sign and the numbers.

    What is not complete is said by the number, not by colour alone.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("completeness_meter")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cert = ReportCount(0, 0)
        self._is_terse = self._is_bare = False
        self.hide()

    def show_counts(self, cert: ReportCount, tidier: ReportCount) -> None:
        """Show how many items of CERT are complete; the tooltip tells both standards."""
        self._cert = cert
        self.setVisible(bool(cert.of))
        told = self.tr("CERT {n} of {all}, TIDieR {m} of {most}").format(
            n=cert.complete, all=cert.of, m=tidier.complete, most=tidier.of
        )
        self.setAccessibleName(self.tr("{words}. {told}. Shows what is missing.").format(words=self.words, told=told))
        set_tip(self, told)
        self.updateGeometry()
        self.update()

    def set_terse(self, terse: bool, *, bare: bool = False) -> None:
        """Leave the bar out where there is little room, and the word where there is still less."""
        if (terse, bare) != (self._is_terse, self._is_bare):
            self._is_terse, self._is_bare = terse, bare
            self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        """What it says; where it is bare, only the numbers stand on it."""
        return self.tr("Description {n} of {all}").format(n=self._cert.complete, all=self._cert.of)

    @property
    def shown(self) -> str:
        """The words that stand on it."""
        return self.tr("{n} of {all}").format(n=self._cert.complete, all=self._cert.of) if self._is_bare else self.words

    def _sign(self) -> int:
        return self.theme.wide(14) if self._is_bare else 0

    def sizeHint(self) -> QSize:
        """Words, and the bar where there is room."""
        sign = self._sign() + 6 if self._is_bare else 0
        width = 2 * _SIDE + sign + text_width(self.theme, self.shown, "caption") + self._bar_width()
        return QSize(max(round(width) + 1, TARGET), self.theme.tall(SMALL_BUTTON, "caption"))

    def minimumSizeHint(self) -> QSize:
        """Its whole size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, words and bar."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = "select" if self.isDown() or self.isChecked() else "hover" if self.is_hovered else "surface"
        paint_box(painter, area, self.theme.color(fill), self.theme.color("line_2"))
        words = area.adjusted(_SIDE, 0, -_SIDE, 0)
        if self._is_bare:
            side = self._sign()
            box = QRectF(words.left(), area.center().y() - side / 2, side, side)
            paint_icon(painter, "note", box, self.theme.color("ink_2"), self.theme.color(fill))
            words.setLeft(words.left() + side + 6)
        paint_line(painter, self.theme, words, self.shown, "caption", "ink")
        if not self._is_terse and self._cert.of:
            tall = self.theme.wide(8)
            left = area.right() - _SIDE - self.theme.wide(BAR)
            rect = QRectF(left, area.center().y() - tall / 2, self.theme.wide(BAR), tall)
            paint_box(painter, rect, self.theme.color("surface"), self.theme.color("line_2"), tall / 2)
            share = self._cert.complete / self._cert.of
            if share:
                full = QRectF(rect.left(), rect.top(), max(rect.width() * share, tall), tall)
                paint_box(painter, full, self.theme.color("accent"), None, tall / 2)
        painter.end()

    def _bar_width(self) -> float:
        return 0 if self._is_terse else BETWEEN + self.theme.wide(BAR)
