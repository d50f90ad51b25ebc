"""The line that offers to take back a removal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.text import ElidedLabel
from ptbuilder.ui.widgets.themed import follow_theme

LIVES_MS = 10_000


class _Inverse(Button):
    """A button or a key cap on the dark line: ink and ground change places."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self.theme.color("surface")
        paint_box(painter, QRectF(self.rect()), self.theme.color("ink_2") if self.is_hovered else None, ink)
        painter.setFont(self.theme.font("body"))
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.label)
        painter.end()


class _Cap(_Inverse):
    """A key that does the same as Undo; not a tab stop."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, key, small=True)
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class UndoLine(QWidget):
    """Says what was removed, with Undo, or what could not be done; goes after ten seconds, or when ``dismiss`` is called.

    ``dismissed`` follows whenever it goes.
    """

    undo_asked = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("undo_line")
        self._label = ElidedLabel(theme, "", "body", "surface")
        self._undo = _Inverse(theme, self.tr("Undo"))
        self._close = IconButton(theme, "close", self.tr("Close"), color="surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 4, BETWEEN, 4)
        row.setSpacing(BETWEEN)
        row.addWidget(self._label, 1)
        row.addWidget(self._undo)
        self._offers = (self._undo, *(_Cap(theme, key) for key in ("Ctrl", "Z")))
        for cap in self._offers[1:]:
            row.addWidget(cap)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LIVES_MS)
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.setInterval(0)
        self._connect()
        follow_theme(self, theme)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.hide()

    def show_removed(self, text: str) -> None:
        """Show a sentence such as "Bird dog removed."."""
        self._say(text, can_undo=True)

    def show_told(self, text: str) -> None:
        """Show a sentence about something that cannot be undone, since nothing was done."""
        self._say(text, can_undo=False)
        self._fresh.start()

    @property
    def is_fresh(self) -> bool:
        """Whether something was told in this very turn."""
        return self._fresh.isActive()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _say(self, text: str, *, can_undo: bool) -> None:
        for offer in self._offers:
            offer.setVisible(can_undo)
        self._label.set_text(text)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()

    def dismiss_told(self) -> None:
        """Take the line away where there is nothing to undo in it, unless it was said in this very turn."""
        if self._undo.isHidden() and not self._fresh.isActive():
            self.dismiss()

    def dismiss(self) -> None:
        """Take the line away."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self.theme.color("ink"), None, CARD_RADIUS)
        painter.end()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.dismiss)
        self._close.clicked.connect(self.dismiss)
        self._undo.clicked.connect(self._on_undo_clicked)

    def _on_undo_clicked(self) -> None:
        self.dismiss()
        self.undo_asked.emit()
