"""The foot of the window: what is saved, undo with its name, and what the open page puts at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import key_cap_width, paint_box, paint_key_cap, paint_line, text_width
from ptbuilder.ui.step_words import step_text
from ptbuilder.ui.theme import BETWEEN, BUTTON, EDGE, FOOTER, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton, PaintedButton
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground, Hairline, follow_theme, set_tip

LOW_FOOTER = 48


class _CheckMark(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.sign = "check"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.wide(14), self.theme.wide(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = "ink_2" if self.sign == "check" else "warn"
        paint_icon(painter, self.sign, QRectF(self.rect()), self.theme.color(color))
        painter.end()


class UndoButton(PaintedButton):
    """The icon, what would be undone, and the keys; the name goes first where there is little room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("undo_button")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.step = ""
        self.show_step("")

    def show_step(self, step: str) -> None:
        """Name the step that undo would take back; empty where there is none."""
        if step == self.step and self.text():
            return
        self.step = step
        whole = self.tr("Undo: {step}").format(step=step) if step else self.tr("Undo")
        self.setText(whole.replace("&", "&&"))
        self.setAccessibleName(whole)
        set_tip(self, whole if step else self.tr("Nothing to undo yet"))
        self.setEnabled(bool(step))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Everything."""
        caps = 8 + self._caps() if self.step else 2
        return QSize(round(self._fixed() + text_width(self.theme, self.accessibleName(), "caption") + caps), self._high())

    def minimumSizeHint(self) -> QSize:
        """The icon and the word Undo."""
        return QSize(round(self._fixed() + text_width(self.theme, self.tr("Undo"), "caption") + 2), self._high())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the long form where it fits, else the short one."""
        painter = QPainter(self)
        theme, area = self.theme, QRectF(self.rect())
        if self.is_hovered:
            paint_box(painter, area, theme.color("hover"))
        ink = "ink_2" if self.isEnabled() else "ink_off"
        side = theme.wide(16)
        paint_icon(painter, "undo", QRectF(6, area.center().y() - side / 2, side, side), theme.color(ink))
        left, right = 6.0 + side + 6, area.right() - 4
        text = self.accessibleName()
        needed = text_width(theme, text, "caption")
        with_caps = self.isEnabled() and left + min(needed, theme.wide(90)) + 8 + self._caps() <= right
        room = right - left - (self._caps() + 8 if with_caps else 0)
        shown = text if needed <= room + 1 or room > theme.wide(90) else self.tr("Undo")
        paint_line(painter, theme, QRectF(left, 0, room + 1, area.height()), shown, "caption", ink)
        if with_caps:
            left += min(text_width(theme, shown, "caption"), room) + 8
            edge = paint_key_cap(painter, theme, left, area.center().y(), "Ctrl")
            paint_key_cap(painter, theme, edge + 4, area.center().y(), "Z")
        painter.end()

    def _fixed(self) -> float:
        return 6 + self.theme.wide(16) + 6 + 6

    def _caps(self) -> float:
        return key_cap_width(self.theme, "Ctrl") + 4 + key_cap_width(self.theme, "Z")

    def _high(self) -> int:
        return self.theme.tall(BUTTON, "caption")


class Footer(Ground):
    """Save state and undo at the left on every page; ``add_end`` gives each page its own right part."""

    undo_asked = Signal()
    redo_asked = Signal()
    retry_asked = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("top",), parent)
        self.setObjectName("footer")
        self.setAccessibleName(self.tr("Save, undo and print"))
        self._desk_signals = desk_signals
        self._has_failed = False
        self._low = False
        self._sign = _CheckMark(theme)
        self.save_label = TextLabel(theme, self.tr("Nothing to save yet"), "caption", "ink_2")
        self.save_label.setObjectName("save_state")
        self._retry = Button(theme, self.tr("Try again"), "quiet", small=True)
        self.undo_button = UndoButton(theme)
        self.redo_button = IconButton(theme, "redo", self.tr("Redo"))
        self.redo_button.setObjectName("redo_button")
        self._rule = Hairline(theme, upright=True)
        self._ends = QStackedWidget()
        self._ends.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._retry.hide()
        self._sign.hide()
        self._on_theme_changed()
        self._connect()

    def add_end(self, widget: QWidget) -> None:
        """Keep the right part of one page."""
        self._ends.addWidget(widget)

    def show_end(self, widget: QWidget) -> None:
        """Show the right part of the page that is open."""
        self._ends.setCurrentWidget(widget)

    def set_low(self, low: bool) -> None:
        """48 pixels instead of 56."""
        self._low = low
        self._on_theme_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide redo where the row is narrow."""
        super().resizeEvent(event)
        self.redo_button.setVisible(self.width() >= self.theme.wide(1100))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 1, EDGE - 4, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.save_label)
        row.addWidget(self._retry)
        row.addSpacing(BETWEEN)
        row.addWidget(self._rule)
        row.addSpacing(BETWEEN)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addStretch(1)
        row.addWidget(self._ends)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self._desk_signals.saved.connect(self.show_saved)
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button.clicked.connect(self.redo_asked)
        self._retry.clicked.connect(self.retry_asked)
        self.theme.changed.connect(self._on_theme_changed)

    def _on_desk_changed(self) -> None:
        desk = self._desk_signals.desk
        undo, redo = desk.undo_step, desk.redo_step
        self.undo_button.show_step(step_text(desk.library, undo) if undo else "")
        self.redo_button.setEnabled(redo is not None)
        named = self.tr("Redo: {step}").format(step=step_text(desk.library, redo)) if redo else self.tr("Nothing to redo")
        self.redo_button.set_name(named)
        self.show_saved()

    def show_saved(self) -> None:
        """Show when the work was last saved, or why it could not be."""
        saved = self._desk_signals.desk.saved
        failed = bool(saved.problem)
        text = self.tr("Nothing to save yet")
        if failed:
            text = self.tr("Not saved: {problem} Your work is kept here.").format(problem=saved.problem)
        elif saved.at is not None:
            text = self.tr("Saved {time}").format(time=saved.at.strftime("%H:%M"))
        self._sign.sign = "warn" if failed else "check"
        self._sign.setVisible(failed or saved.at is not None)
        self._retry.setVisible(failed)
        self.save_label.set_color("warn" if failed else "ink_2")
        self.save_label.set_text(text)
        if failed != self._has_failed:  # each save would be too much to hear, a failure and its end are not
            self._has_failed = failed
            announce(self, text, urgent=failed)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self.theme.tall(LOW_FOOTER if self._low else FOOTER))
        self._rule.setFixedHeight(self.theme.wide(24))
