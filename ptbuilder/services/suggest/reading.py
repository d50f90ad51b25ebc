"""How the program and its open questions read on a page."""

from __future__ import annotations

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Prescription
from ptbuilder.domain.suggestion import Obstacle
from ptbuilder.domain.vocabulary import Region
from ptbuilder.services.desk.work import ProgramRow, Question
from ptbuilder.services.suggest.prescribing import Prescriber

NO_BODY_PART = frozenset({"balance-gait", "general"})
"""Regions of the library that are kinds of work."""


def read_row(
    library: Library, prescriber: Prescriber, item: Prescription, obstacles: tuple[Obstacle, ...], *, is_draft: bool
) -> ProgramRow:
    """One line of the program: obstacles whose rule has no reason yet are still open."""
    exercise = library.exercises.get(item.exercise) or Exercise(
        code=item.exercise, name={"en": item.exercise}, region="general", type="", goals=(), position="", dosage="", steps={}
    )
    purpose = library.purposes.get(exercise.dosage)
    kept = {note.rule for note in item.overrides}
    return ProgramRow(
        prescription=item,
        exercise=exercise,
        why=item.because,
        easier=prescriber.neighbour(item.exercise, "easier"),
        harder=prescriber.neighbour(item.exercise, "harder"),
        obstacles=tuple(each for each in obstacles if each.key not in kept),
        answered=item.overrides,
        usual=purpose.ranges if purpose else {},
        outside=purpose.outside(item.dosage) if purpose else (),
        is_draft=is_draft,
    )


def read_questions(library: Library, assessment: Assessment, rows: tuple[ProgramRow, ...]) -> tuple[Question, ...]:
    """Findings that want a side or a region first, then one question for each exercise that goes against rules."""
    sides = [
        Question("side", each.code)
        for each in assessment.findings
        if each.side is None and each.code in library.findings and library.findings[each.code].sides
    ]
    regional = regional_findings(library)
    regions = [Question("region", each.code) for each in assessment.findings if each.region is None and each.code in regional]
    precautions = [Question("precaution", row.prescription.id, row.obstacles[0]) for row in rows if row.obstacles]
    return (*sides, *regions, *precautions)


def body_regions(library: Library) -> tuple[Region, ...]:
    """The regions that can be injured, in the order of the body; walking and general work are no parts of it."""
    parts = (each for each in library.regions.values() if each.code not in NO_BODY_PART)
    return tuple(sorted(parts, key=lambda each: each.order))


def regional_findings(library: Library) -> frozenset[str]:
    """The findings whose region is asked, since a rule keeps out exercises of that region, and everything until it is known."""
    rules = (rule for rule in library.rules.values() if rule.then.exclude.region_of_finding)
    return frozenset(code for rule in rules for code in (*rule.when.any, *rule.when.all))
