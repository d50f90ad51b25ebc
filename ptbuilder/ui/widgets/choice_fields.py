"""A number with small arrows, and a list to choose from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.theme import SPIN, Theme
from ptbuilder.ui.widgets.themed import follow_theme


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
