"""What the clinic keeps of an exercise laid over what is shipped now, with what does not fit together any more.

Where the clinic and a newer shipped library both changed a field, the clinic's words count until somebody answers. For what keeps
a patient safe the stricter of the two counts (all tags of both, the lower irritability, the later phase, the higher impact), and
the tags are not reviewed any more: a doubt must never let an exercise through that one of the two keeps out. The same holds where
the clinic changed nothing and only looked at the tags: its review counts for what it saw and for nothing newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ptbuilder.domain.errors import BadInput
from ptbuilder.domain.exercise import JUDGED_BY, ClinicLayer, Exercise, FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import LEVELS, PHASES
from ptbuilder.library.overlay import Conflict, as_plain, lay_over, merge
from ptbuilder.library.references import named_by_exercise
from ptbuilder.library.reviewing import holds, is_reviewed_here, judged_alike

IMPACTS = ("none", "moderate", "high")
SAFETY = ("stress", "tags_reviewed", "max_irritability", "earliest_phase", "impact", "avoid_with")
"""What rules and the order of phases judge an exercise by."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An exercise as the clinic sees it; None where there is nothing to see, since edits alone make no exercise.

    ``conflicts`` wait for an answer. ``idle`` are edits that are kept and not used: of an exercise that is no longer shipped, or
    with a value that today's library does not know. ``settled`` are edits that the library has taken over by now.
    """

    exercise: Exercise | None
    conflicts: tuple[Conflict, ...] = ()
    idle: tuple[FieldEdit, ...] = ()
    settled: tuple[FieldEdit, ...] = ()


def lay(layer: ClinicLayer, shipped: Exercise | None, library: Library) -> Laid:
    """Lay one layer over the exercise as it is shipped now, None for one that is not; ``library`` knows all codes."""
    if layer.own is not None:
        return Laid(layer.own)
    if shipped is None:
        return Laid(None, idle=layer.edits)
    merged = merge(layer.edits, {shipped.code: shipped})
    careful = tuple(replace(each.edit, value=careful_value(each)) for each in merged.conflicts)
    exercise, idle = _laid_one_by_one(shipped, (*merged.kept, *careful), library)
    unused = {(each.path, each.at) for each in idle}
    conflicts = tuple(each for each in merged.conflicts if (each.edit.path, each.edit.at) not in unused)
    exercise = _with_review(exercise, shipped, layer, conflicts)
    return Laid(exercise, conflicts, (*merged.orphans, *idle), merged.settled)


def careful_value(conflict: Conflict) -> object:
    """What counts of a conflict until it is answered: the clinic's value, for safety the stricter one."""
    path, own, shipped = conflict.edit.path, as_plain(conflict.edit.value), as_plain(conflict.shipped)
    if path == "tags_reviewed":
        return False
    if path in ("stress", "avoid_with") and isinstance(own, list) and isinstance(shipped, list):
        return list(dict.fromkeys((*own, *shipped)))
    order = {"max_irritability": LEVELS[::-1], "earliest_phase": PHASES, "impact": IMPACTS}.get(path)
    if order is None:
        return own
    return max((own, shipped), key=lambda value: order.index(value) if value in order else -1)


def _with_review(seen: Exercise, shipped: Exercise, layer: ClinicLayer, conflicts: Iterable[Conflict]) -> Exercise:
    """The exercise as reviewed or not: a question that waits leaves it unreviewed, and a review that does not hold is none."""
    if any(each.edit.path in (*SAFETY, *JUDGED_BY) for each in conflicts):
        return replace(seen, tags_reviewed=False, reviewed=None)
    if not is_reviewed_here(layer.edits) or holds(layer.edits, seen):
        return seen
    if judged_alike(seen, shipped):
        return replace(seen, tags_reviewed=shipped.tags_reviewed, reviewed=shipped.reviewed)
    return replace(seen, tags_reviewed=False, reviewed=None)


def unknown_fields(exercise: Exercise, library: Library) -> Mapping[str, tuple[str, ...]]:
    """The codes that the library does not have, by the field that names them."""
    sections: dict[str, Iterable[Any]] = {"types": library.type_purposes}
    found: dict[str, tuple[str, ...]] = {}
    for _, field, section, code in named_by_exercise(exercise):
        if code not in sections.get(section, getattr(library, section, ())):
            found[field] = (*found.get(field, ()), code)
    return found


def _laid_one_by_one(shipped: Exercise, edits: Iterable[FieldEdit], library: Library) -> tuple[Exercise, tuple[FieldEdit, ...]]:
    """The exercise with all edits that fit it, and those that do not; one that does not fit spoils no other."""
    exercise, idle = shipped, list[FieldEdit]()
    for edit in edits:
        try:
            changed = lay_over(exercise, (edit,))
        except BadInput:
            idle.append(edit)
            continue
        if edit.path in unknown_fields(changed, library) and edit.path not in unknown_fields(exercise, library):
            idle.append(edit)
        else:
            exercise = changed
    return exercise, tuple(idle)
