"""Looking through the library: search and filters together, with what each further filter would leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.library.search import ExerciseIndex

if TYPE_CHECKING:
    from numpy import ndarray

Facet = Literal["region", "type", "position", "equipment", "difficulty", "show"]
FACETS: tuple[Facet, ...] = ("region", "type", "position", "equipment", "difficulty", "show")
SHOW: tuple[str, ...] = ("allowed", "in-program", "not-reviewed")
"""What the last group shows: allowed for the patient at the desk, in the program, tags not reviewed."""

Filters = Mapping[Facet, frozenset[str]]
"""Chosen values by group; values of one group are alternatives, groups must all fit."""


@dataclass(frozen=True, slots=True)
class Found:
    """Codes in their order, and for each group and value how many exercises it would show beside the other groups."""

    codes: tuple[str, ...]
    counts: Mapping[Facet, Mapping[str, int]]


class LibraryBrowser:
    """Finds in the exercises that are not retired, ordered by region and name; ready at once after ``prepare``."""

    def __init__(self, library: Library) -> None:
        self._library = library
        order = {code: region.order for code, region in library.regions.items()}
        kept = (each for each in library.exercises.values() if not each.retired)
        self.exercises: tuple[Exercise, ...] = tuple(
            sorted(kept, key=lambda each: (order.get(each.region, len(order)), each.name.get("en", "").lower()))
        )
        self._index = ExerciseIndex(self.exercises)
        self.is_prepared = False

    def prepare(self, breathe: Callable[[], object]) -> None:
        """Build what the first question would wait for; on a worker, ``breathe`` lets the window go on after each millisecond."""
        self._index.prepare(breathe)
        for made in ("_places", "_masks", "_not_reviewed"):
            getattr(self, made)
            breathe()
        self.is_prepared = True

    def find(self, text: str, filters: Filters, *, allowed: Collection[str] = (), in_program: Collection[str] = ()) -> Found:
        """The exercises that match every word and every group, the best match first where something is typed."""
        import numpy as np

        codes = self._index.find(text)
        place = self._places
        found = np.array([place[code] for code in codes], dtype=np.int64)
        typed = np.zeros(len(self.exercises), bool)
        typed[found] = True
        masks = self._masks | {"show": self._shown(allowed, in_program)}
        fits = {facet: _any(masks[facet], filters.get(facet, frozenset()), len(self.exercises)) for facet in FACETS}
        counts: dict[Facet, dict[str, int]] = {}
        for facet in FACETS:
            others = typed.copy()
            for other in FACETS:
                if other != facet:
                    others &= fits[other]
            counts[facet] = {value: int((others & mask).sum()) for value, mask in masks[facet].items()}
        whole = typed
        for facet in FACETS:
            whole = whole & fits[facet]
        return Found(tuple(code for code in codes if whole[place[code]]), counts)

    def search(self, text: str, limit: int | None = None) -> tuple[str, ...]:
        """Codes of the exercises that match every typed word, best first."""
        return self._index.find(text, limit)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {each.code: place for place, each in enumerate(self.exercises)}

    @cached_property
    def _masks(self) -> dict[Facet, dict[str, ndarray[Any, Any]]]:
        library = self._library
        return {
            "region": self._by(library.regions, lambda each: (each.region,)),
            "type": self._by(_types(self.exercises), lambda each: (each.type,)),
            "position": self._by(library.positions, lambda each: (each.position,)),
            "equipment": self._by(library.equipment, lambda each: each.equipment),
            "difficulty": self._by("12345", lambda each: (str(each.difficulty),)),
        }

    def _by(self, values: Iterable[str], of: Callable[[Exercise], Iterable[str]]) -> dict[str, ndarray[Any, Any]]:
        """For each value that occurs, which exercises have it."""
        import numpy as np

        masks = {value: np.zeros(len(self.exercises), bool) for value in values}
        for place, exercise in enumerate(self.exercises):
            for value in of(exercise):
                if value in masks:
                    masks[value][place] = True
        return {value: mask for value, mask in masks.items() if mask.any()}

    def _shown(self, allowed: Collection[str], in_program: Collection[str]) -> dict[str, ndarray[Any, Any]]:
        import numpy as np

        masks = {value: np.zeros(len(self.exercises), bool) for value in SHOW}
        for value, codes in (("allowed", allowed), ("in-program", in_program)):
            for code in codes:
                if code in self._places:
                    masks[value][self._places[code]] = True
        masks["not-reviewed"] = self._not_reviewed
        return masks

    @cached_property
    def _not_reviewed(self) -> ndarray[Any, Any]:
        import numpy as np

        return np.array([not each.tags_reviewed for each in self.exercises], bool)


def _types(exercises: Iterable[Exercise]) -> tuple[str, ...]:
    return tuple(sorted({each.type for each in exercises}))


def _any(masks: Mapping[str, ndarray[Any, Any]], chosen: frozenset[str], size: int) -> ndarray[Any, Any]:
    """Which exercises have one of the chosen values; all of them where none is chosen."""
    import numpy as np

    if not chosen:
        return np.ones(size, bool)
    fits = np.zeros(size, bool)
    for value in chosen:
        if value in masks:
            fits |= masks[value]
    return fits
