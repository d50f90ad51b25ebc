"""Undo inside one form or panel: what is made there, and the steps back and forth, before anything is kept."""

from __future__ import annotations

from typing import Generic, TypeVar

from ptbuilder.domain.values import dataclass

Draft = TypeVar("Draft")


@dataclass(frozen=True, slots=True)
class _Step(Generic[Draft]):
    key: str
    before: Draft
    after: Draft


class History(Generic[Draft]):
    """The draft with what was there before; changes with the same key that follow each other are one step.

    Drafts are values that are never changed in place.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._done: list[_Step[Draft]] = []
        self._undone: list[_Step[Draft]] = []
        self._is_open = False

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    @property
    def undo_key(self) -> str:
        """The key of the step that would be taken back; empty where there is none."""
        return self._done[-1].key if self._done else ""

    @property
    def redo_key(self) -> str:
        """The key of the step that would be done again; empty where there is none."""
        return self._undone[-1].key if self._undone else ""

    def change(self, draft: Draft, key: str = "") -> bool:
        """Go on with ``draft``; False where it is what is there already."""
        if draft == self.draft:
            return False
        before = self.draft
        if key and self._is_open and self._done and self._done[-1].key == key:
            before = self._done.pop().before
        self._done.append(_Step(key, before, draft))
        self._undone.clear()
        self._is_open = True
        self.draft = draft
        return True

    def close_step(self) -> None:
        """The next change is a step of its own, as after a slider was let go or a pause in typing."""
        self._is_open = False

    def undo(self) -> bool:
        """Take the last step back; whether there was one."""
        if not self._done:
            return False
        step = self._done.pop()
        self._undone.append(step)
        self.draft, self._is_open = step.before, False
        return True

    def redo(self) -> bool:
        """Do a step again; whether there was one."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self.draft, self._is_open = step.after, False
        return True
