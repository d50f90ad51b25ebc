"""Which procedure a sheet names and counts its days from."""

from __future__ import annotations

from datetime import date, timedelta

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.wording.procedures import PROCEDURE_WORDS


@dataclass(frozen=True, slots=True)
class PrintedProcedure:
    """The procedure's patient's words, empty without one, and its day, None where it is not known."""

    words: Text
    on: date | None = None

    def day_of(self, on: date | None) -> int | None:
        """``on`` counted from the procedure; None where either is not known."""
        return (on - self.on).days if on is not None and self.on is not None else None


def printed_procedure(assessment: Assessment, today: date) -> PrintedProcedure:
    """The first procedure whose day is known, else the first; ``today`` stands for an assessment without a day."""
    judged = assessment.on or today
    found = []
    for finding in assessment.findings:
        if finding.code in PROCEDURE_WORDS:
            days = finding.day(judged)
            on = finding.on or (judged - timedelta(days=days) if days is not None else None)
            found.append(PrintedProcedure(PROCEDURE_WORDS[finding.code], on))
    dated = (each for each in found if each.on is not None)
    return next(dated, found[0] if found else PrintedProcedure({}))
