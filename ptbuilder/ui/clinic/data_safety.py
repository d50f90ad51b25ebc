"""The safety of the data: the recovery sheet, the backups, and bringing one back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.patients.recovery import Backup
from ptbuilder.ui.patients.words import moment_words
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Hairline

SHOWN = 8
"""Backups listed at most, the newest first."""


class DataSafety(CardBox):
    """``sheet_asked`` wants the recovery sheet printed; ``restore_asked`` carries the backup that was confirmed."""

    sheet_asked = Signal()
    restore_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("data_safety")
        self.setAccessibleName(self.tr("Safety of the data"))
        self._chosen: Backup | None = None
        self._rows: list[QWidget] = []
        self._sheet_state = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.print_sheet = Button(theme, self.tr("Print the recovery sheet"), icon="printer")
        self.print_sheet.setObjectName("print_recovery_sheet")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._none = TextLabel(theme, self.tr("No backup yet. One is made each day."), "body", "ink_2")
        self.confirm = NoticeLine(theme, "warn")
        self.confirm.setObjectName("confirm_restore")
        self.bring_back = Button(theme, self.tr("Bring it back"), "stop", small=True)
        self.bring_back.setObjectName("restore")
        self._cancel = Button(theme, self.tr("Cancel"), "quiet", small=True)
        self._lay_out()
        self._connect()

    def show_state(self, backups: Sequence[Backup], today: date, *, is_sheet_wanted: bool) -> None:
        """Show the newest backups, and whether the recovery sheet was printed yet."""
        words = self.tr("Whoever holds this sheet can read the data. Keep it where you keep keys.")
        if is_sheet_wanted:
            words = self.tr("Not printed yet. Without it, a broken computer can take all data with it.") + " " + words
        self._sheet_state.set_text(words)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(each, today) for each in backups[:SHOWN]]
        for row in self._rows:
            self._list.addWidget(row)
        self._none.setVisible(not backups)
        self._close_confirm()

    def _row(self, backup: Backup, today: date) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        when = moment_words(backup.at, today)
        line.addWidget(TextLabel(self.theme, when, "body"))
        line.addStretch(1)
        button = Button(self.theme, self.tr("Bring back"), small=True)
        button.setAccessibleName(self.tr("Bring back the backup of {when}").format(when=when))
        button.clicked.connect(lambda: self._ask(backup, when))
        line.addWidget(button)
        return row

    def _ask(self, backup: Backup, when: str) -> None:
        self._chosen = backup
        text = self.tr("Everything goes back to {when}. What is there now is kept as a backup itself.")
        self.confirm.show_line("warn", text.format(when=when))
        self.confirm.show()
        self._cancel.setFocus()  # a page in a scrolling area comes along with the focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc calls off what was asked."""
        if event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._close_confirm()
        else:
            super().keyPressEvent(event)

    def _close_confirm(self) -> None:
        had_focus = self.confirm.isAncestorOf(self.focusWidget() or self)
        self._chosen = None
        self.confirm.hide()
        if had_focus:
            self.print_sheet.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(TextLabel(self.theme, self.tr("Safety of the data"), "name"))
        self.column.addWidget(TextLabel(self.theme, self.tr("Recovery sheet"), "strong"))
        self.column.addWidget(self._sheet_state)
        row = QHBoxLayout()
        row.addWidget(self.print_sheet)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(BETWEEN)
        self.column.addWidget(Hairline(self.theme))
        self.column.addWidget(TextLabel(self.theme, self.tr("Backups"), "strong"))
        self.column.addWidget(self._none)
        self.column.addLayout(self._list)
        self.confirm.row.addWidget(self.bring_back)
        self.confirm.row.addWidget(self._cancel)
        self.column.addWidget(self.confirm)
        self.confirm.hide()

    def _connect(self) -> None:
        self.print_sheet.clicked.connect(self.sheet_asked)
        self._cancel.clicked.connect(self._close_confirm)
        self.bring_back.clicked.connect(self._on_bring_back_clicked)

    def _on_bring_back_clicked(self) -> None:
        if self._chosen is not None:
            backup = self._chosen
            self._close_confirm()
            self.restore_asked.emit(backup)
