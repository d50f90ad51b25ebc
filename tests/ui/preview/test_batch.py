"""A queue of sheets goes on past one that fails, can be cancelled, and says what is out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout
from ptbuilder.domain.patient import Patient
from ptbuilder.ui import messages, print_job
from ptbuilder.ui.batch_job import BatchItem, BatchJob, BatchReport, Delivery
from ptbuilder.ui.batch_line import LINE, BatchLine
from ptbuilder.ui.batch_words import altered_text, report_text
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.widgets.buttons import Button, IconButton
from tests.ui.workplace import Workplace, to_pdf_printer

NAMES = ("Ann Lee", "Bob Ray", "Cid Sol", "Dot Moe")


class Slip(QObject):
    """A document that leaves when the test says so."""

    finished = Signal()
    refused = Signal(str)
    broken = Signal(str)

    def __init__(self, *, stops: bool = True) -> None:
        super().__init__()
        self.stops = stops
        self.is_cancelled = False

    def start(self) -> None:
        """Wait for the test."""

    def cancel(self) -> bool:
        self.is_cancelled = True
        return self.stops


@dataclass
class Queue:
    """A queue over slips, and what came of it."""

    stops: bool = True
    slips: list[Slip] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    reports: list[BatchReport] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.job = BatchJob("print", [self._item(name) for name in NAMES], self._deliver)
        self.job.ended.append(self.reports.append)

    def _item(self, name: str) -> BatchItem:
        return BatchItem(Patient(name), name, lambda: (Handout(b"", 0), "a4"), lambda: self._note(name))

    def _note(self, name: str) -> None:
        if name == "Dot Moe":
            raise PTBuilderError("The disk is full.")
        self.noted.append(name)

    def _deliver(self, _item: BatchItem) -> Delivery:
        self.slips.append(Slip(stops=self.stops))
        return self.slips[-1]


def test_a_document_that_is_out_counts_as_under_way_even_where_it_could_not_be_noted(qapp: object) -> None:
    slips: list[Slip] = []
    under_way: list[bool] = []

    def refuse() -> None:
        raise PTBuilderError("The disk is full.")

    def deliver(_item: BatchItem) -> Delivery:
        under_way.append(job.is_under_way)
        slips.append(Slip())
        return slips[-1]

    job = BatchJob("print", [BatchItem(Patient(name), name, lambda: (Handout(b"", 0), "a4"), refuse) for name in NAMES], deliver)
    job.start()
    slips[0].refused.emit("Ann Lee has a danger sign.")
    slips[1].finished.emit()
    assert under_way == [False, False, True]


def test_one_that_fails_is_named_and_the_rest_goes_on(qapp: object) -> None:
    queue = Queue()
    queue.job.start()
    queue.slips[0].finished.emit()
    queue.slips[1].refused.emit("Bob Ray has a danger sign.")
    queue.slips[2].finished.emit()
    queue.slips[3].finished.emit()
    [report] = queue.reports
    assert queue.noted == report.done == ["Ann Lee", "Cid Sol"]
    text = report_text(report)
    assert text.startswith("Printed: 2 of 4. Bob Ray has a danger sign.")
    assert text.endswith("Dot Moe: It is out, but could not be noted. The disk is full.")


def test_what_is_cancelled_is_not_noted(qapp: object) -> None:
    queue = Queue()
    queue.job.start()
    queue.slips[0].finished.emit()
    queue.job.cancel()
    [report] = queue.reports
    assert queue.slips[1].is_cancelled
    assert queue.noted == ["Ann Lee"]
    assert report_text(report) == "Cancelled. Printed: 1 of 4. Not printed: Bob Ray, Cid Sol, Dot Moe."


def test_a_file_under_way_is_finished_and_noted_before_the_end(qapp: object) -> None:
    queue = Queue(stops=False)
    queue.job.start()
    queue.job.cancel()
    assert queue.reports == []
    queue.slips[0].finished.emit()
    [report] = queue.reports
    assert report.done == ["Ann Lee"]
    assert report.left == ["Bob Ray", "Cid Sol", "Dot Moe"]


def test_a_printer_that_takes_nothing_ends_the_queue(qapp: object) -> None:
    queue = Queue()
    queue.job.start()
    queue.slips[0].broken.emit("The printer did not take the pages.")
    [report] = queue.reports
    assert report_text(report).startswith("The printer did not take the pages. Printed: 0 of 4. Not printed: Ann Lee, Bob Ray")
    assert queue.noted == []


def test_many_names_are_told_as_a_number(qapp: object) -> None:
    report = BatchReport("pdf", left=[f"N{number}" for number in range(20)], is_cancelled=True)
    assert report_text(report).endswith("N11 and 8 more.")


def test_what_was_changed_in_print_is_told_kind_by_kind(qapp: object) -> None:
    report = BatchReport("print", done=list(NAMES), altered=[("Ann Lee", ("letters", "shortened")), ("Dot Moe", ("letters",))])
    assert report_text(report) == (
        "4 sheets printed again. "
        "No typeface has some of the letters for Ann Lee, Dot Moe: they are printed as question marks. "
        "Some texts for Ann Lee are too long for a page: only their beginnings are printed. "
        "To see where, open the patient and press Ctrl+E: the checks beside the preview name each place."
    )


@pytest.fixture
def printing(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> Printing:
    monkeypatch.setattr(print_job, "DOTS_PER_INCH", 20)
    printing = Printing(place.signals, place.tasks, place.preferences)
    printing.open(place.reception, place.handing_out)
    return printing


def items(place: Workplace, names: tuple[str, ...], noted: list[str]) -> list[BatchItem]:
    """The sample's sheet for several people; one of them cannot be printed."""
    place.take_sample()
    sheet = place.reception.sheet()

    def made(name: str) -> tuple[Handout, str]:
        if name == "Bob Ray":
            raise PTBuilderError("The character ❤ cannot be printed.")
        return place.handing_out.handout(sheet), sheet.choices.paper

    return [
        BatchItem(Patient(name), name, lambda name=name: made(name), lambda name=name: noted.append(name))  # type: ignore[misc]
        for name in names
    ]


