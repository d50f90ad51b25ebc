"""From the work at hand to the value that a handout prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from ptbuilder.domain.activity import ActivityTable
from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import Clinic, HandoutChoices, Ink
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.handout import (
    Mark,
    Referral,
    Sheet,
    SheetExercise,
    SheetPerson,
    SheetStage,
)
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Side, Topic
from ptbuilder.services.drawing.figure_look import FigureLook, look_of
from ptbuilder.services.drawing.figures import black_and_white, in_tone
from ptbuilder.services.drawing.own_drawings import drawing_of
from ptbuilder.services.paper.activities import pointing_to_table, sheet_table
from ptbuilder.services.paper.clinician_words import ClinicianWords
from ptbuilder.services.paper.printed_procedure import PrintedProcedure, printed_procedure
from ptbuilder.wording.procedures import INJECTIONS

FindDrawing = Callable[[Exercise, Side | None, str, str], Drawing | None]
"""Exercise, side, frame (start or finish) and body to a drawing, or None while there is none."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Who is drawn, and in which ink; black and white knows no skin tones."""

    figure: FigureLook
    ink: Ink


class SheetMaker:
    """Gathers sheets and referral notes for one library; asks ``find_drawing`` for pictures of an exercise as it is posed."""

    def __init__(self, library: Library, find_drawing: FindDrawing = drawing_of) -> None:
        self._library = library
        self._words = ClinicianWords(library)
        self._find_drawing = find_drawing

    @property
    def library(self) -> Library:
        """The library that the sheets are gathered from."""
        return self._library

    def sheet(
        self,
        patient: Patient,
        program: Program,
        stage: int,
        *,
        clinic: Clinic,
        choices: HandoutChoices,
        printed: date,
        outcome: Outcome | None = None,
        last: Stage | None = None,
        texts: Mapping[str, Exercise] | None = None,
    ) -> Sheet:
        """Gather the handout of ``program.stages[stage]`` (counted from 0).

        ``last`` is the stage handed out before, for the marks; ``texts`` holds the exercises as an old revision had them, by
        fingerprint; ``outcome`` gives the warnings of the clinician's copy.
        """
        shown = program.stages[stage] if program.stages else Stage()
        look = _Look(look_of(patient, program.assessment, choices), choices.ink)
        items = enumerate(shown.prescriptions, start=1)
        sheet = Sheet(
            clinic=clinic,
            person=_person(patient, program.assessment),
            printed=printed,
            exercises=tuple(self._exercise(number, item, look, last, texts or {}) for number, item in items),
            choices=choices,
            next_visit=program.next_visit,
            messages=program.messages,
            start_log=max(printed, shown.first) if shown.first is not None else printed,
        )
        return self._with_assessment(self._with_plan(sheet, program, stage, last), program.assessment, shown, outcome)

    def _with_plan(self, sheet: Sheet, program: Program, number: int, last: Stage | None) -> Sheet:
        """Stage, procedure, activities and topics, and what was stopped since the ``last`` sheet."""
        shown = program.stages[number] if program.stages else Stage()
        procedure = printed_procedure(program.assessment, sheet.printed)
        activities = sheet_table(self._library, program.assessment, program.activities, sheet.printed, shown.phase)
        return replace(
            sheet,
            stage=_stage(program, number, sheet.printed, procedure),
            stopped=self._stopped(shown, last),
            procedure_on=procedure.on,
            activities=activities,
            topics=self._topics(program, activities) if sheet.choices.with_topics else (),
        )

    def _with_assessment(self, sheet: Sheet, assessment: Assessment, shown: Stage, outcome: Outcome | None) -> Sheet:
        """What the findings ask of the sheet, and the clinician's part."""
        codes = frozenset(finding.code for finding in assessment.findings)
        return replace(
            sheet,
            irritability=assessment.irritability,
            after_injection=not codes.isdisjoint(INJECTIONS),
            findings=codes,
            clinician=self._words.part(assessment, shown, outcome),
        )

    def referral(
        self, patient: Patient, assessment: Assessment, outcome: Outcome, clinic: Clinic, choices: HandoutChoices, seen: datetime
    ) -> Referral:
        """Gather the referral note for an assessment on which a stop stands; only recorded findings go in."""
        weightiest = sorted(outcome.stops, key=lambda each: each.stop.level != "emergency")
        first = weightiest[0]
        flags = {code for each in weightiest for code in each.findings}
        return Referral(
            clinic=clinic,
            person=_person(patient, assessment),
            seen=seen,
            level=first.stop.level,
            patient_text=first.stop.patient_text,
            heading=first.stop.note_heading,
            concerns=tuple(_without_stop(each.stop.clinician_text) for each in weightiest),
            danger_signs=tuple(self._words.finding(each) for each in assessment.findings if each.code in flags),
            other_findings=tuple(self._words.finding(each) for each in assessment.findings if each.code not in flags),
            checks=first.stop.checks,
            sources=tuple(dict.fromkeys(self._library.rules[each.rule].source for each in weightiest)),
            choices=choices,
        )

    def _exercise(
        self, number: int, item: Prescription, look: _Look, last: Stage | None, texts: Mapping[str, Exercise]
    ) -> SheetExercise:
        exercise = texts.get(item.fingerprint) or self._library.exercises[item.exercise]
        purpose = self._library.purposes.get(exercise.dosage)
        position = self._library.positions.get(exercise.position)
        before = next((each for each in last.prescriptions if each.exercise == item.exercise), None) if last else None
        mark = _mark(item, before, last)
        return SheetExercise(
            id=item.id,
            number=number,
            exercise=exercise,
            dosage=item.dosage,
            side=item.side,
            note=item.note,
            mark=mark,
            before=before.dosage if before is not None and mark == "changed" else None,
            before_side=before.side if before is not None and mark == "changed" else None,
            usual=purpose.ranges if purpose else {},
            position=position.name if position else {},
            equipment=tuple(self._library.equipment[code].name for code in exercise.equipment if code in self._library.equipment),
            start=self._drawing(exercise, item.side, "start", look),
            finish=self._drawing(exercise, item.side, "finish", look),
        )

    def _drawing(self, exercise: Exercise, side: Side | None, frame: str, look: _Look) -> Drawing | None:
        drawing = self._find_drawing(exercise, side, frame, look.figure.body)
        if drawing is None:
            return None
        return black_and_white(drawing) if look.ink == "bw" else in_tone(drawing, look.figure.skin)

    def _stopped(self, shown: Stage, last: Stage | None) -> tuple[Text, ...]:
        gone = [each.exercise for each in last.prescriptions if not shown.has(each.exercise)] if last else []
        return tuple(self._library.exercises[code].name for code in gone if code in self._library.exercises)

    def _topics(self, program: Program, activities: ActivityTable) -> tuple[Topic, ...]:
        """The chosen topics; where the table of activities is printed, what says the same points to it."""
        known = (self._library.topics[code] for code in program.education if code in self._library.topics)
        return tuple(pointing_to_table(topic) if activities.rows else topic for topic in known if not topic.always)


