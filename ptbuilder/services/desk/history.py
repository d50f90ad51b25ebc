"""Undo and redo by snapshots: values are frozen, so a step is two references."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.work import Step

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class _Entry(Generic[State]):
    step: Step
    before: State
    after: State


class History(Generic[State]):
    """Steps that can be undone and done again, the newest last; at most ``limit`` are kept."""

    def __init__(self, limit: int = 500) -> None:
        self._done: list[_Entry[State]] = []
        self._undone: list[_Entry[State]] = []
        self._limit = limit

    @property
    def undo_step(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1].step if self._done else None

    @property
    def redo_step(self) -> Step | None:
        """The step that redo would do again."""
        return self._undone[-1].step if self._undone else None

    def record(self, step: Step, before: State, after: State) -> None:
        """Keep one finished edit; what was undone before it can no longer be redone."""
        self._done.append(_Entry(step, before, after))
        del self._done[: -self._limit]
        self._undone.clear()

    def undo(self, put: Callable[[State], object]) -> None:
        """Hand the state before the newest step to ``put``, if there is one; where that raises, the step stays to be undone."""
        if self._done:
            put(self._done[-1].before)
            self._undone.append(self._done.pop())

    def redo(self, put: Callable[[State], object]) -> None:
        """Hand the state after the step undone last to ``put``, if there is one; where that raises, it stays to be done again."""
        if self._undone:
            put(self._undone[-1].after)
            self._done.append(self._undone.pop())

    def keep_only(self, holds: Callable[[State], bool]) -> None:
        """Forget all steps but those with such a state, as on opening another patient."""
        self._done = [each for each in self._done if holds(each.after)]
        self._undone = [each for each in self._undone if holds(each.after)]
