"""The exercises as one place that all parts of the program look into, so that a change of one is seen by all at once."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from typing import cast

from ptbuilder.domain.exercise import Exercise


class LivingExercises(dict[str, Exercise]):
    """Exercises by code; a record is put in the place of the one before while others, on workers too, read.

    Who walks over all of them walks over those of the moment at which it began.
    """

    def __iter__(self) -> Iterator[str]:
        """The codes of now."""
        return iter(tuple(super().keys()))

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """The codes of now."""
        return cast(KeysView[str], tuple(super().keys()))

    def values(self) -> ValuesView[Exercise]:  # type: ignore[override]
        """The exercises of now."""
        return cast(ValuesView[Exercise], tuple(super().values()))

    def items(self) -> ItemsView[str, Exercise]:  # type: ignore[override]
        """The exercises of now with their codes."""
        return cast(ItemsView[str, Exercise], tuple(super().items()))
