"""The main window: rail, top bar, pages and footer, and what each key does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.footer import Footer
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.page_stack import MakePage, Page, PageStack, footer_end_of
from ptbuilder.ui.rail import Rail, rail_entries
from ptbuilder.ui.tab_order import ReadingOrder, put_last
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.top_bar import TopBar
from ptbuilder.ui.undoing import redo, undo
from ptbuilder.ui.widgets.themed import Ground
from ptbuilder.ui.width_class import width_class

if TYPE_CHECKING:
    from ptbuilder.domain.clinic import HandoutChoices
    from ptbuilder.ui.actions import Actions
    from ptbuilder.ui.keys_sheet import KeysSheet
    from ptbuilder.ui.widgets.focus_frame import FocusRing

LEAST = (960, 600)


class Visits(Protocol):
    """Who lets patients come and go."""

    def new_patient(self) -> None:
        """Clear the desk for somebody new."""

    def follow_up(self) -> None:
        """Start a follow-up of the patient at the desk."""


class MainWindow(QMainWindow):
    """Rail, top bar, stacked pages, footer. Pages other than Build are made by ``pages`` when they are first opened.

    ``painted`` is sent once, after the first paint, so that storage is opened only then.
    """

    painted = Signal()
    closing = Signal()
    page_changed = Signal(str)

    def __init__(
        self,
        desk_signals: DeskSignals,
        theme: Theme,
        build_page: BuildPage,
        pages: Mapping[str, MakePage] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("PTBuilder")
        self.theme = theme
        self.build_page = build_page
        self._desk_signals = desk_signals
        self._visits: Visits | None = None
        self._keys: KeysSheet | None = None
        self._was_painted = False
        self.on_escape: list[Callable[[], bool]] = []
        self.may_close: Callable[[], bool] = lambda: True
        self.rail = Rail(theme, rail_entries())
        self.top_bar = TopBar(desk_signals, theme)
        self.footer = Footer(desk_signals, theme)
        self.notices = WindowNotices(theme)
        self._stack = PageStack(build_page, pages or {})
        self.footer.add_end(build_page.footer_end)
        self._lay_out()
        self._ring: FocusRing | None = None
        self.tab_order: ReadingOrder | None = None
        self._fit()
        self._connect()
        self.rail.show_page("build")
        self.setMinimumSize(*LEAST)

    # ---- what the window does ---------------------------------------------------------------------------------------

    @cached_property
    def actions_of_window(self) -> Actions:
        """Everything that has a key; made after the first paint, which needs none of it."""
        from ptbuilder.ui.window_actions import made_actions

        return made_actions(self)

    @property
    def page(self) -> str:
        """The name of the open page."""
        return self._stack.name

    def show_page(self, name: str) -> None:
        """Open a page; it is made at its first opening. One that nobody provides yet is opened as soon as somebody does."""
        if not self._stack.has(name):
            self.rail.show_page(self.page)
            return
        if name != self.page:
            self.notices.end_passing()
        is_new = self._stack.open(name)
        page = self._stack.page
        end = footer_end_of(page)
        if is_new and end is not None:
            self.footer.add_end(end)
        if is_new:
            put_last(self.footer)
        start = getattr(page, "focus_first", None)
        if start is not None:
            start()
        if end is not None:
            self.footer.show_end(end)
        self.rail.show_page(name)
        self.page_changed.emit(name)

    def provide(self, pages: Mapping[str, MakePage]) -> None:
        """Offer more pages; one that was made before is made anew, since its data may be another."""
        if not self._stack.provide(pages):
            self.show_page(self.page)
        if self._stack.wanted in pages:
            self.show_page(self._stack.wanted)

    def page_widget(self, name: str) -> QWidget | None:
        """The page of that name, None before its first opening."""
        return self._stack.made(name)

    def add_finding(self) -> None:
        """Go to the finding field; on other pages to their search."""
        page = self._stack.page
        if self.page != "build" and isinstance(page, Page):
            page.focus_search()
            return
        self.show_page("build")
        self.build_page.focus_assessment()

    def open(self, visits: Visits) -> None:
        """Take whoever lets patients come and go; the library is read now."""
        self._visits = visits

    def new_patient(self) -> None:
        """Clear the desk and put the cursor into the name."""
        if self._visits is not None:
            self._visits.new_patient()
            self.show_page("build")
            self.top_bar.enter_patient()

    def follow_up(self) -> None:
        """Start a new assessment of the patient at hand."""
        if self._visits is not None:
            self._visits.follow_up()
            self.add_finding()

    def come_to_front(self) -> None:
        """Show the window over all others, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_inner(self) -> None:
        """Esc: end what runs (``on_escape``), close the print line, else the preview."""
        if any(end() for end in self.on_escape):
            return
        if self.build_page.footer_end.is_asking:
            self.build_page.footer_end.call_off()
        else:
            self.build_page.set_preview(False)

    def toggle_preview(self) -> None:
        """Show the print preview, or close it."""
        self.show_page("build")
        bar = self.build_page.footer_end
        if self.build_page.is_in_preview or bar.preview_button.isEnabled():
            self.build_page.set_preview(not self.build_page.is_in_preview)

    def ask_to_print(self) -> None:
        """Open the print line on Build; a page with sheets of its own prints those."""
        if not self.is_done_by_page("reprint") and self._desk_signals.is_open:
            self.show_page("build")
            self.build_page.footer_end.ask_to_print()

    def save_pdf(self, save: Callable[[], object]) -> None:
        """Save the sheet on the desk; a page with sheets of its own saves those."""
        if not self.is_done_by_page("save_pdfs"):
            save()

    def is_done_by_page(self, name: str) -> bool:
        """Let the shown page do what it has a method for (``reprint``, ``save_pdfs``); whether it has one."""
        own = getattr(self._stack.page, name, None)
        if own is not None:
            own()
        return own is not None

    def show_keys(self) -> None:
        """Show the keys of the open page on a card, or close it."""
        from ptbuilder.ui.keys_sheet import KeysSheet

        if self._keys is None:
            self._keys = KeysSheet(self.theme, self.actions_of_window, self)
        self._keys.toggle(self.page)

    def note_no_red_flags(self) -> None:
        """Note that the danger signs were asked and none was there."""
        if self._desk_signals.is_open and not self._desk_signals.desk.work.assessment.is_empty:
            self._desk_signals.desk.set_red_flags_asked(True)

    def undo(self) -> None:
        """Take the last step back; what the open page offers to take back comes first."""
        undo(self._stack.page, self._desk_signals)

    def redo(self) -> None:
        """Do the step undone last again."""
        redo(self._stack.page, self._desk_signals)

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the class of the new size."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes here only if nothing inside wanted it; as a shortcut it would be taken from open editors."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_inner()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window stands."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before going, so that the open revision is closed; where that cannot be saved, stay."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _on_painted(self) -> None:
        """Make what the first paint does without: keys, the ring round what has the focus, and the order of Tab."""
        from ptbuilder.ui.widgets.focus_frame import FocusRing

        self.actions_of_window  # noqa: B018 - asking makes them
        app = QApplication.instance()
        if self._ring is None and isinstance(app, QApplication):
            self._ring = FocusRing(self.theme, app)
            self.tab_order = ReadingOrder(self, app)
            self._desk_signals.changed.connect(self.tab_order.follow_change)
            self.page_changed.connect(self.tab_order.follow_change)

    def _on_choices_chosen(self, choices: HandoutChoices) -> None:
        self._desk_signals.desk.set_choices(choices)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)
        central = Ground(self.theme, "window")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(central)

    def _fit(self) -> None:
        size = width_class(self.width(), self.height(), self.theme.text_size)
        self.rail.set_words_shown(size.has_rail_words)
        self.footer.set_low(size.is_low)
        self.notices.set_low(size.is_low)
        self.build_page.set_window_size(self.width(), self.height())

    def _connect(self) -> None:
        self.theme.changed.connect(self._fit)
        self._desk_signals.refused.connect(self.notices.refuse)
        self.notices.follow(self._desk_signals)
        self.build_page.footer_end.preview_asked.connect(self.toggle_preview)
        self.build_page.footer_end.clinic_asked.connect(lambda: self.show_page("clinic"))
        self.build_page.footer_end.choices_chosen.connect(self._on_choices_chosen)
        self.rail.page_chosen.connect(self.show_page)
        self.top_bar.new_patient_asked.connect(self.new_patient)
        self.top_bar.follow_up_asked.connect(self.follow_up)
        self.top_bar.patient_entered.connect(self.add_finding)
        self.top_bar.therapist_asked.connect(lambda: self.show_page("clinic"))
        self.footer.undo_asked.connect(self.undo)
        self.footer.redo_asked.connect(self.redo)
        self.top_bar.find_asked.connect(lambda: self.actions_of_window["find_anything"].trigger())
        self.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
