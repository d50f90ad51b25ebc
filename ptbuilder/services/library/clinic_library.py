"""The library as the clinic sees it: what is shipped, the clinic's edits laid over it field by field, and its own exercises.

All parts of the program hold the same ``library``; a change of one exercise is put into it, so that nothing is made anew but
what was made of that exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.exercise import ClinicLayer, Exercise
from ptbuilder.domain.library import Library
from ptbuilder.library.living import LivingExercises

if TYPE_CHECKING:
    from ptbuilder.library.layering import Laid
    from ptbuilder.storage.store import Store

Origin = Literal["shipped", "edited", "own"]


class ClinicLibrary:
    """Keeps the layers of the clinic; ``changed`` is called with the codes of the exercises that are others now.

    ``store`` is the opened data, None while there is none.

    Until ``open`` brings what the clinic keeps, everything is as shipped and nothing can be kept.
    """

    def __init__(self, shipped: Library, clock: Callable[[], datetime] = datetime.now) -> None:
        self.shipped = replace(shipped, exercises=MappingProxyType(dict(shipped.exercises)))
        self.library = replace(shipped, exercises=LivingExercises(shipped.exercises))
        self.changed: list[Callable[[frozenset[str]], None]] = []
        self._clock = clock
        self.store: Store | None = None
        self._laid: dict[str, tuple[ClinicLayer, Laid]] = {}

    # ---- opening ----------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether changes can be kept."""
        return self.store is not None

    def open(self, store: Store, layers: Iterable[ClinicLayer]) -> None:
        """Lay what the opened data holds (``kept_layers``), in the place of what was laid before."""
        before = set(self._laid)
        self._laid.clear()
        self.store = store
        found = tuple(layers)
        for code in before - {each.code for each in found}:
            self._take(ClinicLayer(code))
        for layer in found:
            self._take(layer)
        self._tell(before | {each.code for each in found})

    def close(self) -> None:
        """Keep nothing any more; what is laid stays to be looked at."""
        self.store = None

    # ---- reading ----------------------------------------------------------------------------------------------------

    def layer(self, code: str) -> ClinicLayer:
        """What the clinic keeps of an exercise; an empty layer where it keeps nothing."""
        held = self._laid.get(code)
        return held[0] if held else ClinicLayer(code)

    def laid(self, code: str) -> Laid:
        """The exercise as it is seen, with its conflicts and idle edits."""
        from ptbuilder.library.layering import Laid

        held = self._laid.get(code)
        return held[1] if held else Laid(self.library.exercises.get(code))

    @property
    def asking(self) -> tuple[str, ...]:
        """The exercises in which the clinic and a newer library differ, by code: each waits for an answer."""
        return tuple(sorted(code for code, (_, laid) in self._laid.items() if laid.conflicts))

    def original(self, code: str) -> Exercise | None:
        """The exercise as it is shipped, None for the clinic's own."""
        return self.shipped.exercises.get(code)

    def origin(self, code: str) -> Origin:
        """Whether an exercise is as shipped, edited, or the clinic's own."""
        held = self._laid.get(code)
        if held is None:
            return "shipped"
        layer, laid = held
        return "own" if layer.own is not None else "edited" if len(layer.edits) > len(laid.settled) else "shipped"

    def layers(self) -> tuple[ClinicLayer, ...]:
        """Everything that the clinic keeps, by code."""
        return tuple(self._laid[code][0] for code in sorted(self._laid))

    @property
    def shipped_and_own(self) -> Library:
        """The shipped exercises without edits, and the clinic's own ones."""
        own = {code: layer.own for code, (layer, _) in self._laid.items() if layer.own is not None}
        return replace(self.shipped, exercises={**self.shipped.exercises, **own})

    # ---- changing ---------------------------------------------------------------------------------------------------

    def put(self, layers: Iterable[ClinicLayer], by: str) -> None:
        """Keep these layers in the place of the ones before and show what they make: all of them, or none where it fails."""
        if self.store is None:
            raise PTBuilderError("The clinic's data is not open yet. Try again in a moment.")
        new = tuple(layers)
        self.store.edits.put_layers(new, by, self._clock())
        for layer in new:
            self._take(layer)
        self._tell({each.code for each in new})

    def _take(self, layer: ClinicLayer) -> None:
        """Lay one layer and put what it makes into the library."""
        from ptbuilder.library.layering import Laid, lay

        shipped = self.original(layer.code)
        is_empty = layer.own is None and not layer.edits
        laid = Laid(shipped) if is_empty else lay(layer, shipped, self.library)
        if is_empty:
            self._laid.pop(layer.code, None)
        else:
            self._laid[layer.code] = layer, laid
        exercises = self.library.exercises
        assert isinstance(exercises, LivingExercises)
        if laid.exercise is not None:
            exercises[layer.code] = laid.exercise
        else:
            exercises.pop(layer.code, None)

    def _tell(self, codes: Iterable[str]) -> None:
        told = frozenset(codes)
        if told:
            for listener in tuple(self.changed):
                listener(told)


def kept_layers(store: Store) -> tuple[ClinicLayer, ...]:
    """What the clinic keeps in this data; on a worker, perhaps."""
    return store.edits.layers()
