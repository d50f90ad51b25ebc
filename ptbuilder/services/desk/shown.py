"""The read side of the desk: one work as pages show it, with the draft that the suggestion makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Program, Stage
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.services.desk.adapting import unfitting
from ptbuilder.services.desk.answering import WaysOut
from ptbuilder.services.desk.work import Card, ProgramRow, Question, Work
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.reading import read_questions, read_row
from ptbuilder.services.suggest.suggesting import Suggesting


@dataclass(frozen=True, eq=False)
class Shown:
    """``work`` as it is read on ``today``; an edit or another day makes another one."""

    library: Library
    suggesting: Suggesting
    prescriber: Prescriber
    work: Work
    today: date

    @property
    def outcome(self) -> Outcome:
        """The suggestion for the assessment."""
        return self.suggesting.outcome(self.work.assessment, self.today)

    @cached_property
    def draft(self) -> Program:
        """The draft of the outcome; asked for many times while a page refreshes, made once."""
        return self.prescriber.draft(self.work.program, self.outcome)

    @property
    def program(self) -> Program:
        """The accepted program, or the draft."""
        return self.work.program if self.work.is_accepted else self.draft

    @property
    def stage(self) -> Stage:
        """The shown stage; an empty one where there is none."""
        return self.program.nearest_stage(self.work.stage) or Stage()

    @property
    def stage_outcome(self) -> Outcome:
        """The suggestion judged by the phase of the shown stage."""
        return self.suggesting.outcome_in(self.work.assessment, self.stage, self.today)

    @property
    def rows(self) -> tuple[ProgramRow, ...]:
        """The lines of the shown stage, in the order of the sheet; none on a stop."""
        if self.outcome.stop is not None:
            return ()
        excluded, draft = self.stage_outcome.excluded, not self.work.is_accepted
        items = self.stage.prescriptions
        rows = (read_row(self.library, self.prescriber, e, excluded.get(e.exercise, ()), is_draft=draft) for e in items)
        ways = WaysOut(self.suggesting, self.prescriber, self.work.assessment, self.program, self.work.stage, self.today)
        return tuple(map(ways.for_row, rows))

    @property
    def cards(self) -> tuple[Card, ...]:
        """What else is on offer for the shown stage, exercises for unserved goals first."""
        return self.suggesting.cards(self.work.assessment, self.stage, self.today)

    @property
    def served_goals(self) -> frozenset[str]:
        """The wanted goals that the shown stage serves."""
        wanted = (state.goal for state in self.stage_outcome.goals)
        return frozenset(self.suggesting.served(self.stage, wanted))

    @property
    def not_suggested(self) -> tuple[int, int]:
        """How many exercises are kept out of the shown stage, and how many of them would serve a wanted goal."""
        return self.suggesting.not_suggested(self.work.assessment, self.stage, self.today)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What to answer before printing, in the order of the page."""
        return read_questions(self.library, self.work.assessment, self.rows)

    @property
    def unfitting(self) -> tuple[str, ...]:
        """The exercises of the shown stage that findings since the acceptance speak against."""
        return unfitting(self.work, self.rows) if self.work.is_accepted else ()

    def taken(self, by: str, at: datetime) -> Program:
        """The draft as ``by`` accepts it."""
        return replace(self.draft, accepted_by=by, accepted_at=at)

    def ready_to_edit(self, by: str, at: datetime) -> Work:
        """The work with the draft taken, as the first half of an edit; on a stop there is nothing to edit, which raises."""
        if self.outcome.stop is not None:
            raise PTBuilderError("There is no program while a danger sign stands. See what to do first.")
        program = self.work.program if self.work.is_accepted else self.taken(by, at)
        if not program.stages:
            program = replace(program, stages=(Stage(),))
        return replace(self.work, program=program, stage=min(self.work.stage, len(program.stages) - 1))
