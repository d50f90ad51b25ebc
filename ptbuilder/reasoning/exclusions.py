"""What keeps exercises out: barriers as masks, and the obstacles of one exercise, made only when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import Caps
from ptbuilder.domain.suggestion import Obstacle, ObstacleKind
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import LEVELS, PHASES, Level
from ptbuilder.reasoning.conditions import Fired
from ptbuilder.reasoning.index import ExerciseIndex
from ptbuilder.reasoning.phases import REST, ProcedureState


@dataclass(frozen=True, slots=True)
class Barrier:
    """One obstacle and the mask of the exercises that meet it."""

    obstacle: Obstacle
    mask: int


class Excluded(Mapping[str, tuple[Obstacle, ...]]):
    """Exercise code to its obstacles; reads the barriers anew for each code asked, and holds no tuples itself."""

    def __init__(self, index: ExerciseIndex, barriers: tuple[Barrier, ...]) -> None:
        self._index = index
        self.barriers = barriers
        self.mask = reduce(or_, (barrier.mask for barrier in barriers), 0)

    def __getitem__(self, code: str) -> tuple[Obstacle, ...]:
        bit = 1 << self._index.place_of[code]
        if not self.mask & bit:
            raise KeyError(code)
        return tuple(barrier.obstacle for barrier in self.barriers if barrier.mask & bit)

    def __contains__(self, code: object) -> bool:
        place = self._index.place_of.get(code) if isinstance(code, str) else None
        return place is not None and bool(self.mask >> place & 1)

    def __iter__(self) -> Iterator[str]:
        return self._index.codes_in(self.mask)

    def __len__(self) -> int:
        return self.mask.bit_count()


def barriers_for(
    library: Library,
    index: ExerciseIndex,
    assessment: Assessment,
    fired: tuple[Fired, ...],
    states: tuple[ProcedureState, ...],
) -> tuple[Barrier, ...]:
    """Every barrier that stands: those of rules that are not lifted first, then those of the home and of the records."""
    barriers: list[Barrier] = []
    for each in fired:
        if not is_lifted(each, assessment):
            barriers.extend(_of_rule(index, assessment, each, states))
    barriers.extend(_of_home(library, index, assessment))
    barriers.extend(
        _barrier("finding", finding.code, index.by_avoided[finding.code], findings=(finding.code,))
        for finding in assessment.findings
        if finding.code in index.by_avoided
    )
    barriers.append(Barrier(Obstacle("retired", "", None, "none"), index.retired))
    return tuple(barrier for barrier in barriers if barrier.mask)


def is_lifted(fired: Fired, assessment: Assessment) -> bool:
    """Whether the therapist set the exclusions of this rule aside: by a reason, or by a clearance where it needs one."""
    rule = fired.rule
    if rule.override == "reason":
        return rule.code in assessment.overruled
    return rule.override == "clearance" and any(clearance.rule == rule.code for clearance in assessment.clearances)


def has_equipment(library: Library, owned: frozenset[str] | None, code: str) -> bool:
    """Whether the patient has this thing or one that may replace it; with nothing stated, the things of a household."""
    record = library.equipment.get(code)
    if owned is not None:
        return code in owned or (record is not None and not owned.isdisjoint(record.instead))
    if record is None:
        return False
    return record.household or any(each in library.equipment and library.equipment[each].household for each in record.instead)


def _barrier(
    kind: ObstacleKind, value: str, mask: int, fired: Fired | None = None, findings: tuple[str, ...] = (), ends: date | None = None
) -> Barrier:
    rule = fired.rule if fired else None
    obstacle = Obstacle(
        kind=kind,
        value=value,
        rule=rule.code if rule else None,
        override=rule.override if rule else "reason",
        findings=fired.findings if fired and not findings else findings,
        ends=ends,
    )
    return Barrier(obstacle, mask)


def _of_rule(index: ExerciseIndex, assessment: Assessment, fired: Fired, states: tuple[ProcedureState, ...]) -> Iterable[Barrier]:
    exclude, ends = fired.rule.then.exclude, _end_of(fired)
    tables: tuple[tuple[ObstacleKind, tuple[str, ...], Mapping[str, int]], ...] = (
        ("tag", exclude.tags, index.by_tag),
        ("type", exclude.types, index.by_type),
        ("position", exclude.positions, index.by_position),
        ("equipment", exclude.equipment, index.by_equipment),
    )
    for kind, values, masks in tables:
        for value in values:
            yield _barrier(kind, value, masks.get(value, 0), fired, ends=ends)
    for code in exclude.exercises:
        if code in index.place_of:
            yield _barrier("exercise", code, 1 << index.place_of[code], fired, ends=ends)
    if exclude.region_of_finding:
        yield from _of_regions(index, assessment, fired)
    yield from _of_caps(index, fired.rule.then.caps, fired, ends)
    if fired.rule.then.phase_filter:
        yield from _of_phases(index, fired, states)


def _of_regions(index: ExerciseIndex, assessment: Assessment, fired: Fired) -> Iterable[Barrier]:
    """The region typed on each finding; where none was typed, everything waits until it is."""
    for finding in assessment.findings:
        if finding.code in fired.findings:
            mask = index.by_region.get(finding.region, 0) if finding.region else index.everything
            yield _barrier("region", finding.region or "", mask, fired, findings=(finding.code,))


def _of_caps(index: ExerciseIndex, caps: Caps, fired: Fired, ends: date | None) -> Iterable[Barrier]:
    for difficulty, mask in sorted(index.by_difficulty.items()):
        if caps.difficulty is not None and difficulty > caps.difficulty:
            yield _barrier("difficulty", str(difficulty), mask, fired, ends=ends)
        for kind, most in caps.difficulty_by_type.items():
            if difficulty > most:
                yield _barrier("difficulty", str(difficulty), mask & index.by_type.get(kind, 0), fired, ends=ends)
    if caps.irritability is not None:
        for level in _below(caps.irritability):
            yield _barrier("irritability", level, index.by_level.get(level, 0), fired, ends=ends)


def _below(level: Level) -> tuple[Level, ...]:
    return LEVELS[: LEVELS.index(level)]


def _of_phases(index: ExerciseIndex, fired: Fired, states: tuple[ProcedureState, ...]) -> Iterable[Barrier]:
    """For each procedure, the exercises of its regions whose phase has not come; the rest phase binds the other regions too."""
    for state in states:
        scope = reduce(or_, (index.by_region.get(region, 0) for region in state.table.scope), 0)
        for phase in PHASES[PHASES.index(state.phase) + 1 :]:
            waiting = index.by_phase.get(phase, 0)
            yield _barrier("phase", phase, waiting & scope, fired, findings=(state.code,), ends=state.start_of(phase))
            if state.phase == REST:
                yield _barrier("phase", phase, waiting & ~scope, fired, findings=(state.code,), ends=state.start_of("P1"))


def _of_home(library: Library, index: ExerciseIndex, assessment: Assessment) -> Iterable[Barrier]:
    for code, mask in index.by_equipment.items():
        if not has_equipment(library, assessment.equipment, code):
            yield _barrier("equipment", code, mask)


def _end_of(fired: Fired) -> date | None:
    """The first day on which a rule for some phases no longer fires, if it is known for every procedure that fired it."""
    ends = []
    for state in fired.procedures:
        last = max(fired.rule.when.phase)
        if last == PHASES[-1]:
            return None
        ends.append(state.start_of(PHASES[PHASES.index(last) + 1]))
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None
