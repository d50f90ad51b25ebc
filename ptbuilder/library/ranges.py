"""Numbers in their places: usual doses inside their usual ranges, grades rising, phase days in order."""

from __future__ import annotations

from collections.abc import Iterator

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
    for measure in library.measures.values():
        if measure.low >= measure.high:
            yield f"measures {measure.code}", "high", "expected more than low"
        if measure.change is not None and not 0 < measure.change <= measure.high - measure.low:
            yield f"measures {measure.code}", "change", "expected points within the range of the measure"


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
