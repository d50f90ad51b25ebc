"""One value of the table of activities: words with dots under them that become a field when they are pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.services.paper.note_reading import NoteReader
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.program.finishing import FinishGuard
from ptbuilder.ui.build.program.marked_field import MarkedField
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_line, text_width
from ptbuilder.ui.theme import SMALL_BUTTON, Role, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.inline_field import InlineField
from ptbuilder.ui.widgets.themed import set_tip

NARROWEST = 60
VALUE_LEFT = 4
"""Pixels before the words of a value."""


class ValueButton(PaintedButton):
    """The words, shortened where they do not fit, with a pencil before them where the therapist wrote them.

    ``step_asked`` carries -1 or 1 for the arrow keys up and down, ``remove_asked`` follows Del.
    """

    step_asked = Signal(int)
    remove_asked = Signal()

    def __init__(self, theme: Theme, role: Role = "caption", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._role: Role = role
        self.label = ""
        self.is_changed = False
        self.is_faint = False
        self._is_quiet_offer = self._is_awake = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, label: str, spoken: str, *, is_changed: bool, is_faint: bool) -> None:
        """Show ``label``; screen readers say ``spoken``. Faint words stand for what is not there."""
        self.label, self.is_changed, self.is_faint = label, is_changed, is_faint
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(spoken)
        set_tip(self, label)
        self.update()

    def set_quiet_offer(self, offer: bool) -> None:
        """Words that only offer something are seen while the row is awake, so that they do not stand in every row."""
        self._is_quiet_offer = offer
        self.update()

    def set_awake(self, awake: bool) -> None:
        """Whether the pointer or the focus is in the row."""
        if awake != self._is_awake:
            self._is_awake = awake
            self.update()

    @property
    def is_seen(self) -> bool:
        """Whether the words are painted."""
        return self._is_awake or not self._is_quiet_offer

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(self.theme.wide(NARROWEST), self.theme.tall(SMALL_BUTTON, self._role))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the rows above and below, Del leaves the row out."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step_asked.emit(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign, the words and the dots under them."""
        if not self.is_seen:
            return
        painter = QPainter(self)
        theme, area = self.theme, QRectF(self.rect())
        if self.isDown() or self.is_hovered:
            paint_box(painter, area, theme.color("select" if self.isDown() else "hover"))
        left = float(VALUE_LEFT)
        if self.is_changed:
            side = theme.wide(12)
            paint_icon(painter, "pencil", QRectF(left, area.center().y() - side / 2, side, side), theme.color("accent"))
            left += side + 4
        ink = "ink_3" if self.is_faint else "ink"
        room = area.right() - left - 4
        paint_line(painter, theme, QRectF(left, 0, room, area.height()), self.label, self._role, ink)
        pen = QPen(theme.color("line_2"), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        bottom = area.center().y() + theme.line(self._role) / 2
        painter.drawLine(
            round(left), round(bottom), round(left + min(text_width(theme, self.label, self._role), room)), round(bottom)
        )
        painter.end()


class ActivityValue(QWidget):
    """``typed`` carries other words than before, on Enter and on leaving; Esc puts back.

    ``reader`` says in words how it understands what is typed, or None where it does not; such words are not taken. Where
    ``is_note``, the patient reads what is typed, and what is hard to read is marked.
    """

    typed = Signal(str)
    read_back = Signal(str)

    def __init__(
        self,
        theme: Theme,
        hint: str,
        *,
        reader: Callable[[str], str | None] | None = None,
        is_note: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._reader = reader
        self._before = ""
        self._name = ""
        self.button = ValueButton(theme)
        make = MarkedField if is_note else InlineField
        self.field: InlineField = make(theme, "", hint, height=SMALL_BUTTON)
        self.field.setMaxLength(120)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.field)
        self.field.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.edit)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.left_field.connect(self._leave)
        self.field.called_off.connect(lambda: self._close(keep_focus=True))
        self._guard = FinishGuard(self, self._leave)

    @property
    def is_editing(self) -> bool:
        """Whether something is being typed here."""
        return not self.field.isHidden()

    def show_value(self, label: str, typed: str, name: str, *, is_changed: bool = False, is_faint: bool = False) -> None:
        """Show ``label``; the field starts with ``typed``. ``name`` is what the value is of, for screen readers."""
        self._before, self._name = typed, name
        changed = self.tr(", changed by you") if is_changed else ""
        self.button.show_words(
            label,
            self.tr("{name}: {value}{changed}, press to change it").format(name=name, value=label, changed=changed),
            is_changed=is_changed,
            is_faint=is_faint,
        )
        self.field.setAccessibleName(name)

    def read_with(self, reader: NoteReader) -> None:
        """Mark what is hard to read on this handout."""
        if isinstance(self.field, MarkedField):
            self.field.read_with(reader)

    def edit(self) -> None:
        """Open the field with what is there, all of it selected."""
        self.field.setText(self._before)
        self.field.set_unusual(False)
        self.button.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        self._on_text_edited(self._before)

    def _on_text_edited(self, text: str) -> None:
        if self._reader is None:
            return
        said = self._reader(text) if text.strip() else ""
        self.field.set_unusual(said is None)
        self.read_back.emit(self.field.placeholderText() if said is None else said)

    def _on_return_pressed(self) -> None:
        if not self._is_readable():
            announce(self, self.tr("This cannot be read. Type {hint}.").format(hint=self.field.placeholderText()))
            return
        self._close(self.field.text(), keep_focus=True)

    def _leave(self) -> None:
        """Take what can be read; what cannot changes nothing."""
        if self.is_editing:
            self._close(self.field.text() if self._is_readable() else None)

    def _is_readable(self) -> bool:
        text = self.field.text().strip()
        return not text or self._reader is None or self._reader(text) is not None

    def _close(self, text: str | None = None, *, keep_focus: bool = False) -> None:
        self.field.hide()
        self.button.show()
        if keep_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read_back.emit("")
        if text is not None and text.strip() != self._before.strip():
            self.typed.emit(text.strip())
