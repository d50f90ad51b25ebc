"""The right column: suggestions, the library, the preview, and why or why not while that is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.offers.suggested_pane import SuggestedPane
from ptbuilder.ui.build.pane import Pane, StripState
from ptbuilder.ui.build.pane_tabs import PaneTabs
from ptbuilder.ui.build.quiet_place import QuietPlace
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.focus_place import FocusPlace

if TYPE_CHECKING:
    from ptbuilder.ui.build.offers.library_tab import Find, LibraryTab
    from ptbuilder.ui.build.offers.why_not_pane import WhyNotPane
    from ptbuilder.ui.build.offers.why_pane import WhyPane

EXTRA = ("why", "why-not")
"""Tabs that are there only while they are used."""


class RightPane(Pane):
    """``tab`` names what is open: suggested, library, preview, why, why-not, or referral on a stop.

    Only the suggestions are made at once, the other tabs when they are first opened; ``set_preview`` and ``set_referral`` say how
    the preview and the referral note are made.
    ``preview_toggled`` tells whether the preview is open, ``program_asked`` wants the focus back in the program, ``row_asked`` on
    the row of an exercise that was just added, ``tab_made`` tells that a tab was just made.
    """

    preview_toggled = Signal(bool)
    library_page_asked = Signal()
    program_asked = Signal()
    row_asked = Signal(str)
    tab_made = Signal()

    def __init__(
        self, desk_signals: DeskSignals, theme: Theme, pictures: DrawingCache | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "window", parent)
        self.setObjectName("right_pane")
        self.setAccessibleName(self.tr("Suggestions"))
        self._desk_signals = desk_signals
        self._pictures = pictures or DrawingCache()
        self._find: Find | None = None
        self._tab = "suggested"
        self._before_extra = "suggested"
        self._focus_before = FocusPlace()
        self.tabs = PaneTabs(theme)
        self.suggested = SuggestedPane(desk_signals, theme, self._pictures)
        self._stack = QStackedWidget()
        self._widgets: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "library": lambda: self.library,
            "why": lambda: self.why,
            "why-not": lambda: self.why_not,
        }
        self._lay_out()
        self._connect()

    # ---- the tabs that are made late --------------------------------------------------------------------------------

    @cached_property
    def library(self) -> LibraryTab:
        """All exercises."""
        from ptbuilder.ui.build.offers.library_tab import LibraryTab

        made = LibraryTab(self._desk_signals, self.theme, self._pictures)
        made.why_asked.connect(self.show_why_not)
        if self._find is not None:
            made.set_finder(self._find)
        return made

    @cached_property
    def why(self) -> WhyPane:
        """Why an exercise is in the program."""
        from ptbuilder.ui.build.offers.why_pane import WhyPane

        return WhyPane(self._desk_signals, self.theme)

    @cached_property
    def why_not(self) -> WhyNotPane:
        """What keeps an exercise out."""
        from ptbuilder.ui.build.offers.why_not_pane import WhyNotPane

        made = WhyNotPane(self._desk_signals, self.theme, self._pictures)
        made.close_asked.connect(self.close_extra)
        made.added.connect(self._on_added)
        if self._find is not None:
            made.set_finder(self._find)
        return made

    # ---- what the window asks ---------------------------------------------------------------------------------------

    @property
    def tab(self) -> str:
        """The name of the open tab."""
        return self._tab

    @property
    def strip_state(self) -> StripState:
        """The number of cards, or that a referral note stands there."""
        if not self._desk_signals.is_open:
            return StripState("goal")
        if self._desk_signals.desk.outcome.stop is not None:
            return StripState("printer", "", self.tr("note"))
        count = self.suggested.list.offers.rowCount()
        return StripState("goal", str(count) if count else "", self.tr("sug-\ngested"))

    def set_finder(self, find: Find) -> None:
        """Bring the search of the library, before a tab that searches is opened."""
        self._find = find

    def set_preview(self, make: Callable[[], QWidget]) -> None:
        """Let the preview be made when its tab is opened."""
        self._makers["preview"] = make

    def set_referral(self, make: Callable[[], QWidget]) -> None:
        """Let the referral note be made when its tab is opened."""
        self._makers["referral"] = make

    def open_tab(self, key: str) -> None:
        """Open a tab; the preview tells the page that it needs room."""
        if key == self._tab or key not in self._widgets:
            return
        if key in self._makers:
            self._replace(key, self._makers.pop(key)())
            self.tab_made.emit()
        if key in EXTRA and self._tab not in EXTRA:
            self._before_extra = self._tab
        was_preview, self._tab = self._tab == "preview", key
        for extra in EXTRA:
            self.tabs.set_shown(extra, extra == key)
        self.tabs.open(key, closable=key in EXTRA)
        self._stack.setCurrentWidget(self._widgets[key])
        self._name()
        if was_preview or key == "preview":
            self.preview_toggled.emit(key == "preview")

    def toggle_preview(self) -> None:
        """Open the preview, or go back to the suggestions."""
        self.open_tab("suggested" if self._tab == "preview" else "preview")

    def follow_preview(self, shown: bool) -> None:
        """Open or leave the preview, as the page did."""
        if shown != (self._tab == "preview"):
            self.toggle_preview()

    def show_why(self, identifier: str) -> None:
        """All reasons of a prescription."""
        self._remember_focus()
        self.asked_open.emit()
        self.open_tab("why")
        self.why.show_prescription(identifier)
        self.why.focus_first()

    def show_why_not(self, code: str = "") -> None:
        """What keeps an exercise out; without a code any exercise can be asked for."""
        self._remember_focus()
        self.asked_open.emit()
        self.open_tab("why-not")
        self.why_not.show_exercise(code)
        self.why_not.focus_first() if not code else self.why_not.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_extra(self) -> None:
        """Close why or why not, and give the focus back to where it came from."""
        if self._tab not in EXTRA:
            return
        self.open_tab(self._before_extra)
        if not self._focus_before.give_back():
            self.program_asked.emit()

    def ask_why(self) -> bool:
        """Why the marked card is offered or not; False where the focus is not in this pane."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        cards = self.library.list if self._tab == "library" else self.suggested.list
        offer = cards.current_offer
        self.show_why_not(offer.code if offer is not None else "")
        return True

    def focus_first(self) -> None:
        """Put the focus where work in the open tab starts."""
        widget = self._widgets[self._tab]
        start = getattr(widget, "focus_first", None)
        start() if start is not None else widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mark_finding(self, code: str) -> None:
        """Mark the cards that this finding leads to."""
        self.suggested.list.mark_finding(code)

    def set_low(self, low: bool) -> None:
        """Fewer goals in a low window."""
        self.suggested.goals.set_low(low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes why, why not and the preview."""
        if event.key() == Qt.Key.Key_Escape and self._tab in EXTRA:
            self.close_extra()
        elif event.key() == Qt.Key.Key_Escape and self._tab == "preview":
            self.toggle_preview()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        waiting = self.tr("The printed page shows here.")
        note = self.tr("The referral note is printed instead of a program.")
        pages: tuple[tuple[str, str, QWidget], ...] = (
            ("suggested", self.tr("Suggested"), self.suggested),
            ("library", self.tr("Library"), QWidget()),
            ("preview", self.tr("Preview"), QuietPlace(self.theme, "eye", self.tr("Preview"), waiting)),
            ("why", self.tr("Why?"), QWidget()),
            ("why-not", self.tr("Why not?"), QWidget()),
            ("referral", self.tr("Referral note"), QuietPlace(self.theme, "printer", self.tr("Referral note"), note)),
        )
        for key, label, widget in pages:
            self.tabs.add(key, label)
            self._widgets[key] = widget
            self._stack.addWidget(widget)
        for key in (*EXTRA, "referral"):
            self.tabs.set_shown(key, False)
        self.tabs.open("suggested")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self.tabs.closed.connect(self.close_extra)
        self.suggested.why_asked.connect(self.show_why_not)
        self.suggested.why_not_asked.connect(self.show_why_not)
        self.suggested.library_asked.connect(self.library_page_asked)

    def _remember_focus(self) -> None:
        """Where a question comes from; opening the folded column would take the focus there first."""
        if self._tab not in EXTRA:
            self._focus_before.remember()

    def _on_added(self, code: str) -> None:
        """What was added against a rule is looked at next."""
        self._focus_before.forget()
        self.open_tab(self._before_extra)
        self.row_asked.emit(code)

    def _on_tab_chosen(self, key: str) -> None:
        self.open_tab(key)

    def _on_desk_changed(self) -> None:
        stopped = self._desk_signals.desk.outcome.stop is not None
        if stopped != (self._tab == "referral"):
            for key in ("suggested", "library", "preview"):
                self.tabs.set_shown(key, not stopped)
            self.tabs.set_shown("referral", stopped)
            self.open_tab("referral" if stopped else "suggested")
        elif self._tab == "why" and self._desk_signals.desk.stage.prescription(self.why.identifier) is None:
            self.close_extra()
        self._name()
        self.strip_changed.emit()

    def _name(self) -> None:
        count = self.suggested.list.offers.rowCount()
        is_stopped = self._desk_signals.is_open and self._desk_signals.desk.outcome.stop is not None
        self.setAccessibleName(self.tr("Referral note") if is_stopped else self.tr("Suggestions, {n}").format(n=count))

    def _replace(self, key: str, widget: QWidget) -> None:
        old = self._widgets[key]
        self._widgets[key] = widget
        self._stack.addWidget(widget)
        self._stack.removeWidget(old)
        old.deleteLater()
