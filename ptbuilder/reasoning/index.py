"""The exercises as bit masks, built once: the bit of an exercise is its place among all, easier first, then by code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import compress
from typing import TypeVar

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
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


class ExerciseIndex:
    """Masks of all exercises by what rules ask about; all are made from the records and never change."""

    def __init__(self, library: Library) -> None:
        self.records = tuple(sorted(library.exercises.values(), key=lambda each: (each.difficulty, each.code)))
        self.codes = tuple(each.code for each in self.records)
        self.place_of = {code: place for place, code in enumerate(self.codes)}
        self.size = len(self.records)
        self.everything = (1 << self.size) - 1
        self.stress = tuple(stress_of(library, each) for each in self.records)
        self.served = tuple(tuple(goal for goal in each.goals if serves(each, goal)) for each in self.records)
        self.chain = _chains(self.records, self.place_of)
        self.group_of = tuple(position_group(library, each) for each in self.records)
        self._mask_records()
        self._alone = mask_of((at for at, each in enumerate(self.records) if stands_alone(each)), self.size)

    def near_twins(self, place: int) -> int:
        """The mask of exercises that do not go beside this one.

        These are all of its progression chain, and where it is a walk, a rest or a spell of relaxation, all others of that kind.
        """
        alone = self._alone if self._alone >> place & 1 else 0
        alike = alone & self.by_type[self.records[place].type]
        return self.by_chain[self.chain[place]] | alike

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

    def _mask_records(self) -> None:
        size, records = self.size, tuple(enumerate(self.records))
        self.by_tag = masks_of(((at, tag) for at, tags in enumerate(self.stress) for tag in tags), size)
        self.by_goal = masks_of(((at, goal) for at, goals in enumerate(self.served) for goal in goals), size)
        self.by_equipment = masks_of(((at, code) for at, each in records for code in each.equipment), size)
        self.by_avoided = masks_of(((at, code) for at, each in records for code in each.avoid_with), size)
        self.by_type = masks_of(((at, each.type) for at, each in records), size)
        self.by_position = masks_of(((at, each.position) for at, each in records), size)
        self.by_region = masks_of(((at, each.region) for at, each in records), size)
        self.by_difficulty = masks_of(((at, each.difficulty) for at, each in records), size)
        self.by_level = masks_of(((at, each.max_irritability) for at, each in records), size)
        self.by_phase = masks_of(((at, each.earliest_phase) for at, each in records), size)
        self.by_primary = masks_of(((at, each.primary_goal) for at, each in records), size)
        self.by_group = masks_of(enumerate(self.group_of), size)
        self._by_dose = masks_of(((at, _dose_key(each)) for at, each in records), size)
        self.with_things = mask_of((at for at, each in records if each.equipment), size)
        self.by_chain = masks_of(enumerate(self.chain), size)
        self.retired = mask_of((at for at, each in records if each.retired), size)


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


def _chains(records: tuple[Exercise, ...], place_of: Mapping[str, int]) -> tuple[int, ...]:
    """For each exercise the lowest place of its progression chain."""
    chain = list(range(len(records)))

    def end(place: int) -> int:
        while chain[place] != place:
            chain[place] = chain[chain[place]]
            place = chain[place]
        return place

    for place, record in enumerate(records):
        for code in (record.easier, record.harder):
            if code is not None and code in place_of:
                first, second = sorted((end(place), end(place_of[code])))
                chain[second] = first
    return tuple(end(place) for place in range(len(records)))
