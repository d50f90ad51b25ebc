"""The clinic's own exercises and edits as one file, in the canonical form of the library, so that another clinic can take them.

Records are those of the library; their codes begin with ``own-``. Edits name exercise, path, base, value, who and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from ptbuilder.domain.errors import BadInput, Fault
from ptbuilder.domain.exercise import ClinicLayer, Exercise, FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.library import structs
from ptbuilder.library.canonical import plain, written
from ptbuilder.library.disk import read_bytes
from ptbuilder.library.explain import describe, explain
from ptbuilder.library.overlay import as_plain, lay_over
from ptbuilder.library.own_checks import OWN_CODE, faults_of
from ptbuilder.library.parse import Flaw, parse
from ptbuilder.library.record import Code, Record, Words

NAME = "ptbuilder-own-exercises"
OwnCode = Annotated[str, Meta(pattern=r"^own-[a-z0-9-]+$", max_length=60)]
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$")]


class Edit(Record):
    """The clinic's value of one field of a shipped exercise."""

    exercise: Code
    path: Words
    base: Any
    value: Any
    by: str
    at: Moment


_FRAME: dict[str, Any] = {"format": Literal[1], "of": Literal["ptbuilder-own-exercises"], "library": Words}
_LISTS = ("exercises", "edits")


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What a file holds: the library that its edits were made on, and the layers."""

    library: str
    layers: tuple[ClinicLayer, ...]


def own_text(layers: Iterable[ClinicLayer], version: str) -> str:
    """The text of a file with these layers, made on the library of this version."""
    found = tuple(layers)
    own = [_own_record(each.own) for each in found if each.own is not None]
    edits = [_edit_record(edit) for each in found for edit in each.edits]
    return written({"format": 1, "of": NAME, "library": version, "exercises": own, "edits": edits})


def read_own_file(path: Path, library: Library) -> OwnFile:
    """The layers of a file for this library; raises BadInput with every fault by file, record and field."""
    parsed = parse(read_bytes(path))
    document = parsed.value if isinstance(parsed.value, dict) else {}
    flaws = [*parsed.flaws]
    if not isinstance(parsed.value, dict) and not flaws:
        flaws.append(Flaw((), "expected an object with the lists exercises and edits"))
    if isinstance(parsed.value, dict):
        flaws.extend(_flaws(document))
    if flaws:
        raise BadInput(tuple(dict.fromkeys(_placed(flaw, document, path.name) for flaw in flaws)))
    own = tuple(_exercise(each) for each in document["exercises"])
    edits = tuple(_field_edit(each) for each in document["edits"])
    faults = (*_own_faults(own, library, path.name), *_edit_faults(edits, library, path.name))
    if faults:
        raise BadInput(faults)
    grouped = groupby(sorted(edits, key=lambda each: (each.exercise, each.path)), key=lambda each: each.exercise)
    layers = (
        *(ClinicLayer(each.code, own=each) for each in own),
        *(ClinicLayer(code, edits=tuple(each)) for code, each in grouped),
    )
    return OwnFile(str(document["library"]), layers)


# ---- form ----------------------------------------------------------------------------------------------------------------


def _flaws(document: dict[str, Any]) -> Iterator[Flaw]:
    """Everything about the file that is not of its form."""
    for key in document:
        if key not in (*_FRAME, *_LISTS):
            yield Flaw((key,), "unknown field; known are " + ", ".join((*_FRAME, *_LISTS)))
    for name, kind in _FRAME.items():
        if name not in document:
            yield Flaw((name,), f"missing; expected {describe(kind)}")
        else:
            yield from explain(document[name], kind, (name,))
    for name in _LISTS:
        records = document.get(name)
        if not isinstance(records, list):
            yield Flaw((name,), "expected a list of records")
            continue
        for place, record in enumerate(records):
            yield from _record_flaws(name, place, record)


def _record_flaws(name: str, place: int, record: Any) -> Iterator[Flaw]:
    if name == "edits":
        yield from explain(record, Edit, (name, place))
        return
    if isinstance(record, dict) and "code" in record:
        yield from explain(record["code"], OwnCode, (name, place, "code"))
        record = {**record, "code": "lx-x"}  # the form of a shipped record, but for its code
    yield from explain(record, structs.Exercise, (name, place))


def _placed(flaw: Flaw, document: dict[str, Any], file: str) -> Fault:
    """The flaw with its record named by code, and its field by path, counted from 1."""
    record, rest = "", flaw.path
    if len(rest) >= 2 and rest[0] in _LISTS and isinstance(rest[1], int):
        each = document[str(rest[0])][rest[1]]
        code = each.get("code" if rest[0] == "exercises" else "exercise") if isinstance(each, dict) else None
        record = f"{rest[0]} {code}" if isinstance(code, str) else f"{rest[0]}[{rest[1] + 1}]"
        rest = rest[2:]
    field = "".join(f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in rest).lstrip(".")
    return Fault(file, record, field, flaw.says)


# ---- content -------------------------------------------------------------------------------------------------------------


def _own_faults(own: tuple[Exercise, ...], library: Library, file: str) -> Iterator[Fault]:
    """What would break: two of one code, and whatever the form would refuse; exercises of the file may name one another."""
    together = replace(library, exercises={**library.exercises, **{each.code: each for each in own}})
    seen: set[str] = set()
    for exercise in own:
        record = f"exercises {exercise.code}"
        if exercise.code in seen:
            yield Fault(file, record, "code", "this is already the code of an earlier record")
        seen.add(exercise.code)
        for complaint in faults_of(exercise, together):
            yield Fault(file, record, complaint.path, complaint.says)


def _edit_faults(edits: tuple[FieldEdit, ...], library: Library, file: str) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for edit in edits:
        record = f"edits {edit.exercise}"
        shipped = None if edit.exercise.startswith(OWN_CODE) else library.exercises.get(edit.exercise)
        if (edit.exercise, edit.path) in seen:
            yield Fault(file, record, edit.path, "this field is edited twice")
        seen.add((edit.exercise, edit.path))
        if shipped is None:
            yield Fault(file, record, "exercise", "the library has no such exercise")
            continue
        try:
            changed = lay_over(shipped, (edit,))
        except BadInput as error:
            yield from (Fault(file, record, edit.path, each.expected) for each in error.faults)
            continue
        for complaint in faults_of(changed, library):
            yield Fault(file, record, edit.path, complaint.says)


def _exercise(record: dict[str, Any]) -> Exercise:
    return msgspec.convert(record, Exercise)


def _field_edit(record: dict[str, Any]) -> FieldEdit:
    at = datetime.fromisoformat(record["at"])
    return FieldEdit(record["exercise"], record["path"], record["base"], record["value"], record["by"], at)


def _own_record(exercise: Exercise) -> dict[str, Any]:
    """The record in the order of the canonical form, without an empty ``replaced_by``."""
    values = {name: getattr(exercise, name) for name in structs.Exercise.__struct_fields__}
    return {name: plain(value) for name, value in values.items() if name != "replaced_by" or value is not None}


def _edit_record(edit: FieldEdit) -> dict[str, Any]:
    base, value = as_plain(edit.base), as_plain(edit.value)
    at = edit.at.isoformat(timespec="seconds")
    return {"exercise": edit.exercise, "path": edit.path, "base": base, "value": value, "by": edit.by, "at": at}
