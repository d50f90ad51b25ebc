"""The line of the window that shows a running queue, with Cancel (also Esc), and says at the end what is not out."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.announcing import announce
from ptbuilder.ui.batch_job import BatchJob, BatchReport, Way
from ptbuilder.ui.batch_words import is_whole, progress_text, report_text
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.widgets.notice import NoticeLine

LINE = "batch"
ANNOUNCED_EACH = 10
"""A screen reader hears of every tenth sheet, for more would never end."""


class BatchLine(QObject):
    """Follows the queues of ``printing``; ``cancel`` is what Esc does."""

    def __init__(self, printing: Printing, notices: WindowNotices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        self._notices = notices
        self._line: NoticeLine | None = None
        printing.batch_begun.connect(self._on_begun)

    def cancel(self) -> bool:
        """Cancel the running queue; whether there was one."""
        return self._printing.cancel_batch()

    def _on_begun(self, job: BatchJob, way: Way) -> None:
        text = self.tr("Making {n} sheets").format(n=job.count)
        self._line = self._notices.show_line(LINE, "note", text, ((self.tr("Cancel (Esc)"), self.cancel),), can_close=False)
        job.advanced.append(lambda number, name: self._on_advanced(way, number, job.count, name))
        job.ended.append(self._on_ended)

    def _on_advanced(self, way: Way, number: int, count: int, name: str) -> None:
        text = progress_text(way, number, count, name)
        if self._line is not None:
            self._line.show_line("note", text)
        if number % ANNOUNCED_EACH == 0:
            announce(self._notices, text)

    def _on_ended(self, report: BatchReport) -> None:
        """What is whole passes by itself; what is missing or was changed in print stays until it is closed."""
        self._line = None
        self._notices.take_away(LINE)
        if is_whole(report) and not report.altered:
            self._notices.tell(report_text(report))
        else:
            self._notices.show_line(LINE, "warn", report_text(report))
