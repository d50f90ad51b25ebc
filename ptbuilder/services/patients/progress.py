"""Outcome scores over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Measure, Side


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """All scores of one measure on one side, the oldest first."""

    measure: Measure
    side: Side | None
    points: tuple[tuple[date | None, float], ...]

    @property
    def first(self) -> float:
        """The first score."""
        return self.points[0][1]

    @property
    def before(self) -> float | None:
        """The score before the last, None after one assessment."""
        return self.points[-2][1] if len(self.points) > 1 else None

    @property
    def now(self) -> float:
        """The last score."""
        return self.points[-1][1]

    @property
    def is_clear_change(self) -> bool:
        """Whether the last score is clearly better than the one before, by the measure's own bound."""
        return self.before is not None and self.measure.is_clear_change(self.before, self.now)

    @property
    def is_clear_since_first(self) -> bool:
        """Whether the last score is clearly better than the first."""
        return self.measure.is_clear_change(self.first, self.now)


def progress_of(assessments: Iterable[Assessment], measures: Mapping[str, Measure]) -> tuple[MeasureProgress, ...]:
    """One entry for each measure and side that was ever scored, in the order of the measures; unknown measures are left out."""
    points: dict[tuple[str, Side | None], list[tuple[date | None, float]]] = {}
    for assessment in assessments:
        for score in assessment.scores:
            points.setdefault((score.measure, score.side), []).append((assessment.on, score.value))
    return tuple(
        MeasureProgress(measure, side, tuple(scores))
        for code, measure in measures.items()
        for (scored, side), scores in points.items()
        if scored == code
    )
