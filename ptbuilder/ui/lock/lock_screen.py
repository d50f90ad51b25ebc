"""The lock screen: whose copy this is, and one thing to type."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.lock.steps import KeyStep, NewPinStep, PinStep, Step
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, EDGE, GROUP, Theme
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground, follow_theme

WIDTH = 380
"""Of the column at 100 % text."""
FORGET_MS = 2 * 60_000
"""So long after the last key what was typed is forgotten: nobody is to find a recovery key in it, or a new PIN to set."""


class LockScreen(Ground):
    """Fills the window while it is locked; ``opened`` is sent once it may be opened."""

    opened = Signal()

    def __init__(self, theme: Theme, lock: ClinicLock, clinic: str) -> None:
        super().__init__(theme, "window")
        self.setObjectName("lock_screen")
        self.setAccessibleName(self.tr("PTBuilder is locked"))
        self._lock = lock
        self._place = QVBoxLayout()
        self._column = QWidget()
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(FORGET_MS)
        self._forget.timeout.connect(self.start_over)
        self.step: Step = KeyStep(theme, lock) if lock.is_damaged else PinStep(theme, lock)
        self._lay_out(clinic)
        self._take(self.step)
        theme.changed.connect(self._fit)

    def start_over(self) -> None:
        """Ask for the PIN again, and forget what was typed."""
        self._show(KeyStep(self.theme, self._lock) if self._lock.is_damaged else PinStep(self.theme, self._lock))

    def say_locked(self) -> None:
        """Tell screen readers what has come."""
        announce(self, self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing that is typed here goes on to the window."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the window."""
        super().resizeEvent(event)
        self._fit()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show(self, step: Step) -> None:
        old, self.step = self.step, step
        self._place.replaceWidget(old, step)
        self._take(step)
        step.show()
        step.setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()

    def _take(self, step: Step) -> None:
        self.setFocusProxy(step)
        self._forget.stop()
        step.fields.typed.connect(self._forget.start)
        step.passed.connect(self._on_passed)
        step.other_asked.connect(self._on_other_asked)
        if isinstance(step, NewPinStep):
            self._forget.start()

    def _on_passed(self) -> None:
        if isinstance(self.step, KeyStep):
            self._show(NewPinStep(self.theme, self._lock, self.step.fields.text("key")))
            announce(self, self.step.accessibleName())
        else:
            self.opened.emit()

    def _on_other_asked(self) -> None:
        self._show(KeyStep(self.theme, self._lock) if isinstance(self.step, PinStep) else PinStep(self.theme, self._lock))

    def _lay_out(self, clinic: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(BETWEEN)
        head.addWidget(_Sign(self.theme))
        head.addWidget(TextLabel(self.theme, "PTBuilder", "display"))
        head.addStretch(1)
        self._place.setContentsMargins(0, 0, 0, 0)
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(BETWEEN)
        inside.addLayout(head)
        if clinic:
            inside.addWidget(TextLabel(self.theme, clinic, "lead", "ink_2", wraps=True))
        inside.addSpacing(GROUP)
        self._place.addWidget(self.step)
        inside.addLayout(self._place)
        middle = QWidget()
        across = self._across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addWidget(self._column, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrollable(middle))

    def _fit(self) -> None:
        """In the middle; what is said about a PIN later moves nothing that stands above it."""
        self._column.setFixedWidth(min(self.theme.wide(WIDTH), self.width() - 2 * EDGE - 12))
        spare = self.height() - self._column.sizeHint().height()
        self._across.setContentsMargins(EDGE, max(EDGE, round(spare * 0.45)), EDGE, EDGE)


class _Sign(QWidget):
    """A closed lock in the product's colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def sizeHint(self) -> QSize:
        """As high as the name beside it."""
        side = self.theme.wide(36)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("accent"), None, CARD_RADIUS)
        edge = self.width() / 4
        paint_icon(painter, "lock", area.adjusted(edge, edge, -edge, -edge), self.theme.color("on_accent"))
        painter.end()
