"""Buttons: primary, normal, quiet and stop, each 32 or 26 pixels high, and buttons that are only an icon."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_line, text_width
from ptbuilder.ui.theme import BUTTON, SMALL_BUTTON, TARGET, Role, Theme
from ptbuilder.ui.widgets.themed import follow_theme, set_tip

ButtonKind = Literal["normal", "primary", "quiet", "plain", "menu", "stop"]

BARE = ("quiet", "plain", "menu")
"""Kinds without a box: a link, words that can be pressed, and words with a list behind them."""


class _Look(NamedTuple):
    fill: str | None
    edge: str | None
    ink: str


class PaintedButton(QAbstractButton):
    """A button that repaints when the pointer comes and goes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        follow_theme(self, theme)

    @property
    def is_hovered(self) -> bool:
        """Whether the pointer is on it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Paint the hover state."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Paint the resting state."""
        self.update()
        super().leaveEvent(event)


class Button(PaintedButton):
    """A button with words, perhaps an icon before them and the key that does the same after them."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        kind: ButtonKind = "normal",
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._kind: ButtonKind = kind
        self._icon = icon
        self._key = key
        self._small = small
        self.label = ""
        self.set_label(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str, key: str | None = None) -> None:
        """Show other words (taken as typed, also ``&``), and another key if one is given."""
        shown = label, self._key if key is None else key
        if shown == (self.label, self._key) and label:
            return
        self.label, self._key = shown
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words, or none."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Look and weight from now on."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def sizeHint(self) -> QSize:
        """Words, icon and key with their padding."""
        width = 2 * self._padding() + text_width(self.theme, self.label, self._role())
        if self._icon:
            width += self._icon_size() + (6 if self.label else 0)
        if self._kind == "menu":
            width += self.theme.wide(12) + 6
        if self._key:
            width += 10 + text_width(self.theme, self._key, "caption")
        height = self.theme.tall(SMALL_BUTTON if self._small else BUTTON, "caption" if self._small else "body")
        return QSize(max(round(width) + 1, TARGET), height)

    def minimumSizeHint(self) -> QSize:
        """Its whole size: words are not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, icon, words and key."""
        painter = QPainter(self)
        look = self._look()
        area = QRectF(self.rect())
        if look.fill or look.edge:
            fill = self.theme.color(look.fill) if look.fill else None
            paint_box(painter, area, fill, self.theme.color(look.edge) if look.edge else None)
        left = area.left() + self._padding()
        if self._icon:
            side = self._icon_size()
            ink = "accent" if self._kind == "quiet" and self.isEnabled() else look.ink
            paint_icon(painter, self._icon, QRectF(left, area.center().y() - side / 2, side, side), self.theme.color(ink))
            left += side + 6
        paint_line(painter, self.theme, QRectF(left, 0, area.right() - left, area.height()), self.label, self._role(), look.ink)
        if self._kind == "menu":
            side = self.theme.wide(12)
            box = QRectF(area.right() - side - 4, area.center().y() - side / 2, side, side)
            paint_icon(painter, "chevron-down", box, self.theme.color(look.ink))
        if self._key:
            left += text_width(self.theme, self.label, self._role()) + 10
            paint_line(painter, self.theme, QRectF(left, 0, area.right() - left, area.height()), self._key, "caption", look.ink)
        painter.end()

    def _role(self) -> Role:
        strong = self._kind in ("primary", "stop")
        if self._small:
            return "caption-strong" if strong else "caption"
        return "strong" if strong else "body"

    def _padding(self) -> int:
        if self._kind in BARE:
            return 4
        return 9 if self._small else 12

    def _icon_size(self) -> int:
        return self.theme.wide(14 if self._small else 16)

    def _look(self) -> _Look:
        if not self.isEnabled():
            bare = self._kind in BARE
            return _Look(None if bare else "sunken", None if bare else "line", "ink_off")
        down = self.isDown() or self.isChecked()
        if self._kind == "primary":
            return _Look("accent_down" if down else "accent_hover" if self.is_hovered else "accent", None, "on_accent")
        if self._kind == "stop":
            return _Look("stop", "on_stop" if down or self.is_hovered else None, "on_stop")
        if self._kind in BARE:
            ink = "accent" if self._kind == "quiet" else "ink_2"
            return _Look("select" if down else "hover" if self.is_hovered else None, None, ink)
        return _Look("select" if down else "hover" if self.is_hovered else "surface", "line_2", "ink")


class IconButton(PaintedButton):
    """A button that is only an icon; ``name`` is what screen readers say and the tooltip shows."""

    def __init__(self, theme: Theme, icon: str, name: str, *, color: str = "ink_2", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._color = color
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say something else from now on."""
        self.setAccessibleName(name)
        set_tip(self, name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """A square of at least 24 pixels."""
        side = max(TARGET, self.theme.wide(TARGET))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon, on a ground under the pointer."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.isDown() or self.is_hovered:
            paint_box(painter, area, self.theme.color("select" if self.isDown() else "hover"))
        side = self.theme.wide(16)
        box = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, box, self.theme.color(self._color if self.isEnabled() else "ink_off"))
        painter.end()
