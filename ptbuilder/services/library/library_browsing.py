"""Looking through the library: search and filters together, with what each further filter would leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import filterfalse, islice
from typing import TYPE_CHECKING, Any

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.library.changing_index import ChangingIndex
from ptbuilder.library.word_index import split_words
from ptbuilder.services.library.facet_masks import FACETS, SHOW, Facet, FacetMasks

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["FACETS", "SHOW", "Facet", "Filters", "Found", "LibraryBrowser"]

Filters = Mapping[Facet, frozenset[str]]
"""Chosen values by group; values of one group are alternatives, groups must all fit."""


@dataclass(frozen=True, slots=True)
class Found:
    """Codes in their order, and for each group and value how many exercises it would show beside the other groups."""

    codes: tuple[str, ...]
    counts: Mapping[Facet, Mapping[str, int]]


class LibraryBrowser:
    """Finds in the exercises, ordered by region and name; hidden ones only where they are asked for.

    ``take`` follows changes of single exercises. Ready at once after ``prepare``.
    """

    def __init__(self, library: Library, origin: Callable[[str], str] = lambda _code: "shipped") -> None:
        self._library = library
        self._facets = FacetMasks(library, origin)
        self._index = ChangingIndex(tuple(self._facets.exercises))
        self.is_prepared = False

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All that are not hidden, by region and name."""
        return tuple(each for each in self._facets.exercises if not each.retired)

    @property
    def count(self) -> int:
        """How many exercises are not hidden."""
        return len(self._facets.exercises) - len(self._facets.hidden)

    def prepare(self, breathe: Callable[[], object]) -> None:
        """Build what the first question would wait for; on a worker, ``breathe`` lets the window go on after each millisecond."""
        self._index.prepare(breathe)
        self._facets.prepare(breathe)
        self.is_prepared = True

    def take(self, codes: Iterable[str]) -> None:
        """Find these exercises as the library has them now."""
        changed = [each for code in codes if (each := self._library.exercises.get(code)) is not None]
        self._facets.take(changed)
        self._index.take(changed)

    def find(self, text: str, filters: Filters, *, allowed: Collection[str] = (), in_program: Collection[str] = ()) -> Found:
        """The exercises that match every word and every group, the best match first where something is typed."""
        codes, facets = self._codes(text), self._facets
        typed = facets.of_codes(codes)
        shown = {"allowed": facets.of_codes(allowed), "in-program": facets.of_codes(in_program), **facets.masks["show"]}
        masks = facets.masks | {"show": {value: shown[value] for value in SHOW}}
        hidden = shown["hidden"]
        fits = {facet: _any(masks[facet], filters.get(facet, frozenset()), len(typed)) for facet in FACETS}
        counts = {facet: _counts(facet, masks[facet], _beside(typed, fits, facet), hidden) for facet in FACETS}
        whole = _beside(typed, fits)
        if "hidden" not in filters.get("show", frozenset()):
            whole = whole & ~hidden
        places = facets.places
        return Found(tuple(code for code in codes if whole[places[code]]), counts)

    def search(self, text: str, limit: int | None = None) -> tuple[str, ...]:
        """Codes of the exercises that match every typed word, best first; no hidden ones."""
        codes, hidden = self._codes(text), self._facets.hidden
        return tuple(islice(filterfalse(hidden.__contains__, codes) if hidden else codes, limit))

    def _codes(self, text: str) -> tuple[str, ...]:
        """All that match, hidden ones too; for a text without words everything, in its order."""
        return self._index.find(text) if split_words(text) else tuple(each.code for each in self._facets.exercises)


def _beside(typed: ndarray[Any, Any], fits: Mapping[Facet, ndarray[Any, Any]], facet: Facet | None = None) -> ndarray[Any, Any]:
    """What matches and fits all groups but ``facet``."""
    for other in FACETS:
        if other != facet:
            typed = typed & fits[other]
    return typed


def _counts(
    facet: Facet, masks: Mapping[str, ndarray[Any, Any]], others: ndarray[Any, Any], hidden: ndarray[Any, Any]
) -> dict[str, int]:
    """For each value that occurs how many it would show; values of what is shown are always there."""
    seen = others & ~hidden
    return {
        value: int(((others if value == "hidden" else seen) & mask).sum())
        for value, mask in masks.items()
        if facet == "show" or mask.any()
    }


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
