"""The assessment at the desk: patient, findings, irritability, procedure, home, scores."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ptbuilder.domain.assessment import Assessment, Clearance, Finding, Score
from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.vocabulary import Level, Onset, Phase
from ptbuilder.services.desk.reading_desk import ReadingDesk
from ptbuilder.services.desk.work import Step


def as_it_is(assessment: Assessment) -> Assessment:
    """The assessment without what earlier ones say."""
    return assessment


class AssessingDesk(ReadingDesk):
    """Edits who the patient is and what was found.

    ``course`` adds to an assessment what the earlier ones say: weeks in care, and whether anything clearly changed.
    """

    course: Callable[[Assessment], Assessment] = staticmethod(as_it_is)

    def set_patient(self, patient: Patient) -> None:
        """Change name, birth, sex or choices of the patient; age and sex of the assessment follow."""
        old, before = self._work.patient, self._work.assessment
        on = before.on or self.today
        age = patient.age_on(on)
        assessment = replace(
            before,
            age=age if age is not None or old.age_on(on) is not None else before.age,
            sex=patient.sex if patient.sex or old.sex else before.sex,
        )
        self._do(Step("patient"), replace(self._work, patient=patient, assessment=assessment))

    def set_choices(self, choices: HandoutChoices) -> None:
        """Change how the handout is printed."""
        self._do(Step("choices"), replace(self._work, choices=choices))

    def follow_up(self) -> None:
        """Start a follow-up: the last findings under today's date, red flags to be asked again, the program as it was."""
        old, age = self._work.assessment, self._work.patient.age_on(self.today)
        stops = {code for code, rule in self.library.rules.items() if rule.then.stop is not None}
        assessment = replace(old.follow_up(str(uuid.uuid4()), self.today, stops), age=age if age is not None else old.age)
        self._change_assessment(Step("follow-up"), self.course(assessment))

    def add_finding(self, finding: Finding) -> None:
        """Add a finding, or take its values into the one that is there."""
        self._change_assessment(Step("add-finding", finding.code), self._work.assessment.with_finding(finding))

    def set_finding(self, finding: Finding) -> None:
        """Change side, severity, value, date or note of a finding that is there."""
        self._change_assessment(Step("change-finding", finding.code), self._work.assessment.with_finding(finding))

    def remove_finding(self, code: str) -> None:
        """Remove a finding, and with it who cleared a rule that it fired: should it come back, it is asked about anew."""
        fired = {each.rule for each in self.outcome.fired if code in each.findings}
        assessment = self._work.assessment.without_finding(code).without_clearances(fired)
        self._change_assessment(Step("remove-finding", code), assessment)

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

    def _change_assessment(self, step: Step, assessment: Assessment) -> None:
        program = replace(self._work.program, assessment=assessment)
        self._do(step, replace(self._work, assessment=assessment, program=program))
