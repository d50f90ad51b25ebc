"""One document for the printer: made and its pages drawn on the worker, one at a time, and painted here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.ui.paper import page_size
from ptbuilder.ui.tasks import TaskRunner

DOTS_PER_INCH = 300


class PrintJob(QObject):
    """Prints one document edge to edge; never holds more than one page as a picture.

    One of three is sent once, and then it deletes itself: ``finished``; ``refused`` with a sentence where the document cannot be
    made; ``broken`` with a sentence where the printer does not take it. Pages and copies are those set on the printer.
    """

    finished = Signal()
    refused = Signal(str)
    broken = Signal(str)

    def __init__(
        self,
        printer: QPrinter,
        make: Callable[[], tuple[Handout, str]],
        handing_out: HandingOut,
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._make = make
        self._handing_out = handing_out
        self._tasks = tasks
        self._painter = QPainter()
        self._numbers: Iterator[int] = iter(())
        self._has_page = self._is_over = False

    def start(self) -> None:
        """Make the document; the printer hears of it once there is a page, so that a refused one leaves nothing there."""
        self._tasks.run(self, self._make, self._on_made, self._on_failed)

    def cancel(self) -> bool:
        """Throw away what was painted so far; True, since nothing of it is printed."""
        self._throw_away()
        return True

    def _on_made(self, made: tuple[Handout, str]) -> None:
        if self._is_over:
            return
        handout, paper = made
        layout = QPageLayout(page_size(paper), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
        self._printer.setPageLayout(layout)
        self._printer.setFullPage(True)
        self._numbers = iter(wanted_pages(self._printer, handout.pages))
        if self._painter.begin(self._printer):
            self._next_page(handout)
        else:
            self._break_off()

    def _next_page(self, handout: Handout) -> None:
        number = next(self._numbers, None)
        if number is None:
            self._end()
            return
        handing_out = self._handing_out

        def draw() -> QImage:
            picture = handing_out.page(handout.pdf, number, DOTS_PER_INCH / 72)
            image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBX8888)
            return image.convertToFormat(QImage.Format.Format_RGB888)

        self._tasks.run(self, draw, lambda image: self._paint(handout, image), self._on_failed)

    def _paint(self, handout: Handout, image: QImage) -> None:
        if self._is_over:
            return
        if self._has_page and not self._printer.newPage():
            self._break_off()
            return
        self._has_page = True
        self._painter.drawImage(QRectF(self._printer.pageLayout().paintRectPixels(self._printer.resolution())), image)
        self._next_page(handout)

    def _end(self) -> None:
        if self._painter.end():
            self._is_over = True
            self.finished.emit()
            self.deleteLater()
        else:
            self._break_off()

    def _break_off(self) -> None:
        self._throw_away()
        self.broken.emit(self.tr("The printer did not take the pages. Check it and print again."))

    def _throw_away(self) -> None:
        """A program is printed whole or not at all; a file that was begun is removed."""
        self._is_over = True
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
            if self._printer.outputFileName():
                Path(self._printer.outputFileName()).unlink(missing_ok=True)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        if self._is_over:
            return
        self._throw_away()
        if isinstance(error, PTBuilderError):
            self.refused.emit(str(error))
            return
        self.refused.emit(self.tr("Something went wrong in PTBuilder."))
        raise error


def wanted_pages(printer: QPrinter, pages: int) -> list[int]:
    """The pages to paint (from 0) in their order: those of the chosen range, and again for copies that the printer cannot make."""
    found = list(range(pages))
    if printer.printRange() == QPrinter.PrintRange.PageRange and not printer.pageRanges().isEmpty():
        found = [number for number in found if printer.pageRanges().contains(number + 1)] or found
    if printer.copyCount() < 2 or printer.supportsMultipleCopies():
        return found
    if printer.collateCopies():
        return found * printer.copyCount()
    return [number for number in found for _ in range(printer.copyCount())]
