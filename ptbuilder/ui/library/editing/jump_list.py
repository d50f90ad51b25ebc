"""The parts of the form as a list to jump by: each with a sign for its state, the one in sight marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.library.editing.advising import PartState
from ptbuilder.ui.painting import paint_bar, paint_box, paint_line, text_width
from ptbuilder.ui.theme import BUTTON, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.choice_fields import ComboField

SIGNS: Mapping[PartState, tuple[str, str]] = {
    "complete": ("check", "ink_3"),
    "open": ("circle", "warn"),
    "error": ("stop", "stop"),
}
"""Icon and colour of each state; shapes differ, so that colour is not needed."""


def state_words(state: PartState) -> str:
    """A state in words, for screen readers and tooltips."""
    tr = QCoreApplication.translate
    words = {
        "complete": tr("ExerciseForm", "complete"),
        "open": tr("ExerciseForm", "something to fill in"),
        "error": tr("ExerciseForm", "cannot be saved like this"),
    }
    return words[state]


class _Jump(PaintedButton):
    """One part."""

    def __init__(self, owner: JumpList, code: str, title: str) -> None:
        super().__init__(owner.theme, owner)
        self._owner, self.code, self.title = owner, code, title
        self.state: PartState = "complete"
        self.setText(title.replace("&", "&&"))
        self.setCheckable(True)
        self.setObjectName(f"jump_{code}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_state("complete")

    def show_state(self, state: PartState) -> None:
        self.state = state
        self.setAccessibleName(f"{self.title}, {state_words(state)}")
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self.theme, self.title, "strong") + self.theme.wide(16) + 36
        return QSize(round(width), self.theme.tall(BUTTON))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._owner.step_from(self, step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, here = QRectF(self.rect()), self.isChecked()
        if here or self.is_hovered:
            paint_box(painter, area, self.theme.color("select" if here else "hover"))
        if here:
            paint_bar(painter, self.theme, QRectF(0, 4, 3, area.height() - 8))
        icon, color = SIGNS[self.state]
        side = self.theme.wide(14)
        box = QRectF(12, area.center().y() - side / 2, side, side)
        paint_icon(painter, icon, box, self.theme.color(color), self.theme.color("window"))
        words = QRectF(box.right() + 8, 0, area.right() - box.right() - 12, area.height())
        paint_line(painter, self.theme, words, self.title, "strong" if here else "body", "ink" if here else "ink_2")
        painter.end()


class JumpList(QWidget):
    """The parts below each other, one tab stop. Up and Down go from part to part and send ``asked`` with its code.

    ``entered`` follows a press: the part wants to be filled in.
    """

    asked = Signal(str)
    entered = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(self.tr("Parts of the form"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.jumps = {code: _Jump(self, code, title) for code, title in parts}
        for jump in self.jumps.values():
            column.addWidget(jump)
            jump.clicked.connect(lambda _=False, code=jump.code: self.entered.emit(code))
        column.addStretch(1)
        self.set_current(next(iter(self.jumps)))

    def show_states(self, states: Mapping[str, PartState]) -> None:
        """Sign each part."""
        for code, state in states.items():
            if self.jumps[code].state != state:
                self.jumps[code].show_state(state)

    def set_current(self, code: str) -> None:
        """Mark the part that is in sight."""
        for each, jump in self.jumps.items():
            jump.setChecked(each == code)
            jump.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == code else Qt.FocusPolicy.ClickFocus)

    def step_from(self, jump: QWidget, step: int) -> None:
        """Go to the part before or after, as an arrow key does."""
        order = list(self.jumps.values())
        near = order[max(0, min(len(order) - 1, order.index(jump) + step))]  # type: ignore[arg-type]
        self.asked.emit(near.code)
        near.setFocus(Qt.FocusReason.TabFocusReason)


class JumpField(ComboField):
    """The same list where there is little width: one line that names the part in sight with its state."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Part of the form"))
        self.setObjectName("jump_field")
        self.setSizeAdjustPolicy(ComboField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._titles = dict(parts)
        for code, title in parts:
            self.addItem(title, code)
        self.activated.connect(lambda place: self.asked.emit(self.itemData(place)))

    def show_states(self, states: Mapping[str, PartState]) -> None:
        """Say the state of each part behind its title, but for those that are complete."""
        for place, (code, title) in enumerate(self._titles.items()):
            state = states.get(code, "complete")
            self.setItemText(place, title if state == "complete" else f"{title}: {state_words(state)}")

    def set_current(self, code: str) -> None:
        """Name the part that is in sight."""
        self.setCurrentIndex(max(self.findData(code), 0))
