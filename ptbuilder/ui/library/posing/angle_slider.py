"""A slider between two ends, painted in the colours of the theme, and a row that says what its value means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.ui.painting import paint_box, paint_ring
from ptbuilder.ui.theme import BETWEEN, TARGET, Theme
from ptbuilder.ui.widgets.choice_fields import SpinField
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

KNOB = 16


def is_undo_key(event: QEvent) -> bool:
    """Whether a key takes a step back or does it again; the panel does that, whichever field has the focus."""
    return (
        isinstance(event, QKeyEvent)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
    )


class AngleSlider(QAbstractSlider):
    """Drags, arrow keys (1), Page Up and Down (10), Home and End; the wheel only with the focus. 0 has a mark."""

    def __init__(self, theme: Theme, name: str, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(low, high)
        self.setPageStep(10)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def sizeHint(self) -> QSize:
        """As high as a target."""
        return QSize(self.theme.wide(120), max(TARGET, self.theme.tall(TARGET)))

    def minimumSizeHint(self) -> QSize:
        """Short ones still work."""
        return QSize(60, max(TARGET, self.theme.tall(TARGET)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove from 0 to the value, the mark of 0, the knob and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, knob = self.height() / 2, self._knob
        zero, at = self._x(min(max(0, self.minimum()), self.maximum())), self._x(self.value())
        paint_box(painter, QRectF(knob / 2, middle - 2, self.width() - knob, 4), self.theme.color("line_2"), None, 2)
        paint_box(painter, QRectF(min(zero, at), middle - 2, abs(at - zero), 4), self.theme.color("accent"), None, 2)
        painter.fillRect(QRectF(zero - 0.75, middle - 7, 1.5, 14), self.theme.color("line_2"))
        box = QRectF(at - knob / 2, middle - knob / 2, knob, knob)
        paint_box(painter, box, self.theme.color("surface"), self.theme.color("accent"), knob / 2, 2)
        if self.hasFocus():
            paint_ring(painter, self.theme, box.adjusted(-3, -3, 3, 3), knob / 2 + 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there and follow the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page instead, unless the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Repaint."""
        super().sliderChange(change)
        self.update()

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    @property
    def _knob(self) -> int:
        return self.theme.wide(KNOB)

    def _x(self, value: int) -> float:
        share = (value - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return self._knob / 2 + share * (self.width() - self._knob)

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - self._knob / 2) / max(self.width() - self._knob, 1)
        self.setValue(round(self.minimum() + min(max(share, 0.0), 1.0) * (self.maximum() - self.minimum())))


def _signed(value: int, unit: str) -> str:
    """A number with a true minus sign."""
    return f"{value}{unit}".replace("-", "\u2212")


class NumberField(SpinField):
    """A number whose undo keys go to the panel."""

    def __init__(self, theme: Theme, name: str, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, low, high, parent)
        self.lineEdit().setTextMargins(4, 0, 0, 0)

    def align_with_lists(self) -> None:
        """Let the number begin where the words of a list above or below it do."""
        self.lineEdit().setTextMargins(9, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the panel."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the undo keys to the panel."""
        if is_undo_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberRow(QWidget):
    """What a number is, its value in words, a slider and a field; ``moved`` comes with the user's changes, ``let_go`` after one."""

    moved = Signal(int)
    let_go = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._is_showing = False
        self._title = TextLabel(theme, "", "strong")
        self._words = ElidedLabel(theme, "", "body", "ink_2")
        self._span = TextLabel(theme, "", "caption", "ink_3")
        self.slider = AngleSlider(theme, "", 0, 100)
        self.field = NumberField(theme, "", 0, 100)
        self._lay_out()
        self.slider.valueChanged.connect(self._on_moved)
        self.field.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self.let_go)
        self.field.editingFinished.connect(self.let_go)

    def set_up(self, title: str, name: str, low: int, high: int, unit: str) -> None:
        """Be the row of this number from now on."""
        self._is_showing = True
        self._title.set_text(title)
        self._span.set_text(self.tr("{low} to {high}").format(low=_signed(low, unit), high=_signed(high, unit)))
        self.slider.setRange(low, high)
        self.field.setRange(low, high)
        self.field.setSuffix(unit if unit == "°" else f" {unit}")
        for part in (self.slider, self.field):
            part.setAccessibleName(name)
        self._is_showing = False

    def show_value(self, value: int, words: str, span: str = "") -> None:
        """Show a value without telling anybody; ``words`` say it, ``span`` the range."""
        self._is_showing = True
        self.slider.setValue(value)
        self.field.setValue(value)
        self._is_showing = False
        self._words.set_text(words)
        for part in (self.slider, self.field):
            part.setAccessibleDescription(". ".join(each for each in (words, span) if each))
            part.setToolTip(span)

    def _on_moved(self, value: int) -> None:
        if not self._is_showing:
            self.moved.emit(value)

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(BETWEEN)
        top.addWidget(self._title)
        top.addWidget(self._words, 1)
        top.addWidget(self._span)
        below.setSpacing(BETWEEN)
        below.addWidget(self.slider, 1)
        below.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(below)
