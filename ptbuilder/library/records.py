"""A parsed document into records and the domain's Library, one record at a time, with all faults listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Literal

import msgspec

from ptbuilder.domain import activity, dosage, exercise, rules, vocabulary
from ptbuilder.domain.errors import Fault
from ptbuilder.domain.library import Library, key_name
from ptbuilder.domain.values import dataclass
from ptbuilder.library import rule_structs, structs
from ptbuilder.library.explain import describe, explain
from ptbuilder.library.parse import Flaw, Parsed, Path
from ptbuilder.library.record import Code, Words

KINDS: Mapping[str, tuple[Any, Any]] = {
    "regions": (structs.Region, vocabulary.Region),
    "positions": (structs.Position, vocabulary.Position),
    "equipment": (structs.Equipment, vocabulary.Equipment),
    "scales": (structs.Scale, vocabulary.Scale),
    "findings": (structs.FindingKind, vocabulary.FindingKind),
    "goals": (structs.Goal, vocabulary.Goal),
    "stress_tags": (structs.StressTag, vocabulary.StressTag),
    "purposes": (structs.Purpose, dosage.Purpose),
    "modifiers": (structs.DoseModifier, dosage.DoseModifier),
    "rules": (rule_structs.Rule, rules.Rule),
    "phases": (structs.PhaseName, vocabulary.PhaseName),
    "procedures": (structs.PhaseTable, vocabulary.PhaseTable),
    "activities": (structs.Activity, activity.Activity),
    "topics": (structs.Topic, vocabulary.Topic),
    "measures": (structs.Measure, vocabulary.Measure),
    "exercises": (structs.Exercise, exercise.Exercise),
}
"""For each list of the file, how a record is written and the domain value that it becomes."""

_FRAME: Mapping[str, Any] = {"format": Literal[1], "version": Words, "type_purposes": dict[Code, Code]}
"""What stands in the file beside the lists."""

FIELDS = structs.LibraryFile.__struct_fields__
"""All fields of the file in the order of the canonical form."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read: the sound records, every fault, and the codes of all records, sound or not.

    A list that could not be read at all has no entry in ``codes``.
    """

    library: Library
    faults: tuple[Fault, ...] = ()
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_document(parsed: Parsed, file: str, fingerprint: str = "") -> Reading:
    """The sound records of a document as a Library; ``file`` names it in the faults."""
    document = parsed.value if isinstance(parsed.value, dict) else {}
    flaws = [*parsed.flaws]
    if not isinstance(parsed.value, dict) and (parsed.value is not None or not flaws):
        flaws.append(Flaw((), "expected an object with the lists of the library"))
    if isinstance(parsed.value, dict):
        flaws.extend(_flaws_of_frame(document))
    bad = frozenset(flaw.path[:2] for flaw in flaws)
    sections = {name: _read_section(name, document.get(name), bad, flaws) for name in KINDS}
    plain = document.get("type_purposes")
    library = Library(
        version=str(document.get("version", "")),
        type_purposes=plain if isinstance(plain, dict) and not any("type_purposes" in path[:1] for path in bad) else {},
        fingerprint=fingerprint,
        **sections,
    )
    faults = tuple(dict.fromkeys(place_fault(flaw, document, file) for flaw in flaws))
    return Reading(
        library, faults, {name: frozenset(_codes(document, name)) for name in KINDS if isinstance(document.get(name), list)}
    )


def place_fault(flaw: Flaw, document: Any, file: str) -> Fault:
    """The flaw with its record named by code ("exercises lx-bridge") and its field by path ("steps.en[2]", counted from 1)."""
    record, rest = "", flaw.path
    if len(rest) >= 2 and rest[0] in KINDS and isinstance(rest[1], int):
        section, place = str(rest[0]), rest[1]
        each = document[section][place]
        code = each.get(key_name(section)) if isinstance(each, dict) else None
        record = f"{section} {code}" if isinstance(code, str) else f"{section}[{place + 1}]"
        rest = rest[2:]
    return Fault(file, record, _dotted(rest), flaw.says)


def _dotted(path: Path) -> str:
    return "".join(f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in path).lstrip(".")


def _flaws_of_frame(document: dict[str, Any]) -> Iterator[Flaw]:
    """Unknown and missing keys of the top level, and faults of what is not a list of records."""
    for key in document:
        if key not in FIELDS:
            yield Flaw((key,), "unknown field; known are " + ", ".join(FIELDS))
    for name in FIELDS:
        if name not in document:
            yield Flaw((name,), f"missing; expected {describe(_FRAME.get(name, list))}")
        elif name in _FRAME:
            yield from explain(document[name], _FRAME[name], (name,))
        elif not isinstance(document[name], list):
            yield Flaw((name,), "expected a list of records")


def _read_section(name: str, records: Any, bad: frozenset[Path], flaws: list[Flaw]) -> dict[str, Any]:
    """The sound records of one list by code; the faults of the others are added to ``flaws``."""
    if not isinstance(records, list):
        return {}
    (kind, target), key = KINDS[name], key_name(name)
    read: dict[str, Any] = {}
    for place, record in enumerate(records):
        try:
            value = msgspec.convert(msgspec.convert(record, kind), target, from_attributes=True)
        except msgspec.ValidationError:
            flaws.extend(explain(record, kind, (name, place)))
            continue
        code = getattr(value, key)
        if code in read:
            flaws.append(Flaw((name, place, key), f'"{code}" is already the code of an earlier record'))
        elif (name, place) not in bad:
            read[code] = value
    return read


def _codes(document: dict[str, Any], section: str) -> Iterator[str]:
    for record in document[section]:
        code = record.get(key_name(section)) if isinstance(record, dict) else None
        if isinstance(code, str):
            yield code
