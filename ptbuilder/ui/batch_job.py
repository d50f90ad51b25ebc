"""A queue of patients' sheets, one document after the other: one that fails is named, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Alteration, Handout
from ptbuilder.domain.patient import Patient

Way = Literal["print", "pdf"]


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One patient: how the sheet is made (on the worker; with its paper), and what follows once it is out."""

    patient: Patient
    name: str
    make: Callable[[], tuple[Handout, str]]
    done: Callable[[], object]


class Delivery(Protocol):
    """How one document leaves the program: PrintJob or SaveJob."""

    finished: SignalInstance
    refused: SignalInstance
    broken: SignalInstance

    def start(self) -> None:
        """Make the document and let it leave."""

    def cancel(self) -> bool:
        """Whether nothing of it leaves; else one of the signals still comes."""


@dataclass(slots=True)
class BatchReport:
    """What became of a queue: names that are out, names that failed with the reason, names that were not begun.

    ``altered`` names each sheet that is out, but not as it was asked for, with what was changed.
    """

    way: Way
    done: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    altered: list[tuple[str, tuple[Alteration, ...]]] = field(default_factory=list)
    problem: str = ""
    is_cancelled: bool = False

    @property
    def count(self) -> int:
        """How many were asked for."""
        return len(self.done) + len(self.failed) + len(self.left)


class BatchJob:
    """``advanced`` is called with whose turn it is, counted from 1, and the name; ``ended`` with the BatchReport, once."""

    def __init__(self, way: Way, items: Sequence[BatchItem], deliver: Callable[[BatchItem], Delivery]) -> None:
        self.advanced: list[Callable[[int, str], object]] = []
        self.ended: list[Callable[[BatchReport], object]] = []
        self._items = list(items)
        self._deliver = deliver
        self._current: Delivery | None = None
        self._altered: tuple[Alteration, ...] = ()
        self._report = BatchReport(way)
        self._next = self._out = 0
        self._is_over = False

    @property
    def count(self) -> int:
        """How many documents are asked for."""
        return len(self._items)

    @property
    def is_under_way(self) -> bool:
        """Whether one document has left already, noted or not."""
        return self._out > 0

    def start(self) -> None:
        """Begin with the first document."""
        self._go_on()

    def cancel(self) -> None:
        """Stop here: what is not out yet is not noted as handed out; a file that is being written is still finished."""
        if self._is_over or self._report.is_cancelled:
            return
        self._report.is_cancelled = True
        if self._current is None or self._current.cancel():
            self._end(self._next - 1)

    def _go_on(self) -> None:
        if self._report.is_cancelled or self._next == len(self._items):
            self._end(self._next)
            return
        item = self._items[self._next]
        self._next += 1
        self._current = None
        self._altered = ()
        for listener in tuple(self.advanced):
            listener(self._next, item.name)
        if self._is_over or self._report.is_cancelled:
            return
        delivery = self._current = self._deliver(replace(item, make=lambda: self._made(item)))
        delivery.finished.connect(lambda: self._on_finished(item))
        delivery.refused.connect(lambda reason: self._on_refused(item, reason))
        delivery.broken.connect(self._on_broken)
        delivery.start()

    def _made(self, item: BatchItem) -> tuple[Handout, str]:
        """Runs on the worker, before the document leaves; what was altered is read here once it is out."""
        made = item.make()
        self._altered = made[0].altered
        return made

    def _on_finished(self, item: BatchItem) -> None:
        self._out += 1
        if self._altered:
            self._report.altered.append((item.name, self._altered))
        try:
            item.done()
        except PTBuilderError as error:
            text = QCoreApplication.translate("Batch", "It is out, but could not be noted. {reason}")
            self._report.failed.append((item.name, text.format(reason=error)))
        else:
            self._report.done.append(item.name)
        self._go_on()

    def _on_refused(self, item: BatchItem, reason: str) -> None:
        self._report.failed.append((item.name, reason))
        self._go_on()

    def _on_broken(self, problem: str) -> None:
        """Printer or folder fail for all that follow, so the queue ends here."""
        self._report.problem = problem
        self._end(self._next - 1)

    def _end(self, begun: int) -> None:
        self._is_over = True
        self._report.left = [each.name for each in self._items[begun:]]
        listeners, self.ended, self.advanced = self.ended, [], []
        self._deliver = _nothing_more  # the last document's signals still hold this queue: it must hold nobody that owns them
        for listener in listeners:
            listener(self._report)


def _nothing_more(_item: BatchItem) -> Delivery:
    raise AssertionError("The queue is over.")
