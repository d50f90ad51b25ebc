"""The bar over the pages: which page is seen, how large, and the way to choices and checks where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ptbuilder.ui.preview.completeness_meter import CompletenessMeter
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground, set_tip

LEAST_FOR_ZOOM = 640
"""Width at 100 % text from which the choice of sizes fits beside the page number."""
LEAST_FOR_WORDS = 400
"""Width at 100 % text from which the toggle has all its words."""
LEAST_FOR_BAR = 560
"""Width at 100 % text from which the meter has its bar."""


class PreviewHead(Ground):
    """``page_asked`` carries -1 or 1, ``zoom_chosen`` a zoom of the page view; ``side_asked`` follows the toggle.

    ``completeness_asked`` follows the meter, and tells whether the list is wanted.
    """

    page_asked = Signal(int)
    zoom_chosen = Signal(object)
    side_asked = Signal()
    completeness_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("bottom",), parent)
        self.setObjectName("preview_head")
        self._is_side_wanted = False
        self._open = 0
        self.previous = IconButton(theme, "chevron-left", self.tr("Previous page"))
        self.previous.setObjectName("previous_page")
        self.next = IconButton(theme, "chevron-right", self.tr("Next page"))
        self.next.setObjectName("next_page")
        self._number = TextLabel(theme, "", "caption", "ink")
        self._number.setObjectName("page_number")
        options = (("page", self.tr("Fit page")), ("width", self.tr("Fit width")), ("full", self.tr("100 %")))
        self.zoom = SegmentedChoice(theme, options, may_be_none=False)
        self.zoom.setObjectName("preview_zoom")
        self.zoom.setAccessibleName(self.tr("Size of the page"))
        self.zoom.set_value("width")
        self.meter = CompletenessMeter(theme)
        self.side = Button(theme, "", small=True)
        self.side.setObjectName("preview_side")
        self._lay_out()
        self._connect()
        self.show_page(0, 0)
        self.set_side_offered(False)
        self._on_theme_changed()

    @property
    def is_side_wanted(self) -> bool:
        """Whether choices and checks were asked for instead of the pages."""
        return self._is_side_wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sizes go where there is no room for them."""
        super().resizeEvent(event)
        self.zoom.setVisible(self.width() >= self.theme.wide(LEAST_FOR_ZOOM))
        self.meter.set_terse(self.width() < self.theme.wide(LEAST_FOR_BAR), bare=self.width() < self.theme.wide(LEAST_FOR_WORDS))
        self._name_side()

    def show_page(self, page: int, pages: int) -> None:
        """Show "Page 1 of 2"; ``page`` counts from 0."""
        self._number.set_text(self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages else "")
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < pages)

    def show_open(self, count: int) -> None:
        """Say on the toggle how many checks are open."""
        self._open = count
        self._name_side()

    def want_side(self) -> None:
        """Show choices and checks instead of the pages, where they take turns."""
        if not self.side.isHidden() and not self._is_side_wanted:
            self._on_side_clicked()

    def leave_side(self) -> None:
        """Show the pages again, where choices and checks had taken their place."""
        if self._is_side_wanted:
            self._on_side_clicked()

    def set_side_offered(self, offered: bool) -> None:
        """Offer the toggle only where pages and column take turns."""
        self.side.setVisible(offered)
        self._is_side_wanted = self._is_side_wanted and offered
        self._name_side()

    def _name_side(self) -> None:
        label = self.tr("Back to the page")
        if not self._is_side_wanted:
            label = self.tr("Checks: {n} to look at").format(n=self._open) if self._open else self.tr("Checks and settings")
        is_tight = self.width() < self.theme.wide(LEAST_FOR_WORDS) and not self._is_side_wanted
        short = str(self._open) if self._open else self.tr("Checks")
        self.side.set_icon(("warn" if self._open else "check-circle") if is_tight else "")
        self.side.set_label(short if is_tight else label)
        self.side.setAccessibleName(label)
        set_tip(self.side, label if is_tight else "")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(ROW, 0, ROW, 1)
        row.setSpacing(BETWEEN)
        row.addWidget(self.side)
        row.addWidget(self.meter)
        row.addStretch(1)
        for part in (self.previous, self._number, self.next):
            row.addWidget(part)
        row.addSpacing(BETWEEN)
        row.addWidget(self.zoom)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.page_asked.emit(-1))
        self.next.clicked.connect(lambda: self.page_asked.emit(1))
        self.zoom.chosen.connect(self.zoom_chosen)
        self.side.clicked.connect(self._on_side_clicked)
        self.meter.clicked.connect(self.completeness_asked)
        self.theme.changed.connect(self._on_theme_changed)

    def _on_side_clicked(self) -> None:
        self._is_side_wanted = not self._is_side_wanted
        self._name_side()
        self.side_asked.emit()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self.theme.tall(44, "caption"))
