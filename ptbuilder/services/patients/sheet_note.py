"""The note of a sheet that leaves the program: about what was printed, whoever lies on the desk once the printer is done."""

from __future__ import annotations

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.revision import Way
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.patients.reception import Reception


@dataclass(frozen=True, slots=True)
class SheetNote:
    """Program, stage, choices and closed revision as they were when a sheet was asked for.

    ``problem`` says why there is no such revision; it is told once the sheet is out, since a sheet never waits for a note.
    """

    program: str
    stage: int
    choices: HandoutChoices
    revision: int | None
    problem: str = ""

    def take(self, reception: Reception, way: Way) -> None:
        """Note the sheet as handed out; raises PTBuilderError where it cannot be noted. Nothing is kept while no data is open."""
        if not reception.is_open:
            return
        if self.problem or self.revision is None:
            raise PTBuilderError(self.problem or "There was nothing saved yet.")
        reception.records.issue(self.program, self.stage, self.choices, way, revision=self.revision)


def note_of(desk: Desk, reception: Reception) -> SheetNote:
    """Save what is on the desk and close its revision, so that what is edited from now on is not what was printed."""
    desk.save_now()
    work, revision, problem = desk.work, None, desk.saved.problem
    if reception.is_open and not problem:
        try:
            revision = reception.records.close_open(work.program.id)
        except PTBuilderError as error:
            problem = str(error)
    return SheetNote(work.program.id, work.stage, work.choices, revision.number if revision else None, problem)
