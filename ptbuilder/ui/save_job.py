"""One document for a folder: made and written on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout
from ptbuilder.services.paper.handing_out import write_file
from ptbuilder.ui.tasks import TaskRunner


class SaveJob(QObject):
    """Saves one document as ``place()``, which is asked on the worker once the document is made.

    One of three is sent once, and then it deletes itself: ``finished``; ``refused`` with a sentence where the document cannot be
    made; ``broken`` with a sentence where it cannot be written.
    """

    finished = Signal()
    refused = Signal(str)
    broken = Signal(str)

    def __init__(
        self, make: Callable[[], tuple[Handout, str]], place: Callable[[], Path], tasks: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._place = place
        self._tasks = tasks
        self._is_cancelled = self._is_writing = False

    def start(self) -> None:
        """Make the document, then write it."""
        self._tasks.run(self, self._make, self._on_made, lambda error: self._on_failed(error, self.refused))

    def cancel(self) -> bool:
        """Whether nothing was or will be written; a file that is being written is finished first."""
        self._is_cancelled = True
        return not self._is_writing

    def _on_made(self, made: tuple[Handout, str]) -> None:
        if self._is_cancelled:
            return
        self._is_writing = True
        place, pdf = self._place, made[0].pdf
        self._tasks.run(self, lambda: write_file(place(), pdf), self._on_written, lambda error: self._on_failed(error, self.broken))

    def _on_written(self, _nothing: None) -> None:
        self.finished.emit()
        self.deleteLater()

    def _on_failed(self, error: Exception, tell: object) -> None:
        if self._is_cancelled and not self._is_writing:
            return
        self.deleteLater()
        is_known = isinstance(error, PTBuilderError)
        tell.emit(str(error) if is_known else self.tr("Something went wrong in PTBuilder."))  # type: ignore[attr-defined]
        if not is_known:
            raise error
