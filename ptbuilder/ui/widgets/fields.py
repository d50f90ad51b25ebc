"""Fields to type in: a line with an icon and a key cap, a number with small arrows, a list to choose from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QStyle, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import key_cap_width, paint_key_cap
from ptbuilder.ui.theme import FIELD, SPIN, Theme
from ptbuilder.ui.widgets.themed import follow_theme


class Field(QLineEdit):
    """A line to type in. ``keys`` are painted as caps at the right while it is empty and has no focus.

    Its height is 36 pixels at 100 % text, or ``height``. ``room`` keeps pixels free at the right for a button of the owner.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        icon: str = "",
        keys: tuple[str, ...] = (),
        height: int = FIELD,
        room: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon = icon
        self._keys = keys
        self._height = height
        self._room = room
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_unusual(self, unusual: bool) -> None:
        """Show the amber edge of a value outside the usual range."""
        if bool(self.property("unusual")) != unusual:
            self.setProperty("unusual", unusual)
            self.style().unpolish(self)
            self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then icon and key caps over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        if self._icon:
            side = self.theme.wide(16)
            color = "ink" if self.hasFocus() or self.text() else "ink_2"
            paint_icon(painter, self._icon, QRectF(9, middle - side / 2, side, side), self.theme.color(color))
        if self._keys and not self.text():
            left = self.width() - 10 - self._room - self._caps_width()
            for key in self._keys:
                left = paint_key_cap(painter, self.theme, left, middle, key) + 6
        painter.end()

    def _caps_width(self) -> float:
        return sum(key_cap_width(self.theme, key) for key in self._keys) + 6 * (len(self._keys) - 1)

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font("body"))
        self.setFixedHeight(self.theme.tall(self._height))
        left = self.theme.wide(16) + 8 if self._icon else 0
        right = round(self._caps_width()) + 4 if self._keys else 0
        self.setTextMargins(left, 0, right + self._room, 0)


class _Arrows:
    """The two small arrows of a number field, painted while it has the focus."""

    def paint(self, spin: QSpinBox | QDoubleSpinBox, theme: Theme) -> None:
        if not spin.hasFocus():
            return
        painter = QPainter(spin)
        side = theme.wide(9)
        left = spin.width() - side - 6
        for name, top in (("chevron-up", spin.height() / 2 - side), ("chevron-down", spin.height() / 2)):
            paint_icon(painter, name, QRectF(left, top, side, side), theme.color("ink_2"))
        painter.end()


class SpinField(QSpinBox):
    """A whole number; the wheel changes it only while it has the focus, and typing selects all first."""

    def __init__(self, theme: Theme, name: str, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(True)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)
        follow_theme(self, theme)

    def set_unusual(self, unusual: bool) -> None:
        """Show the amber edge of a value outside the usual range."""
        if bool(self.property("unusual")) != unusual:
            self.setProperty("unusual", unusual)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Scroll the page instead, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its arrows."""
        super().paintEvent(event)
        _Arrows().paint(self, self.theme)

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font("body"))
        self.setFixedHeight(self.theme.tall(SPIN))


class ComboField(QComboBox):
    """A list to choose one from; the arrow is painted with the theme's icon."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = self.theme.wide(12)
        color = self.theme.color("ink_2" if self.isEnabled() else "ink_off")
        box = QRectF(self.width() - side - 9, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", box, color)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.setFont(self.theme.font("body"))
        self.setFixedHeight(self.theme.tall(30))


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    style: QStyle = widget.style()
    style.unpolish(widget)
    style.polish(widget)
