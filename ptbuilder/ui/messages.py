"""The only place that opens modal boxes, for the few things that cannot be said in the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def tell(parent: QWidget | None, title: str, text: str, *, details: str = "") -> None:
    """Say something that stops the work at hand, such as a data file that cannot be opened; read as plain text."""
    box = QMessageBox(parent)
    box.setObjectName("message_box")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    if details:
        box.setDetailedText(details)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()


def ask_save_path(parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    """Ask where to save a file; None where it was called off."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(name) if name else None


def ask_open_path(parent: QWidget | None, title: str, folder: Path, kinds: str) -> Path | None:
    """Ask which file to open; None where it was called off."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_folder(parent: QWidget | None, title: str, suggested: Path) -> Path | None:
    """Ask for a folder; None where it was called off."""
    name = QFileDialog.getExistingDirectory(parent, title, str(suggested))
    return Path(name) if name else None


def ask_printer(parent: QWidget | None, printer: QPrinter) -> bool:
    """Let the user choose printer, copies, sides and pages, kept in ``printer``; False where it was called off."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    for option in (
        QPrintDialog.PrintDialogOption.PrintToFile,
        QPrintDialog.PrintDialogOption.PrintPageRange,
        QPrintDialog.PrintDialogOption.PrintCollateCopies,
    ):
        dialog.setOption(option)
    return dialog.exec() == QPrintDialog.DialogCode.Accepted