def _person(patient: Patient, assessment: Assessment) -> SheetPerson:
    return SheetPerson(patient.printed_name, patient.initials, patient.is_sample, assessment.age, assessment.sex)


def _mark(item: Prescription, before: Prescription | None, last: Stage | None) -> Mark:
    if last is None:
        return ""
    if before is None:
        return "new"
    return "changed" if (before.dosage, before.side) != (item.dosage, item.side) else ""


def _stage(program: Program, number: int, printed: date, procedure: PrintedProcedure) -> SheetStage | None:
    """None for a program that has one stage and no phases; a stage under way begins on the day of the sheet."""
    if not program.stages or (len(program.stages) == 1 and program.stages[0].phase is None):
        return None
    stage = program.stages[number]
    is_under_way = stage.state == "active" and printed <= (stage.last or printed)
    first = max(stage.first, printed) if stage.first and is_under_way else stage.first
    return SheetStage(
        number=number + 1,
        count=len(program.stages),
        first=first,
        last=stage.last,
        from_day=procedure.day_of(first),
        to_day=procedure.day_of(stage.last),
        procedure=procedure.words,
        is_planned=stage.state == "planned",
    )


def _without_stop(text: Text) -> Text:
    """The clinician's sentence without the leading "STOP.", which the note's heading says."""
    return {language: words.removeprefix("STOP. ").removeprefix("ALTO. ") for language, words in text.items()}
