"""What the clinician's copy and the referral note say of findings and rules, in the library's words."""

from __future__ import annotations

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.handout import ClinicianPart, PrintedFinding, PrintedOverride
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.domain.text import Text


class ClinicianWords:
    """Names findings, rules and exercises; a code that the library no longer has stands for itself."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def part(self, assessment: Assessment, stage: Stage, outcome: Outcome | None) -> ClinicianPart:
        """The clinician's part of the sheet of one stage; ``outcome`` gives its warnings."""
        overrides = tuple(
            PrintedOverride(self._rule_title(note.rule), note.reason, note.by, self._exercise_name(item.exercise))
            for item in stage.prescriptions
            for note in item.overrides
        )
        return ClinicianPart(
            red_flags_asked=assessment.red_flags_asked,
            goals=assessment.patient_goals.strip(),
            findings=tuple(map(self.finding, assessment.findings)),
            warnings=tuple(each.text for each in outcome.warnings) if outcome else (),
            overrides=overrides,
            irritability=assessment.irritability,
        )

    def finding(self, finding: Finding) -> PrintedFinding:
        """One finding with its side, severity and region."""
        kind = self._library.findings.get(finding.code)
        region = self._library.regions.get(finding.region or "")
        label = kind.label if kind else {"en": finding.code}
        return PrintedFinding(label, finding.side, finding.grade, region.name if region else {})

    def _rule_title(self, code: str) -> Text:
        rule = self._library.rules.get(code)
        return rule.title if rule else {"en": code}

    def _exercise_name(self, code: str) -> Text:
        exercise = self._library.exercises.get(code)
        return exercise.name if exercise else {"en": code}