def test_the_line_counts_and_cancel_stops_the_printer(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = WindowNotices(place.theme)
    qtbot.addWidget(notices)
    notices.show()
    line = BatchLine(printing, notices)
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "paper.pdf"))  # type: ignore[operator]
    noted: list[str] = []
    printing.print_batch(items(place, NAMES, noted))
    assert notices.text_of(LINE) == "Printing 1 of 4: Ann Lee"
    qtbot.waitUntil(lambda: "3 of 4" in notices.text_of(LINE), timeout=20_000)
    widget = notices.findChild(QWidget, f"notice_{LINE}")
    assert widget is not None
    assert not widget.findChildren(IconButton)
    qtbot.mouseClick(widget.findChild(Button), Qt.MouseButton.LeftButton)
    text = notices.text_of(LINE)
    assert text.startswith("Cancelled. Printed: 1 of 4. Not printed: Cid Sol, Dot Moe. Bob Ray: The character")
    assert noted == ["Ann Lee"]
    assert len(list(tmp_path.glob("*.pdf"))) == 1  # type: ignore[attr-defined]
    assert not line.cancel()


def test_a_queue_that_is_out_stays_told_where_a_sheet_was_changed(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = WindowNotices(place.theme)
    qtbot.addWidget(notices)
    line = BatchLine(printing, notices)
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "paper.pdf"))  # type: ignore[operator]
    place.take_sample()
    sheet = place.reception.sheet()
    odd = replace(sheet, messages=("Well done \N{HEAVY BLACK HEART}",))
    made = {"Ann Lee": sheet, "Bob Ray": odd}
    queue = [
        BatchItem(Patient(name), name, lambda each=each: (place.handing_out.handout(each), "a4"), lambda: None)  # type: ignore[misc]
        for name, each in made.items()
    ]
    ended: list[BatchReport] = []
    printing.print_batch(queue, lambda: ended.append(BatchReport("print")))
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    text = notices.text_of(LINE)
    assert text.startswith("2 sheets printed again. No typeface has some of the letters for Bob Ray:")
    assert not line.cancel()


def test_a_second_queue_waits_for_the_first(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "paper.pdf"))  # type: ignore[operator]
    queue = items(place, NAMES, [])
    printing.print_batch(queue)
    with qtbot.waitSignal(printing.refused) as refused:
        printing.print_batch(queue)
    assert "Esc" in refused.args[0]
    printing.cancel_batch()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_said(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(_parent: QWidget | None, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))  # type: ignore[operator]
        return True

    monkeypatch.setattr(messages, "ask_printer", nowhere)
    reports: list[BatchReport] = []
    printing.batch_begun.connect(lambda job, _way: job.ended.append(reports.append))
    printing.print_batch(items(place, ("Ann Lee", "Cid Sol"), []))
    qtbot.waitUntil(lambda: bool(reports), timeout=20_000)
    assert "did not take the pages" in report_text(reports[0])
    assert reports[0].left == ["Ann Lee", "Cid Sol"]


def test_a_logo_that_was_left_out_is_told_without_sending_anybody_to_the_checks() -> None:
    report = BatchReport("print", done=["Ann Lee"], altered=[("Ann Lee", ("logo",))])
    assert "logo is damaged" in report_text(report)
    assert "Ctrl+E" not in report_text(report)
    assert "Ctrl+E" in altered_text("Ann Lee", ("shortened", "logo"))
    assert "Ctrl+E" not in altered_text("Ann Lee", ("shortened",), is_previewed=False)
