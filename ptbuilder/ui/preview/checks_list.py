"""What is checked before printing, the open ones first, each with a way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.services.sheet_checks import CheckState, SheetCheck
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_bar
from ptbuilder.ui.preview.check_words import check_words
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

_SIGNS: dict[CheckState, tuple[str, str]] = {
    "good": ("check-circle", "accent"),
    "note": ("info", "ink_2"),
    "open": ("warn", "warn"),
}


class CheckLine(QWidget):
    """One check: sign, title, sentence, and perhaps a button; open ones stand on amber."""

    mend_asked = Signal(object)

    def __init__(self, theme: Theme, check: SheetCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.check = check
        words = check_words(check)
        self.setObjectName(f"check_{check.key}")
        is_open = check.state == "open"
        self._title = TextLabel(theme, words.title, "strong", "on_warn" if is_open else "ink", wraps=True)
        text = TextLabel(theme, words.text, "caption", "on_warn" if is_open else "ink_2", wraps=True)
        column = QVBoxLayout(self)
        left = ROW + theme.wide(16) + BETWEEN
        column.setContentsMargins(left, BETWEEN, ROW, BETWEEN)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(text)
        if words.mend:
            row = QHBoxLayout()
            row.setContentsMargins(0, 4, 0, 2)
            self.button = Button(theme, words.mend, small=True)
            self.button.setObjectName(f"mend_{check.key}")
            self.button.clicked.connect(lambda: self.mend_asked.emit(self.check))
            row.addWidget(self.button)
            row.addStretch(1)
            column.addLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{words.title}. {words.text}")
        follow_theme(self, theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of an open check, and the sign."""
        painter = QPainter(self)
        ground = self.theme.color("warn_soft" if self.check.state == "open" else "surface")
        if self.check.state == "open":
            painter.fillRect(self.rect(), ground)
            paint_bar(painter, self.theme, QRectF(self.rect()), "warn_line")
        name, color = _SIGNS[self.check.state]
        side = self.theme.wide(16)
        top = self._title.y() + (self.theme.line("body") - side) / 2
        paint_icon(painter, name, QRectF(ROW, top, side, side), self.theme.color(color), ground)
        painter.end()


class ChecksList(QWidget):
    """All checks under a heading with how many are good; ``mend_asked`` carries the check whose button was pressed."""

    mend_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("checks_list")
        self._checks: tuple[SheetCheck, ...] = ()
        self._lines: list[CheckLine] = []
        self.setAccessibleName(self.tr("Before you print"))
        self._count = TextLabel(theme, self.tr("checking"), "caption", "ink_2")
        head = QHBoxLayout()
        head.setContentsMargins(ROW, ROW, ROW, 4)
        head.addWidget(TextLabel(theme, self.tr("Before you print"), "strong"), 1)
        head.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addStretch(1)

    @property
    def checks(self) -> tuple[SheetCheck, ...]:
        """What is shown."""
        return self._checks

    def sizeHint(self) -> QSize:
        """As wide as the column that holds it."""
        return QSize(self.theme.wide(260), super().sizeHint().height())

    def show_checks(self, checks: Sequence[SheetCheck]) -> None:
        """Show these checks; nothing moves where they are the same."""
        new = tuple(checks)
        if new == self._checks:
            return
        self._checks = new
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for place, check in enumerate(new, start=1):
            line = CheckLine(self.theme, check)
            line.mend_asked.connect(self.mend_asked)
            self._column.insertWidget(place, line)
            self._lines.append(line)
        good = sum(check.state == "good" for check in new)
        self._count.set_text(self.tr("{good} of {all} good").format(good=good, all=len(new)) if new else "")
