"""CASE.json into an assessment: unknown keys and codes are errors that name them, and all faults are listed at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ptbuilder.domain.assessment import Assessment, Clearance, Finding
from ptbuilder.domain.errors import BadInput, Fault, PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import GRADES, LEVELS, ONSETS, FindingKind
from ptbuilder.library.parse import parse
from ptbuilder.services.suggest.reading import regional_findings

Value = TypeVar("Value")

KEYS = (
    "age",
    "sex",
    "irritability",
    "stage",
    "findings",
    "equipment",
    "today",
    "clearances",
    "minutes_a_day",
    "weeks_in_care",
    "no_mcid",
)
FINDING_KEYS = ("code", "side", "severity", "value", "region", "days_since", "date")
CLEARANCE_KEYS = ("rule", "by", "on", "what")
SIDES = ("left", "right", "both")
OLDEST = 125


@dataclass(frozen=True, slots=True)
class Case:
    """An assessment with the day on which it is judged; without a day the stages have no dates."""

    assessment: Assessment
    today: date | None


def read_case_file(path: Path, library: Library) -> Case:
    """The case in ``path``, or on standard input where that is ``-``; raises BadInput with every fault."""
    if str(path) == "-":
        return read_case(sys.stdin.buffer.read(), library, "standard input")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PTBuilderError(f"{path}: the file cannot be read ({error.strerror}).") from error
    return read_case(data, library, path.name)


def read_case(data: bytes, library: Library, name: str) -> Case:
    """The case in ``data``; ``name`` stands in front of each fault. Raises BadInput with every fault."""
    parsed = parse(data)
    if parsed.flaws:
        raise BadInput(tuple(Fault(name, "", ".".join(map(str, flaw.path)), flaw.says) for flaw in parsed.flaws))
    reader = _Reader(library, name)
    case = reader.case(parsed.value)
    if reader.faults:
        raise BadInput(tuple(reader.faults))
    return case


class _Reader:
    """Reads one case and collects its faults; a value with a fault is read as if it were not there."""

    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._regional = regional_findings(library)
        self._name = name
        self.faults: list[Fault] = []

    def case(self, value: Any) -> Case:
        record = self._record(value, "", KEYS) if self._is_record(value, "", KEYS) else {}
        today = self._one(record, "", "today", _day, "a date such as 2026-03-12")
        assessment = Assessment(
            on=today,
            age=self._one(record, "", "age", _whole(0, OLDEST), f"a whole number from 0 to {OLDEST}"),
            sex=self._one(record, "", "sex", _among(("F", "M")), "F or M"),
            irritability=self._one(record, "", "irritability", _among(LEVELS), "low, moderate or high"),
            stage=self._one(record, "", "stage", _among(ONSETS), "acute, subacute or chronic"),
            findings=tuple(self._finding(*each, today) for each in self._records(record, "findings", FINDING_KEYS)),
            equipment=self._equipment(record),
            minutes_a_day=self._one(record, "", "minutes_a_day", _whole(1, 1440), "a whole number of minutes, 1 or more"),
            weeks_in_care=self._one(record, "", "weeks_in_care", _whole(0, 5200), "a whole number of weeks, 0 or more"),
            no_mcid=bool(self._one(record, "", "no_mcid", _truth, "true or false")),
            clearances=tuple(self._clearance(*each) for each in self._records(record, "clearances", CLEARANCE_KEYS)),
        )
        self._check_once(assessment)
        return Case(assessment, today)

    def _finding(self, record: Mapping[str, Any], place: str, today: date | None) -> Finding:
        code = self._one(record, place, "code", _text, "the code of a finding", needed=True) or ""
        kind = self._library.findings.get(code)
        if code and kind is None:
            self._fault(place, "code", f"there is no finding {code}")
        side = self._one(record, place, "side", _among(SIDES), "left, right or both")
        if kind is not None and side is not None and side not in kind.sides:
            self._fault(place, "side", f"{code} {'cannot be on both sides' if kind.sides else 'has no side'}")
        region = self._one(record, place, "region", _among(tuple(self._library.regions)), "the code of a region")
        if code in self._regional and region is None:
            self._fault(place, "region", f"{code} needs the region it is in")
        on, days = self._date_of(record, place, kind, today)
        return Finding(
            code=code,
            side=side,
            grade=self._one(record, place, "severity", _among(GRADES), "mild, moderate or severe"),
            value=self._value_of(record, place, kind),
            on=on,
            days_since=days,
            region=region,
        )

    def _date_of(
        self, record: Mapping[str, Any], place: str, kind: FindingKind | None, today: date | None
    ) -> tuple[date | None, int | None]:
        """The date of a procedure and the days since it; both are None for what has no date."""
        days = self._one(record, place, "days_since", _whole(0, 36500), "a whole number of days, 0 or more")
        on = self._one(record, place, "date", _day, "a date such as 2026-03-12")
        if kind is not None and not kind.is_procedure and (on is not None or days is not None):
            self._fault(place, "date" if on else "days_since", f"{kind.code} is not a procedure and has no date")
        if on is not None and days is not None:
            self._fault(place, "date", "give days_since or date, not both")
        if on is not None and today is None:
            self._fault("", "today", f"a date is needed, since {place} has one")
        elif on is not None and today is not None and on > today:
            self._fault(place, "date", "this day has not come yet")
        return on, days

    def _value_of(self, record: Mapping[str, Any], place: str, kind: FindingKind | None) -> float | None:
        value = self._one(record, place, "value", _number, "a number")
        scale = self._library.scales.get(kind.scale) if kind is not None else None
        if value is None or kind is None or scale is None:
            return value
        if scale.low is None or scale.high is None:
            self._fault(place, "value", f"{kind.code} is not measured by a number")
        elif not scale.low <= value <= scale.high:
            self._fault(place, "value", f"a number from {scale.low:g} to {scale.high:g}")
        return value

    def _clearance(self, record: Mapping[str, Any], place: str) -> Clearance:
        rule = self._one(record, place, "rule", _text, "the code of a rule", needed=True) or ""
        if rule and rule not in self._library.rules:
            self._fault(place, "rule", f"there is no rule {rule}")
        return Clearance(
            rule=rule,
            by=self._one(record, place, "by", _text, "who cleared it", needed=True) or "",
            on=self._one(record, place, "on", _day, "a date such as 2026-03-12", needed=True) or date.min,
            what=self._one(record, place, "what", _text, "what was cleared", needed=True) or "",
        )

    def _equipment(self, record: Mapping[str, Any]) -> frozenset[str] | None:
        if record.get("equipment") is None:
            return None
        codes = self._list(record, "equipment")
        for at, code in enumerate(codes):
            if not isinstance(code, str) or code not in self._library.equipment:
                self._fault(f"equipment[{at}]", "", f"there is no equipment {code}")
        return frozenset(code for code in codes if isinstance(code, str))

    def _check_once(self, assessment: Assessment) -> None:
        seen: set[str] = set()
        for at, finding in enumerate(assessment.findings):
            if finding.code and finding.code in seen:
                self._fault(f"findings[{at}]", "code", f"{finding.code} is listed twice; for two sides write both")
            seen.add(finding.code)

    def _record(self, value: Mapping[str, Any], place: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
        for key in (key for key in value if key not in keys):
            self._fault(place, key, f"there is no such key; the keys are {', '.join(keys)}")
        return value

    def _records(self, record: Mapping[str, Any], key: str, keys: tuple[str, ...]) -> list[tuple[Mapping[str, Any], str]]:
        """The objects listed under ``key``, each with its place; what is not an object is a fault and left out."""
        places = ((each, f"{key}[{at}]") for at, each in enumerate(self._list(record, key)))
        return [(self._record(each, place, keys), place) for each, place in places if self._is_record(each, place, keys)]

    def _is_record(self, value: Any, place: str, keys: tuple[str, ...]) -> bool:
        if not isinstance(value, dict):
            self._fault(place, "", f"an object with the keys {', '.join(keys)}")
        return isinstance(value, dict)

    def _list(self, record: Mapping[str, Any], key: str) -> list[Any]:
        value = record.get(key)
        if value is None or isinstance(value, list):
            return value or []
        self._fault("", key, "a list")
        return []

    def _one(
        self,
        record: Mapping[str, Any],
        place: str,
        key: str,
        read: Callable[[Any], Value | None],
        expected: str,
        needed: bool = False,
    ) -> Value | None:
        """The value under ``key`` as ``read`` makes it; None where it is missing or null."""
        value = record.get(key)
        result = None if value is None else read(value)
        if result is None and (needed or value is not None):
            self._fault(place, key, expected)
        return result

    def _fault(self, record: str, field: str, expected: str) -> None:
        self.faults.append(Fault(self._name, record, field, expected))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _number(value: Any) -> float | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _whole(low: int, high: int) -> Callable[[Any], int | None]:
    return lambda value: value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else None


def _among(values: tuple[Any, ...]) -> Callable[[Any], Any]:
    return lambda value: value if isinstance(value, str) and value in values else None
