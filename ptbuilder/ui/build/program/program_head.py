"""The head of the program: whether it is a draft, a note for the patient, and templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptbuilder.ui.labels import short_date
from ptbuilder.ui.theme import BAR, BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.chips import StatusChip
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import set_tip

if TYPE_CHECKING:
    from datetime import date

    from ptbuilder.services.patients.last_sheet import LastSheet

WORDS_FROM = 440
"""Width at 100 % text from which the buttons have words."""


class ProgramHead(QWidget):
    """The note has a button as long as there is none; in a narrow column both buttons go."""

    message_asked = Signal()
    templates_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._has_note = False
        self._is_narrow = False
        self.state_chip = StatusChip(theme, "plain", "")
        self.state_chip.setObjectName("program_state")
        self.message_button = Button(theme, self.tr("Note for patient"), "quiet", icon="note", small=True)
        self.message_button.setObjectName("note_for_patient")
        self.templates_button = Button(theme, self.tr("Templates"), "quiet", icon="templates", small=True)
        self.templates_button.setObjectName("templates_button")
        self._lay_out()
        self._follow_theme()
        theme.changed.connect(self._follow_theme)
        self.message_button.clicked.connect(self.message_asked)
        self.templates_button.clicked.connect(self.templates_asked)

    def show_state(self, *, is_accepted: bool, has_note: bool, sheet: LastSheet | None = None, today: date | None = None) -> None:
        """Say whether the program was taken and how it was last handed out, and offer a note where there is none."""
        self._has_note = has_note
        if is_accepted and sheet is not None:
            icon = "printer" if sheet.way == "print" else "save-pdf"
            self.state_chip.show_state("plain", self._sheet_words(sheet, today), icon)
        elif is_accepted:
            self.state_chip.show_state("plain", self.tr("Not printed yet"))
        else:
            self.state_chip.show_state("served", self.tr("Suggested, follows the findings"), "goal")
        self._show_buttons()

    def _sheet_words(self, sheet: LastSheet, today: date | None) -> str:
        day = self.tr("today") if sheet.on == today else short_date(sheet.on)
        words = {
            "print": self.tr("Printed {day}"),
            "pdf": self.tr("Saved as PDF {day}"),
            "html": self.tr("Saved for the phone {day}"),
        }
        said = words[sheet.way].format(day=day)
        return self.tr("{sheet}, changed since").format(sheet=said) if sheet.is_changed else said

    def fit(self, width: int, *, is_narrow: bool) -> None:
        """Only the signs stay on the buttons where the words have no room, as at large text."""
        self._is_narrow = is_narrow
        short = width < self.theme.wide(WORDS_FROM)
        for button, words in ((self.message_button, self.tr("Note for patient")), (self.templates_button, self.tr("Templates"))):
            button.set_label("" if short else words)
            button.setAccessibleName(words)
            set_tip(button, words if short else "")
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.templates_button.setVisible(not self._is_narrow)
        self.message_button.setVisible(not self._is_narrow and not self._has_note)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(TextLabel(self.theme, self.tr("Program"), "name"))
        row.addWidget(self.state_chip)
        row.addStretch(1)
        row.addWidget(self.message_button)
        row.addSpacing(BETWEEN)
        row.addWidget(self.templates_button)

    def _follow_theme(self) -> None:
        self.setFixedHeight(self.theme.tall(BAR, "heading"))
