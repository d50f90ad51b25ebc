"""One line that says how something stands: sign, title, sentence, and the buttons that mend it."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.domain.values import dataclass
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_bar
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

RING = 5
"""Pixels that the ring of a button with the focus needs around it."""

LineState = Literal["good", "open", "note", "missing"]

_SIGNS: dict[LineState, tuple[str, str]] = {
    "good": ("check-circle", "accent"),
    "note": ("info", "ink_2"),
    "open": ("warn", "warn"),
    "missing": ("circle", "warn"),
}


@dataclass(frozen=True, slots=True)
class Mend:
    """A button: what it does (a name that its owner knows) and its word."""

    act: str
    label: str


@dataclass(frozen=True, slots=True)
class LineWords:
    """Title, sentence, a remark beside the title, and the buttons."""

    title: str
    text: str
    mends: tuple[Mend, ...] = ()
    remark: str = ""


class StatusLine(QWidget):
    """``mend_asked`` carries the act of the button that was pressed; open lines stand on amber, missing ones have an empty sign."""

    mend_asked = Signal(str)

    def __init__(self, theme: Theme, name: str, state: LineState, words: LineWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.state = state
        self.words = words
        self.setObjectName(name)
        self.buttons: dict[str, Button] = {}
        is_open = state == "open"
        self._title = TextLabel(theme, words.title, "strong", "on_warn" if is_open else "ink", wraps=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(ROW + theme.wide(16) + BETWEEN - RING, BETWEEN, ROW - RING, BETWEEN - RING)
        self.column.setSpacing(2)
        self.column.addLayout(self._head(is_open))
        text = QHBoxLayout()
        text.setContentsMargins(RING, 0, RING, RING)
        text.addWidget(TextLabel(theme, words.text, "caption", "on_warn" if is_open else "ink_2", wraps=True))
        self.column.addLayout(text)
        if words.mends:
            self._add_mends()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(" ".join(part for part in (f"{words.title}.", words.remark, words.text) if part))
        follow_theme(self, theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of an open line, and the sign."""
        painter = QPainter(self)
        ground = self.theme.color("warn_soft" if self.state == "open" else "surface")
        if self.state == "open":
            painter.fillRect(self.rect(), ground)
            paint_bar(painter, self.theme, QRectF(self.rect()), "warn_line")
        name, color = _SIGNS[self.state]
        side = self.theme.wide(16)
        painter.fillRect(QRectF(ROW, self.height() - 1, self.width() - 2 * ROW, 1), self.theme.color("line"))
        top = self._title.y() + (self.theme.line("body") - side) / 2
        paint_icon(painter, name, QRectF(ROW, top, side, side), self.theme.color(color), ground)
        painter.end()

    def _head(self, is_open: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(RING, 0, RING, 0)
        head.setSpacing(BETWEEN)
        head.addWidget(self._title, 1)
        if self.words.remark:
            head.addWidget(TextLabel(self.theme, self.words.remark, "caption", "on_warn" if is_open else "ink_2"))
        return head

    def _add_mends(self) -> None:
        """Buttons in lines, with room around them, so that the ring of the one with the focus is not cut."""
        place = QWidget()
        flow = FlowLayout(place, 8, 6)
        flow.setContentsMargins(RING, RING, RING, RING)
        self.column.addWidget(place)
        for mend in self.words.mends:
            button = Button(self.theme, mend.label, small=True, parent=self)
            button.setObjectName(f"{self.objectName()}_{mend.act}")
            button.clicked.connect(partial(self._on_clicked, mend.act))
            self.buttons[mend.act] = button
            flow.addWidget(button)

    def _on_clicked(self, act: str, _checked: bool = False) -> None:
        self.mend_asked.emit(act)
