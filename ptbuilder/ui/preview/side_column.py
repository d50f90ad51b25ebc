"""The column beside the pages: the checks with how the handout is printed, or the list of completeness."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.reporting import ReportCount, cert_count, tidier_count
from ptbuilder.services.desk.completing import fill, write
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.completeness import report
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import language
from ptbuilder.ui.preview.checks_list import ChecksList
from ptbuilder.ui.preview.completeness_list import CompletenessList
from ptbuilder.ui.preview.options import PrintOptions
from ptbuilder.ui.preview.options_line import OptionsLine
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.themed import Ground, Hairline

LEAST_FOR_OPTIONS = 760
"""Height at 100 % text from which all lists of choices stand open above the checks; in less they are one line at first."""


class SideColumn(Ground):
    """Checks and completeness take turns; ``completeness_closed`` follows when the user goes back to the checks.

    The choices are folded to one line where the checks would else be out of sight, until the user opens or folds them.
    """

    completeness_closed = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("left",), parent)
        self.setObjectName("preview_side_column")
        self._desk_signals = desk_signals
        self.options_line = OptionsLine(desk_signals, theme)
        self.options = PrintOptions(desk_signals, theme)
        self._is_chosen = False
        self.checks = ChecksList(theme)
        self.completeness = CompletenessList(theme)
        self._turns = QStackedWidget()
        self._turns.addWidget(scrollable(self._options_and_checks()))
        self._turns.addWidget(scrollable(self.completeness))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._turns)
        self.options_line.clicked.connect(self._on_line_clicked)
        theme.changed.connect(self._fold_for_room)
        self.completeness.fill_asked.connect(self._on_fill_asked)
        self.completeness.written.connect(self._on_written)
        self.completeness.back_asked.connect(self._on_back_asked)

    @property
    def shows_completeness(self) -> bool:
        """Whether the list of completeness has its turn."""
        return self._turns.currentIndex() == 1

    def show_completeness(self, shown: bool) -> None:
        """Let the list of completeness have its turn, or options and checks."""
        self._turns.setCurrentIndex(1 if shown else 0)

    def show_options(self) -> None:
        """Open the choices, and put the focus on the layout."""
        self.show_completeness(False)
        self._open_options(True)
        self.options.layout_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the choices where there is little height."""
        super().resizeEvent(event)
        self._fold_for_room()

    def show_report(self, sheet: Sheet, work: Work) -> tuple[ReportCount, ReportCount]:
        """Show how complete this sheet is; gives the counts of CERT and of TIDieR."""
        items = report(sheet, work, language())
        self.completeness.show_items(items)
        return cert_count(items), tidier_count(items)

    def _options_and_checks(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.options_line)
        column.addWidget(self.options)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self.checks, 1)
        return part

    def _on_line_clicked(self, opened: bool) -> None:
        self._is_chosen = True
        self._open_options(opened)

    def _fold_for_room(self) -> None:
        if not self._is_chosen:
            self._open_options(self.height() >= self.theme.wide(LEAST_FOR_OPTIONS))

    def _open_options(self, opened: bool) -> None:
        self.options.setVisible(opened)
        self.options_line.show_opened(opened)

    def _on_fill_asked(self, name: str) -> None:
        if self._desk_signals.attempt(lambda: fill(self._desk_signals.desk, name)):
            announce(self, self.tr("Filled in. Undo takes it back."))

    def _on_written(self, name: str, text: str) -> None:
        self._desk_signals.attempt(lambda: write(self._desk_signals.desk, name, text))

    def _on_back_asked(self) -> None:
        self.show_completeness(False)
        self.completeness_closed.emit()
