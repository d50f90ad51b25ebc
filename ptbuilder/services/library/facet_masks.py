"""Which exercises have which values of the filters, as masks by their places in the list; one exercise is changed at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library

if TYPE_CHECKING:
    from numpy import ndarray

Facet = Literal["region", "type", "position", "equipment", "difficulty", "show"]
FACETS: tuple[Facet, ...] = ("region", "type", "position", "equipment", "difficulty", "show")
SHOW: tuple[str, ...] = ("allowed", "in-program", "not-reviewed", "edited", "own", "hidden")
"""What the last group shows: allowed for the patient at the desk, in the program, tags not reviewed, the clinic's, hidden."""

FEW = 12
"""Changed exercises up to which each is moved by itself."""
SLICE = 256
"""Exercises between two breaths while the masks are made: about a millisecond."""

Masks = dict[Facet, dict[str, "ndarray[Any, Any]"]]
"""For each group and value, which exercises have it."""


class FacetMasks:
    """All exercises, hidden ones too, ordered by region and name, with a mask for each value of each group.

    ``origin`` says whether an exercise is shipped, edited or own. ``hidden`` are the codes of those that are hidden.
    """

    def __init__(self, library: Library, origin: Callable[[str], str] = lambda _code: "shipped") -> None:
        self._library = library
        self._origin = origin
        self._order = {code: region.order for code, region in library.regions.items()}
        self.exercises: list[Exercise] = sorted(library.exercises.values(), key=self._key)
        self.hidden = frozenset(each.code for each in self.exercises if each.retired)
        self._masks: Masks | None = None
        self._making = Lock()

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each exercise stands."""
        return {each.code: place for place, each in enumerate(self.exercises)}

    @property
    def masks(self) -> Masks:
        """The masks, made at the first question; those of what is shown hold no ``allowed`` and no ``in-program``."""
        if self._masks is None:
            self.prepare(lambda: None)
        assert self._masks is not None
        return self._masks

    def prepare(self, breathe: Callable[[], object]) -> None:
        """Make the masks, on a worker perhaps: ``breathe`` is called now and then."""
        with self._making:
            if self._masks is None:
                self._masks = self._made(breathe)

    def of_codes(self, codes: Collection[str]) -> ndarray[Any, Any]:
        """The mask of these exercises."""
        import numpy as np

        mask = np.zeros(len(self.exercises), bool)
        places = self.places
        mask[[places[code] for code in codes if code in places]] = True
        return mask

    def take(self, exercises: Sequence[Exercise]) -> None:
        """Put exercises in the place of those with their codes, or add them; many at once are sorted in with all others."""
        with self._making:
            if len(exercises) <= FEW:
                for exercise in exercises:
                    self._take(exercise)
            else:
                self.exercises = sorted(self._library.exercises.values(), key=self._key)
                self.__dict__.pop("places", None)
                self._masks = None
            retired = {each.code for each in exercises if each.retired}
            self.hidden = (self.hidden - {each.code for each in exercises}) | retired

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _take(self, exercise: Exercise) -> None:
        old = self.places.get(exercise.code)
        if old is not None:
            del self.exercises[old]
        place = bisect_left(self.exercises, self._key(exercise), key=self._key)
        self.exercises.insert(place, exercise)
        self.__dict__.pop("places", None)
        if self._masks is not None:
            self._move(old, place, exercise)

    def _key(self, exercise: Exercise) -> tuple[int, str, str]:
        order = self._order.get(exercise.region, len(self._order))
        return order, next(iter(exercise.name.values()), "").lower(), exercise.code

    def _made(self, breathe: Callable[[], object]) -> Masks:
        import numpy as np

        masks: Masks = {facet: {value: np.zeros(len(self.exercises), bool) for value in self._values(facet)} for facet in FACETS}
        for place, exercise in enumerate(self.exercises):
            if place % SLICE == 0:
                breathe()
            for facet, value in self._having(exercise):
                if value in masks[facet]:
                    masks[facet][value][place] = True
        return masks

    def _values(self, facet: Facet) -> Iterable[str]:
        library = self._library
        if facet == "type":
            return sorted({each.type for each in self.exercises} | library.type_purposes.keys())
        lists: Mapping[str, Iterable[str]] = {
            "region": library.regions,
            "position": library.positions,
            "equipment": library.equipment,
            "difficulty": "12345",
            "show": SHOW[2:],
        }
        return lists[facet]

    def _having(self, exercise: Exercise) -> Iterable[tuple[Facet, str]]:
        yield "region", exercise.region
        yield "type", exercise.type
        yield "position", exercise.position
        for code in exercise.equipment:
            yield "equipment", code
        yield "difficulty", str(exercise.difficulty)
        yield "show", self._origin(exercise.code)
        if exercise.retired:
            yield "show", "hidden"
        if not exercise.tags_reviewed:
            yield "show", "not-reviewed"

    def _move(self, old: int | None, place: int, exercise: Exercise) -> None:
        """Let the masks follow one exercise to its new place."""
        import numpy as np

        assert self._masks is not None
        has = frozenset(self._having(exercise))
        for facet, values in self._masks.items():
            for value, mask in values.items():
                rest = mask if old is None else np.delete(mask, old)
                values[value] = np.insert(rest, place, (facet, value) in has)
