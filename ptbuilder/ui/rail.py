"""The rail at the left: the pages, and the lock at its foot once there is a lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_ring
from ptbuilder.ui.theme import CARD_RADIUS, CONTROL_RADIUS, TYPE, Theme
from ptbuilder.ui.widgets.themed import Ground, follow_theme, set_tip

WIDE, NARROW = 72, 56


class RailEntry(NamedTuple):
    """One page as the rail names it; ``key`` is shown in the tooltip."""

    page: str
    icon: str
    label: str
    key: str = ""


def rail_entries() -> tuple[RailEntry, ...]:
    """The pages in the order in which the rail shows them."""
    return (
        RailEntry("build", "build", _tr("Build"), "Alt+1"),
        RailEntry("patients", "patients", _tr("Patients"), "Alt+2"),
        RailEntry("library", "library", _tr("Library"), "Alt+3"),
        RailEntry("templates", "templates", _tr("Templates"), "Alt+4"),
        RailEntry("clinic", "clinic", _tr("Clinic"), "Alt+5"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rail", text)


class RailButton(QToolButton):
    """Icon above a word, or the icon alone; a bar at the left edge marks the page that is open."""

    def __init__(self, theme: Theme, entry: RailEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._entry = entry
        self._has_word = True
        self.setCheckable(True)
        self.setProperty("ring", False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName(f"rail_{entry.page}")
        self.setAccessibleName(entry.label)
        set_tip(self, f"{entry.label} ({entry.key})" if entry.key else entry.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def set_word_shown(self, shown: bool) -> None:
        """Show the word under the icon, or the icon alone."""
        self._has_word = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """56 pixels high with the word, 44 without."""
        height = self.theme.tall(56, "caption") if self._has_word else max(44, self.theme.wide(30))
        return QSize(WIDE if self._has_word else NARROW, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, icon and word."""
        painter = QPainter(self)
        on = self.isChecked()
        area = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        if on or self.underMouse():
            paint_box(painter, area, self.theme.color("select" if on else "hover"))
        if on:
            bar = QRectF(0, self.height() / 2 - 16, 3, 32)
            paint_box(painter, bar, self.theme.color("accent"), None, 1.5)
        color = "on_soft" if on else "ink_2"
        side = self.theme.wide(20)
        middle = QRectF(0, 0, self.width(), self.height()).center()
        top = middle.y() - side / 2
        if self._has_word:
            line = self.theme.line("caption")
            top = (self.height() - side - 4 - line) / 2
            painter.setFont(self.theme.font("caption-strong" if on else "caption"))
            painter.setPen(self.theme.color(color))
            painter.drawText(QRectF(0, top + side + 4, self.width(), line), Qt.AlignmentFlag.AlignCenter, self._entry.label)
        paint_icon(painter, self._entry.icon, QRectF(middle.x() - side / 2, top, side, side), self.theme.color(color))
        if self.hasFocus():
            paint_ring(painter, self.theme, area.adjusted(1, 1, -1, -1), CONTROL_RADIUS)
        painter.end()


class _Sign(QWidget):
    """The product's sign at the top of the rail."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(48)
        follow_theme(self, theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF((self.width() - 32) / 2, 8, 32, 32)
        paint_box(painter, box, self.theme.color("accent"), None, CARD_RADIUS)
        font = self.theme.font("strong")
        font.setPointSizeF(TYPE["strong"].points)
        painter.setFont(font)
        painter.setPen(self.theme.color("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "PT")
        painter.end()


class Rail(Ground):
    """The pages as exclusive buttons; ``page_chosen`` carries the name of the page."""

    page_chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, theme: Theme, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("right",), parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(_Sign(theme))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for entry in entries:
            button = RailButton(theme, entry)
            button.clicked.connect(lambda _=False, page=entry.page: self.page_chosen.emit(page))
            self._group.addButton(button)
            self._buttons[entry.page] = button
            column.addWidget(button)
        column.addStretch(1)
        self._lock = RailButton(theme, RailEntry("lock", "lock", self.tr("Lock"), "Ctrl+L"))
        self._lock.setCheckable(False)
        self._lock.clicked.connect(self.lock_asked)
        self._lock.hide()
        column.addWidget(self._lock)
        self.set_words_shown(True)
        theme.changed.connect(self._on_theme_changed)

    def show_page(self, page: str) -> None:
        """Mark the page that is open."""
        if page in self._buttons:
            self._buttons[page].setChecked(True)

    def is_marked(self, page: str) -> bool:
        """Whether this page is marked as the open one."""
        return self._buttons[page].isChecked()

    def set_words_shown(self, shown: bool) -> None:
        """Words under the icons, or icons alone."""
        self._has_words = shown
        for button in (*self._buttons.values(), self._lock):
            button.set_word_shown(shown)
        self._on_theme_changed()

    def set_lock_shown(self, shown: bool) -> None:
        """Show the lock once the clinic has set one."""
        self._lock.setVisible(shown)

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(round(WIDE * min(self.theme.scale, 1.5)) if self._has_words else max(NARROW, self.theme.wide(36)))
