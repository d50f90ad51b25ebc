"""What every painted widget starts from: it follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.theme import Theme


def follow_theme(widget: QWidget, theme: Theme) -> None:
    """Lay out and paint ``widget`` again whenever colours or text size change."""
    theme.changed.connect(widget.updateGeometry)
    theme.changed.connect(widget.update)


def set_tip(widget: QWidget, text: str) -> None:
    """Set a tooltip that shows ``text`` as typed, never as markup."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


def plain_tip(text: str) -> str:
    """What to give a tooltip so that it shows ``text`` as typed."""
    if not Qt.mightBeRichText(text):
        return text
    import html

    return f"<qt>{html.escape(text)}</qt>"


class Ground(QWidget):
    """A plain area in the colour of one token, with hairlines at the named sides (``top``, ``bottom``, ``left``, ``right``)."""

    def __init__(self, theme: Theme, token: str, lines: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._token = token
        self._lines = lines
        theme.changed.connect(self.update)

    def set_ground(self, token: str) -> None:
        """Paint in another token from now on."""
        self._token = token
        self.update()

    def set_lines(self, *sides: str) -> None:
        """Draw hairlines at these sides only."""
        self._lines = sides
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, then draw the hairlines."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.color(self._token))
        for side in self._lines:
            painter.fillRect(self._edge(side), self.theme.color("line"))
        painter.end()

    def _edge(self, side: str) -> QRect:
        width, height = self.width(), self.height()
        if side in ("top", "bottom"):
            return QRect(0, 0 if side == "top" else height - 1, width, 1)
        return QRect(0 if side == "left" else width - 1, 0, 1, height)


class Hairline(Ground):
    """A dividing line of one pixel: across by default, upright where ``upright``."""

    def __init__(self, theme: Theme, *, upright: bool = False, token: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(theme, token, parent=parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
