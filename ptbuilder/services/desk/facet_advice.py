"""What the assessment says about the facet pattern: the condition is offered, or spoken against, and never entered by itself."""

from __future__ import annotations

from typing import Literal

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.domain.values import dataclass
from ptbuilder.reasoning.facet_pattern import CONDITION, SIGNS


@dataclass(frozen=True, slots=True)
class FacetAdvice:
    """``signs`` of the ``of`` signs are there; ``finding`` is what an offer adds, None where it is spoken against."""

    kind: Literal["offered", "atypical"]
    signs: int
    of: int
    finding: Finding | None = None


def facet_advice(assessment: Assessment, outcome: Outcome) -> FacetAdvice | None:
    """What to say about the facet pattern, None where there is nothing to say."""
    if outcome.facet_pattern is None or outcome.stop is not None:
        return None
    present = {each.code for each in assessment.findings}
    finding = Finding(CONDITION, "both") if outcome.facet_pattern == "offered" else None
    return FacetAdvice(outcome.facet_pattern, len(present.intersection(SIGNS)), len(SIGNS), finding)
