"""What changed from one revision of a program to the next, as values; the wording makes sentences of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Literal

from ptbuilder.domain.activity import ActivityPlan
from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.domain.values import dataclass

ChangeKind = Literal[
    "first",
    "assessed",
    "finding-added",
    "finding-removed",
    "finding-changed",
    "irritability",
    "stage-added",
    "stage-removed",
    "stage-begun",
    "added",
    "stopped",
    "swapped",
    "dosage",
    "side",
    "note",
    "order",
    "topic-added",
    "topic-removed",
    "next-visit",
    "activities",
    "other",
]


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """One change: ``subject`` is the code of the exercise, finding or topic (for ``swapped``, the old exercise).

    ``field`` names the part of a dosage, whose values are ``before`` and ``after``. ``stage`` counts from 0.
    """

    kind: ChangeKind
    subject: str = ""
    field: str = ""
    before: object = None
    after: object = None
    stage: int = 0


def changes(before: Program | None, after: Program) -> tuple[RevisionChange, ...]:
    """What ``after`` changed: ``first`` alone where there was nothing before, nothing where both are equal."""
    if before == after:
        return ()
    if before is None:
        return (RevisionChange("first"),)
    found = tuple(_found(before, after))
    return found or (RevisionChange("other"),)


def _found(before: Program, after: Program) -> Iterator[RevisionChange]:
    yield from _assessment(before.assessment, after.assessment)
    for number, (old, new) in enumerate(zip(before.stages, after.stages, strict=False)):
        yield from _stage(number, old, new)
    for number in range(len(before.stages), len(after.stages)):
        yield RevisionChange("stage-added", stage=number)
    for number in range(len(after.stages), len(before.stages)):
        yield RevisionChange("stage-removed", stage=number)
    yield from _codes(before.education, after.education, "topic-added", "topic-removed")
    if before.next_visit != after.next_visit:
        yield RevisionChange("next-visit", before=before.next_visit, after=after.next_visit)
    yield from _activities(before.activities, after.activities)


def _activities(before: ActivityPlan, after: ActivityPlan) -> Iterator[RevisionChange]:
    """A change for each row of the table of activities that was set, hidden or put back; its subject is the row's code."""
    for code in dict.fromkeys(each.code for each in (*before.changes, *after.changes)):
        old, new = before.change(code), after.change(code)
        if old != new:
            yield RevisionChange("activities", code, before=old, after=new)
    if before.is_printed != after.is_printed:
        yield RevisionChange("activities", before=before.is_printed, after=after.is_printed)


def _assessment(before: Assessment, after: Assessment) -> Iterator[RevisionChange]:
    if before.id != after.id:
        yield RevisionChange("assessed", before=before.on, after=after.on)
    old = {finding.code: finding for finding in before.findings}
    new = {finding.code: finding for finding in after.findings}
    yield from _codes(tuple(old), tuple(new), "finding-added", "finding-removed")
    for code in new:
        if code in old and old[code] != new[code]:
            yield RevisionChange("finding-changed", code, before=old[code], after=new[code])
    if before.irritability != after.irritability:
        yield RevisionChange("irritability", before=before.irritability, after=after.irritability)


def _codes(before: tuple[str, ...], after: tuple[str, ...], added: ChangeKind, removed: ChangeKind) -> Iterator[RevisionChange]:
    yield from (RevisionChange(added, code) for code in after if code not in before)
    yield from (RevisionChange(removed, code) for code in before if code not in after)


def _stage(number: int, before: Stage, after: Stage) -> Iterator[RevisionChange]:
    if before.state == "planned" and after.state == "active":
        yield RevisionChange("stage-begun", stage=number, after=after.phase)
    partners = _partners(before, after)
    for new in after.prescriptions:
        old = partners.get(new.id)
        yield from _prescription(number, old, new) if old else (RevisionChange("added", new.exercise, stage=number),)
    known = {each.id for each in partners.values()}
    for old in before.prescriptions:
        if old.id not in known:
            yield RevisionChange("stopped", old.exercise, stage=number)
    if _order(before, partners, after) != sorted(_order(before, partners, after)):
        yield RevisionChange("order", stage=number)


def _partners(before: Stage, after: Stage) -> dict[str, Prescription]:
    """For each prescription that was there before, its earlier state: the one with its id, else with its exercise."""
    by_id = {each.id: each for each in before.prescriptions}
    kept = {each.id for each in after.prescriptions}
    by_exercise = {each.exercise: each for each in reversed(before.prescriptions) if each.id not in kept}
    found = {}
    for each in after.prescriptions:
        old = by_id.get(each.id) or by_exercise.pop(each.exercise, None)
        if old is not None:
            found[each.id] = old
    return found


def _order(before: Stage, partners: dict[str, Prescription], after: Stage) -> list[int]:
    """Where the prescriptions that stayed stood before, in their order now."""
    return [before.index(partners[each.id].id) for each in after.prescriptions if each.id in partners]


def _prescription(number: int, before: Prescription, after: Prescription) -> Iterator[RevisionChange]:
    if before.exercise != after.exercise:
        yield RevisionChange("swapped", before.exercise, before=before.exercise, after=after.exercise, stage=number)
        return
    if before.side != after.side:
        yield RevisionChange("side", after.exercise, before=before.side, after=after.side, stage=number)
    for name in (each.name for each in fields(Dosage)):
        old, new = getattr(before.dosage, name), getattr(after.dosage, name)
        if old != new:
            yield RevisionChange("dosage", after.exercise, name, old, new, number)
    if before.note != after.note:
        yield RevisionChange("note", after.exercise, before=before.note, after=after.note, stage=number)
