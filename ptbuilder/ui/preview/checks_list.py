"""What is checked before printing, the open ones first, each with a way to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.paper.sheet_checks import SheetCheck
from ptbuilder.ui.preview.check_words import check_words
from ptbuilder.ui.preview.status_line import StatusLine
from ptbuilder.ui.theme import ROW, Theme
from ptbuilder.ui.widgets.text import TextLabel


class ChecksList(QWidget):
    """All checks under a heading with how many are good; ``mend_asked`` carries the check whose button was pressed."""

    mend_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("checks_list")
        self._checks: tuple[SheetCheck, ...] = ()
        self._lines: list[StatusLine] = []
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

    @property
    def lines(self) -> tuple[StatusLine, ...]:
        """The lines in the order of ``checks``."""
        return tuple(self._lines)

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
            line = StatusLine(self.theme, f"check_{check.key}", check.state, check_words(check))
            line.mend_asked.connect(partial(self._on_mend_asked, check))
            self._column.insertWidget(place, line)
            self._lines.append(line)
        good = sum(check.state == "good" for check in new)
        self._count.set_text(self.tr("{good} of {all} good").format(good=good, all=len(new)) if new else "")

    def _on_mend_asked(self, check: SheetCheck, _act: str) -> None:
        self.mend_asked.emit(check)
