"""How much a finding weighs: the place of a goal in its list, times how severe the finding is."""

from __future__ import annotations

from collections.abc import Mapping

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.vocabulary import Grade

FACTORS: Mapping[Grade, float] = {"mild": 0.8, "moderate": 1.0, "severe": 1.2}
PLACE_WEIGHTS = (3.0, 2.0)
OTHER_PLACES = 1.0


def grade_of(library: Library, finding: Finding) -> Grade:
    """The grade of a finding: as typed, else read from its value on the scale of its kind, else moderate."""
    if finding.grade is not None:
        return finding.grade
    kind = library.findings.get(finding.code)
    scale = library.scales.get(kind.scale) if kind else None
    if finding.value is None or scale is None:
        return "moderate"
    reached = [grade for bound, grade in scale.grades if finding.value >= bound]
    return reached[-1] if reached else (scale.grades[0][1] if scale.grades else "moderate")


def goal_weights(library: Library, finding: Finding) -> tuple[tuple[str, float], ...]:
    """The goals of a finding in their order with what it gives to each: 3, 2, then 1, times 0.8, 1 or 1.2."""
    kind = library.findings.get(finding.code)
    factor = FACTORS[grade_of(library, finding)]
    places = enumerate(kind.goals) if kind else ()
    return tuple((goal, factor * (PLACE_WEIGHTS[at] if at < len(PLACE_WEIGHTS) else OTHER_PLACES)) for at, goal in places)
