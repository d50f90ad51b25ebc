"""The Build page: three columns in one splitter, and which of them are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QSplitter, QStackedWidget, QWidget

from ptbuilder.ui.build.pane import Foldable, Pane, strip_width
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.focus_place import FocusPlace
from ptbuilder.ui.width_class import width_class

PROGRAM = 480
PROGRAM_IN_PREVIEW = 340
MOST_GROWTH_IN_PREVIEW = 1.2
"""The column beside the preview grows so much at most with the text, in a window that has the width for it."""
ROOMY = 1100
EMPTY_GROWTH = 1.18
"""The assessment is wider while it shows the body map."""


class BuildParts(NamedTuple):
    """What the page is made of: the three columns, and what replaces the program when there is nothing or a stop."""

    assessment: Pane
    program: Pane
    right: Pane
    empty: Pane
    stop: Pane


class BuildPage(QWidget):
    """Places the columns and folds them by width; it knows nothing of what is inside them.

    It is made with the two parts that the empty page shows; ``complete`` brings the others after the first paint, and says how the
    stop page is made once a danger sign stands.
    ``footer_end`` is the part of the window's footer that belongs to this page. ``preview_toggled`` tells the right column
    to show its preview tab, or to go back. ``widths_dragged`` carries the class of width and the widths, to be kept.
    """

    folded = Signal()
    preview_toggled = Signal(bool)
    widths_dragged = Signal(str, list)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, assessment: Pane, empty: Pane, footer_end: PrintBar) -> None:
        super().__init__()
        self.setObjectName("build_page")
        self.theme = theme
        self.parts = BuildParts(assessment, Pane(theme, "surface"), Pane(theme), empty, Pane(theme, "surface"))
        self.footer_end = footer_end
        self._desk_signals = desk_signals
        self._class = width_class(1440, 900, 100)
        self._window_width = 0
        self._opens_assessment = True
        self._was_accepted = False
        self._in_preview = False
        self._before_preview = FocusPlace()
        self._opened_before_preview = True
        self._widths: dict[str, list[int]] = {}
        self._make_stop: Callable[[], Pane] | None = None
        self._middle = QStackedWidget()
        for part in (self.parts.empty, self.parts.program, self.parts.stop):
            self._middle.addWidget(part)
        self.left = Foldable(theme, assessment, at_left=True)
        self.right = Foldable(theme, self.parts.right, at_left=False)
        self._splitter = self._laid_out()
        self._connect()
        self._apply_folds()

    def complete(self, program: Pane, right: Pane, make_stop: Callable[[], Pane]) -> None:
        """Put the real columns in the place of the plain ones that the first paint showed."""
        self._make_stop = make_stop
        self._replace(self.parts.program, program)
        self.parts = self.parts._replace(program=program, right=right)
        self.right.set_pane(right)
        for pane in (program, right):
            self.parts.assessment.finding_marked.connect(pane.mark_finding)
            pane.set_low(self._class.is_low)
        if self._desk_signals.is_open:
            self._on_desk_changed()

    def set_widths(self, key: str, widths: Sequence[int]) -> None:
        """Take up widths that were dragged in an earlier session, for one class of width."""
        if len(widths) == len(self._splitter.sizes()):
            self._widths[key] = list(widths)
            self._set_sizes()

    @property
    def is_in_preview(self) -> bool:
        """Whether the preview takes most of the width."""
        return self._in_preview

    @property
    def middle(self) -> Pane:
        """The pane that stands in the middle now: empty, program or stop."""
        widget = self._middle.currentWidget()
        assert isinstance(widget, Pane)
        return widget

    def set_preview(self, shown: bool) -> None:
        """Give the preview most of the width, or take it back, and the focus with it to where it was before."""
        if shown == self._in_preview:
            return
        focus = QApplication.focusWidget()
        if shown:
            self._before_preview.remember()
            self._opened_before_preview = self._opens_assessment
        is_elsewhere = focus is not None and self._middle.isAncestorOf(focus)
        self._show_preview(shown=shown, opens_assessment=not shown and self._opened_before_preview)
        if shown:
            self.parts.right.focus_first()
        elif is_elsewhere or not self._before_preview.give_back():
            self._before_preview.forget()

    def _show_preview(self, *, shown: bool, opens_assessment: bool) -> None:
        self._in_preview = shown
        self._opens_assessment = opens_assessment
        self._apply_folds()
        self.footer_end.set_preview_shown(shown)
        self.preview_toggled.emit(shown)

    def set_window_size(self, width: int, height: int) -> None:
        """Follow the window: fold panes and save height as its class says."""
        new = width_class(width, height, self.theme.text_size)
        changed = new != self._class or not self._window_width
        self._window_width = width
        self._class = new
        self.footer_end.set_window_width(width)
        for pane in (self.parts.assessment, self.parts.program, self.parts.right, self.parts.empty, self.parts.stop):
            pane.set_low(new.is_low)
        if changed:
            self._apply_folds()

    def open_pane(self, pane: Pane) -> None:
        """Unfold a pane; the other side folds where only one fits."""
        if pane is self.parts.right and self._in_preview:
            return
        if pane is self.parts.assessment:
            self._opened_before_preview = self._opens_assessment = True
            self.set_preview(False)
        elif pane is self.parts.right:
            self._opens_assessment = False
        self._apply_folds()

    def is_open(self, pane: Pane) -> bool:
        """Whether a side pane is unfolded."""
        return not (self.left if pane is self.parts.assessment else self.right).is_folded

    def focus_next_pane(self, step: int = 1) -> None:
        """Put the focus into the next pane (or the one before), unfolding it."""
        order: list[Pane] = [self.parts.assessment, self.middle, self.parts.right]
        focus = QApplication.focusWidget()
        here = next((place for place, pane in enumerate(order) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
        target = order[(here + step) % len(order)] if here is not None else order[0 if step > 0 else -1]
        self.open_pane(target)
        target.focus_first()

    def focus_assessment(self) -> None:
        """Unfold the assessment and put the cursor into the finding field."""
        self.open_pane(self.parts.assessment)
        self.parts.assessment.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the side panes' widths; the program takes what is left."""
        super().resizeEvent(event)
        self._set_sizes()

    def _laid_out(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("build_splitter")
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget in (self.left, self._middle, self.right):
            splitter.addWidget(widget)
        for place, stretch in enumerate((0, 1, 0)):
            splitter.setStretchFactor(place, stretch)
        self._middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        return splitter

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.left.opened.connect(lambda: self._on_opened(self.parts.assessment))
        self.right.opened.connect(lambda: self._on_opened(self.parts.right))
        self.theme.changed.connect(self._on_theme_changed)

    def _on_desk_changed(self) -> None:
        desk = self._desk_signals.desk
        work = desk.work
        self._follow_acceptance(desk.is_accepted)
        part = self.parts.program
        if desk.outcome.stop is not None:
            part = self._stop_page()
        elif work.assessment.is_empty and work.program.is_empty:
            part = self.parts.empty
        shown = self._middle.currentWidget()
        if shown is not part:
            focus = QApplication.focusWidget()
            lifted = shown is self.parts.stop and focus is not None and shown.isAncestorOf(focus)
            self._middle.setCurrentWidget(part)
            if lifted:
                part.focus_first()
            if part is self.parts.stop:
                self.set_preview(False)
                part.focus_first()
            self._apply_folds()

    def _stop_page(self) -> Pane:
        """The stop page, made at the first stop."""
        if self._make_stop is not None:
            stop, self._make_stop = self._make_stop(), None
            stop.set_low(self._class.is_low)
            self._replace(self.parts.stop, stop)
            self.parts = self.parts._replace(stop=stop)
        return self.parts.stop

    def _replace(self, before: Pane, part: Pane) -> None:
        self._middle.removeWidget(before)
        before.deleteLater()
        self._middle.addWidget(part)

    def _follow_acceptance(self, accepted: bool) -> None:
        """Where only one side fits, what is on offer takes the place of the assessment once the program was taken."""
        focus = QApplication.focusWidget()
        if accepted and not self._was_accepted and not (focus and self.parts.assessment.isAncestorOf(focus)):
            self._opens_assessment = False
            self._apply_folds()
        self._was_accepted = accepted

    def _on_opened(self, pane: Pane) -> None:
        if not self.is_open(pane):
            self.open_pane(pane)
            pane.focus_first()

    def _on_theme_changed(self) -> None:
        window = self.window()
        self.set_window_size(window.width(), window.height())
        self._apply_folds()

    def _on_splitter_moved(self) -> None:
        self._widths[self._key()] = self._splitter.sizes()
        self.widths_dragged.emit(self._key(), self._splitter.sizes())

    def _key(self) -> str:
        side = "assessment" if self._opens_assessment else "right"
        return f"{self._class.key}-{'preview' if self._in_preview else side}"

    def _folds(self) -> tuple[bool, bool]:
        if self._in_preview:
            return True, False
        if self._class.fold == "three":
            return False, False
        return not self._opens_assessment, self._opens_assessment

    def _apply_folds(self) -> None:
        for side, fold in zip((self.left, self.right), self._folds(), strict=True):
            side.set_folded(fold)
            width = strip_width(self.theme)
            side.setMinimumWidth(width if fold else min(260, self._class.assessment))
            side.setMaximumWidth(width if fold else 16_777_215)
        self._middle.setMinimumWidth(self._program_in_preview() if self._in_preview else min(PROGRAM, max(self.width() // 3, 320)))
        self._set_sizes()
        self.folded.emit()

    def _set_sizes(self) -> None:
        kept = self._widths.get(self._key())
        whole = self.width()
        is_empty = self._middle.currentWidget() is self.parts.empty and self._class.fold == "three"
        usual = round(self._class.assessment * EMPTY_GROWTH) if is_empty else self._class.assessment
        left = strip_width(self.theme) if self.left.is_folded else kept[0] if kept and not is_empty else usual
        if self._in_preview:
            right = whole - left - self._program_in_preview()
        else:
            right = strip_width(self.theme) if self.right.is_folded else kept[2] if kept else self._right_width(whole, left)
        self._splitter.setSizes([left, max(whole - left - right, 1), max(right, 1)])

    def _program_in_preview(self) -> int:
        growth = min(self.theme.scale, MOST_GROWTH_IN_PREVIEW) if self.width() >= ROOMY else 1
        return round(PROGRAM_IN_PREVIEW * growth)

    def _right_width(self, whole: int, left: int) -> int:
        """The wanted width, less where the program would fall below its least."""
        return max(min(self._class.right, whole - left - PROGRAM), 300)
