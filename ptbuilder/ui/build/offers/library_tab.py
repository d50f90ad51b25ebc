"""The library beside the program: search by name, other names, muscles and goals, and add what is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.adding import add_from_list
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.offers.card_list import CardList
from ptbuilder.ui.build.offers.card_model import Offer
from ptbuilder.ui.build.offers.offers import library_offer
from ptbuilder.ui.build.quiet_place import QuietPlace
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import EDGE, ROW, Theme
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.text import TextLabel

Find = Callable[[str], Sequence[str]]
"""What was typed to the codes of matching exercises, best first; all of them for an empty text."""


class SearchField(Field):
    """Keys that move in a list go on to it by ``moved`` while one types."""

    moved = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter for the list, Esc empties the field first."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
            self.moved.emit(event)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
        else:
            super().keyPressEvent(event)


class LibraryTab(QWidget):
    """Typing searches at once; ``set_finder`` brings the search once the library is read."""

    why_asked = Signal(str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("library_tab")
        self._desk_signals = desk_signals
        self._find: Find | None = None
        self._shown: tuple[object, ...] = ()
        self._offered: object = None
        self._offers: dict[str, Offer | None] = {}
        self.field = SearchField(theme, self.tr("Search the library"), self.tr("Search exercises"), icon="search")
        self.field.setObjectName("library_search")
        self.count = TextLabel(theme, "", "caption", "ink_2")
        self.list = CardList(theme, pictures, is_uniform=True)
        self.list.setObjectName("library_list")
        self.list.setAccessibleName(self.tr("Exercises in the library"))
        self.nothing = QuietPlace(theme, "search", self.tr("Nothing found"), "")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def set_finder(self, find: Find) -> None:
        """Search with ``find`` from now on."""
        self._find = find
        self._shown = ()
        self.refresh()

    def focus_first(self) -> None:
        """Put the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show what was found; nothing is done while the tab cannot be seen."""
        if not self._desk_signals.is_open or not self.isVisible():
            return
        desk, text = self._desk_signals.desk, self.field.text().strip()
        state = (text, self._find, desk.work)
        if state == self._shown:
            return
        searched = self._shown[:1] != (text,)
        self._shown = state
        codes = self._codes(desk, text)
        if self._offered is not desk.work:
            self._offered, self._offers = desk.work, {}
        self.list.show_codes(codes, lambda code: self._offer_of(desk, code))
        if searched:
            self.list.choose_first()
        one = self.tr("1 exercise")
        self.count.set_text(one if len(codes) == 1 else self.tr("{n} exercises").format(n=len(codes)))
        self.nothing.show_text(self.tr('No exercise matches "{text}". Try fewer letters.').format(text=text))
        self._pages.setCurrentIndex(0 if codes else 1)

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _offer_of(self, desk: Desk, code: str) -> Offer | None:
        """The words of a row; the same rows come again from letter to letter."""
        if code not in self._offers:
            self._offers[code] = library_offer(desk, code)
        return self._offers[code]

    def _codes(self, desk: Desk, text: str) -> tuple[str, ...]:
        if self._find is not None and text:
            return tuple(self._find(text))  # it finds in the same library, and none that is retired
        return tuple(code for code, each in desk.library.exercises.items() if not each.retired)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROW, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(6)
        head.addWidget(self.field)
        head.addWidget(self.count)
        column.addLayout(head)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.refresh)
        self._desk_signals.library_changed.connect(self._on_library_changed)
        self.field.textChanged.connect(self.refresh)
        self.field.moved.connect(self._on_moved)
        self.list.add_asked.connect(self._on_add_asked)
        self.list.why_asked.connect(self.why_asked)
        self.list.left_at_top.connect(self.focus_first)

    def _on_library_changed(self, _codes: object) -> None:
        self._shown = ()
        self._offered = None

    def _on_moved(self, event: QKeyEvent) -> None:
        self.list.keyPressEvent(event)

    def _on_add_asked(self, code: str) -> None:
        add_from_list(self._desk_signals, code, self.list)
