"""What the three columns of the Build page have in common, and the strip that a folded one leaves."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import Run, TextBlock, paint_ring
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.themed import Ground
from ptbuilder.ui.width_class import STRIP

MOST_GROWTH = 1.55
"""A strip grows with the text up to this: more would take the pictures from the program at 1024 pixels and 200 % text."""


class StripState(NamedTuple):
    """What the strip of a folded pane shows: an icon with a number and a word, and perhaps a second sign with a word."""

    icon: str
    number: str = ""
    word: str = ""
    sign: str = ""
    sign_word: str = ""
    sign_color: str = "accent"


class Pane(Ground):
    """One column. ``strip_changed`` follows any change of ``strip_state``; ``focus_first`` is where F6 lands.

    ``asked_open`` is sent when the pane must be seen (a finding is to be added while it is folded). ``finding_marked`` carries
    the code of the finding under the pointer or with the focus, or an empty string; the other panes get it by ``mark_finding``.
    """

    strip_changed = Signal()
    asked_open = Signal()
    finding_marked = Signal(str)

    def __init__(self, theme: Theme, token: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(theme, token, parent=parent)

    @property
    def strip_state(self) -> StripState:
        """What the strip shows while this pane is folded."""
        return StripState("more")

    def focus_first(self) -> None:
        """Put the focus where work in this pane starts."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mark_finding(self, code: str) -> None:
        """Mark what this finding leads to; an empty code marks nothing. Most panes have nothing to mark."""

    def set_low(self, low: bool) -> None:
        """Save height in a window of under 700 pixels; most panes have nothing to save."""


class Strip(PaintedButton):
    """A folded pane: 52 pixels with an arrow, an icon, a number and a state; pressing it opens the pane."""

    def __init__(self, theme: Theme, *, at_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._at_left = at_left
        self._state = StripState("more")
        self.setProperty("ring", False)

    def show_state(self, state: StripState, name: str) -> None:
        """Show ``state``; ``name`` is what screen readers say, such as "Assessment, 6 findings"."""
        self._state = state
        self.setAccessibleName(self.tr("{name}. Open").format(name=name))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a strip is."""
        return QSize(strip_width(self.theme), 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the top: arrow, icon, number and word, second sign and word."""
        painter = QPainter(self)
        theme, state = self.theme, self._state
        painter.fillRect(self.rect(), theme.color("hover" if self.is_hovered else "window"))
        arrow = "chevron-right" if self._at_left else "chevron-left"
        top = self._paint_icon(painter, arrow, 16, 16, "ink_2") + theme.wide(16)
        top = self._paint_icon(painter, state.icon, top, 20, "ink")
        top = self._paint_words(painter, state.number, top, bold=True)
        top = self._paint_words(painter, state.word, top, bold=False) + theme.wide(14)
        if state.sign:
            top = self._paint_icon(painter, state.sign, top, 16, state.sign_color)
            self._paint_words(painter, state.sign_word, top, bold=False)
        if self.hasFocus():
            paint_ring(painter, theme, QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()

    def _paint_icon(self, painter: QPainter, name: str, top: float, size: int, color: str) -> float:
        side = self.theme.wide(size)
        box = QRectF((self.width() - side) / 2, top, side, side)
        paint_icon(painter, name, box, self.theme.color(color), self.theme.color("window"))
        return top + side + 4

    def _paint_words(self, painter: QPainter, text: str, top: float, *, bold: bool) -> float:
        for word in text.split("\n") if text else ():
            run = Run(word, "strong" if bold else "caption", "ink" if bold else "ink_2")
            block = TextBlock.of(self.theme, (run,), 10_000)
            block.paint(painter, (self.width() - block.used) / 2, top)
            top += block.height
        return top


class Foldable(QStackedWidget):
    """Holds a pane and its strip, and shows one of them."""

    opened = Signal()

    def __init__(self, theme: Theme, pane: Pane, *, at_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self.strip = Strip(theme, at_left=at_left)
        self.addWidget(pane)
        self.addWidget(self.strip)
        self.strip.clicked.connect(self.opened)
        self._follow(pane)

    @property
    def is_folded(self) -> bool:
        """Whether only the strip is shown."""
        return self.currentWidget() is self.strip

    def set_folded(self, folded: bool) -> None:
        """Show the strip, or the pane."""
        self._on_strip_changed()
        self.setCurrentWidget(self.strip if folded else self.pane)

    def set_pane(self, pane: Pane) -> None:
        """Put another pane in the place of the one before, folded or open as that was."""
        old, folded = self.pane, self.is_folded
        self.pane = pane
        self.insertWidget(0, pane)
        self.removeWidget(old)
        old.deleteLater()
        self._follow(pane)
        self.set_folded(folded)

    def minimumSizeHint(self) -> QSize:
        """The least that the shown part needs."""
        return QSize(strip_width(self.strip.theme) if self.is_folded else 200, 0)

    def _follow(self, pane: Pane) -> None:
        pane.strip_changed.connect(self._on_strip_changed)
        pane.asked_open.connect(self.opened)
        self._on_strip_changed()

    def _on_strip_changed(self) -> None:
        self.strip.show_state(self.pane.strip_state, self.pane.accessibleName())


def strip_width(theme: Theme) -> int:
    """The width of a folded pane; it grows with the text, so that its longest word keeps free of both edges."""
    return round(STRIP * min(theme.scale, MOST_GROWTH))
