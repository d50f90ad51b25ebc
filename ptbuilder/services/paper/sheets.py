"""From the work at hand to the value that a handout prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from ptbuilder.domain.activity import ActivityTable
from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.clinic import Clinic, HandoutChoices, Ink
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.handout import (
    ClinicianPart,
    Mark,
    PrintedFinding,
    PrintedOverride,
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
from ptbuilder.wording.procedures import INJECTIONS, PROCEDURE_WORDS

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
        assessment = program.assessment
        look = _Look(look_of(patient, assessment, choices), choices.ink)
        exercises = tuple(
            self._exercise(number, item, look, last, texts or {}) for number, item in enumerate(shown.prescriptions, start=1)
        )
        codes = frozenset(finding.code for finding in assessment.findings)
        activities = sheet_table(self._library, assessment, program.activities, printed, shown.phase)
        return Sheet(
            clinic=clinic,
            person=_person(patient, assessment),
            printed=printed,
            exercises=exercises,
            choices=choices,
            stage=self._stage(program, stage, printed),
            next_visit=program.next_visit,
            stopped=self._stopped(shown, last),
            irritability=assessment.irritability,
            after_injection=not codes.isdisjoint(INJECTIONS),
            procedure_on=_procedure_date(assessment, printed),
            activities=activities,
            topics=self._topics(program, activities) if choices.with_topics else (),
            findings=codes,
            messages=program.messages,
            clinician=self._clinician(assessment, shown, outcome),
            start_log=max(printed, shown.first) if shown.first is not None else printed,
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
            danger_signs=tuple(self._finding(each) for each in assessment.findings if each.code in flags),
            other_findings=tuple(self._finding(each) for each in assessment.findings if each.code not in flags),
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

    def _stage(self, program: Program, number: int, printed: date) -> SheetStage | None:
        if not program.stages or (len(program.stages) == 1 and program.stages[0].phase is None):
            return None
        stage = program.stages[number]
        code, started = _procedure(program.assessment, printed)
        first = (
            max(stage.first, printed)
            if stage.first and stage.state == "active" and printed <= (stage.last or printed)
            else stage.first
        )
        return SheetStage(
            number=number + 1,
            count=len(program.stages),
            first=first,
            last=stage.last,
            from_day=(first - started).days if first and started else None,
            to_day=(stage.last - started).days if stage.last and started else None,
            procedure=PROCEDURE_WORDS.get(code, {}),
            is_planned=stage.state == "planned",
        )

    def _stopped(self, shown: Stage, last: Stage | None) -> tuple[Text, ...]:
        gone = [each.exercise for each in last.prescriptions if not shown.has(each.exercise)] if last else []
        return tuple(self._library.exercises[code].name for code in gone if code in self._library.exercises)

    def _topics(self, program: Program, activities: ActivityTable) -> tuple[Topic, ...]:
        """The chosen topics; where the table of activities is printed, what says the same points to it."""
        known = (self._library.topics[code] for code in program.education if code in self._library.topics)
        return tuple(pointing_to_table(topic) if activities.rows else topic for topic in known if not topic.always)

    def _clinician(self, assessment: Assessment, stage: Stage, outcome: Outcome | None) -> ClinicianPart:
        overrides = tuple(
            PrintedOverride(self._rule_title(note.rule), note.reason, note.by, self._name(item.exercise))
            for item in stage.prescriptions
            for note in item.overrides
        )
        return ClinicianPart(
            red_flags_asked=assessment.red_flags_asked,
            goals=assessment.patient_goals.strip(),
            findings=tuple(self._finding(each) for each in assessment.findings),
            warnings=tuple(each.text for each in outcome.warnings) if outcome else (),
            overrides=overrides,
            irritability=assessment.irritability,
        )

    def _rule_title(self, code: str) -> Text:
        rule = self._library.rules.get(code)
        return rule.title if rule else {"en": code}

    def _name(self, code: str) -> Text:
        exercise = self._library.exercises.get(code)
        return exercise.name if exercise else {"en": code}

    def _finding(self, finding: Finding) -> PrintedFinding:
        kind = self._library.findings.get(finding.code)
        region = self._library.regions.get(finding.region or "")
        label = kind.label if kind else {"en": finding.code}
        return PrintedFinding(label, finding.side, finding.grade, region.name if region else {})


def _person(patient: Patient, assessment: Assessment) -> SheetPerson:
    return SheetPerson(patient.printed_name, patient.initials, patient.is_sample, assessment.age, assessment.sex)


def _mark(item: Prescription, before: Prescription | None, last: Stage | None) -> Mark:
    if last is None:
        return ""
    if before is None:
        return "new"
    return "changed" if (before.dosage, before.side) != (item.dosage, item.side) else ""


def _procedure(assessment: Assessment, today: date) -> tuple[str, date | None]:
    """The procedure whose words are printed (the first that has a date) and its day."""
    for finding in assessment.findings:
        if finding.code in PROCEDURE_WORDS:
            day = finding.day(assessment.on or today)
            return finding.code, finding.on or ((assessment.on or today) - timedelta(days=day) if day is not None else None)
    return "", None


def _procedure_date(assessment: Assessment, today: date) -> date | None:
    return _procedure(assessment, today)[1]


def _without_stop(text: Text) -> Text:
    """The clinician's sentence without the leading "STOP.", which the note's heading says."""
    return {language: words.removeprefix("STOP. ").removeprefix("ALTO. ") for language, words in text.items()}
