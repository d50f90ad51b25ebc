"""Which printer, on which sides: asked once in the system's dialog, remembered for this computer."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ptbuilder.ui import messages
from ptbuilder.ui.paper import page_size, paper_warning
from ptbuilder.ui.preferences import PRINTER, SIDES, Preferences

SIDES_OF = {
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
    "one": QPrinter.DuplexMode.DuplexNone,
}
"""What is remembered of the dialog; a clinic that never chose prints on both sides, turned over the long side."""


class PrinterChoice(QObject):
    """``warned`` carries a sentence where the printer has other paper than the handout."""

    warned = Signal(str)

    def __init__(self, preferences: Preferences, window: QWidget | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._window = window

    def printer(self, paper: str, copies: int, dots_per_inch: int, *, ask: bool) -> QPrinter | None:
        """The remembered printer without a question, or the one chosen in the dialog; None where it was called off."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        kept = self._preferences.get(PRINTER)
        is_known = kept in QPrinterInfo.availablePrinterNames()
        if is_known:
            printer.setPrinterName(kept)
        printer.setResolution(dots_per_inch)
        printer.setCopyCount(copies)
        _set_sides(printer, self._preferences.get(SIDES, "long"))
        inside = QPrinterInfo(printer).defaultPageSize()
        printer.setPageLayout(QPageLayout(page_size(paper), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point))
        if ask or not is_known:
            if not messages.ask_printer(self._window, printer):
                return None
            self._remember(printer)
            chosen = printer.pageLayout().pageSize()
            inside = inside if chosen.isEquivalentTo(page_size(paper)) else chosen
        text = paper_warning(paper, printer_name(printer), inside, QPrinterInfo(printer).supportedPageSizes())
        if text:
            self.warned.emit(text)
        return printer

    def _remember(self, printer: QPrinter) -> None:
        """Only a real printer is remembered: a file is chosen anew each time."""
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            return
        self._preferences.put(PRINTER, printer.printerName())
        word = next((word for word, mode in SIDES_OF.items() if mode == printer.duplex()), "long")
        self._preferences.put(SIDES, word)


def _set_sides(printer: QPrinter, word: str) -> None:
    """Both sides only where the printer can: others would refuse the job or print on one side anyway."""
    mode = SIDES_OF.get(word, QPrinter.DuplexMode.DuplexLongSide)
    if mode in QPrinterInfo(printer).supportedDuplexModes():
        printer.setDuplex(mode)


def printer_name(printer: QPrinter) -> str:
    """What a printer is called in sentences; a file is called PDF."""
    return printer.printerName() or "PDF"
