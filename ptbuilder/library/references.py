"""Every code that a record names is the code of a record; exercises that rules name may still be to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from ptbuilder.domain.dosage import Dosage, DoseModifier
from ptbuilder.domain.errors import Fault
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import Rule
from ptbuilder.domain.vocabulary import PROCEDURE
from ptbuilder.library.records import Reading
from ptbuilder.resources import asset

Named = tuple[str, str, str, str]
"""What names a code: the record, the field, the list of the library that must hold the code, and the code."""

DOSE_FIELDS = frozenset(each.name for each in fields(Dosage))


def unknown_codes(reading: Reading, file: str) -> tuple[Fault, ...]:
    """A fault for each code that nothing has; codes of records that are themselves at fault, or of a lost list, count as known."""
    known = dict(reading.codes)
    known["types"] = frozenset(reading.library.type_purposes)
    known["kinds"] = frozenset(each.kind for each in reading.library.findings.values())
    known["dose_fields"] = DOSE_FIELDS
    known["planned"] = known.get("exercises", frozenset()) | catalogue_codes()
    return tuple(
        Fault(file, record, place, f'unknown code "{code}"; expected a code of {_LISTS.get(section, section)}')
        for record, place, section, code in _all_named(reading.library)
        if section in known and code not in known[section]
    )


_LISTS = {
    "types": "type_purposes",
    "kinds": "a finding's kind",
    "dose_fields": "a field of a dosage",
    "planned": "exercises or of the catalogue",
}


def pending_codes(library: Library) -> tuple[str, ...]:
    """Exercises that rules name and that are not written yet, in order."""
    named = {code for _, _, section, code in _all_named(library) if section == "planned"}
    return tuple(sorted(named - set(library.exercises)))


def catalogue_codes() -> frozenset[str]:
    """All exercises that are planned, written or not; empty where the list is not shipped."""
    path = asset("catalogue_codes.txt")
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


def _all_named(library: Library) -> Iterator[Named]:
    yield from _named_by_vocabulary(library)
    for modifier in library.modifiers.values():
        yield from _named_by_modifier(modifier)
    for rule in library.rules.values():
        yield from _named_by_rule(rule)
    for exercise in library.exercises.values():
        yield from named_by_exercise(exercise)


def _each(record: str, field: str, section: str, codes: Iterable[str]) -> Iterator[Named]:
    return ((record, field, section, code) for code in codes)


def _named_by_vocabulary(library: Library) -> Iterator[Named]:
    for position in library.positions.values():
        yield from _each(f"positions {position.code}", "tags", "stress_tags", position.tags)
    for thing in library.equipment.values():
        yield from _each(f"equipment {thing.code}", "instead", "equipment", thing.instead)
    for finding in library.findings.values():
        record = f"findings {finding.code}"
        yield from _each(record, "region", "regions", (finding.region,))
        yield from _each(record, "scale", "scales", (finding.scale,))
        yield from _each(record, "goals", "goals", finding.goals)
        if finding.kind == PROCEDURE:
            yield from _each(record, "code", "procedures", (finding.code,))
    for goal in library.goals.values():
        yield from _each(f"goals {goal.code}", "purpose", "purposes", (goal.purpose,))
    for purpose in library.purposes.values():
        yield from _each(f"purposes {purpose.code}", "ranges", "dose_fields", purpose.ranges)
    yield from _each("", "type_purposes", "purposes", library.type_purposes.values())
    yield from _named_after_procedures(library)


def _named_after_procedures(library: Library) -> Iterator[Named]:
    for table in library.procedures.values():
        yield from _each(f"procedures {table.procedure}", "procedure", "findings", (table.procedure,))
        yield from _each(f"procedures {table.procedure}", "scope", "regions", table.scope)
    for activity in library.activities.values():
        yield from _each(f"activities {activity.code}", "procedures", "procedures", activity.procedures)
    for topic in library.topics.values():
        for number, section in enumerate(topic.sections, start=1):
            yield from _each(f"topics {topic.code}", f"sections[{number}].after", "findings", section.after)


def _named_by_modifier(modifier: DoseModifier) -> Iterator[Named]:
    record = f"modifiers {modifier.code}"
    yield from _each(record, "replace_purpose", "purposes", (*modifier.replace_purpose, *modifier.replace_purpose.values()))
    yield from _each(record, "at_range", "dose_fields", modifier.at_range)
    yield from _each(record, "purpose_range", "purposes", modifier.purpose_range)
    for purpose, ends in modifier.purpose_range.items():
        yield from _each(record, f"purpose_range.{purpose}", "dose_fields", ends)
    yield from _each(record, "cap", "dose_fields", modifier.cap)
    yield from _each(record, "cap_purposes", "purposes", modifier.cap_purposes)


def _named_by_rule(rule: Rule) -> Iterator[Named]:
    record, when, then = f"rules {rule.code}", rule.when, rule.then
    for field in ("any", "all", "none"):
        yield from _each(record, f"when.{field}", "findings", getattr(when, field))
    for group in when.all_groups:
        yield from _each(record, "when.all_groups", "findings", group)
    yield from _each(record, "when.any_kind", "kinds", (when.any_kind,) if when.any_kind else ())
    yield from _each(record, "then.educate", "topics", then.educate)
    exclude = then.exclude
    yield from _each(record, "then.exclude.tags", "stress_tags", exclude.tags)
    yield from _each(record, "then.exclude.types", "types", exclude.types)
    yield from _each(record, "then.exclude.positions", "positions", exclude.positions)
    yield from _each(record, "then.exclude.equipment", "equipment", exclude.equipment)
    yield from _each(record, "then.exclude.exercises", "planned", exclude.exercises)
    yield from _each(record, "then.caps.difficulty_by_type", "types", then.caps.difficulty_by_type)
    yield from _each(record, "then.caution_tags", "stress_tags", then.caution_tags)
    for field in ("add_goals", "drop_goals", "priority_goals"):
        yield from _each(record, f"then.{field}", "goals", getattr(then, field))
    yield from _each(record, "then.prefer_exercises", "planned", then.prefer_exercises)
    yield from _each(record, "then.prefer_positions", "positions", then.prefer_positions)
    yield from _each(record, "then.require_types_any", "types", then.require_types_any)
    yield from _each(record, "then.dose", "modifiers", (then.dose,) if then.dose else ())
    yield from _each(record, "then.dose_goal", "goals", then.dose_goal)
    yield from _each(record, "then.dose_goal", "purposes", then.dose_goal.values())


def named_by_exercise(exercise: Exercise) -> Iterator[Named]:
    """Every code that one exercise names."""
    record = f"exercises {exercise.code}"
    yield from _each(record, "region", "regions", (exercise.region,))
    yield from _each(record, "type", "types", (exercise.type,))
    yield from _each(record, "goals", "goals", exercise.goals)
    yield from _each(record, "position", "positions", (exercise.position,))
    yield from _each(record, "equipment", "equipment", exercise.equipment)
    yield from _each(record, "stress", "stress_tags", exercise.stress)
    yield from _each(record, "avoid_with", "findings", exercise.avoid_with)
    yield from _each(record, "dosage", "purposes", (exercise.dosage,))
    for field in ("easier", "harder", "replaced_by"):
        code = getattr(exercise, field)
        yield from _each(record, field, "exercises", (code,) if code else ())
