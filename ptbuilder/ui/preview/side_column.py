"""The column beside the pages: how the handout is printed, and below that the checks or the list of completeness."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.themed import Ground, Hairline


class SideColumn(Ground):
    """Checks and completeness take turns; ``completeness_closed`` follows when the user goes back to the checks."""

    completeness_closed = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("left",), parent)
        self.setObjectName("preview_side_column")
        self._desk_signals = desk_signals
        self.options = PrintOptions(desk_signals, theme)
        self.checks = ChecksList(theme)
        self.completeness = CompletenessList(theme)
        self._turns = QStackedWidget()
        self._turns.addWidget(scrollable(self._options_and_checks()))
        self._turns.addWidget(scrollable(self.completeness))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._turns)
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
        column.addWidget(self.options)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self.checks, 1)
        return part

    def _on_fill_asked(self, name: str) -> None:
        if self._desk_signals.attempt(lambda: fill(self._desk_signals.desk, name)):
            announce(self, self.tr("Filled in. Undo takes it back."))

    def _on_written(self, name: str, text: str) -> None:
        self._desk_signals.attempt(lambda: write(self._desk_signals.desk, name, text))

    def _on_back_asked(self) -> None:
        self.show_completeness(False)
        self.completeness_closed.emit()
