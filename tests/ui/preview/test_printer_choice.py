"""What the system's print dialog chose reaches the printer: copies, pages, sides, paper; it is asked once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.handout.opening import opened
from ptbuilder.ui import messages, print_job, printer_choice
from ptbuilder.ui.paper import page_size, paper_warning
from ptbuilder.ui.preferences import PRINTER, SIDES, Preferences
from ptbuilder.ui.print_job import wanted_pages
from ptbuilder.ui.printer_choice import PrinterChoice
from ptbuilder.ui.printing import Printing
from tests.ui.workplace import Workplace

Answer = Callable[[QWidget | None, QPrinter], bool]


def to_file(path: Path, change: Callable[[QPrinter], object]) -> Answer:
    """Answers the dialog with a file and whatever else the user sets."""

    def answer(_parent: QWidget | None, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        change(printer)
        return True

    return answer


@pytest.fixture
def printing(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> Printing:
    monkeypatch.setattr(print_job, "DOTS_PER_INCH", 20)
    place.take_sample()
    printing = Printing(place.signals, place.tasks, place.preferences)
    printing.open(place.reception, place.handing_out)
    return printing


def printed_pages(path: Path) -> int:
    with opened(path) as document:
        return len(document)


def test_two_copies_are_printed_where_the_printer_cannot_copy_by_itself(
    printing: Printing, place: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(messages, "ask_printer", to_file(paper, lambda printer: printer.setCopyCount(2)))
    with qtbot.waitSignal(printing.told):
        printing.print_handout(ask=True)
    assert printed_pages(paper) == 2 * place.handing_out.handout(place.reception.sheet()).pages


def test_the_dialog_begins_with_the_copies_that_were_asked_for(printing: Printing, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[int] = []
    monkeypatch.setattr(messages, "ask_printer", lambda _parent, printer: bool(found.append(printer.copyCount())))
    printing.print_handout(copies=2)
    assert found == [2]


def test_only_the_chosen_pages_are_printed(
    printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second_page(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("2"))

    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(messages, "ask_printer", to_file(paper, second_page))
    with qtbot.waitSignal(printing.told):
        printing.print_handout(ask=True)
    assert printed_pages(paper) == 1


@pytest.mark.parametrize(("collated", "expected"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_come_as_sets_or_page_by_page(qapp: object, collated: bool, expected: list[int]) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert wanted_pages(printer, 2) == expected


def test_letter_chosen_for_a_handout_on_a4_is_warned_of(
    printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def letter(printer: QPrinter) -> None:
        size = QPageSize(QPageSize.PageSizeId.Letter)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))

    monkeypatch.setattr(messages, "ask_printer", to_file(tmp_path / "paper.pdf", letter))
    warned: list[str] = []
    printing.warned.connect(warned.append)
    with qtbot.waitSignal(printing.told):
        printing.print_handout(ask=True)
    assert warned == ["The handout is made for A4, but PDF is set to Letter. Put A4 in, or choose another paper."]


def test_a_printer_that_does_not_know_the_paper_is_named() -> None:
    letter = page_size("letter")
    assert "Office does not know A4 paper" in paper_warning("a4", "Office", letter, [letter])
    assert paper_warning("letter", "Office", letter, [letter, page_size("a4")]) == ""


def test_an_unknown_paper_warns_of_nothing() -> None:
    assert paper_warning("a4", "Office", QPageSize()) == ""
    assert paper_warning("a4", "Office", page_size("a4")) == ""


class Office:
    """Stands for the printers that the system knows: one, which prints on both sides and holds Letter."""

    kept: str = "Office"

    def __init__(self, _printer: QPrinter) -> None:
        pass

    @staticmethod
    def availablePrinterNames() -> list[str]:
        return [Office.kept]

    def supportedDuplexModes(self) -> list[QPrinter.DuplexMode]:
        return [QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide]

    def defaultPageSize(self) -> QPageSize:
        return page_size("letter")

    def supportedPageSizes(self) -> list[QPageSize]:
        return [page_size("letter"), page_size("a4")]


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Preferences:
    monkeypatch.setattr(printer_choice, "QPrinterInfo", Office)
    preferences = Preferences()
    preferences.put(PRINTER, Office.kept)
    return preferences


def test_the_remembered_printer_is_not_asked_for_and_its_paper_is_warned_of(
    qapp: object, office: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPrinter] = []
    monkeypatch.setattr(messages, "ask_printer", lambda _parent, printer: bool(asked.append(printer)))
    choice, warned = PrinterChoice(office, None), list[str]()
    choice.warned.connect(warned.append)
    printer = choice.printer("a4", 1, 300, ask=False)
    assert printer is not None
    assert asked == []
    assert warned == ["The handout is made for A4, but PDF is set to Letter. Put A4 in, or choose another paper."]
    assert choice.printer("letter", 1, 300, ask=False) is not None
    assert len(warned) == 1


def test_control_shift_p_asks_again(qapp: object, office: Preferences, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QPrinter] = []
    monkeypatch.setattr(messages, "ask_printer", lambda _parent, printer: bool(asked.append(printer)))
    assert PrinterChoice(office, None).printer("a4", 1, 300, ask=True) is None
    assert len(asked) == 1
    assert office.get(PRINTER) == Office.kept


@pytest.mark.parametrize(("kept", "set_to"), [("", "long"), ("long", "long"), ("one", "one"), ("short", "")])
def test_both_sides_are_set_where_the_printer_can(
    qapp: object, office: Preferences, monkeypatch: pytest.MonkeyPatch, kept: str, set_to: str
) -> None:
    """Without a real printer QPrinter keeps no sides, so what it is told is looked at."""
    told: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _self, mode: told.append(mode))
    if kept:
        office.put(SIDES, kept)
    PrinterChoice(office, None).printer("letter", 1, 300, ask=False)
    assert told == [printer_choice.SIDES_OF[set_to]] if set_to else told == []


def test_a_file_is_not_remembered_as_a_printer(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = Preferences()
    monkeypatch.setattr(messages, "ask_printer", to_file(tmp_path / "paper.pdf", lambda _printer: None))
    PrinterChoice(preferences, None).printer("a4", 1, 300, ask=False)
    assert preferences.get(PRINTER) == ""
    assert QPrinterInfo.availablePrinterNames() == [] or preferences.get(SIDES) == ""
