"""The exercises as bit masks, built once: the bit of an exercise is its place among all, easier first, then by code."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Any, TypeVar

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Level, Phase
from ptbuilder.reasoning.ordering import position_group

Key = TypeVar("Key", bound=Hashable)

_AS_TRUTH = bytes.maketrans(b"01", b"\x00\x01")
LENGTHENING = frozenset({"stretch", "contract-relax"})
STRENGTHENING = frozenset({"strength", "isometric", "functional"})
SERVING_TYPES: Mapping[str, frozenset[str]] = {"lengthen": LENGTHENING, "strengthen": STRENGTHENING}
"""Verbs of goals that only some types of exercise serve."""


def serves(exercise: Exercise, goal: str) -> bool:
    """Whether ``exercise`` counts for ``goal``: it names the goal, and is the kind of work that the goal asks for."""
    types = SERVING_TYPES.get(goal.partition(":")[0])
    return goal in exercise.goals and (types is None or exercise.type in types)


def stands_alone(exercise: Exercise) -> bool:
    """Whether a program holds one of this kind at most: one walk or ride, one resting position, one spell of relaxation."""
    return exercise.type in ("aerobic", "relaxation") or exercise.dosage == "positional-rest"


def mask_of(places: Iterable[int], size: int) -> int:
    """The mask in which the bits at ``places`` are set."""
    octets = bytearray(size // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def masks_of(pairs: Iterable[tuple[int, Key]], size: int) -> dict[Key, int]:
    """A mask for each key, made of the places paired with it."""
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for place, key in pairs:
        places[key].append(place)
    return {key: mask_of(each, size) for key, each in places.items()}


def places_in(mask: int) -> Iterator[int]:
    """The places whose bit is set, in rising order."""
    truths = format(mask, "b")[::-1].encode().translate(_AS_TRUTH)
    return compress(range(len(truths)), truths)


TABLES: Mapping[str, Callable[[Facts], Iterable[Hashable]]] = {
    "by_tag": lambda of: of.stress,
    "by_goal": lambda of: of.served,
    "by_equipment": lambda of: of.record.equipment,
    "by_avoided": lambda of: of.record.avoid_with,
    "by_type": lambda of: (of.record.type,),
    "by_position": lambda of: (of.record.position,),
    "by_region": lambda of: (of.record.region,),
    "by_difficulty": lambda of: (of.record.difficulty,),
    "by_level": lambda of: (of.record.max_irritability,),
    "by_phase": lambda of: (of.record.earliest_phase,),
    "by_primary": lambda of: (of.record.primary_goal,),
    "by_group": lambda of: (of.group,),
    "_by_dose": lambda of: (_dose_key(of.record),),
    "_by_mark": lambda of: _marks(of.record),
}
"""For each table of masks, under which keys an exercise stands."""


class ExerciseIndex:
    """Masks of all exercises by what rules ask about; all are made from the records and never change.

    ``changed`` makes the index of a library in which a few exercises are others: bits move, nothing is read again but those.
    """

    by_tag: Mapping[str, int]
    by_goal: Mapping[str, int]
    by_equipment: Mapping[str, int]
    by_avoided: Mapping[str, int]
    by_type: Mapping[str, int]
    by_position: Mapping[str, int]
    by_region: Mapping[str, int]
    by_difficulty: Mapping[int, int]
    by_level: Mapping[Level, int]
    by_phase: Mapping[Phase, int]
    by_primary: Mapping[str, int]
    by_group: Mapping[int, int]
    _by_dose: Mapping[Hashable, int]
    _by_mark: Mapping[str, int]

    def __init__(self, library: Library) -> None:
        facts = sorted((facts_of(library, each) for each in library.exercises.values()), key=_order)
        size = len(facts)
        tables = {
            name: masks_of(((at, key) for at, each in enumerate(facts) for key in keys(each)), size)
            for name, keys in TABLES.items()
        }
        self._take(facts, tables)

    def changed(self, library: Library, codes: Iterable[str]) -> ExerciseIndex:
        """The index of ``library``, which differs from that of this one in the exercises ``codes`` alone."""
        facts, tables = list(self._facts), {name: dict(getattr(self, name)) for name in TABLES}
        for code in codes:
            place = next((at for at, each in enumerate(facts) if each.record.code == code), None)
            if place is not None:
                del facts[place]
                _move_bits(tables, partial(without_bit, place=place))
            record = library.exercises.get(code)
            if record is not None:
                new = facts_of(library, record)
                at = bisect_left(facts, _order(new), key=_order)
                facts.insert(at, new)
                _move_bits(tables, partial(with_gap, place=at))
                for name, keys in TABLES.items():
                    for key in keys(new):
                        tables[name][key] = tables[name].get(key, 0) | 1 << at
        made = ExerciseIndex.__new__(ExerciseIndex)
        made._take(facts, {name: {key: mask for key, mask in masks.items() if mask} for name, masks in tables.items()})
        return made

    def _take(self, facts: Sequence[Facts], tables: Mapping[str, Mapping[Any, int]]) -> None:
        self._facts = tuple(facts)
        self.records = tuple(each.record for each in facts)
        self.codes = tuple(each.code for each in self.records)
        self.place_of = {code: place for place, code in enumerate(self.codes)}
        self.size = len(self.records)
        self.everything = (1 << self.size) - 1
        self.stress = tuple(each.stress for each in facts)
        self.served = tuple(each.served for each in facts)
        self.group_of = tuple(each.group for each in facts)
        for name, masks in tables.items():
            setattr(self, name, masks)
        self.with_things = self._by_mark.get("things", 0)
        self.retired = self._by_mark.get("retired", 0)
        self._alone = self._by_mark.get("alone", 0)
        self._chain, self._members = _chains(self.records, self.place_of)

    def near_twins(self, place: int) -> int:
        """The mask of exercises that do not go beside this one.

        These are all of its progression chain, and where it is a walk, a rest or a spell of relaxation, all others of that kind.
        """
        alone = self._alone if self._alone >> place & 1 else 0
        alike = alone & self.by_type[self.records[place].type]
        return mask_of(self._members.get(self._chain[place], (place,)), self.size) | alike

    def union(self, masks: Mapping[Key, int], keys: Iterable[Key]) -> int:
        """The mask of what lies in any of the masks of ``keys``."""
        mask = 0
        for key in keys:
            mask |= masks.get(key, 0)
        return mask

    def up_to(self, difficulty: int) -> int:
        """The mask of the exercises that are at most this difficult."""
        return self.union(self.by_difficulty, (each for each in self.by_difficulty if each <= difficulty))

    def like_dosed(self, place: int) -> int:
        """The mask of exercises that take as long as this one, whoever does them."""
        return self._by_dose[_dose_key(self.records[place])]

    def codes_in(self, mask: int) -> Iterator[str]:
        """The codes whose bit is set, easier first, then by code."""
        return (self.codes[place] for place in places_in(mask))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is worked out of one exercise: every tag it carries, the goals it serves, its group of positions."""

    record: Exercise
    stress: frozenset[str]
    served: tuple[str, ...]
    group: int


