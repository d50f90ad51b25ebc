"""Chips: small round labels for states, and toggles of the same shape."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import DASHED, SOLID, paint_box, paint_line, text_width
from ptbuilder.ui.theme import CHIP, CHIP_RADIUS, TARGET, Role, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.themed import follow_theme

ChipKind = Literal["plain", "on", "served", "unserved", "sample", "warn", "stop", "open"]

_LOOKS: dict[str, tuple[str | None, str | None, str, bool, str]] = {
    # fill, edge, ink, dashed, icon
    "plain": ("sunken", "line", "ink_2", False, ""),
    "on": ("accent", None, "on_accent", False, ""),
    "served": ("accent_soft", None, "on_soft", False, "check"),
    "unserved": (None, "line_2", "ink_2", True, "goal"),
    "sample": (None, "line_2", "ink_2", True, ""),
    "open": (None, "line_2", "ink_2", True, ""),
    "warn": ("warn_soft", "warn_line", "on_warn", False, "warn"),
    "stop": ("stop_soft", "stop_line", "on_stop_soft", False, "stop"),
}


def chip_size(theme: Theme, kind: ChipKind, text: str, icon: str | None = None) -> QSize:
    """The size of a chip of this kind, for layouts and delegates."""
    sign = _LOOKS[kind][4] if icon is None else icon
    width = text_width(theme, text, "caption-strong" if kind == "on" else "caption") + 18
    return QSize(round(width + (theme.wide(13) + 4 if sign else 0)), theme.tall(CHIP, "caption"))


def paint_chip(
    painter: QPainter, theme: Theme, rect: QRectF, kind: ChipKind, text: str, icon: str | None = None, *, hovered: bool = False
) -> None:
    """Paint a chip; ``icon`` replaces the kind's own sign ("" for none)."""
    fill, edge, ink, dashed, own = _LOOKS[kind]
    sign = own if icon is None else icon
    ground = "hover" if hovered and kind not in ("on", "warn", "stop") else fill
    paint_box(
        painter,
        rect,
        theme.color(ground) if ground else None,
        theme.color(edge) if edge else None,
        rect.height() / 2 if rect.height() < 2 * CHIP_RADIUS else min(rect.height() / 2, CHIP_RADIUS * theme.scale),
        1,
        DASHED if dashed else SOLID,
    )
    left = rect.left() + 9
    if sign:
        side = theme.wide(13)
        color = {"warn": "warn", "stop": "stop"}.get(kind, ink)
        cut = theme.color(ground) if ground else None
        paint_icon(painter, sign, QRectF(left, rect.center().y() - side / 2, side, side), theme.color(color), cut)
        left += side + 4
    role: Role = "caption-strong" if kind == "on" else "caption"
    paint_line(painter, theme, QRectF(left, rect.top(), rect.right() - left - 6, rect.height()), text, role, ink)


class StatusChip(QLabel):
    """A chip that only tells something."""

    def __init__(self, theme: Theme, kind: ChipKind = "plain", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._kind: ChipKind = kind
        self._icon: str | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def show_state(self, kind: ChipKind, text: str, icon: str | None = None) -> None:
        """Tell something else."""
        if (kind, text, icon) == (self._kind, self.text(), self._icon):
            return
        self._kind = kind
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return chip_size(self.theme, self._kind, self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """Its whole size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(painter, self.theme, QRectF(self.rect()), self._kind, self.text(), self._icon)
        painter.end()


class Chip(PaintedButton):
    """A chip to press. Checkable ones show ``served`` while on and ``open`` while off, unless other kinds are given."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ChipKind = "open",
        *,
        on: ChipKind | None = None,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._kind: ChipKind = kind
        self._on = on
        self._icon = icon
        self.label = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(on is not None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> ChipKind:
        """The kind that it is painted as now."""
        return self._on if self._on is not None and self.isChecked() else self._kind

    def set_label(self, text: str) -> None:
        """Show other words."""
        self.label = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_state(self, kind: ChipKind, text: str, icon: str | None = None) -> None:
        """Another kind, other words, another sign."""
        if (kind, text, icon) == (self._kind, self.label, self._icon):
            return
        self._kind = kind
        self._icon = icon
        self.set_label(text)

    def sizeHint(self) -> QSize:
        """As wide as its words, and high enough to hit."""
        size = chip_size(self.theme, self.shown, self.label, self._icon)
        return QSize(size.width(), max(size.height(), TARGET))

    def minimumSizeHint(self) -> QSize:
        """Its whole size."""
        return self.sizeHint()

    def checkStateSet(self) -> None:
        """A check mark makes it wider."""
        super().checkStateSet()
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """Pressing it may make it wider."""
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip in the middle of its target."""
        painter = QPainter(self)
        size = chip_size(self.theme, self.shown, self.label, self._icon)
        area = QRectF(0, (self.height() - size.height()) / 2, self.width(), size.height())
        paint_chip(painter, self.theme, area, self.shown, self.label, self._icon, hovered=self.is_hovered)
        painter.end()


class RemovableChip(Chip):
    """A chip that Del or Backspace takes out, or empties: ``remove_asked`` says so."""

    remove_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the removal."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)
