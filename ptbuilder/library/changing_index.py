"""Search over many exercises of which now and then one changes: what changed is found beside the large index, which stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ptbuilder.domain.exercise import Exercise
from ptbuilder.library.search import ExerciseIndex


class ChangingIndex:
    """Finds as ``ExerciseIndex`` does; ``take`` puts exercises in the place of those with their codes, or adds them."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        self._whole = ExerciseIndex(exercises)
        self._recent: dict[str, Exercise] = {}
        self._beside = ExerciseIndex(())

    def prepare(self, breathe: Callable[[], object]) -> None:
        """Build the large index, on a worker perhaps: ``breathe`` is called after each millisecond or so."""
        self._whole.prepare(breathe)

    def take(self, exercises: Iterable[Exercise]) -> None:
        """Find these as they are now."""
        self._recent.update((each.code, each) for each in exercises)
        self._beside = ExerciseIndex(tuple(self._recent.values()))

    def find(self, text: str) -> tuple[str, ...]:
        """Codes of the exercises that match every typed word, best first; of equal matches those that never changed."""
        if not self._recent:
            return self._whole.find(text)
        import numpy as np

        codes, ranks = self._whole.ranked(text)
        rest = np.array([code not in self._recent for code in codes.tolist()], bool)
        changed, their_ranks = self._beside.ranked(text)
        order = np.argsort(np.concatenate((ranks[rest], their_ranks)), kind="stable")
        return tuple(np.concatenate((codes[rest], changed))[order].tolist())
