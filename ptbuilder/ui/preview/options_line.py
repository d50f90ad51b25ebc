"""One line that says how the handout is printed, and opens the lists to choose from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.ui.build.print_bar import choices_text
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_line, text_width
from ptbuilder.ui.theme import BETWEEN, FIELD, ROW, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.themed import set_tip


class OptionsLine(PaintedButton):
    """A heading that can be pressed, the choices behind it while they are folded, and an arrow for open or folded."""

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("options_line")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._desk_signals = desk_signals
        self.summary = ""
        desk_signals.changed.connect(self._on_desk_changed)
        self._on_desk_changed()

    def show_opened(self, opened: bool) -> None:
        """Whether the lists stand open below."""
        self.setChecked(opened)
        self._name()

    def sizeHint(self) -> QSize:
        """As wide as the column, as high as a field."""
        return QSize(self.theme.wide(200), self.theme.tall(FIELD))

    def minimumSizeHint(self) -> QSize:
        """Any width: the choices are shortened."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heading, the choices while they are folded, and the arrow."""
        painter, theme, area = QPainter(self), self.theme, QRectF(self.rect())
        if self.isDown() or self.is_hovered:
            painter.fillRect(area, theme.color("hover"))
        title, side = self.tr("Settings"), theme.wide(12)
        arrow = QRectF(area.right() - ROW - side, area.center().y() - side / 2, side, side)
        paint_icon(painter, "chevron-up" if self.isChecked() else "chevron-down", arrow, theme.color("ink_2"))
        wide = text_width(theme, title, "strong")
        paint_line(painter, theme, QRectF(ROW, 0, wide + 1, area.height()), title, "strong")
        if not self.isChecked():
            left = ROW + wide + BETWEEN
            room = arrow.left() - BETWEEN - left
            paint_line(painter, theme, QRectF(left, 0, room, area.height()), self.summary, "caption", "ink_2")
        painter.end()

    def _on_desk_changed(self) -> None:
        if self._desk_signals.is_open:
            self.summary = choices_text(self._desk_signals.desk.work.choices)
        self._name()

    def _name(self) -> None:
        press = self.tr("press to fold them") if self.isChecked() else self.tr("press to change them")
        self.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings: {choices}, {press}").format(choices=self.summary, press=press))
        set_tip(self, "" if self.isChecked() else self.summary)
        self.update()
