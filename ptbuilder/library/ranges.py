"""Numbers in their places: usual doses inside their usual ranges, grades rising, days in order."""

from __future__ import annotations

from collections.abc import Iterator

from ptbuilder.domain.activity import OWN, Activity
from ptbuilder.domain.library import Library

Complaint = tuple[str, str, str]
HIGHEST_WEEK = 7


def complaints(library: Library) -> Iterator[Complaint]:
    """Record, field and expectation for each number out of place."""
    yield from _doses(library)
    for scale in library.scales.values():
        bounds = [bound for bound, _ in scale.grades]
        if bounds != sorted(set(bounds)):
            yield f"scales {scale.code}", "grades", "expected lower bounds in rising order"
        if scale.low is not None and scale.high is not None and scale.low >= scale.high:
            yield f"scales {scale.code}", "high", "expected more than low"
    for table in library.procedures.values():
        if list(table.days) != sorted(set(table.days)):
            yield f"procedures {table.procedure}", "days", "expected the first days of P1 to P4 in rising order"
    for activity in library.activities.values():
        yield from ((f"activities {activity.code}", field, says) for field, says in _days(activity))
    for measure in library.measures.values():
        if measure.low >= measure.high:
            yield f"measures {measure.code}", "high", "expected more than low"
        if measure.change is not None and not 0 < measure.change <= measure.high - measure.low:
            yield f"measures {measure.code}", "change", "expected points within the range of the measure"


def _days(activity: Activity) -> Iterator[tuple[str, str]]:
    if (activity.day is None) == (activity.phase is None):
        yield "day", "expected either a day or a phase"
    if (activity.gently_to is None) != (not activity.gently):
        yield "gently_to", "expected a last day together with the words of the gentle start"
    if activity.gently_to is not None and activity.gently_to < (activity.day or 0):
        yield "gently_to", "expected a day that is not before the first one"
    if activity.code.startswith(OWN):
        yield "code", f'expected a code that does not begin with "{OWN}", as the rows of therapists do'


def _doses(library: Library) -> Iterator[Complaint]:
    for purpose in library.purposes.values():
        record = f"purposes {purpose.code}"
        sound = all(hasattr(purpose.default, name) for name in purpose.ranges)
        for name, (low, high) in purpose.ranges.items():
            if low > high:
                yield record, f"ranges.{name}", "expected the low end first"
        for name in purpose.outside(purpose.default) if sound else ():
            low, high = purpose.ranges[name]
            yield record, f"default.{name}", f"expected {low:g} to {high:g}, got {getattr(purpose.default, name):g}"
        if purpose.default.kind == "time" and purpose.default.minutes is None:
            yield record, "default.minutes", "missing; a dose of time needs minutes"
