"""What the desk shows of the work at hand: suggestion, program or draft, and what is still open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Program, Stage
from ptbuilder.domain.suggestion import Outcome, WhyNot
from ptbuilder.services.desk.bench import Bench
from ptbuilder.services.desk.keeping import Later, Save
from ptbuilder.services.desk.shown import Shown
from ptbuilder.services.desk.work import Card, FindingEffect, ProgramRow, Question, Work
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting


class ReadingDesk(Bench):
    """Reads the work; each answer is worked out once for a state of the work and a day."""

    def __init__(
        self,
        library: Library,
        suggesting: Suggesting,
        prescriber: Prescriber,
        *,
        save: Save | None = None,
        later: Later | None = None,
        clock: Callable[[], datetime] = datetime.now,
        household: frozenset[str] | None = None,
    ) -> None:
        super().__init__(library, save, later, clock)
        self._suggesting = suggesting
        self._prescriber = prescriber
        self._household = household or frozenset(code for code, each in library.equipment.items() if each.household)
        self._read = Shown(library, suggesting, prescriber, self._work, self.today)

    @property
    def outcome(self) -> Outcome:
        """The suggestion for the assessment as it is now."""
        return self._shown.outcome

    @property
    def is_accepted(self) -> bool:
        """Whether the program was taken by the therapist; until then the rows are a draft."""
        return self._work.is_accepted

    @property
    def program(self) -> Program:
        """The accepted program, or the draft that the suggestion makes."""
        return self._shown.program

    @property
    def stage(self) -> Stage:
        """The shown stage of the program or draft; an empty stage where there is none."""
        return self._shown.stage

    @property
    def stage_outcome(self) -> Outcome:
        """The suggestion judged by the phase of the shown stage."""
        return self._shown.stage_outcome

    @property
    def rows(self) -> tuple[ProgramRow, ...]:
        """The lines of the shown stage, in the order of the sheet."""
        return self._shown.rows

    @property
    def cards(self) -> tuple[Card, ...]:
        """What else is on offer for the shown stage, exercises for unserved goals first."""
        return self._shown.cards

    @property
    def served_goals(self) -> frozenset[str]:
        """The wanted goals that the shown stage serves."""
        return self._shown.served_goals

    @property
    def not_suggested(self) -> tuple[int, int]:
        """How many exercises are kept out of the shown stage, and how many of them would serve a wanted goal."""
        return self._shown.not_suggested

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What to answer before printing, in the order of the page."""
        return self._shown.open_questions

    @property
    def unfitting(self) -> tuple[str, ...]:
        """The exercises of the shown stage that findings since the acceptance speak against."""
        return self._shown.unfitting

    @property
    def may_group(self) -> bool:
        """Whether grouping the shown stage by position would change its order."""
        return self._prescriber.sheet_order(self.stage) != self.stage

    @property
    def home(self) -> frozenset[str]:
        """What the patient has at home: what was chosen, else household things."""
        chosen = self._work.assessment.equipment
        return self._household if chosen is None else chosen

    def shown_of(self, work: Work) -> Shown:
        """Work that lies elsewhere, as it would be read at this desk today."""
        return replace(self._read, work=work, today=self.today)

    def why_not(self, exercise: str) -> WhyNot:
        """What keeps ``exercise`` out of the shown stage."""
        return self._suggesting.why_not(self._work.assessment, self.stage, self.today, exercise)

    def effect_of(self, finding: Finding) -> FindingEffect:
        """What one more finding would do to the suggestion."""
        return self._suggesting.effect_of(self._work.assessment, finding, self.today)

    def take_changed(self, codes: frozenset[str]) -> None:
        """Suggest anew, since these exercises of the library are others now."""
        self._suggesting.relearn(codes)
        self._read = Shown(self.library, self._suggesting, self._prescriber, self._work, self.today)
        super().take_changed(codes)

    @property
    def _shown(self) -> Shown:
        """The work at hand as it is read today."""
        today = self.today
        if self._read.work is not self._work or self._read.today != today:
            self._read = replace(self._read, work=self._work, today=today)
        return self._read
