"""From the work at hand to the note for the clinic's record system."""

from __future__ import annotations

from collections.abc import Iterable

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import Text
from ptbuilder.exchange.record_note import NotedClearance, NotedFinding, RecordNote
from ptbuilder.services.desk.work import Work

_OUT_OF = (5, 10)
"""Upper ends of scales whose values are told with them: ``6/10``."""


def record_note(library: Library, sheet: Sheet, work: Work, goals: Iterable[str]) -> RecordNote:
    """The note of ``sheet``; ``goals`` are the codes of those goals that its program serves.

    Severity is told only as it was recorded: a grade that reasoning merely assumes is left out.
    """
    assessment = work.assessment
    found = [(_is_red_flag(library, each), _finding(library, each, assessment)) for each in assessment.findings]
    return RecordNote(
        sheet=sheet,
        findings=tuple(each for is_flag, each in found if not is_flag),
        danger_signs=tuple(each for is_flag, each in found if is_flag),
        clearances=tuple(
            NotedClearance(
                library.rules[each.rule].title if each.rule in library.rules else {"en": each.rule}, each.what, each.by, each.on
            )
            for each in assessment.clearances
        ),
        onset=assessment.stage,
        goals=tuple(library.goals[code].label for code in goals if code in library.goals),
        advice=_advice(library, sheet),
        wishes=assessment.patient_goals,
    )


def _is_red_flag(library: Library, finding: Finding) -> bool:
    kind = library.findings.get(finding.code)
    return kind is not None and kind.is_red_flag


def _finding(library: Library, finding: Finding, assessment: Assessment) -> NotedFinding:
    kind = library.findings.get(finding.code)
    region = library.regions.get(finding.region or "")
    return NotedFinding(
        label=kind.label if kind else {"en": finding.code},
        side=finding.side,
        grade=finding.grade,
        value=_value(library, finding),
        on=finding.on,
        days_since=finding.day(assessment.on) if finding.on is None else None,
        note=finding.note,
        region=region.name if region else None,
    )


def _value(library: Library, finding: Finding) -> Text | None:
    """The recorded value with the upper end of its scale, or with minutes; None where nothing was measured."""
    if finding.value is None:
        return None
    kind = library.findings.get(finding.code)
    scale = library.scales.get(kind.scale) if kind else None
    number = f"{finding.value:g}"
    if scale is not None and scale.high in _OUT_OF:
        return {"en": f"{number}/{scale.high:g}"}
    return {"en": f"{number} min"} if scale is not None and scale.code == "min" else {"en": number}


def _advice(library: Library, sheet: Sheet) -> tuple[Text, ...]:
    """The titles of what the safety part always holds, then of the sheets that were chosen."""
    always = [topic.title for topic in library.topics.values() if topic.always]
    return (*always, *(topic.title for topic in sheet.topics if not topic.always))
