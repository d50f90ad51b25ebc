"""The right part of the footer on Build: what is open before printing, how it is printed, and the three ways out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.figure_words import figure_options, skin_options
from ptbuilder.ui.labels import patient_name, short_date
from ptbuilder.ui.painting import text_width
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.focus_place import FocusPlace
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import set_tip

if TYPE_CHECKING:
    from ptbuilder.domain.clinic import HandoutChoices

RING = 4
"""Room for the focus ring, which is cut at the edge of the bar."""
LEAST_WHOM = 210
"""Width at 100 % text that the name and the day in the print line keep; a longer name is cut."""
NARROW, TIGHT = 1100, 760
"""Widths of the window at 100 % text below which words are left out of the bar."""


class PrintBar(QWidget):
    """Says whether the sheet is ready; ``answer_asked`` is sent when something must be answered first.

    Print asks once more in the same line ("for whom, of when"), where Enter prints; ``print_confirmed`` follows.
    """

    preview_asked = Signal()
    save_pdf_asked = Signal()
    phone_asked = Signal()
    note_asked = Signal()
    print_confirmed = Signal()
    answer_asked = Signal()
    clinic_asked = Signal()
    choices_chosen = Signal(object)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._desk_signals = desk_signals
        self._is_asking = False
        self._is_narrow = self._is_tight = False
        self._has_letterhead = True
        self._focus_before = FocusPlace()
        self.state = Chip(theme, "", "plain")
        self.state.setObjectName("print_state")
        self.choices_button = Button(theme, "", "menu")
        self.choices_button.setObjectName("handout_choices")
        self._no_letterhead = TextLabel(theme, self.tr("Letterhead not set"), "caption", "ink_2")
        self._set_up = Button(theme, self.tr("Set up the clinic"), "quiet", small=True)
        self.preview_button = Button(theme, self.tr("Preview"), icon="eye", key="Ctrl+E")
        self.preview_button.setObjectName("preview_button")
        self.pdf_button = Button(theme, self.tr("Save PDF"), icon="save-pdf")
        self.pdf_button.setObjectName("save_pdf_button")
        self.note_button = IconButton(theme, "copy", self.tr("Copy the note for the clinic's record (Ctrl+Shift+C)"))
        self.note_button.setObjectName("copy_note_button")
        self.print_button = Button(theme, self.tr("Print"), "primary", icon="printer", key="Ctrl+P")
        self.print_button.setObjectName("print_button")
        self._for_whom = ElidedLabel(theme, "", "body", "ink_2")
        self._for_whom.setObjectName("print_for_whom")
        self._lay_out()
        self._show_empty()
        self._connect()

    @property
    def is_asking(self) -> bool:
        """Whether the print line stands and Enter prints."""
        return self._is_asking

    def set_letterhead_known(self, known: bool) -> None:
        """Whether the clinic has a letterhead; the empty page offers to set it up."""
        self._has_letterhead = known
        self.refresh()

    def set_window_width(self, width: int) -> None:
        """Leave the preview button and words out where the footer is narrow."""
        narrow, tight = width < self.theme.wide(NARROW), width < self.theme.wide(TIGHT)
        if (narrow, tight) != (self._is_narrow, self._is_tight):
            self._is_narrow, self._is_tight = narrow, tight
            self.pdf_button.set_label("" if narrow else self.tr("Save PDF"))
            self.pdf_button.setAccessibleName(self.tr("Save PDF"))
            self.refresh()

    def set_preview_shown(self, shown: bool) -> None:
        """The preview button closes the preview while it is open."""
        label = self.tr("Close preview") if shown else self.tr("Preview")
        self.preview_button.set_label(label, "Esc" if shown else "Ctrl+E")

    def ask_to_print(self) -> None:
        """Open the print line, or say what must be answered first."""
        desk = self._desk_signals.desk
        if desk.outcome.stop is None and desk.open_questions:
            self.answer_asked.emit()
            self._desk_signals.refused.emit(self.tr("Answer this first."))
            return
        if not self.print_button.isEnabled():
            return
        patient, day = desk.work.patient, short_date(desk.today)
        self._for_whom.set_text(self.tr("{name}, {date}").format(name=patient_name(patient), date=day))
        whole = round(text_width(self.theme, self._for_whom.text())) + 2
        self._for_whom.setMinimumWidth(min(whole, self.theme.wide(LEAST_WHOM)))
        if not self._is_asking:
            self._focus_before.remember()
        self._set_asking(True)
        self.print_button.setFocus()

    def call_off(self) -> None:
        """Close the print line, and give the focus back to where it was."""
        self.refresh()
        self._focus_before.give_back()

    def refresh(self) -> None:
        """Show the state of the desk."""
        if not self._desk_signals.is_open:
            return
        desk = self._desk_signals.desk
        self.choices_button.set_label(choices_text(desk.work.choices, 1 if self._is_tight else 3 if self._is_narrow else 4))
        if desk.outcome.stop is not None:
            self._show_stop()
        elif not desk.rows:
            self._show_empty()
        else:
            self._show_ready()
        self._set_asking(False)

    def menu(self) -> QMenu:
        """Layout, language, paper and colour as groups of a menu, figure and skin as menus in it."""
        from ptbuilder.domain.clinic import LAYOUTS, PAPERS

        menu = QMenu(self)
        now = self._desk_signals.desk.work.choices
        self._add_group(menu, now, "layout", [(each, layout_word(each)) for each in LAYOUTS])
        self._add_group(menu, now, "language", [(each, language_word(each)) for each in ("en", "es", "both")])
        self._add_group(menu, now, "paper", [(each, paper_word(each)) for each in PAPERS])
        self._add_group(menu, now, "ink", [(each, ink_word(each)) for each in ("colour", "bw")])
        self._add_group(menu, now, "two_sided", [(each, sides_word(is_two_sided=each)) for each in (False, True)])
        menu.addSeparator()
        self._add_group(menu.addMenu(self.tr("Figure")), now, "figure", figure_options())
        skin = menu.addMenu(self.tr("Skin"))
        self._add_group(skin, now, "skin", skin_options())
        skin.setEnabled(now.ink == "colour")
        menu.addSeparator()
        for text, asked in ((self.tr("Save for the phone"), self.phone_asked), (self.tr("Copy the note"), self.note_asked)):
            menu.addAction(text).triggered.connect(lambda _=False, asked=asked: asked.emit())
        return menu

    def _add_group(self, menu: QMenu, now: HandoutChoices, field: str, options: Sequence[tuple[str | bool, str]]) -> None:
        from dataclasses import replace

        if menu.actions():
            menu.addSeparator()
        group = QActionGroup(menu)
        for value, text in options:
            action: QAction = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(getattr(now, field) == value)
            chosen = replace(now, **{field: value})  # type: ignore[arg-type]
            action.triggered.connect(lambda _=False, choices=chosen: self.choices_chosen.emit(choices))
            group.addAction(action)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(RING, RING, RING, RING)
        row.setSpacing(BETWEEN)
        for part in (self.state, self._no_letterhead, self._set_up, self.choices_button, self._for_whom):
            row.addWidget(part)
        row.addSpacing(4)
        for button in (self.preview_button, self.note_button, self.pdf_button, self.print_button):
            row.addWidget(button)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.refresh)
        self.state.clicked.connect(self.answer_asked)
        self._set_up.clicked.connect(self.clinic_asked)
        self.choices_button.clicked.connect(self._on_choices_clicked)
        self.preview_button.clicked.connect(self.preview_asked)
        self.note_button.clicked.connect(self.note_asked)
        self.pdf_button.clicked.connect(self.save_pdf_asked)
        self.print_button.clicked.connect(self._on_print_clicked)

    def _on_choices_clicked(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.choices_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _on_print_clicked(self) -> None:
        if self._is_asking:
            self.call_off()
            self.print_confirmed.emit()
        else:
            self.ask_to_print()

    def _set_asking(self, asking: bool) -> None:
        self._is_asking = asking
        self._for_whom.setVisible(asking)
        if asking and self._is_narrow:  # for whom it is printed matters more than how
            self.state.hide()
            self.choices_button.hide()
        self.print_button.set_label(self.print_button.label, "Enter" if asking else "" if self._is_tight else "Ctrl+P")

    def _show_empty(self) -> None:
        tip = self.tr("Add an exercise first")
        self.state.hide()
        self.choices_button.hide()
        self._no_letterhead.setVisible(not self._has_letterhead and not self._is_tight)
        self._set_up.setVisible(not self._has_letterhead)
        self._show_buttons(stop=False)
        if self._desk_signals.is_open and self._desk_signals.desk.open_questions:
            self._show_open(len(self._desk_signals.desk.open_questions))
        for button in (self.preview_button, self.note_button, self.pdf_button, self.print_button):
            button.setEnabled(False)
            set_tip(button, tip)

    def _show_ready(self) -> None:
        desk = self._desk_signals.desk
        self._no_letterhead.hide()
        self._set_up.hide()
        self.choices_button.show()
        count = len(desk.open_questions)
        if not desk.is_accepted:
            self.state.show_state("plain", self.tr("Draft") if self._is_tight else self.tr("Not accepted yet"), "info")
        elif count:
            self._show_open(count)
        else:
            self.state.show_state("served", self.tr("Ready") if self._is_tight else self.tr("Ready to print"))
        self.state.show()
        self._show_buttons(stop=False)
        for button in (self.preview_button, self.note_button, self.pdf_button, self.print_button):
            button.setEnabled(True)
            set_tip(button, "")

    def _show_open(self, count: int) -> None:
        self.state.show_state("warn", self.tr("{n} to answer").format(n=count))
        self.state.show()

    def _show_stop(self) -> None:
        self._no_letterhead.hide()
        self._set_up.hide()
        self.choices_button.hide()
        self.state.show_state("stop", self.tr("Stopped") if self._is_narrow else self.tr("Stopped: no program"))
        self.state.show()
        self._show_buttons(stop=True)
        self.preview_button.setEnabled(False)
        set_tip(self.preview_button, self.tr("There is no program while a danger sign stands"))
        for button in (self.note_button, self.pdf_button, self.print_button):
            button.setEnabled(True)
            set_tip(button, "")

    def _show_buttons(self, *, stop: bool) -> None:
        self.print_button.set_kind("stop" if stop else "primary")
        label = self.tr("Print the referral note") if stop else self.tr("Print")
        self.print_button.set_label(self.tr("Print the note") if stop and self._is_tight else label)
        self.print_button.setAccessibleName(label)
        self.preview_button.setVisible(not stop and not self._is_narrow)


def choices_text(choices: HandoutChoices, most: int = 4) -> str:
    """The first ``most`` choices as the footer shows them: "Standard, English, A4, colour"."""
    words = (layout_word(choices.layout), language_word(choices.language), paper_word(choices.paper), ink_word(choices.ink))
    return ", ".join(words[:most])


def layout_word(layout: str) -> str:
    """The name of a layout."""
    words = {
        "standard": _tr("Standard"),
        "compact": _tr("Compact"),
        "large-print": _tr("Large print"),
        "one-per-page": _tr("One per page"),
        "log": _tr("Log"),
    }
    return words[layout]


def language_word(language: str) -> str:
    """The name of a printed language."""
    return {"en": _tr("English"), "es": _tr("Spanish"), "both": _tr("English and Spanish")}[language]


def paper_word(paper: str) -> str:
    """The name of a paper size."""
    return {"a4": _tr("A4"), "letter": _tr("Letter")}[paper]


def ink_word(ink: str) -> str:
    """Colour or black."""
    return {"colour": _tr("colour"), "bw": _tr("black")}[ink]


def sides_word(*, is_two_sided: bool) -> str:
    """Whether pages are laid out for printing on both sides of the paper."""
    return _tr("Both sides, safety on its own sheet") if is_two_sided else _tr("One side")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintBar", text)
