"""Whether the clinic's look at the tags of a shipped exercise still holds.

Who ticks "I have checked these tags" vouches for what stands there on that day. So that a newer shipped library cannot change it
unseen, each field that was looked at is kept as an edit, also where the clinic says what the library says: a witness, whose value
is its base. A library that changes such a field later meets the witness as a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from ptbuilder.domain.exercise import JUDGED_BY, ClinicLayer, Exercise, FieldEdit
from ptbuilder.library.overlay import as_plain, plain_of, value_at

REVIEW = ("tags_reviewed", "reviewed")
WITNESSED = (*JUDGED_BY, "tags_reviewed")
"""Fields of which a review keeps what it saw."""


def is_witness(edit: FieldEdit) -> bool:
    """Whether an edit changes nothing and only keeps what was looked at."""
    return as_plain(edit.base) == as_plain(edit.value)


def is_reviewed_here(edits: Iterable[FieldEdit]) -> bool:
    """Whether the clinic itself says that the tags were looked at."""
    return any(each.path in REVIEW and bool(each.value) and not is_witness(each) for each in edits)


def holds(edits: Iterable[FieldEdit], seen: Exercise) -> bool:
    """Whether every field that rules judge by is what the reviewer saw; an edit without its witness holds nothing."""
    said = {each.path: as_plain(each.value) for each in edits}
    now = plain_of(seen)
    return all(name in said and said[name] == value_at(now, name) for name in JUDGED_BY)


def with_witnesses(
    edits: Iterable[FieldEdit], exercise: Exercise, shipped: Exercise, by: str, at: datetime
) -> tuple[FieldEdit, ...]:
    """The edits of an exercise whose tags were just looked at, each field that was seen among them, on the library of now."""
    before, now = plain_of(shipped), plain_of(exercise)
    others = [each for each in edits if each.path not in WITNESSED]
    seen = (FieldEdit(shipped.code, path, value_at(before, path), value_at(now, path), by, at) for path in WITNESSED)
    return (*others, *seen)


def without_stale_review(
    edits: Sequence[FieldEdit], shipped: Exercise, seen: Exercise, by: str, at: datetime
) -> tuple[FieldEdit, ...]:
    """The edits without a review that does not hold; what is judged otherwise than shipped is said to be unreviewed.

    ``seen`` is what the edits make of the shipped exercise; nothing of them waits for an answer.
    """
    if is_reviewed_here(edits) and holds(edits, seen):
        return tuple(edits)
    kept = tuple(each for each in edits if each.path not in REVIEW and not is_witness(each))
    if not shipped.tags_reviewed or not any(each.path in JUDGED_BY for each in kept):
        return kept
    doubt = FieldEdit(shipped.code, "tags_reviewed", True, False, by, at)
    return (*kept, next((each for each in edits if each.path == "tags_reviewed" and each.value is False), doubt))


def judged_alike(one: Exercise, other: Exercise) -> bool:
    """Whether rules see no difference between two exercises."""
    return all(getattr(one, name) == getattr(other, name) for name in JUDGED_BY)


def as_reviewed(layer: ClinicLayer) -> ClinicLayer:
    """A layer that came in a file: tags count as reviewed only where it names who did it."""
    if layer.own is not None:
        return layer if layer.own.reviewed else replace(layer, own=replace(layer.own, tags_reviewed=False))
    paths = {each.path for each in layer.edits}
    if paths.isdisjoint(JUDGED_BY) or any(each.path == "reviewed" and each.value for each in layer.edits):
        return layer
    first = next(each for each in layer.edits if each.path in JUDGED_BY)
    doubt = FieldEdit(layer.code, "tags_reviewed", True, False, first.by, first.at)
    others = (each for each in layer.edits if each.path != "tags_reviewed")
    return replace(layer, edits=tuple(sorted((*others, doubt), key=lambda each: each.path)))
