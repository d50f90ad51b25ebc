"""The clinic's own edits, laid field by field over the shipped exercises; back to the original; merge with a newer library.

An edit holds the whole value of one path: a field (``difficulty``) or one language of a text (``steps.es``). Values in edits are
plain JSON values, since they are stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import msgspec

from ptbuilder.domain.errors import BadInput, Fault, PTBuilderError
from ptbuilder.domain.exercise import Exercise, FieldEdit
from ptbuilder.domain.text import LANGUAGES
from ptbuilder.domain.values import dataclass
from ptbuilder.library import structs
from ptbuilder.library.explain import explain

_BY_LANGUAGE = {each.name for each in fields(Exercise) if each.type in ("Text", "Texts")}
_FIXED = {"code"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit whose field changed in the newer library as well: what it was, what the clinic wrote, what is shipped now."""

    edit: FieldEdit
    shipped: object

    @property
    def is_of_review(self) -> bool:
        """Whether the clinic changed nothing here and only looked at it, as at tags that were checked."""
        return as_plain(self.edit.base) == as_plain(self.edit.value)

    @property
    def keep_own(self) -> FieldEdit:
        """The edit as it reads once the therapist has kept the clinic's value."""
        return replace(self.edit, base=self.shipped)


@dataclass(frozen=True, slots=True)
class Merge:
    """Edits against a newer library: those that still hold, those that the library took over, and the conflicts."""

    kept: tuple[FieldEdit, ...]
    settled: tuple[FieldEdit, ...]
    conflicts: tuple[Conflict, ...]
    orphans: tuple[FieldEdit, ...] = ()


def lay_over(exercise: Exercise, edits: Iterable[FieldEdit]) -> Exercise:
    """The exercise with the edits that name it; a later edit of the same path wins. Raises BadInput where a value does not fit."""
    plain = plain_of(exercise)
    for edit in edits:
        if edit.exercise == exercise.code:
            _put(plain, edit.path, edit.value)
    flaws = explain(plain, structs.Exercise)
    if flaws:
        faults = (Fault("", exercise.code, ".".join(str(part) for part in flaw.path), flaw.says) for flaw in flaws)
        raise BadInput(tuple(faults))
    return msgspec.convert(plain, Exercise)


def edits_between(shipped: Exercise, changed: Exercise, by: str, at: datetime) -> tuple[FieldEdit, ...]:
    """One edit for each path in which ``changed`` differs from the shipped exercise; none where it is back to the original."""
    if shipped.code != changed.code:
        raise PTBuilderError("An edit keeps the code of its exercise.")
    before, now = plain_of(shipped), plain_of(changed)
    return tuple(
        FieldEdit(shipped.code, path, value_at(before, path), value_at(now, path), by, at)
        for path in _paths()
        if value_at(before, path) != value_at(now, path)
    )


def without_path(edits: Iterable[FieldEdit], exercise: str, path: str) -> tuple[FieldEdit, ...]:
    """The edits with this field of the exercise back to the original."""
    return tuple(each for each in edits if (each.exercise, each.path) != (exercise, path))


def merge(edits: Iterable[FieldEdit], shipped: Mapping[str, Exercise]) -> Merge:
    """Three-way merge by field: base of the edit, the clinic's value, the newer shipped value. Nothing is dropped."""
    kept: list[FieldEdit] = []
    settled: list[FieldEdit] = []
    conflicts: list[Conflict] = []
    orphans: list[FieldEdit] = []
    for edit in edits:
        if edit.exercise not in shipped or edit.path not in _paths():
            orphans.append(edit)
            continue
        now = value_at(plain_of(shipped[edit.exercise]), edit.path)
        if now == as_plain(edit.base):
            kept.append(edit)
        elif now == as_plain(edit.value):
            settled.append(edit)
        else:
            conflicts.append(Conflict(edit, now))
    return Merge(tuple(kept), tuple(settled), tuple(conflicts), tuple(orphans))


def value_at(plain: Mapping[str, Any], path: str) -> object:
    """The value at ``steps.es`` or ``difficulty`` of a record as plain JSON values; None where a language is absent."""
    name, _, language = path.partition(".")
    value = plain[name]
    return value.get(language) if language else value


def as_plain(value: object) -> object:
    """A stored value as JSON has it: lists for tuples, whatever they lie in."""
    if isinstance(value, list | tuple):
        return [as_plain(each) for each in value]
    return {key: as_plain(each) for key, each in value.items()} if isinstance(value, dict) else value


def with_value(exercise: Exercise, path: str, value: object) -> Exercise:
    """The exercise with another value at ``steps.es`` or ``difficulty``; None takes a language away.

    Raises BadInput for a path that cannot be edited; the value is taken as it is, so that a form may hold what is not finished.
    """
    plain = plain_of(exercise)
    _put(plain, path, as_plain(value))
    return msgspec.convert(plain, Exercise)


def _put(plain: dict[str, Any], path: str, value: object) -> None:
    if path not in _paths():
        raise BadInput((Fault("", str(plain["code"]), path, "this is not a field that can be edited"),))
    name, _, language = path.partition(".")
    if not language:
        plain[name] = value
    elif value is None:
        plain[name].pop(language, None)
    else:
        plain[name][language] = value


def _paths() -> tuple[str, ...]:
    """All paths that an edit may name, in the order of the record."""
    names = [name for name in structs.Exercise.__struct_fields__ if name not in _FIXED]
    return tuple(path for name in names for path in ([f"{name}.{each}" for each in LANGUAGES] if name in _BY_LANGUAGE else [name]))


def plain_of(exercise: Exercise) -> dict[str, Any]:
    """The exercise as plain JSON values that may be changed."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(exercise))
    return plain