def facts_of(library: Library, record: Exercise) -> Facts:
    """Work it out of one exercise."""
    served = tuple(goal for goal in record.goals if serves(record, goal))
    return Facts(record, stress_of(library, record), served, position_group(library, record))


def without_bit(mask: int, place: int) -> int:
    """The mask with one place taken out; higher bits move down."""
    return mask & ((1 << place) - 1) | mask >> (place + 1) << place


def with_gap(mask: int, place: int) -> int:
    """The mask with one empty place put in; higher bits move up."""
    return mask & ((1 << place) - 1) | mask >> place << (place + 1)


def _move_bits(tables: Mapping[str, dict[Any, int]], move: Callable[[int], int]) -> None:
    for masks in tables.values():
        for key, mask in masks.items():
            masks[key] = move(mask)


def _order(facts: Facts) -> tuple[int, str]:
    return facts.record.difficulty, facts.record.code


def _marks(exercise: Exercise) -> Iterator[str]:
    if exercise.equipment:
        yield "things"
    if exercise.retired:
        yield "retired"
    if stands_alone(exercise):
        yield "alone"


def stress_of(library: Library, exercise: Exercise) -> frozenset[str]:
    """Every tag an exercise carries: its own, those of its position, what its tags imply, and if unreviewed all risky ones."""
    tags = set(exercise.stress)
    position = library.positions.get(exercise.position)
    if position is not None:
        tags.update(position.tags)
        if position.loads_legs:
            tags.add("leg-weight-bearing")
    if not exercise.tags_reviewed:
        tags.update(code for code, tag in library.stress_tags.items() if tag.risky)
    plain = {tag.rpartition("-")[0] for tag in tags if tag.endswith(("-end", "-loaded"))}
    tags.update(plain & library.stress_tags.keys())
    if "impact-high" in tags:
        tags.add("impact-moderate")
    return frozenset(tags)


def _dose_key(exercise: Exercise) -> tuple[str, str, tuple[str, ...], bool]:
    """What the dose and the side of an exercise hang on, besides the patient."""
    return exercise.dosage, exercise.type, exercise.goals, exercise.unilateral


def _chains(records: Sequence[Exercise], place_of: Mapping[str, int]) -> tuple[Sequence[int], Mapping[int, Sequence[int]]]:
    """For each exercise the lowest place of its progression chain, and for each chain of several their places."""
    chain = list(range(len(records)))

    def end(place: int) -> int:
        while chain[place] != place:
            chain[place] = chain[chain[place]]
            place = chain[place]
        return place

    linked = [place for place, record in enumerate(records) if record.easier is not None or record.harder is not None]
    for place in linked:
        for code in (records[place].easier, records[place].harder):
            if code is not None and code in place_of:
                first, second = sorted((end(place), end(place_of[code])))
                chain[second] = first
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, first in enumerate(chain):
        chain[place] = end(first)
    for place, first in enumerate(chain):
        if first != place or place in members:
            members[first].append(place)
    return chain, {first: sorted({first, *places}) for first, places in members.items()}
