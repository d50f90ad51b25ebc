"""The desk: the work at hand, one named method for each thing a therapist does, undo for all of them."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime

from ptbuilder.domain.activity import ActivityPlan
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.domain.vocabulary import Side
from ptbuilder.services.desk.adapting import adapted
from ptbuilder.services.desk.answering import kept
from ptbuilder.services.desk.assessing_desk import AssessingDesk
from ptbuilder.services.desk.staging import moved_to_stage, with_next_stage
from ptbuilder.services.desk.work import Step, Work

SIDES: tuple[Side, ...] = ("left", "right", "both")


class Desk(AssessingDesk):
    """Reads, assesses, and shapes the program: accept, add, dose, swap, stages, topics.

    Each action changes the work in one step, saves it, and tells the listeners in ``changed``. An action that does not fit (a
    swap where there is no neighbour) raises PTBuilderError and changes nothing.
    """

    def accept(self) -> None:
        """Take the suggested program; who and when are kept."""
        if self.is_accepted:
            return
        program = self._shown.taken(self.therapist, self._clock())
        if program.is_empty:
            raise PTBuilderError("There is nothing to use yet. Add a finding or an exercise first.")
        self._do(Step("accept"), replace(self._work, program=program))

    def add_exercise(self, exercise: str, reason: str = "") -> None:
        """Add an exercise to the shown stage, at its place in the order of the sheet; ``reason`` answers what speaks against it."""
        if self.stage.has(exercise):
            return
        work = self._accepted()
        new = self._prescriber.prescription(work.assessment, self.today, exercise, str(uuid.uuid4()))
        against = self._suggesting.obstacles(work.assessment, self.stage, self.today, exercise) if reason else ()
        new = kept(new, against, reason, self.therapist, self._clock()) if against else new
        stage = work.program.stages[work.stage]
        place = self._prescriber.place_for(stage, exercise)
        self._set_stage(Step("add-exercise", exercise), work, stage.with_prescription(new, place))

    def remove(self, identifier: str) -> None:
        """Remove a prescription from the shown stage."""
        work, item = self._item(identifier)
        self._set_stage(Step("remove-exercise", item.exercise), work, work.program.stages[work.stage].without(identifier))

    def move(self, identifier: str, place: int) -> None:
        """Move a prescription to ``place`` in the shown stage, counted from 0."""
        work, item = self._item(identifier)
        self._set_stage(Step("move", item.exercise), work, work.program.stages[work.stage].moved(identifier, place))

    def group_by_position(self) -> None:
        """Put the shown stage in the order of positions, so that the patient gets up once."""
        work = self._accepted()
        self._set_stage(Step("group"), work, self._prescriber.sheet_order(work.program.stages[work.stage]))

    def set_dosage(self, identifier: str, dosage: Dosage) -> None:
        """Change the dose of one prescription."""
        work, item = self._item(identifier)
        self._set_item(Step("dosage", item.exercise), work, replace(item, dosage=dosage))

    def set_side(self, identifier: str, side: Side | None) -> None:
        """Change the side of one prescription."""
        work, item = self._item(identifier)
        step = Step("side", item.exercise, item.side or "", side or "")
        self._set_item(step, work, replace(item, side=side))

    def cycle_side(self, identifier: str) -> None:
        """Go on to the next side: left, right, both; nothing happens where the exercise has no sides."""
        _, item = self._item(identifier)
        if self.library.exercises[item.exercise].unilateral:
            place = SIDES.index(item.side) + 1 if item.side is not None else 0
            self.set_side(identifier, SIDES[place % len(SIDES)])

    def set_note(self, identifier: str, note: str) -> None:
        """Write a note for the patient under one exercise."""
        work, item = self._item(identifier)
        self._set_item(Step("note", item.exercise), work, replace(item, note=note))

    def easier(self, identifier: str) -> None:
        """Swap for the easier neighbour; raises where there is none."""
        self._step_along(identifier, "easier")

    def harder(self, identifier: str) -> None:
        """Swap for the harder neighbour; raises where there is none."""
        self._step_along(identifier, "harder")

    def swap(self, identifier: str, exercise: str) -> None:
        """Put another exercise in the place of this one; the dose stays where its purpose is the same."""
        work, item = self._item(identifier)
        if work.program.stages[work.stage].has(exercise):
            name = self.library.exercises[exercise].name["en"]
            raise PTBuilderError(f"{name} is in the program already.")
        new = self._prescriber.swapped(item, work.assessment, self.today, exercise)
        self._set_item(Step("swap", item.exercise, item.exercise, exercise), work, new)

    def keep(self, identifier: str, rule: str, reason: str) -> None:
        """Keep an exercise for a reason, against one rule or for an empty ``rule`` all; raises where one allows no override."""
        work, item = self._item(identifier)
        found = self._suggesting.obstacles(work.assessment, self.stage, self.today, item.exercise)
        against = [each for each in found if rule in ("", each.key)]
        self._set_item(Step("keep", item.exercise), work, kept(item, against, reason, self.therapist, self._clock()))

    def move_to_stage(self, identifier: str, number: int) -> None:
        """Let an exercise wait for a later stage, counted from 0."""
        work, item = self._item(identifier)
        program = moved_to_stage(work.program, identifier, work.stage, number)
        self._set_program(Step("move-to-stage", item.exercise, after=str(number)), work, program)

    def add_stage(self) -> None:
        """Plan one more stage, a copy of the last one, and show it."""
        work = self._accepted()
        self._set_program(Step("add-stage"), replace(work, stage=len(work.program.stages)), with_next_stage(work.program))

    def set_message(self, text: str) -> None:
        """Write the note for the patient that stands before the exercises; empty takes it away."""
        work = self._accepted()
        self._set_program(Step("message"), work, replace(work.program, messages=(text.strip(),) if text.strip() else ()))

    def show_stage(self, number: int) -> None:
        """Show another stage, counted from 0; this is no edit and needs no undo."""
        self._work = replace(self._work, stage=max(0, min(number, len(self.program.stages) - 1)))
        self._tell()

    def start_stage(self, number: int) -> None:
        """Make a planned stage the active one: from now on its sheet no longer says to wait."""
        work = self._accepted()
        stage = replace(work.program.stages[number], state="active")
        self._do(Step("start-stage"), replace(work, stage=number, program=work.program.with_stage(number, stage)))

    def add_topic(self, code: str) -> None:
        """Print an education sheet with the handout."""
        work = self._accepted()
        if code not in work.program.education:
            self._set_program(Step("add-topic", code), work, replace(work.program, education=(*work.program.education, code)))

    def remove_topic(self, code: str) -> None:
        """Leave an education sheet out; the two safety topics stay."""
        if self.library.topics[code].always:
            raise PTBuilderError("This topic is on every handout and cannot be left out.")
        work = self._accepted()
        kept = tuple(each for each in work.program.education if each != code)
        self._set_program(Step("remove-topic", code), work, replace(work.program, education=kept))

    def set_activities(self, plan: ActivityPlan, subject: str = "") -> None:
        """Change the table of activities after a procedure; ``subject`` names the row for undo."""
        work = self._accepted()
        self._set_program(Step("activities", subject), work, replace(work.program, activities=plan))

    def set_next_visit(self, when: datetime | None) -> None:
        """Set date and time of the next visit."""
        self._set_program(Step("next-visit"), self._work, replace(self._work.program, next_visit=when))

    def adapt(self) -> None:
        """Swap each exercise that the findings now exclude for its easier neighbour, or remove it, in one step."""
        work = self._accepted()
        stages = tuple(
            adapted(self._suggesting, self._prescriber, work.assessment, stage, self.today) for stage in work.program.stages
        )
        self._set_program(Step("adapt"), work, replace(work.program, stages=stages))

    def use_template(self, template: Program) -> None:
        """Put a template in the place of the program; assessment, next visit and the note for the patient are the patient's own.

        The reasons for each exercise are found anew in this patient's findings.
        """
        now, assessment = self._work.program, self._work.assessment
        program = replace(
            template,
            stages=tuple(self._prescriber.with_reasons(each, assessment, self.today) for each in template.stages),
            assessment=assessment,
            next_visit=now.next_visit,
            messages=now.messages,
            accepted_by=self.therapist,
            accepted_at=self._clock(),
        )
        self.use_program(program, Step("template", after=template.title))

    def use_program(self, program: Program, step: Step) -> None:
        """Put a whole program in the place of this one: a template, or a revision brought back."""
        self._set_program(step, self._work, replace(program, id=self._work.program.id, patient=self._work.patient.id))

    def _accepted(self) -> Work:
        return self._shown.ready_to_edit(self.therapist, self._clock())

    def _item(self, identifier: str) -> tuple[Work, Prescription]:
        work = self._accepted()
        item = work.program.stages[work.stage].prescription(identifier)
        if item is None:
            raise PTBuilderError("This exercise is no longer in the program.")
        return work, item

    def _step_along(self, identifier: str, direction: str) -> None:
        _, item = self._item(identifier)
        code = self._prescriber.neighbour(item.exercise, direction)
        if code is None:
            raise PTBuilderError(f"The library has no {direction} exercise for this one.")
        self.swap(identifier, code)

    def _set_item(self, step: Step, work: Work, item: Prescription) -> None:
        self._set_stage(step, work, work.program.stages[work.stage].with_prescription(item))

    def _set_stage(self, step: Step, work: Work, stage: Stage) -> None:
        self._set_program(step, work, work.program.with_stage(work.stage, stage))

    def _set_program(self, step: Step, work: Work, program: Program) -> None:
        """Put another program; what changes nothing is no edit, so that it takes no draft either."""
        if program == work.program:
            return
        self._do(step, replace(work, program=program))
