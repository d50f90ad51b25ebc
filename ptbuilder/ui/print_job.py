"""One job for the printer: documents are made and their pages drawn on the worker, one at a time, and painted here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout
from ptbuilder.services.handing_out import HandingOut
from ptbuilder.ui.tasks import TaskRunner

DOTS_PER_INCH = 300


class PrintJob(QObject):
    """Prints documents one after the other, edge to edge; never holds more than one page as a picture.

    ``finished`` or ``refused`` (with a sentence) is sent once; after that it deletes itself.
    """

    finished = Signal()
    refused = Signal(str)

    def __init__(
        self,
        printer: QPrinter,
        makes: Sequence[Callable[[], Handout]],
        handing_out: HandingOut,
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._makes = list(makes)
        self._handing_out = handing_out
        self._tasks = tasks
        self._painter = QPainter()
        self._has_page = False

    def start(self, paper: str, copies: int) -> None:
        """Begin with the first document."""
        size = QPageSize(QPageSize.PageSizeId.Letter if paper == "letter" else QPageSize.PageSizeId.A4)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
        self._printer.setPageLayout(layout)
        self._printer.setFullPage(True)
        self._printer.setCopyCount(copies)
        if self._painter.begin(self._printer):
            self._next_document()
        else:
            self._refuse_printer()

    def _next_document(self) -> None:
        if not self._makes:
            self._end()
            return
        self._tasks.run(self, self._makes.pop(0), lambda handout: self._next_page(handout, 0), self._on_failed)

    def _next_page(self, handout: Handout, number: int) -> None:
        if number == handout.pages:
            self._next_document()
            return
        handing_out = self._handing_out

        def draw() -> QImage:
            picture = handing_out.page(handout.pdf, number, DOTS_PER_INCH / 72)
            image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBX8888)
            return image.convertToFormat(QImage.Format.Format_RGB888)

        self._tasks.run(self, draw, lambda image: self._paint(handout, number, image), self._on_failed)

    def _paint(self, handout: Handout, number: int, image: QImage) -> None:
        if self._has_page and not self._printer.newPage():
            self._painter.end()
            self._refuse_printer()
            return
        self._has_page = True
        self._painter.drawImage(QRectF(self._printer.pageLayout().paintRectPixels(self._printer.resolution())), image)
        self._next_page(handout, number + 1)

    def _end(self) -> None:
        if self._painter.end():
            self.finished.emit()
            self.deleteLater()
        else:
            self._refuse_printer()

    def _refuse_printer(self) -> None:
        self.refused.emit(self.tr("The printer did not take the pages. Check it and print again."))
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        """What was painted so far is thrown away: a program is printed whole or not at all."""
        self._printer.abort()
        self._painter.end()
        self.deleteLater()
        if not isinstance(error, PTBuilderError):
            raise error
        self.refused.emit(str(error))
