"""The desk: the work at hand, one named method for each thing a therapist does, undo for all of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from ptbuilder.domain.activity import ActivityPlan
from ptbuilder.domain.assessment import Assessment, Clearance, Finding, Score
from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.domain.suggestion import Outcome, WhyNot
from ptbuilder.domain.vocabulary import Level, Onset, Phase, Side
from ptbuilder.services.desk.adapting import adapted
from ptbuilder.services.desk.answering import kept
from ptbuilder.services.desk.bench import Bench
from ptbuilder.services.desk.keeping import Later, Save
from ptbuilder.services.desk.shown import Shown
from ptbuilder.services.desk.staging import moved_to_stage, with_next_stage
from ptbuilder.services.desk.work import Card, FindingEffect, ProgramRow, Question, Step, Work
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting

SIDES: tuple[Side, ...] = ("left", "right", "both")


class Desk(Bench):
    """Each action changes the work in one step, saves it, and tells the listeners in ``changed``.

    An action that does not fit (a swap where there is no neighbour) raises PTBuilderError and changes nothing. ``course`` adds to
    an assessment what the earlier ones say: weeks in care, and whether anything clearly changed.
    """

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
        self.course: Callable[[Assessment], Assessment] = lambda assessment: assessment
        self._suggesting = suggesting
        self._prescriber = prescriber
        self._household = household or frozenset(code for code, each in library.equipment.items() if each.household)
        self._read = Shown(library, suggesting, prescriber, self._work, self.today)

    # ---- reading ----------------------------------------------------------------------------------------------------

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

    # ---- the patient ------------------------------------------------------------------------------------------------

    def set_patient(self, patient: Patient) -> None:
        """Change name, birth, sex or choices of the patient; age and sex of the assessment follow."""
        age = patient.age_on(self._work.assessment.on or self.today)
        before = self._work.assessment
        assessment = replace(before, age=age if age is not None else before.age, sex=patient.sex or before.sex)
        self._do(Step("patient"), replace(self._work, patient=patient, assessment=assessment))

    def set_choices(self, choices: HandoutChoices) -> None:
        """Change how the handout is printed."""
        self._do(Step("choices"), replace(self._work, choices=choices))

    def follow_up(self) -> None:
        """Start a follow-up: the last findings under today's date, red flags to be asked again, the program as it was."""
        old, age = self._work.assessment, self._work.patient.age_on(self.today)
        assessment = replace(old.follow_up(str(uuid.uuid4()), self.today), age=age if age is not None else old.age)
        self._change_assessment(Step("follow-up"), self.course(assessment))

    # ---- the assessment ---------------------------------------------------------------------------------------------

    def add_finding(self, finding: Finding) -> None:
        """Add a finding, or take its values into the one that is there."""
        self._change_assessment(Step("add-finding", finding.code), self._work.assessment.with_finding(finding))

    def set_finding(self, finding: Finding) -> None:
        """Change side, severity, value, date or note of a finding that is there."""
        self._change_assessment(Step("change-finding", finding.code), self._work.assessment.with_finding(finding))

    def remove_finding(self, code: str) -> None:
        """Remove a finding."""
        self._change_assessment(Step("remove-finding", code), self._work.assessment.without_finding(code))

    def set_irritability(self, level: Level | None) -> None:
        """Set how easily symptoms flare."""
        step = Step("irritability", after=level or "")
        self._change_assessment(step, replace(self._work.assessment, irritability=level))

    def set_onset(self, onset: Onset | None) -> None:
        """Set how long it has lasted: acute, subacute, chronic."""
        self._change_assessment(Step("onset", after=onset or ""), replace(self._work.assessment, stage=onset))

    def set_red_flags_asked(self, asked: bool) -> None:
        """Note that the danger signs were asked and none was there, or take that back."""
        step = Step("red-flags", after="asked" if asked else "")
        self._change_assessment(step, replace(self._work.assessment, red_flags_asked=asked))

    def toggle_equipment(self, code: str) -> None:
        """Add or take away one thing at home."""
        self.set_equipment(self.home ^ {code})

    def set_equipment(self, codes: frozenset[str] | None) -> None:
        """Set what is at home; None means household things."""
        self._change_assessment(Step("equipment"), replace(self._work.assessment, equipment=codes))

    def add_clearance(self, clearance: Clearance) -> None:
        """Record who cleared an urgent stop or a rule that needs it."""
        kept = tuple(each for each in self._work.assessment.clearances if each.rule != clearance.rule)
        step = Step("clearance", clearance.rule)
        self._change_assessment(step, replace(self._work.assessment, clearances=(*kept, clearance)))

    def set_phase(self, phase: Phase | None) -> None:
        """Set the phase by hand; None lets the procedure's date decide."""
        self._change_assessment(Step("phase", after=phase or ""), replace(self._work.assessment, phase=phase))

    def set_assessed_on(self, day: date) -> None:
        """Set the day of the assessment."""
        self._change_assessment(Step("date", after=day.isoformat()), replace(self._work.assessment, on=day))

    def add_score(self, score: Score) -> None:
        """Keep an outcome score; a measure has one score for each side in one assessment."""
        others = tuple(e for e in self._work.assessment.scores if (e.measure, e.side) != (score.measure, score.side))
        assessment = self.course(replace(self._work.assessment, scores=(*others, score)))
        self._change_assessment(Step("score", score.measure), assessment)

    def set_patient_goals(self, words: str) -> None:
        """Write down what the patient wants to do again, in the patient's words."""
        self._change_assessment(Step("patient-goals"), replace(self._work.assessment, patient_goals=words.strip()))

    def note_visit(self, step: str, **values: object) -> None:
        """Note motivation, other care, adverse events or recall; ``step`` names the edit."""
        self._change_assessment(Step(step), replace(self._work.assessment, **values))  # type: ignore[arg-type]

    # ---- the program ------------------------------------------------------------------------------------------------

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

    def use_program(self, program: Program, step: Step) -> None:
        """Put a whole program in the place of this one: a template, or a revision brought back."""
        self._set_program(step, self._work, replace(program, id=self._work.program.id, patient=self._work.patient.id))

    # ---- inside -----------------------------------------------------------------------------------------------------

    @property
    def _shown(self) -> Shown:
        """The work at hand as it is read today."""
        today = self.today
        if self._read.work is not self._work or self._read.today != today:
            self._read = replace(self._read, work=self._work, today=today)
        return self._read

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
        self._do(step, replace(work, program=program))

    def _change_assessment(self, step: Step, assessment: Assessment) -> None:
        program = replace(self._work.program, assessment=assessment)
        self._do(step, replace(self._work, assessment=assessment, program=program))
