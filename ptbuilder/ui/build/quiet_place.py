"""What stands where there is nothing yet: a sign, a few words, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.theme import BETWEEN, GROUP, ROW, Role, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.themed import follow_theme

FLAGS = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class _Sign(QWidget):
    """A large icon."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self.theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def sizeHint(self) -> QSize:
        return QSize(36, self.theme.wide(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.theme.wide(36)
        paint_icon(painter, self._icon, QRectF((self.width() - side) / 2, 0, side, side), self.theme.color("ink_2"))
        painter.end()


class _Centred(QWidget):
    """Text set in the middle of each line."""

    def __init__(self, theme: Theme, text: str, role: Role, color: str) -> None:
        super().__init__()
        self.theme = theme
        self._role: Role = role
        self._color = color
        self._text = ""
        self._heights: dict[int, int] = {}
        theme.changed.connect(self._heights.clear)
        self.set_text(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self, theme)

    def set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self._heights.clear()
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # asked for hundreds of times while a page is laid out
            metrics = QFontMetrics(self.theme.font(self._role))
            self._heights[width] = metrics.boundingRect(0, 0, width, 10_000, FLAGS, self._text).height() + 2
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.theme.font(self._role))
        painter.setPen(self.theme.color(self._color))
        painter.drawText(self.rect(), FLAGS, self._text)
        painter.end()


class QuietPlace(QWidget):
    """Words in the middle; ``pressed`` follows the button, which is left out without words for it."""

    pressed = Signal()

    def __init__(self, theme: Theme, icon: str, title: str, text: str, button: str = "", key: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.title = _Centred(theme, title, "strong", "ink")
        self.text = _Centred(theme, text, "body", "ink_2")
        self.button = Button(theme, button, icon="library", key=key)
        if not button:
            self.button.hide()  # showing a part that has no place yet would open a window of its own
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP, GROUP, GROUP, GROUP)
        column.setSpacing(BETWEEN)
        column.addStretch(2)
        column.addWidget(_Sign(theme, icon))
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(ROW)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.button.clicked.connect(self.pressed)

    def show_words(self, title: str, text: str) -> None:
        """Say something else, with another heading."""
        self.title.set_text(title)
        self.text.set_text(text)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.text.set_text(text)
