"""How and when the program at the desk was last handed out, and whether it has changed since."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.program import Program
from ptbuilder.domain.revision import Way
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.patients.reception import Reception


@dataclass(frozen=True, slots=True)
class LastSheet:
    """The last sheet of a program: the way and the day it left, and whether its stages were changed after that."""

    way: Way
    on: date
    is_changed: bool


class LastSheets:
    """Asks the data once for each program at the desk, and again after ``forget``; the desk asks at every change."""

    def __init__(self, desk: Desk, reception: Reception) -> None:
        self._desk = desk
        self._reception = reception
        self._program = ""
        self._known: tuple[Way, date, Program] | None = None

    def forget(self) -> None:
        """A sheet has left the program."""
        self._program = ""

    def now(self) -> LastSheet | None:
        """The last sheet of the program at the desk; None where none was handed out or no data is open."""
        if self._desk.work.is_blank or not self._reception.is_open:
            return None  # an empty desk asks nothing of the data, which a start would wait for
        program = self._desk.program
        if program.id != self._program:
            self._program = program.id
            self._known = self._asked(program.id)
        if self._known is None:
            return None
        way, on, document = self._known
        return LastSheet(way, on, _printed(document) != _printed(program))

    def _asked(self, program_id: str) -> tuple[Way, date, Program] | None:
        records = self._reception.records
        issued, document = records.last_out(program_id), records.last_issued(program_id)
        return None if issued is None or document is None else (issued.way, issued.at.date(), document)


def _printed(program: Program) -> tuple[object, ...]:
    """What a patient reads of a program; the fingerprints of texts come only with saving."""
    items = [
        (stage.state, [(each.exercise, each.dosage, each.side, each.note) for each in stage.prescriptions])
        for stage in program.stages
    ]
    return items, program.messages, program.education, program.next_visit, program.activities
