"""How long a patient has been in care and whether anything clearly changed, which a rule asks when progress stands still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.vocabulary import Measure
from ptbuilder.services.patients.progress import progress_of


def with_course(assessment: Assessment, earlier: Iterable[Assessment], measures: Mapping[str, Measure]) -> Assessment:
    """``assessment`` with whole weeks since the first one, and ``no_mcid`` where measures were repeated and none is clearly better.

    Where nothing was scored twice, nothing is known, so ``no_mcid`` stays False. A first assessment comes back unchanged.
    """
    before = [each for each in earlier if each.id != assessment.id]
    days = [each.on for each in before if each.on is not None]
    if not days or assessment.on is None:
        return assessment
    repeated = [each for each in progress_of((*before, assessment), measures) if len(each.points) > 1]
    stuck = bool(repeated) and not any(each.is_clear_since_first for each in repeated)
    return replace(assessment, weeks_in_care=max((assessment.on - min(days)).days // 7, 0), no_mcid=stuck)
